import type { ShownProblem } from "./events.ts";

/** The page with our script before its `</body>`, which is told the build that the page is from. */
export function insertClient(html: Buffer, build: number): Buffer {
  // One character a byte, so that a position in the text is a position in the bytes, whatever they encode.
  const text = html.toString("latin1").toLowerCase();
  const end = text.lastIndexOf("</body");
  const at = end < 0 ? html.length : end;
  // A module: the TypeScript compiler adds `export {}` to every script that it copies.
  const script = `<script type="module" src="/.preview/client.js" data-build="${build}"></script>\n`;
  return Buffer.concat([html.subarray(0, at), Buffer.from(script), html.subarray(at)]);
}

/** Stands in for every page until there is a first build. */
export function waitingPage(problems: readonly ShownProblem[]): Buffer {
  const failed = problems.some((problem) => problem.severity === "error");
  const title = failed ? "The first build failed" : "The first build is under way";
  const advice = failed
    ? "Mend what is named below and save; this page follows by itself."
    : "This page follows by itself when it is there.";
  const list = problems.map((problem) => `<pre>${escapeHtml(problem.text)}</pre>\n`).join("");
  // With scripts, the panel shows the problems and the stream brings the page.
  const unscripted = `<noscript>\n${list}</noscript>\n`;
  return page(
    title,
    `<p>${advice}</p>\n${unscripted}`,
    '<noscript><meta http-equiv="refresh" content="2"></noscript>\n',
  );
}

/** A page of one sentence and the way home. */
export function sentencePage(title: string, sentence: string): Buffer {
  return page(title, `<p>${escapeHtml(sentence)}</p>\n<p><a href="/">To the first page</a></p>\n`);
}

function page(title: string, body: string, head = ""): Buffer {
  return Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
${head}</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}</main>
</body>
</html>
`);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
