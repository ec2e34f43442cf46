/** Where the parts of a distribution stand in a diverging bar. */
import { expect, test } from "vitest";
import { placeParts } from "../../../../web/evaluator/figures/share-parts.ts";

const single = (counts: readonly number[]) =>
  counts.map((count, index) => ({ from: index + 1, to: index + 1, low: count, high: count }));

const all = (n: number) => ({ low: n, high: n });

test("the middle point stands half on each side", () => {
  const placed = placeParts(single([10, 20, 40, 20, 10]), 5, all(100))?.parts;
  expect(placed?.map(({ start }) => Number(start.toFixed(2)))).toEqual([-0.5, -0.4, -0.2, 0.2, 0.4]);
  expect(placed?.map(({ tone }) => tone)).toEqual([
    "unfavourable-strong",
    "unfavourable",
    "neutral",
    "favourable",
    "favourable-strong",
  ]);
});

test("an even scale has no middle, and nothing is neutral", () => {
  const placed = placeParts(single([25, 25, 25, 25]), 4, all(100))?.parts;
  expect(placed?.map(({ start }) => start)).toEqual([-0.5, -0.25, 0, 0.25]);
  expect(placed?.some(({ tone }) => tone === "neutral")).toBe(false);
});

test("points that were put together across the middle belong to neither side", () => {
  const placed = placeParts(
    [
      { from: 1, to: 4, low: 8, high: 8 },
      { from: 5, to: 5, low: 2, high: 2 },
    ],
    5,
    all(10),
  )?.parts;
  expect(placed?.map(({ tone }) => tone)).toEqual(["mixed", "favourable-strong"]);
  expect(placed?.[0]?.start).toBe(-0.4);
});

test("nobody's answers have no parts", () => {
  expect(placeParts(single([0, 0, 0]), 3, all(0))).toBeUndefined();
});

test("bounds are drawn as wide as is certain, with an open end to where each side may reach", () => {
  const placed = placeParts(
    [
      { from: 1, to: 1, low: 0, high: 2 },
      { from: 2, to: 2, low: 0, high: 2 },
      { from: 3, to: 3, low: 3, high: 5 },
      { from: 4, to: 4, low: 9, high: 9 },
      { from: 5, to: 5, low: 6, high: 6 },
    ],
    5,
    all(20),
  );
  expect(placed?.parts.map(({ share }) => share.low)).toEqual([0, 0, 3 / 20, 9 / 20, 6 / 20]);
  expect(placed?.open.right.low).toBeCloseTo(16.5 / 20, 9);
  expect(placed?.open.right.high).toBeCloseTo(17.5 / 20, 9);
  expect(placed?.open.left.high).toBeCloseTo(-1.5 / 20, 9);
  expect(placed?.open.left.low).toBeCloseTo(-3.5 / 20, 9);
});

test("a bar of bounds holds the bar of each world within them", () => {
  const bounds = [
    { from: 1, to: 2, low: 0, high: 2 },
    { from: 3, to: 3, low: 0, high: 3 },
    { from: 4, to: 5, low: 8, high: 12 },
  ];
  const n = 12;
  const placed = placeParts(bounds, 5, all(n));
  for (let left = 0; left <= 2; left += 1) {
    for (let middle = 0; middle <= 3; middle += 1) {
      const right = n - left - middle;
      if (right < 8) continue;
      expect((right + middle / 2) / n).toBeLessThanOrEqual((placed?.open.right.high ?? 0) + 1e-9);
      expect((right + middle / 2) / n).toBeGreaterThanOrEqual((placed?.open.right.low ?? 1) - 1e-9);
      expect(-(left + middle / 2) / n).toBeGreaterThanOrEqual((placed?.open.left.low ?? 0) - 1e-9);
    }
  }
});
