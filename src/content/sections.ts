import { compact } from "../compact.ts";
import { type Made, type Parsed, parseMarkdown, renderMarkdown } from "../markdown/markdown.ts";
import type { Place, Problem, Section, Shown } from "../model.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readSource } from "./source.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

/** What a section needs to know of the site around it. */
export interface SectionPlan {
  readonly name: string;
  readonly language: string;
  readonly file: string;
  /** The file that this one stands in for. */
  readonly standsFor?: string;
  readonly shift: 0 | 1;
  /** How many of its pictures load at once. */
  readonly eager: number;
  readonly words: Parsed["reading"]["words"];
  readonly aliases: Parsed["reading"]["aliases"];
  readonly address: Parsed["reading"]["address"];
  readonly href: (path: string) => string;
  readonly shown: Shown | undefined;
}

export interface ReadSection {
  /** Undefined where the file cannot be read. */
  readonly section: Section | undefined;
  readonly source: string | undefined;
  readonly problems: readonly Problem[];
}

/** Where a key of the front matter stands. */
function keyPlace(key: string, source: string, file: string): Place {
  const line = source.split("\n").findIndex((text) => text.startsWith(`${key}:`)) + 1;
  return { file, line: Math.max(line, 1), column: 1 };
}

const NO_FRONT_MATTER: { values: FrontMatter; problems: readonly Problem[] } = { values: {}, problems: [] };
const NOTHING_MADE: Made = { pictures: new Map(), flows: new Map() };

/**
 * One Markdown file → a section. Its tokens are dropped as soon as it is rendered: those of a thousand sections
 * would take more memory than all the rest. Only a section with pictures or flows waits for them.
 */
export async function readSection(
  folder: string,
  plan: SectionPlan,
  make: (files: readonly string[]) => Promise<Made>,
): Promise<ReadSection> {
  const { name, language, file } = plan;
  const { text: source, problems: faults } = readSource(folder, file);
  if (source === undefined) return { section: undefined, source, problems: faults };
  const { frontMatter, body, problems: loose } = splitFrontMatter(source, file);
  const { values, problems: slips } =
    frontMatter === undefined ? NO_FRONT_MATTER : readFrontMatter(frontMatter, file);
  const parsed = parseMarkdown(body, {
    file,
    language,
    lines: body.split("\n"),
    docId: name,
    shift: plan.shift,
    words: plan.words,
    aliases: plan.aliases,
    address: plan.address,
    allowances: [],
    languageMarks: [],
    idMarks: [],
    definitions: [],
    undefinedLinks: [],
  });
  const { outline } = parsed;
  const files = outline.pictures.flatMap((use) => use.file ?? []);
  const made = files.length === 0 ? NOTHING_MADE : await make(files);
  // One text instead of the pieces that it was put together from.
  const html = compact(renderMarkdown(parsed, made, plan.href, { eager: plan.eager }));
  const title = outline.headings[0]?.text ?? name;
  const section: Section = {
    ...outline,
    name,
    language,
    file,
    title,
    nav: values.nav ?? title,
    html,
    ...(values.reviewed === undefined ? {} : { reviewed: values.reviewed }),
    ...(values.source === undefined
      ? {}
      : { source: { id: values.source, place: keyPlace("source", source, file) } }),
    ...(plan.standsFor === undefined ? {} : { standsFor: plan.standsFor }),
    ...(plan.shown === undefined ? {} : { shown: plan.shown }),
  };
  return { section, source, problems: [...faults, ...loose, ...slips] };
}
