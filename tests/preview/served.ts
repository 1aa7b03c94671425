import { rename, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { openPreview, type Preview } from "../../src/preview/server.ts";
import { emptyFolder, type Files, writeFiles } from "../support/folders.ts";

export { emptyFolder, type Files, writeFiles };

/** Puts a whole new output in the place of the one before, by two renames, as a build does. */
export async function swapIn(folder: string, files: Files): Promise<void> {
  await writeFiles(`${folder}.next`, files);
  await rename(folder, `${folder}.last`);
  await rename(`${folder}.next`, folder);
  await rm(`${folder}.last`, { recursive: true });
}

export interface Served extends Preview {
  readonly port: number;
}

/** A preview of these files on any free port, closed after the test. Without files there is no folder yet. */
export async function serve(files?: Files, port = 0): Promise<Served> {
  const folder = join(await emptyFolder(), "output");
  if (files !== undefined) await writeFiles(folder, files);
  return serveFolder(folder, port);
}

export async function serveFolder(folder: string, port: number): Promise<Served> {
  const preview = await openPreview({ folder: () => folder, port, strict: true });
  onTestFinished(() => preview.close());
  return { ...preview, port: Number(new URL(preview.address).port) };
}

/** What the server answers to these very bytes; `fetch` would tidy the address and the Host header first. */
export function sendRaw(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  // Not `end`: node gives up a request whose sender has hung up.
  socket.write(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}
