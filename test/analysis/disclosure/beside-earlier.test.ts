/** Two waves of one group, all answers tried: what both figures together tell of those who joined, left or stayed. */
import { describe, expect, test } from "vitest";
import { directionBeside, meanBesideEarlier } from "../../../analysis/disclosure/beside-earlier.ts";
import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import { anonymousMean, codingWidth } from "../../../analysis/disclosure/mean-cell.ts";
import { sumBounds } from "../../../analysis/report360/displayed-sum.ts";
import { alikeSums } from "../../../analysis/report360/earlier-reports.ts";
import type { Tally } from "../../../analysis/scoring/tally.ts";

const MINIMUM = 3;

interface Shape {
  readonly points: number;
  readonly stayed: number;
  readonly joined: number;
  readonly left: number;
}

const tallyOf = (sum: number, n: number, points: number): Tally => ({ n, sum, points, counts: [] });

/** What is shown of the later wave, given what was shown of the earlier. */
type Later = (tally: Tally, alike: { readonly low: number; readonly high: number }) => unknown;

const coded: Later = (tally, alike) => meanBesideEarlier(tally, anonymousMean(tally, MINIMUM), alike);
const uncoded: Later = (tally) => anonymousMean(tally, MINIMUM);
const direction: Later = (tally, alike) => directionBeside(tally, alike);
const anyDirection: Later = (tally, alike) => Math.sign(tally.sum - (alike.low + alike.high) / 2);

function saidOf(cell: Cell<Figure>, shape: { n: number; points: number }) {
  const whole = { low: shape.n, high: shape.n * shape.points };
  if (!cell.shown) return whole;
  return sumBounds({ ...shape, width: codingWidth(shape.points) }, cell.value) ?? whole;
}

/** Sums of the three parts that give what was shown, by what was shown. */
function worlds({ points, stayed, joined, left }: Shape, later: Later): Map<string, number[][]> {
  const found = new Map<string, number[][]>();
  const sums = (n: number) => Array.from({ length: n * (points - 1) + 1 }, (_, more) => n + more);
  for (const s of sums(stayed)) {
    for (const l of sums(left)) {
      const n = stayed + left;
      const first = anonymousMean(tallyOf(s + l, n, points), MINIMUM);
      const before = { title: "", n, turnover: { stayed, joined, left }, ...saidOf(first, { n, points }) };
      for (const j of sums(joined)) {
        const tally = tallyOf(s + j, stayed + joined, points);
        const shown = JSON.stringify([first, later(tally, alikeSums(before, tally))]);
        found.set(shown, [...(found.get(shown) ?? []), [s, l, j]]);
      }
    }
  }
  return found;
}

/** How far apart the possible answers of one person in a part are, who may have any share of its sum. */
function spread(possible: readonly number[], n: number, points: number): number {
  const values = Array.from({ length: points }, (_, place) => place + 1).filter((value) =>
    possible.some((sum) => sum - value >= n - 1 && sum - value <= (n - 1) * points),
  );
  return Math.max(...values) - Math.min(...values);
}

/** Shares of outputs from which somebody's answer follows more closely than promised, everybody who stayed being alike. */
function narrow(shape: Shape, later: Later): number {
  const sizes = [shape.stayed, shape.left, shape.joined];
  const outputs = [...worlds(shape, later).values()];
  const told = outputs.filter((possible) =>
    sizes.some((n, part) => {
      if (n === 0) return false;
      const sums = possible.map((sum) => sum[part] ?? Number.NaN);
      return spread(sums, n, shape.points) < codingWidth(shape.points);
    }),
  );
  return told.length / outputs.length;
}

const numbers = (...values: number[]) => values;
const shapes = (joined: readonly number[], left: readonly number[]): Shape[] =>
  numbers(3, 5, 7).flatMap((points) =>
    numbers(1, 2, 3, 4, 6).flatMap((stayed) =>
      joined.flatMap((j) =>
        left
          .filter((l) => j + l > 0 && stayed + l >= MINIMUM && stayed + j >= MINIMUM)
          .map((l) => ({ points, stayed, joined: j, left: l })),
      ),
    ),
  );

describe("a group of which so many joined or left that they are a group themselves", () => {
  test.each(shapes([0, 3, 4, 5], [0, 3, 4]))("%o: coded, no answer is told", (shape) => {
    expect(narrow(shape, coded)).toBe(0);
  });

  test("not coded, answers are told", () => {
    const told = shapes([0, 3, 4, 5], [0, 3, 4]).filter((shape) => narrow(shape, uncoded) > 0);
    expect(told.length).toBeGreaterThan(20);
  });

  test("the same is said for every sum of a block, and something is left to be said exactly", () => {
    const tally = (sum: number) => tallyOf(sum, 12, 5);
    const shown = (sum: number) => {
      const cell = coded(tally(sum), { low: 32, high: 48 });
      return JSON.stringify(cell);
    };
    expect(new Set([32, 33, 34].map(shown)).size).toBe(1);
    expect(new Set([46, 47, 48].map(shown)).size).toBe(1);
    expect(new Set([35, 38, 41, 45].map(shown)).size).toBe(4);
    expect(shown(33)).toContain("at-most");
    expect(shown(47)).toContain('"mean":3.8,"bound":"at-least"');
    expect(shown(40)).toContain("exact");
  });

  test("where one block would hold both ends nothing is shown", () => {
    expect(coded(tallyOf(13, 4, 5), { low: 11, high: 15 })).toEqual({
      shown: false,
      reason: "nearly-same-people",
    });
  });
});

describe("a group of which a few joined or left", () => {
  test.each(shapes([0, 1, 2], [0, 1, 2]))("%o: the direction tells no answer", (shape) => {
    expect(narrow(shape, direction)).toBe(0);
  });

  test("the figures themselves, or any direction, would", () => {
    const all = shapes([0, 1, 2], [0, 1, 2]);
    expect(all.filter((shape) => narrow(shape, uncoded) > 0).length).toBeGreaterThan(20);
    expect(all.filter((shape) => narrow(shape, anyDirection) > 0).length).toBeGreaterThan(20);
  });

  test("higher and lower are said where more than the newcomers changed", () => {
    const alike = { low: 25, high: 29 };
    const at = (sum: number) => directionBeside(tallyOf(sum, 8, 5), alike);
    expect([20, 21, 29, 33, 34, 38].map(at)).toEqual([
      "lower",
      "not-told",
      "not-told",
      "not-told",
      "higher",
      "higher",
    ]);
    expect(directionBeside(tallyOf(40, 8, 5), { low: 30, high: 34 })).toBe("not-told");
  });
});
