import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

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
    const type = TYPES[extname(file)] ?? "text/plain";
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
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  if (!path.startsWith(below)) return undefined;
  const file = join(folder, normalize(path.slice(below.length) || "index.html"));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
