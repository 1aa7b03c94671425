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
    ["honey", ["money", "honey"], "honey"],
    ["completely-other", ["quite-different-name"], undefined],
  ])("to %j among %j is %j", (word, names, expected) => expect(nearest(word, names)).toBe(expected));

  it("ends a message, or says nothing", () => {
    expect(didYouMean("wals", ["walls"], "#")).toBe('; did you mean "#walls"?');
    expect(didYouMean("wals", ["roof"])).toBe("");
  });
});
