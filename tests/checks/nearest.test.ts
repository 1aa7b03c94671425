import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/nearest.ts";

describe("the nearest name", () => {
  it.each([
    ["principels", ["faq", "principles"], "principles"],
    ["hiev", ["hive", "bees"], "hive"],
    ["Why", ["how", "why"], "why"],
    ["push-base", ["push-based", "pull-based"], "push-based"],
    ["gett-started", ["get-started", "getting-started"], "get-started"],
    ["started", ["getting-started"], "getting-started"],
    ["gett", ["getting-started"], "getting-started"],
    ["größe", ["groesse", "größen"], "größen"],
    ["toString", ["constructor", "tostring"], "tostring"],
    ["ab", ["cd", "ef"], undefined],
    ["abc", ["xyz"], undefined],
    ["abc", [], undefined],
    ["", ["abc"], undefined],
    ["started", ["start"], "start"],
    ["sections", ["sesions"], "sesions"],
    ["same", ["sane", "some"], "sane"],
    ["p", ["b"], undefined],
    ["P", ["p"], "p"],
    ["honey", ["money", "honey"], "honey"],
    ["completely-other", ["quite-different-name"], undefined],
  ])("to %j among %j is %j", (word, names, expected) => expect(nearest(word, names)).toBe(expected));

  it("ends a message, or says nothing", () => {
    expect(didYouMean("wals", ["walls"], "#")).toBe('; did you mean "#walls"?');
    expect(didYouMean("wals", ["roof"])).toBe("");
  });

  it("is not asked for where it looks the same: no one would see what to change", () => {
    const [one, other] = ["\u00FCber", "u\u0308ber"];
    expect(didYouMean(one, ["uber", other])).toBe(
      "; the one that is there looks the same, but is written with other code points (NFD); type that one anew",
    );
    expect(didYouMean(other, ["uber", one])).toBe(
      "; the one that is there looks the same, but is written with other code points than this (NFD); type this one anew",
    );
    expect(didYouMean("한국", ["한국".normalize("NFD")])).toContain("(NFD)");
    expect(didYouMean("\u1EC7", ["\u1EB9\u0302"])).toContain("(not NFC)");
  });
});
