/** Linking personal codes: the rule by hand, the rule by brute force, and how fast it is at scale. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeElement } from "../../../analysis/dataset.ts";
import { type CodesOfWaves, linkCodes } from "../../../analysis/linking/link-codes.ts";
import { datasetOf } from "./code-world.ts";

type Codes = readonly (readonly number[])[];

const NAMES = ["a", "b", "c", "d", "e"];
const elements = (codes: Codes): readonly CodeElement[] => datasetOf(codes, NAMES).personalCode ?? [];
const codesOf = (before: Codes, after: Codes): CodesOfWaves => ({
  before: elements(before),
  after: elements(after),
});
const pairs = (before: Codes, after: Codes): readonly (readonly number[])[] => {
  const linked = linkCodes(codesOf(before, after));
  return [...linked.before].map((row, place) => [row, linked.after[place] ?? -1]);
};

/** Elements that differ or are missing on either side. */
function differences(one: readonly number[], other: readonly number[]): number {
  return NAMES.filter((_, place) => one[place] === 0 || other[place] === 0 || one[place] !== other[place])
    .length;
}

/** The rule, row against row. */
function slowPairs(before: Codes, after: Codes): readonly (readonly number[])[] {
  const same = (one: readonly number[], other: readonly number[]): boolean => differences(one, other) === 0;
  const shared = (codes: Codes, own: readonly number[]): boolean =>
    codes.filter((code) => same(code, own)).length > 1;
  const out = {
    before: before.map((code) => shared(before, code) || after.some((other) => same(code, other))),
    after: after.map((code) => shared(after, code) || before.some((other) => same(code, other))),
  };
  return before.flatMap((code, row) => {
    const exact = after.flatMap((other, place) => (same(code, other) ? [place] : []));
    const [only] = exact;
    if (only !== undefined) {
      const alone = exact.length === 1 && !shared(before, code);
      return alone ? [[row, only]] : [];
    }
    if (out.before[row]) return [];
    const near = after.flatMap((other, place) =>
      !out.after[place] && differences(code, other) <= 1 ? [place] : [],
    );
    const [partner] = near;
    if (near.length !== 1 || partner === undefined) return [];
    const rivals = before.filter(
      (other, place) => !out.before[place] && differences(other, after[partner] ?? []) <= 1,
    );
    return rivals.length === 1 ? [[row, partner]] : [];
  });
}

describe("linkCodes", () => {
  it("links codes that agree, and codes with one element wrong or missing", () => {
    const before = [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 1],
      [3, 3, 3, 3, 3],
    ];
    const after = [
      [6, 7, 8, 0, 1],
      [3, 3, 2, 3, 3],
      [1, 2, 3, 4, 5],
    ];
    expect(pairs(before, after)).toEqual([
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
    expect(linkCodes(codesOf(before, after)).exact).toBe(1);
  });

  it("links nobody with two elements wrong, or two missing", () => {
    expect(pairs([[1, 2, 3, 4, 5]], [[1, 2, 3, 9, 9]])).toEqual([]);
    expect(pairs([[1, 2, 3, 4, 0]], [[1, 2, 3, 0, 5]])).toEqual([]);
    expect(pairs([[0, 0, 3, 4, 5]], [[0, 0, 3, 4, 5]])).toEqual([]);
  });

  it("leaves ties unlinked: two persons with one code, or two candidates for one", () => {
    const twice = [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ];
    expect(pairs(twice, [[1, 2, 3, 4, 5]])).toEqual([]);
    expect(pairs([[1, 2, 3, 4, 5]], twice)).toEqual([]);
    const candidates = [
      [1, 2, 3, 4, 6],
      [1, 2, 3, 7, 5],
    ];
    expect(pairs([[1, 2, 3, 4, 5]], candidates)).toEqual([]);
    expect(pairs(candidates, [[1, 2, 3, 4, 5]])).toEqual([]);
  });

  it("prefers a code that agrees wholly to one that nearly does", () => {
    const after = [
      [1, 2, 3, 4, 6],
      [1, 2, 3, 4, 5],
    ];
    expect(pairs([[1, 2, 3, 4, 5]], after)).toEqual([[0, 1]]);
  });

  it("finds the same pairs as comparing every row with every other", () => {
    const code = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    const codes = fc.array(code, { maxLength: 12 });
    fc.assert(
      fc.property(codes, codes, (before, after) => {
        expect(pairs(before, after)).toEqual(slowPairs(before, after));
      }),
      { numRuns: 2_000 },
    );
  });

  it("links the same persons whichever wave is called the first", () => {
    const code = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 });
    const codes = fc.array(code, { maxLength: 20 });
    fc.assert(
      fc.property(codes, codes, (before, after) => {
        const turned = pairs(after, before).map(([one, other]) => [other, one]);
        expect(turned.sort((one, other) => Number(one[0]) - Number(other[0]))).toEqual(pairs(before, after));
      }),
    );
  });

  it("refuses waves that were asked different elements", () => {
    expect(() => linkCodes({ before: elements([]), after: elements([]).slice(1) })).toThrow(RangeError);
  });
});
