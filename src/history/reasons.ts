/** Why git does not tell the past as a whole, with the way out. */
export const REASONS = {
  shallow:
    'this clone is shallow; run "git fetch --unshallow", or in a workflow check out with "fetch-depth: 0"',
  partial: 'this clone lacks earlier texts; clone it again without "--filter"',
  "no-git": "git cannot be started; install it",
  refused: 'git does not read this repository; let "git status" say why',
} as const;
