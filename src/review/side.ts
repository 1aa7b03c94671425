import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "../build.ts";
import { planRedirects } from "../content/redirects.ts";
import { exportPath } from "../diagrams/export-path.ts";
import { orAbsent } from "../error-code.ts";
import type { Outcome } from "../microsite.ts";
import type { Document } from "../model.ts";
import type { PictureState, Side } from "./compare.ts";
import { readView } from "./view.ts";

/** Builds one state of a site into a folder of its own, faults and all, and reads it as readers get it. */
export async function buildSide(
  folder: string,
  output: string,
  onProgress: (what: string) => void,
): Promise<Side & { readonly outcome: Outcome }> {
  const outcome = await run({ folder, onProgress }, output);
  const { document, pages, problems } = outcome;
  const files = [...document.files].filter((file) => file.startsWith("images/"));
  const states = files.map(async (file) => {
    const state = await pictureState(folder, file, document);
    return state === undefined ? [] : [[file, state] as const];
  });
  return {
    // A page of changes tells of commits, which are no news to who reviews them.
    views: pages
      .filter(({ page }) => page.layout !== "changes")
      .map(({ page, html }) => readView(page.path, html)),
    moved: new Map(planRedirects(document).pages.map(({ path, to }) => [path, to.path])),
    translations: new Map(document.translations.map(({ file, state }) => [file, state])),
    pictures: new Map((await Promise.all(states)).flat()),
    problems,
    outcome,
  };
}

async function pictureState(
  folder: string,
  file: string,
  document: Document,
): Promise<PictureState | undefined> {
  // A link may lead nowhere, or to a device without an end.
  if (!(await orAbsent(stat(join(folder, file))))?.isFile()) return undefined;
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(folder, file)), hash);
  const shown = shownPath(file, document);
  return { hash: hash.digest("hex"), ...(shown === undefined ? {} : { shown }) };
}

/** Where the built site has a picture, in the format that every browser shows. */
function shownPath(file: string, { pictures, flows, site }: Document): string | undefined {
  const [language = ""] = site.languages;
  if (flows.has(file)) return exportPath(file, language, site.languages, "png");
  const picture = pictures.get(file);
  return picture?.kind === "picture" ? picture.sources.at(-1)?.variants.at(-1)?.path : undefined;
}
