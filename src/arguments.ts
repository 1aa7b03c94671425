import { parseArgs } from "node:util";
import { FORMATS, type Format } from "./checks/report.ts";
import { didYouMean } from "./nearest.ts";

export type Order =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | {
      readonly command: "build";
      readonly folder: string;
      readonly output: string;
      readonly strict: boolean;
      readonly format: Format;
    }
  | { readonly command: "check"; readonly folder: string; readonly strict: boolean; readonly format: Format }
  | { readonly command: "serve"; readonly folder: string; readonly port: number | undefined };

/** Wrong use of the command line, with the way out. */
export class UsageError extends Error {}

export const USAGE = `Broadsheet prints a folder of Markdown sections as one page.

Usage
  npm start                        preview on this machine, follows every save
  npm run build                    check, then write _site/
  npm run check                    check only, writes nothing
  npm run build -- <site folder> --output <folder>

Options
  --output, -o <folder>            where build writes (_site)
  --port, -p <number>              where the preview answers (8080, or the next free one)
  --format <text|json|github>      how problems are told (text)
  --strict                         notices are errors too
  --help, -h    --version

Exit status: 0 fine, 1 problems found, 2 wrong use or a fault of the tool.
`;

const COMMANDS = ["build", "check", "serve", "help"];
const OPTIONS = {
  output: { type: "string", short: "o" },
  port: { type: "string", short: "p" },
  format: { type: "string" },
  strict: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Words of the command line → what is wanted. Throws a UsageError. */
export function readArguments(words: readonly string[]): Order {
  const { values, positionals } = parse(words);
  const [command, folder = ".", ...more] = positionals;
  if (values.version === true) return { command: "version" };
  if (values.help === true || command === undefined || command === "help") return { command: "help" };
  if (more.length > 0) throw new UsageError(`Cannot take "${more[0]}" as well; name one site folder`);
  const strict = values.strict ?? false;
  const format = formatOf(values.format);
  switch (command) {
    case "build":
      refuse(values, ["port"], command);
      return { command, folder, output: values.output ?? "_site", strict, format };
    case "check":
      refuse(values, ["port", "output"], command);
      return { command, folder, strict, format };
    case "serve":
      refuse(values, ["output", "format", "strict"], command);
      return { command, folder, port: portOf(values.port) };
    default:
      throw new UsageError(
        `Unknown command "${command}"${didYouMean(command, COMMANDS) || `; there are: ${COMMANDS.join(", ")}`}`,
      );
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = words
      .filter((word) => word.startsWith("-"))
      .map((word) => word.replace(/=.*$/s, ""))
      .find((word) => !Object.hasOwn(OPTIONS, word.replace(/^-+/, "")));
    const known = Object.keys(OPTIONS).map((name) => `--${name}`);
    if (option !== undefined && !/^-[oph]/.test(option)) {
      throw new UsageError(`Unknown option "${option}"${didYouMean(option, known)}`, { cause: error });
    }
    throw new UsageError(error instanceof Error ? (error.message.split(".")[0] ?? "") : String(error), {
      cause: error,
    });
  }
}

function refuse(values: Record<string, unknown>, names: readonly string[], command: string): void {
  const wrong = names.find((name) => values[name] !== undefined);
  if (wrong !== undefined) throw new UsageError(`"${command}" does not take --${wrong}; see --help`);
}

function formatOf(value: string | undefined): Format {
  if (value === undefined) return "text";
  const format = FORMATS.find((name) => name === value);
  if (format === undefined) {
    throw new UsageError(
      `Unknown format "${value}"${didYouMean(value, FORMATS) || `; there are: ${FORMATS.join(", ")}`}`,
    );
  }
  return format;
}

function portOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UsageError(`Cannot use "${value}" as a port; give a number from 1 to 65535`);
  }
  return port;
}
