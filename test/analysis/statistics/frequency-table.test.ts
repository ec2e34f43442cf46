/** Frequency tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countAnswers,
  countWhere,
  mergeTables,
  tableFromCounts,
} from "../../../analysis/statistics/frequency-table.ts";
import { answers } from "./answer-arbitraries.ts";

describe("frequency table", () => {
  it("is the same from raw answers and from counts", () => {
    fc.assert(
      fc.property(answers(0), fc.nat(5), (raw, missing) => {
        const counts = [1, 2, 3, 4, 5].map((point) => raw.filter((one) => one === point).length);
        const gaps = new Array<null>(missing).fill(null);
        expect(countAnswers([...gaps, ...raw])).toEqual(tableFromCounts(counts, 1, missing));
      }),
    );
  });

  it("does not depend on the order of the answers", () => {
    expect(countAnswers([5, 1, null, 5])).toEqual(countAnswers([null, 5, 5, 1]));
  });

  it("merges as if the answers had been counted together", () => {
    fc.assert(
      fc.property(answers(0), answers(0), (one, two) => {
        expect(mergeTables([countAnswers(one), countAnswers(two)])).toEqual(countAnswers([...one, ...two]));
      }),
    );
  });

  it("counts what is asked", () => {
    const table = countAnswers([1, 2, 2, 5, null]);
    expect(countWhere(table, (value) => value <= 2)).toBe(3);
  });

  it("refuses what is no number and no count", () => {
    expect(() => countAnswers([Number.NaN])).toThrow("countAnswers requires finite numbers");
    expect(() => tableFromCounts([1.5], 1)).toThrow(RangeError);
    expect(() => tableFromCounts([-1], 1)).toThrow("tableFromCounts requires whole counts of 0 or more");
  });
});
