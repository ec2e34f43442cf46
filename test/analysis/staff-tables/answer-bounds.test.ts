/** Parts, favourable answers, means and spreads of cells whose counts are bounds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exactScale,
  favourableBounds,
  meanBounds,
  partsOf,
  spreadBounds,
} from "../../../analysis/staff-tables/answer-bounds.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";

const points = ["1", "2", "3", "4", "5"];
const item = { points, reverseKeyed: false };
const reverse = { points, reverseKeyed: true };

describe("a cell of which all is exact", () => {
  const cell = { n: 10, value: exactScale([1, 2, 3, 0, 4]) };

  it("has a part a point, and one value of everything", () => {
    expect(partsOf(item, cell).map(({ low, high }) => [low, high])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [0, 0],
      [4, 4],
    ]);
    expect(favourableBounds(item, cell)).toEqual(exactly(4));
    expect(favourableBounds(reverse, cell)).toEqual(exactly(3));
    expect(meanBounds(item, cell)).toEqual({ low: 3.4, high: 3.4 });
    expect(meanBounds(reverse, cell)).toEqual({ low: 2.6, high: 2.6 });
    const spread = spreadBounds(item, cell);
    expect(spread?.low).toBeCloseTo(Math.sqrt(20.4 / 9), 12);
    expect(spread?.high).toBe(spread?.low);
  });
});

describe("a cell with its favourable answers only", () => {
  const value = { kind: "scale", given: exactly(12), borders: [{ above: 3, low: 10, high: 12 }] } as const;

  it("has two parts, and no mean", () => {
    expect(partsOf(item, { n: 12, value })).toEqual([
      { from: 1, to: 3, low: 0, high: 2 },
      { from: 4, to: 5, low: 10, high: 12 },
    ]);
    expect(favourableBounds(item, { n: 12, value })).toEqual({ low: 10, high: 12 });
    expect(favourableBounds(reverse, { n: 12, value })).toBeUndefined();
    expect(meanBounds(item, { n: 12, value })).toBeUndefined();
    expect(spreadBounds(item, { n: 12, value })).toBeUndefined();
  });
});

it("of a choice that is not told of nothing is said but what others leave", () => {
  const value = { kind: "choice", given: exactly(12), choices: [{ choice: 2, low: 10, high: 12 }] } as const;
  expect(partsOf({ points: ["a", "b", "c"] }, { n: 12, value }).map(({ low, high }) => [low, high])).toEqual([
    [0, 2],
    [10, 12],
    [0, 2],
  ]);
});

it("bounds hold every distribution that they were made of, its mean and its spread", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 });
  const room = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(counts, room, (given, wide) => {
      const { given: n, borders } = exactScale(given);
      fc.pre(n.low >= 2);
      const value = {
        kind: "scale" as const,
        given: n,
        borders: borders.map(({ above, low, high }, at) => ({
          above,
          low: Math.max(0, low - (wide[at] ?? 0)),
          high: Math.min(n.high, high + (wide[at + 4] ?? 0)),
        })),
      };
      const cell = { n: n.low, value };
      const parts = partsOf(item, cell);
      for (const [at, count] of given.entries()) {
        expect(parts[at]?.low).toBeLessThanOrEqual(count);
        expect(parts[at]?.high).toBeGreaterThanOrEqual(count);
      }
      const mean = given.reduce((sum, count, at) => sum + count * (at + 1), 0) / n.low;
      const squares = given.reduce((sum, count, at) => sum + count * (at + 1 - mean) ** 2, 0);
      const sd = Math.sqrt(squares / (n.low - 1));
      for (const [bounds, truth] of [
        [meanBounds(item, cell), mean],
        [meanBounds(reverse, cell), 6 - mean],
        [spreadBounds(item, cell), sd],
      ] as const) {
        expect(bounds?.low).toBeLessThanOrEqual(truth + 1e-9);
        expect(bounds?.high).toBeGreaterThanOrEqual(truth - 1e-9);
      }
    }),
  );
});
