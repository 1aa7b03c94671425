import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf, keepFile, versionOf } from "../cache.ts";
import type { Flows } from "../diagrams/flows.ts";
import type { Document } from "../model.ts";
import type { Card } from "./card.ts";
import { writeCards } from "./cards.ts";
import { writeIcons } from "./icons.ts";

export interface IdentityOptions {
  readonly flows: Flows;
  readonly output: string;
  readonly cache: string;
  /** The style sheet that declares the page's colours. */
  readonly styles: string;
}

/** Writes that by which a site is known elsewhere: a card for each language, and its icons. */
export async function writeIdentity(
  cards: Iterable<Card>,
  document: Document,
  options: IdentityOptions,
): Promise<void> {
  await writeCards(cards, document, options);
  await writeIcons(await findMark(document, options), options);
}

/** Raise it when mark.ts comes to draw another mark. */
const revision = 1;

/** The site's own drawing, or else one that is made for it. */
async function findMark({ icon, site }: Document, { cache, styles }: IdentityOptions): Promise<string> {
  const own = icon?.kind === "picture" ? icon.sources.at(-1)?.variants.at(-1) : undefined;
  if (own !== undefined) return readFile(own.cached, "utf8");
  const [title = ""] = Object.values(site.title);
  const drawnFrom = [revision, versionOf("opentype.js"), versionOf("@fontsource/public-sans"), title, styles];
  const path = join(cache, `${hashOf(JSON.stringify(drawnFrom))}-mark.svg`);
  await keepFile(path, async () => (await import("./mark.ts")).drawMark(title, styles));
  return readFile(path, "utf8");
}
