import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../../src/preview/listen.ts";

function makeServer(): Server {
  const server = createServer();
  onTestFinished(() => void server.close());
  return server;
}

/** The error code of a connection, or "connected". */
function tryConnecting(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => resolve("connected"));
    socket.on("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    socket.on("close", () => socket.destroy());
  });
}

test("listen takes loopback only", async () => {
  const server = makeServer();
  const port = await listen(server, 0, false);
  expect(server.address()).toEqual({ address: "127.0.0.1", family: "IPv4", port });
  expect(await tryConnecting("127.0.0.1", port)).toBe("connected");
});

const others = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter((address) => address.address !== "127.0.0.1" && !address.address.startsWith("fe80:"));

test.skipIf(others.length === 0)("listen leaves the other addresses of the machine closed", async () => {
  const port = await listen(makeServer(), 0, false);
  for (const { address } of others) expect(await tryConnecting(address, port), address).toBe("ECONNREFUSED");
});

test("listen takes the next free port", async () => {
  const taken = await listen(makeServer(), 20_080, false);
  const next = await listen(makeServer(), taken, false);
  expect(next).toBeGreaterThan(taken);
  expect(next).toBeLessThanOrEqual(taken + 20);
});

test("listen says that a port asked for is taken", async () => {
  const taken = await listen(makeServer(), 0, false);
  await expect(listen(makeServer(), taken, true)).rejects.toThrow(
    new Error(
      `Cannot listen on port "${taken}", which is taken or not allowed; stop what runs there, choose another port, or leave the port out to get a free one`,
    ),
  );
});

test("listen says where it looked in vain", async () => {
  const last = makeServer();
  await listen(last, 65_535, true);
  await expect(listen(makeServer(), 65_535, false)).rejects.toThrow(
    new Error(
      'Cannot find a free port from "65535" to "65535"; stop what runs there, or choose another port',
    ),
  );
});
