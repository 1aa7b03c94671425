import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS =
  "a system that describes its own state in files keeps every version of them and works until the real one agrees with what was written there by people who read each other's changes before they count".split(
    " ",
  );

/** Section files of about 330 words: headings, lists, links, a table, a quotation, a note and three blocks of code. */
export function sectionText(number: number): string {
  const sentence = (seed: number, length = 14): string => {
    const words = Array.from({ length }, (_, at) => WORDS[(seed * 7 + at * 5 + number) % WORDS.length] ?? "");
    return `${words.join(" ").replace(/^./, (first) => first.toUpperCase())}.`;
  };
  const paragraph = (seed: number): string => [0, 1, 2, 3].map((at) => sentence(seed + at)).join("\n");
  const parts = [1, 2, 3].map(
    (part) => `## Part ${part} of ${number}

${paragraph(part)} See [the first part](#part-1-of-${number}) and \`kubectl get pods\`.

- ${sentence(part + 10, 9)}
- ${sentence(part + 20, 9)} **Strong words** and *others*.

\`\`\`yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${number}-${part}
  labels: { app: "web", tier: 'front' } # a comment
spec:
  replicas: ${part}
\`\`\`
`,
  );
  return `# Section ${number}

${paragraph(0)}

${parts.join("\n")}
| Point | Push | Pull |
| --- | --- | --- |
| ${sentence(31, 3)} | ${sentence(32, 4)} | ${sentence(33, 4)} |
| ${sentence(34, 3)} | ${sentence(35, 4)} | ${sentence(36, 4)} |

> ${sentence(40)}

> [!NOTE]
> ${sentence(41)}
`;
}

export const sectionName = (number: number): string => `section-${number}`;

/** A site of ours with so many sections. */
export function writeOurs(folder: string, sections: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "content", "_data"), { recursive: true });
  mkdirSync(join(folder, "content", "en"), { recursive: true });
  const names = Array.from({ length: sections }, (_, index) => sectionName(index + 1));
  const settings = [
    "title: Bench",
    "description: Many sections",
    "address: https://example.org",
    "languages: [en]",
    "sections:",
  ];
  writeFileSync(
    join(folder, "content", "_data", "site.yaml"),
    [...settings, ...names.map((name) => `  - ${name}`), ""].join("\n"),
  );
  for (const [index, name] of names.entries()) {
    writeFileSync(
      join(folder, "content", "en", `${name}.md`),
      `---\nnav: Section ${index + 1}\n---\n\n${sectionText(index + 1)}`,
    );
  }
}

/** The same sections for plain Eleventy: rendered and highlighted into one page with the same libraries, no checks. */
export function writePeer(folder: string, sections: number, modules: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "sections"), { recursive: true });
  for (let number = 1; number <= sections; number++) {
    const front = `---\ntags: section\npermalink: false\norder: ${number}\n---\n\n`;
    writeFileSync(join(folder, "sections", `${sectionName(number)}.md`), front + sectionText(number));
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "index.njk"), PEER_PAGE);
  writeFileSync(join(folder, "eleventy.config.js"), peerConfiguration(modules));
}

const PEER_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bench</title></head>
<body>
<main>
{%- for section in collections.section | ordered %}
<section id="{{ section.fileSlug }}">{{ section.templateContent | safe }}</section>
{%- endfor %}
</main>
</body>
</html>
`;

const LANGUAGES = ["bash", "css", "diff", "dockerfile", "go", "ini", "javascript", "json"].concat([
  "markdown",
  "python",
  "shell",
  "sql",
  "typescript",
  "xml",
  "yaml",
]);

function peerConfiguration(modules: string): string {
  const load = (name: string): string => JSON.stringify(join(modules, name));
  return `import MarkdownIt from ${load("markdown-it/index.mjs")};
import anchor from ${load("markdown-it-anchor/dist/markdownItAnchor.mjs")};
import footnote from ${load("markdown-it-footnote/index.mjs")};
import highlighter from ${load("highlight.js/lib/core.js")};
${LANGUAGES.map((name) => `import ${name} from ${load(`highlight.js/lib/languages/${name}.js`)};`).join("\n")}
for (const [name, language] of Object.entries({ ${LANGUAGES.join(", ")} })) highlighter.registerLanguage(name, language);

const library = new MarkdownIt({
  html: true,
  highlight: (text, language) =>
    highlighter.getLanguage(language) ? highlighter.highlight(text, { language, ignoreIllegals: true }).value : "",
})
  .use(footnote)
  .use(anchor, { tabIndex: false, permalink: anchor.permalink.linkInsideHeader() });

export default function (eleventy) {
  eleventy.setLibrary("md", library);
  eleventy.addFilter("ordered", (all) => [...all].sort((a, b) => a.data.order - b.data.order));
  return { markdownTemplateEngine: false, dir: { input: ".", output: "_site" } };
}
`;
}
