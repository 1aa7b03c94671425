import type { Allowance, Document, Problem } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { RULES } from "./rules.ts";

const ALLOWED = RULES.filter(({ mayBeAllowed }) => mayBeAllowed === true).map(({ name }) => name);

/** Takes out what editors have allowed, and reports allowances that say no reason or allow nothing. */
export function applyAllowances(problems: readonly Problem[], { pages }: Document): Problem[] {
  const allowances = pages.flatMap((page) => page.sections.flatMap((section) => section.allowances));
  if (allowances.length === 0) return [...problems];
  const used = new Set<Allowance>();
  const kept = problems.filter(({ rule, place }) => {
    const allowance = allowances.find(
      (mark) =>
        mark.rule === rule &&
        mark.place.file === place.file &&
        mark.firstLine <= place.line &&
        place.line <= mark.lastLine &&
        ALLOWED.includes(rule) &&
        mark.reason !== "",
    );
    if (allowance !== undefined) used.add(allowance);
    return allowance === undefined;
  });
  return [...kept, ...allowances.flatMap((mark) => slipOf(mark, used))];
}

function slipOf(mark: Allowance, used: ReadonlySet<Allowance>): Problem[] {
  const slip = (severity: Problem["severity"], message: string): Problem[] => [
    { rule: "allowance", severity, message, place: mark.place },
  ];
  if (!ALLOWED.includes(mark.rule)) {
    const near = didYouMean(mark.rule, ALLOWED) || `; what can be allowed: ${ALLOWED.join(", ")}`;
    return slip("error", `Cannot allow "${mark.rule}"${near}`);
  }
  if (mark.reason === "") return slip("error", `Say why: <!-- allow ${mark.rule}: reason -->`);
  return used.has(mark)
    ? []
    : slip("notice", `Nothing below needs "allow ${mark.rule}"; take the comment away`);
}
