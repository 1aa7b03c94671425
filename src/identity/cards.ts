import { join } from "node:path";
import { hashOf, keepFile, versionOf } from "../cache.ts";
import { besideHome } from "../content/addresses.ts";
import { copyBelow } from "../copy-below.ts";
import { isFlowFile } from "../diagrams/flow.ts";
import type { Flows } from "../diagrams/flows.ts";
import { findMissingSigns } from "../diagrams/missing-signs.ts";
import type { Document, Problem, Site } from "../model.ts";
import { CARD, type Card, type CardWords } from "./card.ts";

const PACKAGES = ["opentype.js", "@fontsource/public-sans", "elkjs", "sharp"];

/** Raise it when the code of this stage comes to draw another card of the same words. */
const revision = 1;

/** The card of each language. A language whose letters cannot be drawn has none, which is a problem to tell. */
export async function planCards(
  document: Document,
  styles: string,
): Promise<{ cards: ReadonlyMap<string, Card>; problems: readonly Problem[] }> {
  const { site, sources } = document;
  const cards = new Map<string, Card>();
  const problems: Problem[] = [];
  for (const language of site.languages) {
    const words = wordsOf(site, language);
    const missing = await findMissingSigns(words.title + words.description);
    if (missing.length > 0) {
      // A file that is not UTF-8 has been reported by then.
      if (!missing.includes("\uFFFD")) problems.push(cannotDraw(words, missing, site));
      continue;
    }
    const flow = firstFlow(document, language);
    const drawnFrom = [revision, PACKAGES.map(versionOf), words, flow && sources.get(flow), styles];
    cards.set(language, {
      ...words,
      path: besideHome("card.png", language, site),
      version: hashOf(JSON.stringify(drawnFrom)).slice(0, 8),
      ...(flow !== undefined && { flow }),
    });
  }
  return { cards, problems };
}

export async function writeCards(
  cards: Iterable<Card>,
  { site, sources }: Document,
  { flows, output, cache, styles }: { flows: Flows; output: string; cache: string; styles: string },
): Promise<void> {
  for (const { path, version, flow, ...words } of cards) {
    const kept = join(cache, `${version}-${words.language}.png`);
    await keepFile(kept, async () => {
      const { drawCard } = await import("./draw-card.ts");
      const { renderPng } = await import("../images/encode.ts");
      const found = flow && (await flows.read(sources.get(flow) ?? "", flow, site.languages));
      return renderPng(await drawCard(words, found ? found.drawn : undefined, styles), CARD.width);
    });
    await copyBelow(kept, output, path);
  }
}

function wordsOf({ title, description }: Site, language: string): CardWords {
  const say = (text: Site["title"]): string => (text[language] ?? "").normalize("NFC");
  return { language, title: say(title), description: say(description) };
}

/** The first that readers of the explainer see. */
function firstFlow({ pages, flows }: Document, language: string): string | undefined {
  const explainer = pages.find((page) => page.layout === "explainer" && page.language === language);
  const shown = explainer?.sections.flatMap(({ pictures }) => pictures.flatMap(({ file }) => file ?? []));
  return shown?.find((file) => isFlowFile(file) && flows.has(file));
}

function cannotDraw({ language }: CardWords, missing: readonly string[], { titlePlace }: Site): Problem {
  return {
    rule: "card",
    severity: "notice",
    message: `Cannot draw the picture that other sites show of this one in "${language}": no letter for "${missing.join("")}"; they show words alone`,
    place: titlePlace,
  };
}
