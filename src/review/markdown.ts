import type { Problem } from "../model.ts";
import type { Change, GainedAndLost, PageReview, PartReview, PictureState, Review } from "./compare.ts";
import type { Pair } from "./pairs.ts";
import type { Weight } from "./view.ts";

/** How many changed lines of a part are shown; the rest is in the JSON file. Forges show a megabyte at most. */
const MOST_CHANGES = 40;

export interface Compared {
  readonly base: string;
  readonly head: string;
  /** What a reader of the review should know of the two first. */
  readonly notes?: readonly string[];
}

/** A review → what a person reads in the pull request. */
export function tellReview(review: Review, { base, head, notes = [] }: Compared): string {
  const pages = review.pages.filter(hasChanged);
  const parts = [
    `# What readers will notice\n\nFrom ${code(base)} to ${code(head)}, both as the present generator prints them.`,
    ...notes.map((note) => `**${note}.**`),
    summary(review, pages),
    ...pages.map(tellPage),
    tellTranslations(review.translations),
    tellPictures(review.pictures),
    tellProblems("New problems", review.problems.added),
    tellProblems("Solved problems", review.problems.solved),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function hasChanged({ weight, was, parts }: PageReview): boolean {
  return was !== undefined || parts.length > 0 || weight.before?.bytes !== weight.after?.bytes;
}

function summary({ problems }: Review, pages: readonly PageReview[]): string {
  if (pages.length === 0 && problems.added.length + problems.solved.length === 0) return "Nothing.";
  const rows = pages.map(
    ({ path, was, weight: { before, after }, parts }) =>
      `| ${nameOf(path, was)} | ${parts.length} | ${tellWeight(before, after)} |`,
  );
  const lost = pages.flatMap(({ path, parts }) =>
    parts.flatMap(({ ids }) => ids.lost.map((id) => `${path}#${id}`)),
  );
  const warning =
    lost.length === 0
      ? ""
      : `**${lost.length === 1 ? "One address is" : `${lost.length} addresses are`} gone:** ${lost.map(code).join(", ")}. Links from outside would end at the top of the page.`;
  const table = `| page | parts changed | size, compressed |\n| --- | --- | --- |\n${rows.join("\n")}`;
  return [rows.length === 0 ? "" : table, warning].filter((part) => part !== "").join("\n\n");
}

function tellWeight(before: Weight | undefined, after: Weight | undefined): string {
  if (after === undefined) return "gone";
  const now = `${kilobytes(after.brotli)} kB`;
  if (before === undefined) return `new, ${now}`;
  const change = after.brotli - before.brotli;
  return `${now} (${change < 0 ? "−" : "+"}${kilobytes(Math.abs(change))} kB)`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** `now (was before)` */
function nameOf(name: string, was: string | undefined): string {
  return was === undefined ? code(name) : `${code(name)} (was ${code(was)})`;
}

function tellPage({ path, was, parts }: PageReview): string {
  if (parts.length === 0) return "";
  return [`## ${nameOf(path, was)}`, ...parts.map(tellPart)].join("\n\n");
}

function tellPart({ name, was, changes, ids, links, pictures }: PartReview): string {
  const shown = changes.slice(0, MOST_CHANGES).map((change) => `> ${tellChange(change)}`);
  const rest = changes.length - MOST_CHANGES;
  return [
    `### ${name === "" ? "Around the text" : nameOf(name, was)}`,
    shown.join("\n>\n"),
    rest > 0 ? `… and ${rest} more` : "",
    [tellList("Address", ids), tellList("Link", links), tellList("Picture", pictures)]
      .filter((list) => list !== "")
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function tellChange({ words }: Change): string {
  return words
    .map(({ kind, text }) => {
      if (kind === "same") return plain(text);
      const tag = kind === "added" ? "ins" : "del";
      return `<${tag}>${plain(text)}</${tag}>`;
    })
    .join("");
}

function tellList(what: string, { gained, lost }: GainedAndLost): string {
  return [
    ...gained.map((one) => `- ${what} added: ${code(one)}`),
    ...lost.map((one) => `- ${what} gone: ${code(one)}`),
  ].join("\n");
}

function tellTranslations(translations: readonly Pair<string>[]): string {
  if (translations.length === 0) return "";
  const rows = translations.map(
    ({ name, before, after }) => `| ${code(name)} | ${before ?? "–"} | ${after ?? "–"} |`,
  );
  return `## Translations\n\n| text | before | after |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function tellPictures(pictures: readonly Pair<PictureState>[]): string {
  if (pictures.length === 0) return "";
  const cell = (side: string, state: PictureState | undefined): string => {
    if (state === undefined) return "–";
    return state.shown === undefined ? "not shown" : `![${side}](${side}/${encodeURI(state.shown)})`;
  };
  const rows = pictures.map(
    ({ name, before, after }) => `| ${code(name)} | ${cell("before", before)} | ${cell("after", after)} |`,
  );
  return `## Pictures\n\n| file | before | after |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function tellProblems(title: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  const lines = problems.map(
    ({ severity, message, place, rule }) =>
      `- ${severity === "error" ? "**error**" : severity} ${code(`${place.file}:${place.line}`)} ${plain(message)} ${code(rule)}`,
  );
  return `## ${title}\n\n${lines.join("\n")}`;
}

/** Words of a page, which must not become markup of the report: whatever could be some is written as a number. */
function plain(text: string): string {
  const number = (sign: string): string => `&#${sign.codePointAt(0)};`;
  return text
    .replace(/[\\`*_[\]<>|~&@$]/g, number)
    .replace(/^[-+#=]|(?<=^\d{1,9})[.)]/, number)
    .replace(/\s+/g, " ");
}

function code(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  return runs.length === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
