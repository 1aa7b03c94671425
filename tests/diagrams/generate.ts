import { ACTOR_KINDS, type Flow } from "../../src/diagrams/flow.ts";

/** A flow of 3 to 14 actors, in boundaries that may hold each other; the same for the same seed. */
export function generateFlow(seed: number, count?: number): Flow {
  const random = mulberry(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const actorCount = count ?? 3 + below(12);
  const words = ["Build", "Pipeline", "Repository", "of", "the", "Environment", "API", "Anwendung", "Log"];
  const label = (): Record<string, string> => {
    const text = Array.from({ length: 1 + below(3) }, () => words[below(words.length)]).join(" ");
    return { en: text, de: `${text} ${words[below(words.length)]}` };
  };
  const boundaryCount = Math.min(below(4), Math.floor(actorCount / 2));
  const boundaries = Array.from({ length: boundaryCount }, (_, index) => ({
    id: `b${index}`,
    label: label(),
    ...(index > 0 && random() < 0.5 ? { within: `b${below(index)}` } : {}),
  }));
  const actors = Array.from({ length: actorCount }, (_, index) => ({
    id: `a${index}`,
    kind: ACTOR_KINDS[below(ACTOR_KINDS.length)] ?? "server",
    label: label(),
    // Each boundary holds an actor at least.
    ...(index < boundaryCount
      ? { within: `b${index}` }
      : boundaryCount > 0 && random() < 0.4
        ? { within: `b${below(boundaryCount)}` }
        : {}),
  }));
  const stepCount = actorCount - 1 + below(5);
  const steps = Array.from({ length: stepCount }, (_, index) => {
    const from = index < actorCount - 1 && random() < 0.7 ? index : below(actorCount);
    const to = random() < 0.6 ? (from + 1) % actorCount : (from + 1 + below(actorCount - 1)) % actorCount;
    return {
      from: `a${from}`,
      to: `a${to}`,
      starter: random() < 0.4 ? ("receiver" as const) : ("sender" as const),
      text: { en: `Step ${index}`, de: `Schritt ${index}` },
      repeats: random() < 0.2,
      optional: random() < 0.1,
      place: { file: "generated", line: 1, column: 1 },
    };
  });
  return {
    name: `generated-${seed}`,
    file: "generated",
    languages: ["en", "de"],
    title: { en: "Generated", de: "Erzeugt" },
    actors,
    boundaries,
    steps,
  };
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
