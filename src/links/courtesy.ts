import { setTimeout as sleep } from "node:timers/promises";
import { limit } from "../limit.ts";

/** The time, as tests give it without waiting. */
export interface Clock {
  readonly now: () => number;
  /** Rejects when the signal ends it. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const CLOCK: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
};

export interface CourtesyOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const AT_ONCE = 16;
const AT_ONCE_PER_HOST = 2;
const BETWEEN_STARTS_MS = 250;

interface Host {
  readonly slot: ReturnType<typeof limit>;
  nextStart: number;
}

/** Many hosts at once, and each of them gently. */
export class Courtesy {
  readonly #options: CourtesyOptions;
  readonly #hosts = new Map<string, Host>();
  readonly #slot = limit(AT_ONCE);

  constructor(options: CourtesyOptions) {
    this.#options = options;
  }

  /** Runs a request when it is the host's turn. */
  request<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const host = this.#host(name);
    return host.slot(async () => {
      // A long rest is waited for outside the common slots, so that it holds up nobody else.
      await this.#until(host.nextStart);
      return this.#slot(async () => {
        const start = Math.max(this.#options.clock.now(), host.nextStart);
        host.nextStart = start + BETWEEN_STARTS_MS;
        await this.#until(start);
        return run();
      });
    });
  }

  /** Lets a host be, because it asked for it. */
  rest(name: string, ms: number): void {
    const host = this.#host(name);
    host.nextStart = Math.max(host.nextStart, this.#options.clock.now() + ms);
  }

  #host(name: string): Host {
    const host = this.#hosts.get(name) ?? { slot: limit(AT_ONCE_PER_HOST), nextStart: 0 };
    this.#hosts.set(name, host);
    return host;
  }

  async #until(time: number): Promise<void> {
    const { clock, signal } = this.#options;
    signal.throwIfAborted();
    const rest = time - clock.now();
    if (rest > 0) await clock.wait(rest, signal);
  }
}
