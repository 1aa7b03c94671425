import type { Server } from "node:http";
import { errorCode } from "../error-code.ts";

const HOST = "127.0.0.1";
const FURTHER_PORTS = 20;

/**
 * Lets the server listen on loopback and gives the port: the wanted one, or the next that is free.
 * A port that somebody asked for by number (`strict`) is taken or nothing is.
 */
export async function listen(server: Server, wanted: number, strict: boolean): Promise<number> {
  // Port 0 asks the system for any free one.
  const last = strict || wanted === 0 ? wanted : Math.min(wanted + FURTHER_PORTS, 65_535);
  for (let port = wanted; ; port++) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      if (!isTaken(error)) throw new Error(`Cannot listen on port "${port}" of ${HOST}`, { cause: error });
      if (port >= last) throw new Error(explainTaken(wanted, last, strict), { cause: error });
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // The host is given as a number: "localhost" may resolve to ::1, and no host at all means every interface.
    server.listen(port, HOST, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

// EACCES: ports below 1024 on most systems, and ranges that Windows keeps for itself.
function isTaken(error: unknown): boolean {
  return ["EADDRINUSE", "EACCES"].includes(errorCode(error));
}

function explainTaken(wanted: number, last: number, strict: boolean): string {
  return strict
    ? `Cannot listen on port "${wanted}", which is taken or not allowed; stop what runs there, choose another port, or leave the port out to get a free one`
    : `Cannot find a free port from "${wanted}" to "${last}"; stop what runs there, or choose another port`;
}
