/** The editions that take longer than a build, by the endings of their names. */
export const ENDINGS = ["epub", "pdf"] as const;
export type Ending = (typeof ENDINGS)[number];

export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];
