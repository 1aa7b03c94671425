import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import type MarkdownIt from "markdown-it";
import { CodeEmitter } from "./code-emitter.ts";
import type { Reading } from "./reading.ts";
import { fill } from "./words.ts";

// Each language by its name: the whole of highlight.js would load 190 of them at every start.
const LANGUAGES = {
  bash,
  css,
  diff,
  dockerfile,
  go,
  ini,
  javascript,
  json,
  markdown,
  python,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(LANGUAGES)) highlighter.registerLanguage(name, language);
highlighter.configure({ __emitter: CodeEmitter });

/** Code is coloured while the site is built, by classes; no script and no `style` on the page. */
export function code(md: MarkdownIt): void {
  md.renderer.rules.fence = (tokens, index, _, env: Reading) => {
    const token = tokens[index];
    return token === undefined
      ? ""
      : block(md, token.content, md.utils.unescapeAll(token.info).trim().split(/\s+/)[0] ?? "", env);
  };
  md.renderer.rules.code_block = (tokens, index, _, env: Reading) =>
    block(md, tokens[index]?.content ?? "", "", env);
}

function block(md: MarkdownIt, text: string, language: string, { words }: Reading): string {
  const known = language !== "" && highlighter.getLanguage(language) !== undefined;
  const inner = known
    ? highlighter.highlight(text, { language, ignoreIllegals: true }).value
    : md.utils.escapeHtml(text);
  const label = md.utils.escapeHtml(language === "" ? (words.code ?? "Code") : fill(words.codeIn, language));
  const name = language === "" ? "" : ` class="language-${md.utils.escapeHtml(language)}"`;
  return `<pre class="code" role="group" tabindex="0" aria-label="${label}"><code${name}>${inner}</code></pre>\n`;
}
