/** Bounds in words: from where to where, at least, at most, and never a middle. */
import { describe, expect, test } from "vitest";
import {
  boundWords,
  changeText,
  countOfText,
  meanText,
  per100Range,
  percentRange,
} from "../../analysis/bound-text.ts";
import { linearly, minus } from "../../analysis/bounds.ts";
import { exactly, sumOf } from "../../analysis/staff-tables/count-bounds.ts";

const most = { low: 10, high: 12 };

describe("bounds in words", () => {
  test("of a count say of how many", () => {
    expect(countOfText(most, 12)).toBe("10 to 12 of 12");
    expect(countOfText(exactly(7), 1_200)).toBe("7 of 1,200");
    expect(boundWords(most, 12)).toBe("at least 10 of 12");
    expect(boundWords({ low: 0, high: 2 }, 12)).toBe("at most 2 of 12");
    expect(boundWords({ low: 5, high: 7 }, 12)).toBe("5 to 7 of 12");
    expect(boundWords(exactly(12), 12)).toBe("12 of 12");
  });

  test("of shares, means and changes are written once where both ends are written alike", () => {
    expect(percentRange({ low: 10 / 12, high: 1 })).toBe("83 to 100 %");
    expect(percentRange({ low: 0.631, high: 0.634 })).toBe("63 %");
    expect(per100Range({ low: 0, high: 0.17 })).toBe("0 to 17");
    expect(meanText({ low: 3.861, high: 4.139 }, 2)).toBe("3.86 to 4.14");
    expect(meanText(exactly(4.139), 2)).toBe("4.14");
    expect(changeText({ low: -0.08, high: 0.2 }, 2)).toBe("−0.08 to +0.20");
  });
});

describe("arithmetic of bounds", () => {
  test("holds every number that the parts allow, and no other", () => {
    const [a, b] = [most, { low: 3, high: 5 }];
    const values = (of: { low: number; high: number }) =>
      Array.from({ length: of.high - of.low + 1 }, (_, step) => of.low + step);
    const pairs = values(a).flatMap((x) => values(b).map((y) => [x, y] as const));
    const ends = (numbers: readonly number[]) => ({ low: Math.min(...numbers), high: Math.max(...numbers) });
    expect(sumOf([a, b])).toEqual(ends(pairs.map(([x, y]) => x + y)));
    expect(minus(a, b)).toEqual(ends(pairs.map(([x, y]) => x - y)));
    expect(linearly(a, -2, 5)).toEqual(ends(values(a).map((x) => 5 - 2 * x)));
    expect(sumOf([])).toEqual(exactly(0));
  });
});
