import { describe, expect, it } from "vitest";
import { usefulWords } from "../../src/content/changes.ts";

describe("what readers are told of a commit", () => {
  it.each([
    ["Answer more questions", "Answer more questions"],
    ["answer more questions (#12)", "Answer more questions"],
    ["Answer more questions (!12)", "Answer more questions"],
    ["docs(faq): answer more questions", "Answer more questions"],
    ["feat!: ändere alles", "Ändere alles"],
    ["Style: what it is", undefined],
    ["Chores of a bee", "Chores of a bee"],
    ["Fix: the date", "The date"],
    ['Revert "Answer more questions"', 'Revert "Answer more questions"'],
    ["\u001b[31mred\u0007", "[31mred"],
    ["chore: format", undefined],
    ["chore(deps)!: format", undefined],
    ["ci: run", undefined],
    ["fixup! Answer more questions", undefined],
    ["Merge branch 'main' into words", undefined],
    ["Merge pull request #12 from bees/words", undefined],
    ["docs: ", undefined],
    ["", undefined],
  ])("is what is useful of %j", (subject, words) => {
    expect(usefulWords(subject)).toBe(words);
  });
});
