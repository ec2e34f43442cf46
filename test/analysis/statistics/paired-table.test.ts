/** Cross tables of linked waves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import {
  answersAfter,
  answersBefore,
  changes,
  linkWaves,
  pairsFromCounts,
} from "../../../analysis/statistics/paired-table.ts";
import { pairs, split } from "./answer-arbitraries.ts";

describe("paired table", () => {
  it("has the waves as its margins, from raw pairs and from a cross table", () => {
    fc.assert(
      fc.property(pairs(0), (linked) => {
        const [before, after] = split(linked);
        const cross = [1, 2, 3, 4, 5].map((row) =>
          [1, 2, 3, 4, 5].map((column) => linked.filter(([x, y]) => x === row && y === column).length),
        );
        for (const table of [linkWaves(before, after).linked, pairsFromCounts(cross, 1)]) {
          expect(answersBefore(table)).toEqual(countAnswers(before));
          expect(answersAfter(table)).toEqual(countAnswers(after));
          expect(changes(table)).toEqual(countAnswers(linked.map(([x, y]) => y - x)));
        }
      }),
    );
  });

  it("keeps apart who answered twice, once and never", () => {
    const waves = linkWaves([3, null, 2, null], [4, 5, null, null]);
    expect(waves.linked.n).toBe(1);
    expect(waves.afterOnly).toEqual(countAnswers([5]));
    expect(waves.beforeOnly).toEqual(countAnswers([2]));
  });

  it("takes equal changes of scale means as ties although their doubles differ", () => {
    expect(2.35 - 2.3).not.toBe(4.05 - 4);
    expect(changes(linkWaves([2.3, 4], [2.35, 4.05]).linked).values).toEqual([0.05]);
  });

  it("refuses waves of different length, numbers that are none, and broken counts", () => {
    expect(() => linkWaves([1], [1, 2])).toThrow("linkWaves requires the same persons in both waves");
    expect(() => linkWaves([1], [Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => pairsFromCounts([[0.5]], 1)).toThrow(RangeError);
  });
});
