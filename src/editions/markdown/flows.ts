import type { RootContent } from "mdast";
import { differences } from "../../diagrams/figure.ts";
import type { Flow } from "../../diagrams/flow.ts";
import { say, starterOf } from "../../diagrams/words.ts";
import type { Words } from "../../printing/words.ts";
import { listOf, paragraph, strong, text } from "./nodes.ts";

/** A flow that a text shows, with the words that its author gave it. */
export interface ShownFlow {
  readonly flow: Flow;
  /** Of the drawing, from anywhere. */
  readonly address: string;
  readonly alternative: string;
}

/** A figure of flows, as the page has it: each with its drawing, and with its steps in words. */
export function flowBlocks(shown: readonly ShownFlow[], language: string, words: Words): RootContent[] {
  return shown.flatMap(({ flow, address, alternative }, index) => {
    const other = shown.length > 1 ? shown[1 - index]?.flow : undefined;
    const title = flow.title[language] ?? "";
    return [
      ...(other === undefined ? [] : [paragraph(strong(title))]),
      paragraph({ type: "image", url: address, alt: alternative || title }),
      paragraph(text(`${say(words, "flowSteps")}:`)),
      steps(flow, language, words, other),
    ];
  });
}

function steps(flow: Flow, language: string, words: Words, other: Flow | undefined): RootContent {
  const onlyHere = other === undefined ? undefined : differences(flow, other).steps;
  const lines = flow.steps.map((step, index) => {
    const sentence = `${step.text[language] ?? ""} (${starterOf(flow, step, language, words)})`;
    return [text(onlyHere?.has(index) === true ? `${sentence} (${say(words, "flowOnlyHere")})` : sentence)];
  });
  return listOf(lines, { ordered: true });
}
