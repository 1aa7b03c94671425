import { expect, test } from "vitest";
import { limit } from "../src/limit.ts";

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

test("limit runs no more at a time than it says, in the order in which they came", async () => {
  const inTurn = limit(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const results = [1, 2, 3, 4, 5].map((number) =>
    inTurn(async () => {
      begun.push(number);
      most = Math.max(most, ++running);
      await tick();
      running--;
      return number * 10;
    }),
  );
  expect(await Promise.all(results)).toEqual([10, 20, 30, 40, 50]);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("limit goes on after a failure", async () => {
  const inTurn = limit(1);
  const failed = inTurn(() => Promise.reject(new Error("Cannot run")));
  const next = inTurn(async () => "done");
  await expect(failed).rejects.toThrow("Cannot run");
  expect(await next).toBe("done");
});
