import type { Problem } from "../model.ts";
import { codeFrame, printable } from "./frame.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  /** A file as the reader of the report can open it, from its path in the site's folder. */
  readonly path?: (file: string) => string;
  readonly sources: ReadonlyMap<string, string>;
}

/** Problems → what is printed, with a line at the end that counts them. */
export function report(problems: readonly Problem[], format: Format, options: ReportOptions): string {
  const { path = (file) => file } = options;
  switch (format) {
    case "text":
      return [...problems.map((problem) => describe(problem, options)), `${count(problems)}\n`].join("\n\n");
    case "json": {
      const list = problems.map(({ place, ...problem }) => ({
        ...problem,
        ...place,
        file: path(place.file),
      }));
      return `${JSON.stringify(list, null, 2)}\n`;
    }
    case "github":
      return problems.map((problem) => `${annotation(problem, path)}\n`).join("");
  }
}

/** `content/how.md:42:17: Cannot find heading "#push-base"; did you mean "#push-based"? [fragment-target]` and the lines there. */
export function describe(
  { message, place, rule, severity }: Problem,
  { path = (file) => file, sources }: ReportOptions,
): string {
  const kind = severity === "notice" ? "notice: " : "";
  const where = `${path(place.file)}:${place.line}:${place.column}`;
  const head = printable(`${where}: ${kind}${message} [${rule}]`);
  const source = sources.get(place.file);
  return source === undefined ? head : `${head}\n\n${codeFrame(source, place)}`;
}

/** `2 errors, 1 notice` */
export function count(problems: readonly Problem[]): string {
  const of = (severity: Problem["severity"], name: string): string[] => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? "" : "s"}`];
  };
  return [...of("error", "error"), ...of("notice", "notice")].join(", ") || "No problems";
}

function annotation({ message, place, rule, severity }: Problem, path: (file: string) => string): string {
  const level = severity === "error" ? "error" : "notice";
  const property = (value: string): string => data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${level} file=${property(path(place.file))},line=${place.line},col=${place.column},title=${property(rule)}::${data(message)}`;
}

/** The forge reads a percent sign and line ends as its own. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
