import type { ChildProcess } from "node:child_process";
import { request } from "node:http";
import { createServer } from "node:net";

export interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Asks for a path as it is written, and takes the answer as it comes. */
export function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ port, path, headers, host: "127.0.0.1" }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", fail)
      .end();
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

/** Waits for a server that has just been started with its standard error piped. */
export async function answering(server: ChildProcess, name: string, port: number): Promise<ChildProcess> {
  let said = "";
  server.stderr?.on("data", (part) => {
    said += part;
  });
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`${name} has ended: ${said}`);
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return server;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${name} does not answer: ${said}`);
}
