// The nouns of this stage: what an editor writes as a flow, and what becomes of it before it is drawn.

import type { Place, Text } from "../model.ts";

/** `images/pull.flow.yaml` is a flow, whatever it holds. */
export function isFlowFile(file: string): boolean {
  return file.endsWith(".flow.yaml");
}

/** How a change moves between people and machines. */
export interface Flow {
  /** The file's name without its endings: `pull` for `images/pull.flow.yaml`. */
  readonly name: string;
  /** Relative to the site's folder. */
  readonly file: string;
  readonly languages: readonly string[];
  readonly title: Text;
  readonly actors: readonly Actor[];
  readonly boundaries: readonly Boundary[];
  /** In the order in which they happen; the first is number 1. */
  readonly steps: readonly Step[];
}

export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly label: Text;
  /** The boundary that holds it. */
  readonly within?: string;
}

/** Encloses actors and other boundaries: a cluster, a company, an environment. */
export interface Boundary {
  readonly id: string;
  readonly label: Text;
  readonly within?: string;
}

export interface Step {
  /** The actors between which something flows, by their ids. */
  readonly from: string;
  readonly to: string;
  /** Who starts it, which is apart from the way that things flow: a fetch is started by its receiver. */
  readonly starter: "sender" | "receiver";
  /** A sentence without its full stop: `The operator fetches the environment repository` */
  readonly text: Text;
  readonly repeats: boolean;
  readonly optional: boolean;
  readonly place: Place;
}

export const ACTOR_KINDS = [
  "person",
  "repository",
  "pipeline",
  "registry",
  "operator",
  "environment",
  "api",
  "server",
  "database",
  "chat",
  "monitor",
  "file",
  "key",
  "cloud",
] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];

// ── Where everything stands ────────────────────────────────────────────────────────────────────

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Words set in lines, for each language. */
export type Lines = Readonly<Record<string, readonly string[]>>;

export interface PlacedActor extends Box {
  readonly id: string;
  readonly lines: Lines;
}

export interface PlacedBoundary extends Box {
  readonly id: string;
  /** How many boundaries enclose it. */
  readonly depth: number;
  /** Where the label stands: as large as the longest of all languages needs. */
  readonly label: Box;
  readonly lines: Lines;
}

/** A step as a line of level and upright parts, from the sender's border to the receiver's. */
export interface PlacedStep {
  readonly points: readonly Point[];
  /** The middle of its number. */
  readonly disc: Point;
}

/** One arrangement of a flow. Steps stand in the flow's order. The same for every language. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly actors: readonly PlacedActor[];
  readonly boundaries: readonly PlacedBoundary[];
  readonly steps: readonly PlacedStep[];
}

export interface Drawings {
  /** Absent where no arrangement is narrow enough for a wide screen to show it in readable letters. */
  readonly wide?: Drawing;
  readonly narrow: Drawing;
}

/** A flow that has been read and laid out. */
export interface DrawnFlow {
  readonly flow: Flow;
  readonly drawings: Drawings;
}
