/** Attempts are counted by key and window, in bounded memory. */
import { expect, test } from "vitest";
import { createAttemptLimit } from "../../../api/tickets/attempt-limit.ts";

test("a key has its attempts again when its window is over, and keys do not count for each other", () => {
  let now = 0;
  const within = createAttemptLimit({ most: 2, perSeconds: 60, keys: 10 }, () => new Date(now));
  expect([within("a"), within("a"), within("a"), within("b")]).toEqual([true, true, false, true]);
  now = 59_999;
  expect(within("a")).toBe(false);
  now = 60_000;
  expect(within("a")).toBe(true);
});

test("only the last keys are remembered, so that trying many keys does not fill the memory", () => {
  const within = createAttemptLimit({ most: 1, perSeconds: 60, keys: 3 }, () => new Date(0));
  for (const key of ["a", "b", "c", "d"]) expect(within(key)).toBe(true);
  expect([within("b"), within("d")]).toEqual([false, false]);
  expect(within("a")).toBe(true);
});
