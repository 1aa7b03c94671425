import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CommandName, type Order, readArguments, USAGE, UsageError } from "./arguments.ts";
import type { Command, Terminal } from "./commands/command.ts";
import { explain } from "./explain.ts";
import { openProgress } from "./progress.ts";
import { PROJECT } from "./project.ts";

// As a shell tells it: 128 and the number of the signal.
const SIGNALS = { SIGINT: 130, SIGTERM: 143 };

// The only place that prints or exits.
const terminal: Terminal = {
  here: process.cwd(),
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  openProgress: () => openProgress(process.stderr),
  ended: () =>
    new Promise((done) => {
      for (const [signal, status] of Object.entries(SIGNALS)) process.once(signal, () => done(status));
    }),
};

// Each is loaded when it is called, so that a build does not wait for the code of a server.
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).runServe,
  build: async () => (await import("./commands/build.ts")).runBuild,
  check: async () => (await import("./commands/check.ts")).runCheck,
  translations: async () => (await import("./commands/translations.ts")).runTranslations,
  reader: async () => (await import("./commands/reader.ts")).runReader,
  review: async () => (await import("./commands/review.ts")).runReview,
  editions: async () => (await import("./commands/editions.ts")).runEditions,
  addresses: async () => (await import("./commands/addresses.ts")).runAddresses,
  links: async () => (await import("./commands/links.ts")).runLinks,
};

async function main(order: Order): Promise<number> {
  switch (order.command) {
    case "help":
      terminal.print(USAGE);
      return 0;
    case "version":
      terminal.print(`${await version()}\n`);
      return 0;
    default: {
      const command = await COMMANDS[order.command]();
      return command(order, terminal);
    }
  }
}

async function version(): Promise<string> {
  const text = await readFile(join(PROJECT, "package.json"), "utf8");
  return `broadsheet ${(JSON.parse(text) as { version: string }).version}`;
}

// Whoever reads us may stop in the middle, such as "head": there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
try {
  const status = await main(readArguments(process.argv.slice(2)));
  process.exitCode = status;
  // What has been ended may still be printing: nobody waits for that.
  if (Object.values(SIGNALS).includes(status)) process.exit();
} catch (error) {
  const hint = error instanceof UsageError ? "\nSee --help" : "";
  terminal.say(`${error instanceof UsageError ? error.message : explain(error)}${hint}\n`);
  process.exitCode = 2;
}
