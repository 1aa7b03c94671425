/** Why git does not tell the past as a whole, with the way out. */
export const REASONS = {
  shallow: shallowReason(),
  partial: 'this clone lacks earlier texts; clone it again without "--filter"',
  "no-git": "git cannot be started; install it",
  refused: 'git does not read this repository; let "git status" say why',
} as const;

/** `fetched`: what a clone of one branch needs beside its history, as `git fetch` takes it: `origin main:main`. */
export function shallowReason(fetched = ""): string {
  const command = `git fetch --unshallow ${fetched}`.trim();
  return `this clone is shallow; run "${command}", or in a workflow check out with "fetch-depth: 0"`;
}
