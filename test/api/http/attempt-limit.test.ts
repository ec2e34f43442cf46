/** Attempts are counted by key, come back one by one, in bounded memory. */
import { expect, test } from "vitest";
import { createAttemptLimit } from "../../../api/http/attempt-limit.ts";

test("a key's attempts come back evenly, and keys do not count for each other", () => {
  let now = 0;
  const within = createAttemptLimit({ most: 2, perSeconds: 60, keys: 10 }, () => new Date(now));
  expect([within("a"), within("a"), within("a"), within("b")]).toEqual([true, true, false, true]);
  now = 29_999;
  expect(within("a")).toBe(false);
  now = 30_000;
  expect([within("a"), within("a")]).toEqual([true, false]);
  now = 1_000_000;
  expect([within("a"), within("a"), within("a")]).toEqual([true, true, false]);
});

test("whoever goes on trying keeps nobody from the next attempt", () => {
  let now = 0;
  const within = createAttemptLimit({ most: 5, perSeconds: 600, keys: 10 }, () => new Date(now));
  let allowed = 0;
  for (now = 0; now < 3_600_000; now += 1_000) if (within("a")) allowed += 1;
  expect(allowed).toBe(5 + 29);
});

test("a clock that goes back takes no attempts away and gives none", () => {
  let now = 1_000_000;
  const within = createAttemptLimit({ most: 1, perSeconds: 60, keys: 3 }, () => new Date(now));
  expect(within("a")).toBe(true);
  now = 0;
  expect(within("a")).toBe(false);
  now = 60_000;
  expect(within("a")).toBe(true);
});

test("only the keys used last are remembered, so that trying many keys does not fill the memory", () => {
  const within = createAttemptLimit({ most: 1, perSeconds: 60, keys: 3 }, () => new Date(0));
  for (const key of ["a", "b", "c", "d"]) expect(within(key)).toBe(true);
  expect([within("b"), within("d")]).toEqual([false, false]);
  expect(within("a")).toBe(true);
});
