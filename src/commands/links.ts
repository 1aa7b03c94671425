import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Order } from "../arguments.ts";
import { run } from "../build.ts";
import { takeOutAllowed } from "../checks/allowances.ts";
import { hasErrors, inOrder } from "../checks/check.ts";
import { orAbsent } from "../error-code.ts";
import { checkLinks, type LinkCheck } from "../links/check-links.ts";
import { collectOutsideLinks } from "../links/collect.ts";
import { MEMORY_FILE, type Memories, readMemories, writeMemories } from "../links/memory.ts";
import { planVisits } from "../links/plan.ts";
import type { Document } from "../model.ts";
import { writeWhole } from "../write-whole.ts";
import { type Command, printProblems, siteFolder, type Terminal } from "./command.ts";

/** Asks the links that lead outside. Writes nothing unless it is told to remember. */
export const runLinks: Command = async (order, terminal) => {
  const folder = siteFolder(order.folder);
  const file = join(folder, MEMORY_FILE);
  const { document, problems: said } = await run({ folder, mode: "check" });
  const text = (await orAbsent(readFile(file, "utf8"))) ?? "";
  const { memories, problems: slips } = readMemories(text);
  if (order.list) {
    terminal.print(listVisits(document, memories, order));
    return 0;
  }
  const found = await ask(document, memories, order, terminal);
  // What could not be read may hold links: they would be forgotten.
  const unread = [...document.problems, ...slips].filter(({ severity }) => severity === "error");
  const knownBad = said.filter(({ rule }) => rule === "link-known-bad");
  const { kept } = takeOutAllowed(found.problems, document);
  const problems = [...unread, ...knownBad, ...kept].sort(inOrder);
  const sources = new Map([...document.sources, [MEMORY_FILE, text]]);
  printProblems({ document: { ...document, sources }, problems }, order, terminal);
  terminal.say(count(found));
  if (order.remember && unread.length === 0) await writeWhole(file, writeMemories(found.memories));
  else if (order.remember) terminal.say(`Not remembered: some files cannot be read\n`);
  return hasErrors(problems, order) ? 1 : 0;
};

async function ask(
  document: Document,
  memories: Memories,
  { all, allowPrivate }: Order,
  terminal: Terminal,
): Promise<LinkCheck> {
  const ending = new AbortController();
  void terminal.ended().then(() => ending.abort());
  const progress = terminal.openProgress();
  return checkLinks(document, memories, {
    all,
    allowPrivate,
    today: new Date().toISOString().slice(0, 10),
    signal: ending.signal,
    onProgress: (done, total) => progress.show(`${done} of ${total} pages asked`),
  }).finally(progress.close);
}

/** `https://a.example/b content/en/why.md:3` */
function listVisits(document: Document, memories: Memories, { all }: Order): string {
  const links = collectOutsideLinks(document);
  const visits = planVisits(links, { memories, refused: document.site.links?.refused ?? [], all });
  const lines = visits
    .flatMap(({ addresses }) => addresses)
    .sort()
    .map((address) => [address, ...(links.get(address) ?? []).map(({ file, line }) => `${file}:${line}`)]);
  return lines.map((words) => `${words.join(" ")}\n`).join("");
}

function count({ answered, planned }: LinkCheck): string {
  if (planned === 0) return "No link is new; --all asks those that are known\n";
  return answered < planned
    ? `Ended early: ${answered} of ${planned} pages have answered\n`
    : `Asked ${planned} page${planned === 1 ? "" : "s"}\n`;
}
