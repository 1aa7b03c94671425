import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** A plain host: files as they are, below a path, nothing else. */
export async function serveFolder(folder: string, below = "/"): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(below)
      ? join(folder, normalize(path.slice(below.length)) || "index.html")
      : "";
    const found = file !== "" && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/plain" });
    if (found) createReadStream(file).pipe(response);
    else response.end("Not here");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () => new Promise((done) => void server.close(() => done())),
  };
}
