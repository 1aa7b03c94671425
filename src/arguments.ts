import { type ParseArgsConfig, parseArgs } from "node:util";
import { FORMATS, type Format } from "./checks/report.ts";
import { ENDINGS, type Ending, PAPERS, type Paper } from "./editions/kinds.ts";
import { didYouMean } from "./nearest.ts";

/** What the command line asks for. Options that the command does not take have been refused. */
export interface Order {
  readonly command: CommandName | "help" | "version";
  /** The site's folder, as written. */
  readonly folder: string;
  /** The revision that a review begins from. */
  readonly base: string;
  readonly output: string;
  readonly port: number | undefined;
  readonly format: Format;
  readonly strict: boolean;
  readonly compress: boolean;
  /** Files whose state is noted, as written. */
  readonly mark: readonly string[];
  readonly dryRun: boolean;
  /** Links that are known already are asked too. */
  readonly all: boolean;
  /** Links that would be asked are only named. */
  readonly list: boolean;
  /** What was found out about links is written down. */
  readonly remember: boolean;
  readonly allowPrivate: boolean;
  /** The one kind of book that is written; all where none is named. */
  readonly only: Ending | undefined;
  readonly paper: Paper;
}

/** Wrong use of the command line, with the way out. */
export class UsageError extends Error {}

interface CommandShape {
  readonly takes: readonly (keyof typeof OPTIONS)[];
  /** What stands before the site's folder. */
  readonly needs?: string;
  /** Where it writes unless told otherwise. */
  readonly output?: string;
}

const COMMANDS = {
  serve: { takes: ["port"] },
  build: { takes: ["output", "format", "strict", "compress"] },
  check: { takes: ["format", "strict"] },
  translations: { takes: ["mark", "strict"] },
  reader: { takes: [] },
  review: { takes: ["output", "format", "strict"], output: "_review", needs: "the revision to compare with" },
  editions: { takes: ["output", "format", "strict", "only", "paper"], output: "_editions" },
  addresses: { takes: ["dry-run"] },
  links: { takes: ["all", "list", "remember", "allow-private", "format", "strict"] },
} as const satisfies Record<string, CommandShape>;
export type CommandName = keyof typeof COMMANDS;

export const USAGE = `Broadsheet prints a folder of Markdown sections as one page.

Usage
  npm start                        preview on this machine, follows every save
  npm run build                    check, then write _site/
  npm run build -- <site folder> --output <folder>
  npm run check                    check only, writes nothing
  npm run translations             tell which translations are behind; --strict: exit status 1 if one is
  npm run translations -- --mark <file>
                                   note that a translation says what its source says now
  npm run editions                 check, then write books of each language into _editions/, by a browser those for paper
  npm run addresses                add what is published for the first time to the ledger
  npm run links                    ask the links to other sites that are new, or that failed last time
  npm run reader                   measure in a browser what readers get, against the site's budgets
  npm run review -- <revision>     what readers will notice since then, into _review/

Options
  --output, -o <folder>            where build writes (_site), review (_review), or editions (_editions)
  --port, -p <number>              where the preview answers (8080, or the next free one)
  --format <text|json|github>      how problems are told (text)
  --strict                         notices are errors too
  --compress                       build lays .br and .gz copies beside each text, for hosts that send them
  --only <epub|pdf>                editions writes books of this kind alone
  --paper <a4|letter>              what editions are printed on (a4)
  --dry-run                        addresses only tells what it would add
  --all                            links: ask those that are known as well
  --list                           links: only say which would be asked
  --remember                       links: write what was found to links.jsonl
  --allow-private                  links: ask addresses inside this network too
  --help, -h    --version

Exit status: 0 fine, 1 problems found, 2 wrong use or a fault of the tool.
`;

const OPTIONS = {
  output: { type: "string", short: "o" },
  port: { type: "string", short: "p" },
  format: { type: "string" },
  strict: { type: "boolean" },
  compress: { type: "boolean" },
  mark: { type: "string", multiple: true },
  only: { type: "string" },
  paper: { type: "string" },
  "dry-run": { type: "boolean" },
  all: { type: "boolean" },
  list: { type: "boolean" },
  remember: { type: "boolean" },
  "allow-private": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const satisfies ParseArgsConfig["options"];

/** Words of the command line → what is wanted. Throws a UsageError. */
export function readArguments(words: readonly string[]): Order {
  const { values, positionals } = parse(words);
  const [name, ...operands] = positionals;
  const command = commandOf(name, values);
  const { takes, needs, output = "_site" } = shapeOf(command);
  const base = needs === undefined ? "" : operands.shift();
  if (base === undefined) throw new UsageError(`"${command}" needs ${needs}: npm run ${command} -- main`);
  const [folder = ".", ...more] = operands;
  if (more.length > 0) throw new UsageError(`Cannot take "${more[0]}" as well; name one site folder`);
  if (takes !== undefined) refuse(values, takes, command);
  return {
    command,
    folder,
    base,
    output: values.output ?? output,
    port: portOf(values.port),
    format: oneOf("format", values.format, FORMATS) ?? "text",
    strict: values.strict ?? false,
    compress: values.compress ?? false,
    mark: values.mark ?? [],
    dryRun: values["dry-run"] ?? false,
    all: values.all ?? false,
    list: values.list ?? false,
    remember: values.remember ?? false,
    allowPrivate: values["allow-private"] ?? false,
    only: oneOf("edition", values.only, ENDINGS),
    paper: oneOf("paper", values.paper, PAPERS) ?? "a4",
  };
}

function shapeOf(command: Order["command"]): Partial<CommandShape> {
  return command === "help" || command === "version" ? {} : COMMANDS[command];
}

function commandOf(
  name: string | undefined,
  { version, help }: { version?: boolean; help?: boolean },
): Order["command"] {
  if (version === true) return "version";
  if (help === true || name === undefined || name === "help") return "help";
  if (Object.hasOwn(COMMANDS, name)) return name as CommandName;
  const names = [...Object.keys(COMMANDS), "help"];
  throw new UsageError(
    `Unknown command "${name}"${didYouMean(name, names) || `; there are: ${names.join(", ")}`}`,
  );
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

function refuse(values: Record<string, unknown>, taken: readonly string[], command: string): void {
  const wrong = Object.keys(values).find((name) => !taken.includes(name));
  if (wrong !== undefined) throw new UsageError(`"${command}" does not take --${wrong}; see --help`);
}

function oneOf<Word extends string>(
  what: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((one) => one === value);
  if (value === undefined || word !== undefined) return word;
  throw new UsageError(
    `Unknown ${what} "${value}"${didYouMean(value, words) || `; there are: ${words.join(", ")}`}`,
  );
}

function portOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UsageError(`Cannot use "${value}" as a port; give a number from 1 to 65535`);
  }
  return port;
}
