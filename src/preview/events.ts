import type { ServerResponse } from "node:http";
import type { Problem } from "../model.ts";

/** A problem as a person reads it, with its code frame. */
export interface ShownProblem {
  readonly text: string;
  readonly severity: Problem["severity"];
}

/** What open pages are told. */
export interface Message {
  /** Grows with everything new there is to see, also over restarts of the server. */
  readonly build: number;
  readonly changed: readonly string[];
  readonly problems: readonly ShownProblem[];
}

/** The open pages, each at the other end of a stream of Server-Sent Events. */
export interface Events {
  add(response: ServerResponse, message: Message): void;
  send(message: Message): void;
  close(): void;
}

/** `heartbeat` in milliseconds: a stream on which nothing is sent is cut by proxies, and a dead one goes unnoticed. */
export function openEvents({ heartbeat = 15_000 }: { readonly heartbeat?: number } = {}): Events {
  const streams = new Set<ServerResponse>();
  const writeAll = (text: string) => {
    for (const stream of streams) stream.write(text);
  };
  const timer = setInterval(writeAll, heartbeat, ": still here\n\n").unref();

  return {
    add(response, message) {
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
      });
      response.write(`retry: 1000\n\n${format(message)}`);
      streams.add(response);
      response.on("close", () => streams.delete(response));
    },
    send(message) {
      writeAll(format(message));
    },
    close() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
    },
  };
}

// JSON holds no line break, so a message is always one line of data.
function format(message: Message): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}
