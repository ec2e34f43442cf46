/** Where the parts of a distribution stand in a diverging bar. */
import { expect, test } from "vitest";
import { placeParts } from "../../../../web/evaluator/figures/share-parts.ts";

const single = (counts: readonly number[]) =>
  counts.map((count, index) => ({ from: index + 1, to: index + 1, low: count, high: count }));

test("the middle point stands half on each side", () => {
  const placed = placeParts(single([10, 20, 40, 20, 10]), 5);
  expect(placed.map(({ start }) => Number(start.toFixed(2)))).toEqual([-0.5, -0.4, -0.2, 0.2, 0.4]);
  expect(placed.map(({ tone }) => tone)).toEqual([
    "unfavourable-strong",
    "unfavourable",
    "neutral",
    "favourable",
    "favourable-strong",
  ]);
});

test("an even scale has no middle, and nothing is neutral", () => {
  const placed = placeParts(single([25, 25, 25, 25]), 4);
  expect(placed.map(({ start }) => start)).toEqual([-0.5, -0.25, 0, 0.25]);
  expect(placed.some(({ tone }) => tone === "neutral")).toBe(false);
});

test("points that were put together across the middle belong to neither side", () => {
  const placed = placeParts(
    [
      { from: 1, to: 4, low: 8, high: 8 },
      { from: 5, to: 5, low: 2, high: 2 },
    ],
    5,
  );
  expect(placed.map(({ tone }) => tone)).toEqual(["mixed", "favourable-strong"]);
  expect(placed[0]?.start).toBe(-0.4);
});

test("nobody's answers have no parts", () => {
  expect(placeParts(single([0, 0, 0]), 3)).toEqual([]);
});
