/** Which mean is shown, and when it is a bound. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anonymousMean, attributedMean, codingWidth } from "../../../analysis/disclosure/mean-cell.ts";

const tally = (points: number, ...answers: number[]) => ({
  points,
  counts: Array.from({ length: points }, (_, place) => answers.filter((a) => a === place + 1).length),
  n: answers.length,
  sum: answers.reduce((sum, answer) => sum + answer, 0),
});
const shown = (n: number, mean: number, bound: string) => ({ shown: true, n, value: { mean, bound } });

describe("anonymousMean", () => {
  it("shows nothing below the minimum, the number of answers neither", () => {
    expect(anonymousMean(tally(5, 3, 3, 3), 4)).toEqual({ shown: false, reason: "too-few-answers" });
    expect(anonymousMean(tally(5), 4)).toEqual({ shown: false, reason: "too-few-answers" });
  });

  it.each([
    ["all at the top", [5, 5, 5, 5], shown(4, 4.5, "at-least")],
    ["two points from the top", [5, 5, 4, 4], shown(4, 4.5, "at-least")],
    ["three points from the top", [5, 4, 4, 4], shown(4, 4.3, "exact")],
    ["three points from the bottom", [1, 2, 2, 2], shown(4, 1.8, "exact")],
    ["two points from the bottom", [1, 1, 1, 3], shown(4, 1.5, "at-most")],
    ["seven at the top: rounded down", [5, 5, 5, 5, 5, 5, 5], shown(7, 4.7, "at-least")],
    ["seven at the bottom: rounded up", [1, 1, 1, 1, 1, 1, 1], shown(7, 1.3, "at-most")],
    ["between", [2, 3, 4, 5], shown(4, 3.5, "exact")],
  ])("%s", (_, answers, cell) => {
    expect(anonymousMean(tally(5, ...answers), 4)).toEqual(cell);
  });

  it("refuses a minimum below three, where no coding protects a single answer", () => {
    expect(() => anonymousMean(tally(5, 3, 3), 2)).toThrow(RangeError);
    expect(() => anonymousMean(tally(5, 3, 3), Number.NaN)).toThrow(RangeError);
  });

  it("leaves every answer a range of possible values of at least w, by trying all answers", () => {
    for (const [points, n] of [
      [2, 3],
      [3, 3],
      [4, 3],
      [5, 4],
      [7, 3],
      [9, 3],
      [10, 3],
    ] as const) {
      const worlds = new Map<string, Set<number>>();
      for (let code = 0; code < points ** n; code++) {
        const answers = Array.from(
          { length: n },
          (_, place) => (Math.floor(code / points ** place) % points) + 1,
        );
        const seen = JSON.stringify(anonymousMean(tally(points, ...answers), 3));
        const first = worlds.get(seen) ?? new Set<number>();
        first.add(answers[0] ?? 0);
        worlds.set(seen, first);
      }
      for (const possible of worlds.values()) {
        expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(codingWidth(points));
      }
    }
  });

  it("mirrors when the scale is turned", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 12 }), (answers) => {
        const one = anonymousMean(tally(7, ...answers), 4);
        const turned = anonymousMean(tally(7, ...answers.map((answer) => 8 - answer)), 4);
        if (!one.shown || !turned.shown) throw new Error("four answers are shown");
        expect(Math.abs(one.value.mean + turned.value.mean - 8)).toBeLessThan(0.11);
        const mirror = { exact: "exact", "at-least": "at-most", "at-most": "at-least", about: "about" };
        expect(turned.value.bound).toBe(mirror[one.value.bound]);
      }),
    );
  });
});

describe("attributedMean", () => {
  it("shows one answer as it is, and the mean of two line managers", () => {
    expect(attributedMean(tally(5, 5))).toEqual(shown(1, 5, "exact"));
    expect(attributedMean(tally(5, 5, 4))).toEqual(shown(2, 4.5, "exact"));
  });

  it("says that nobody answered", () => {
    expect(attributedMean(tally(5))).toEqual({ shown: false, reason: "no-answers" });
  });
});
