import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { contentType } from "../hosting/content-types.ts";

export interface Served {
  /** With the path below which the files are, and a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** A plain host on this machine: files as they are, below a path, nothing else. Text travels compressed. */
export async function serveFolder(folder: string, below = "/"): Promise<Served> {
  // The best compression of a long page takes half a second.
  const compressed = new Map<string, Promise<Buffer>>();
  const compress = (file: string, bytes: Buffer): Promise<Buffer> => {
    const key = `${file} ${statSync(file).mtimeMs}`;
    const known = compressed.get(key) ?? promisify(brotliCompress)(bytes);
    compressed.set(key, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const file = fileOf(request, folder, below);
    if (file === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not here");
      return;
    }
    const type = contentType(file);
    const bytes = await readFile(file);
    const isCompressed = type.startsWith("text/") && /\bbr\b/.test(`${request.headers["accept-encoding"]}`);
    const encoding = isCompressed ? { "Content-Encoding": "br" } : undefined;
    response.writeHead(200, { "Content-Type": type, ...encoding });
    response.end(isCompressed ? await compress(file, bytes) : bytes);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () => new Promise((done) => void server.close(() => done())),
  };
}

function fileOf(request: IncomingMessage, folder: string, below: string): string | undefined {
  const path = decoded(new URL(request.url ?? "/", "http://localhost").pathname);
  if (!path?.startsWith(below)) return undefined;
  const file = join(folder, path.slice(below.length) || "index.html");
  // "..%2f" is no step up to a browser, and one to the disk.
  return file.startsWith(join(folder, sep)) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // Broken percent-encoding leads nowhere.
    return undefined;
  }
}
