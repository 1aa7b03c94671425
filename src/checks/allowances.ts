import { LINK_RULES } from "../links/verdict.ts";
import { fold } from "../markdown/words.ts";
import type { Allowance, Document, Problem } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { RULES } from "./rules.ts";

const ALLOWED: readonly string[] = [
  ...RULES.filter(({ mayBeAllowed }) => mayBeAllowed === true).map(({ name }) => name),
  ...LINK_RULES,
];

/** Takes out what editors have allowed, and reports allowances that say no reason or allow nothing. */
export function applyAllowances(problems: readonly Problem[], document: Document): Problem[] {
  const { kept, used } = takeOutAllowed(problems, document);
  return [...kept, ...allowancesIn(document).flatMap((mark) => slipOf(mark, used))];
}

/** The problems that no editor has allowed, and the allowances that were needed. */
export function takeOutAllowed(
  problems: readonly Problem[],
  document: Document,
): { kept: readonly Problem[]; used: ReadonlySet<Allowance> } {
  const allowances = allowancesIn(document);
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
  return { kept, used };
}

function allowancesIn({ pages }: Document): Allowance[] {
  return pages.flatMap((page) => page.sections.flatMap((section) => section.allowances));
}

function slipOf(mark: Allowance, used: ReadonlySet<Allowance>): Problem[] {
  const slip = (severity: Problem["severity"], message: string): Problem[] => [
    { rule: "allowance", severity, message, place: mark.place },
  ];
  if (mark.rule === "") {
    const written = fold(mark.written);
    return slip("error", `Cannot read "${written}"; write <!-- allow rule: reason -->`);
  }
  if (mark.lastLine === 0) {
    const words = `"allow ${mark.rule}" stands among words, where it is for nothing`;
    return slip("error", `${words}; put the comment on a line of its own, above what it is for`);
  }
  if (!ALLOWED.includes(mark.rule)) {
    const near = didYouMean(mark.rule, ALLOWED) || `; what can be allowed: ${ALLOWED.join(", ")}`;
    return slip("error", `Cannot allow "${mark.rule}"${near}`);
  }
  if (mark.reason === "") return slip("error", `Say why: <!-- allow ${mark.rule}: reason -->`);
  // Whether a link needs one, nobody knows who has not asked its host.
  const isForLink = LINK_RULES.some((rule) => rule === mark.rule);
  return used.has(mark) || isForLink
    ? []
    : slip("notice", `Nothing below needs "allow ${mark.rule}"; take the comment away`);
}
