import type { Flow, Step } from "./flow.ts";
import { holdersOf } from "./nesting.ts";

/** Words of the interface, by their names in `layouts/words/`. */
export type Words = Readonly<Record<string, string>>;

export function say(words: Words, name: string, value = ""): string {
  return (words[name] ?? "{}").replace("{}", () => value);
}

/** What a reader hears of a step besides its sentence: `started by Operator, from inside “Environment”` */
export function starterOf(flow: Flow, step: Step, language: string, words: Words): string {
  const [starter, other] = step.starter === "sender" ? [step.from, step.to] : [step.to, step.from];
  const labelOf = (id: string): string =>
    [...flow.actors, ...flow.boundaries].find((one) => one.id === id)?.label[language] ?? id;
  // The outermost boundary on each side is the one that matters: what is in it is crossed with it.
  const left = holdersOf(starter, flow).find((id) => !holdersOf(other, flow).includes(id));
  const entered = holdersOf(other, flow).find((id) => !holdersOf(starter, flow).includes(id));
  return [
    say(words, "flowStartedBy", labelOf(starter)),
    left === undefined ? "" : say(words, "flowFromInside", labelOf(left)),
    entered === undefined ? "" : say(words, "flowFromOutside", labelOf(entered)),
    step.repeats ? say(words, "flowRepeats") : "",
    step.optional ? say(words, "flowOptional") : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
