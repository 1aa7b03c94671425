import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PROJECT } from "../../src/project.ts";

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** The folder that it is called in. */
  readonly cwd?: string;
  /** Broadsheet's own folder, where it is a copy. */
  readonly project?: string;
  /** Beside the present ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `node src/launch.js …` to its end, as npm does. */
export async function broadsheet(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const child = startBroadsheet(words, options);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [status, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
  return { status, stdout, stderr };
}

export function startBroadsheet(
  words: readonly string[],
  { cwd = PROJECT, project = PROJECT, env = {} }: CommandOptions = {},
): ChildProcess {
  const spawned: SpawnOptions = { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] };
  return spawn(process.execPath, [join(project, "src", "launch.js"), ...words], spawned);
}

function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream === null ? Promise.resolve("") : text(stream);
}
