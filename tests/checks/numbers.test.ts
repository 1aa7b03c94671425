import { expect, it } from "vitest";
import { numbersIn } from "../../src/checks/numbers.ts";

const SYSTEMS = Intl.supportedValuesOf("numberingSystem").filter((system) => {
  return /^\p{Nd}$/u.test(new Intl.NumberFormat("en", { numberingSystem: system }).format(0));
});

it.each(SYSTEMS)("numbers are read in the digits called %s", (numberingSystem) => {
  const digits = new Intl.NumberFormat("en", {
    numberingSystem,
    useGrouping: false,
    minimumIntegerDigits: 10,
  });
  expect(numbersIn(digits.format(123456789), new Set()).map(({ key }) => key)).toEqual(["0123456789"]);
});
