/** Signed rank, sign test and Hodges-Lehmann estimates. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { medianShift, pseudomedian, withoutZeros } from "../../../analysis/statistics/hodges-lehmann.ts";
import { midranks, repeatEach } from "../../../analysis/statistics/midranks.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { signTest } from "../../../analysis/statistics/sign-test.ts";
import { signedRank } from "../../../analysis/statistics/signed-rank.ts";
import { answers, pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

/** Ranks of raw numbers by counting how many are smaller. */
function rawRank(all: readonly number[], value: number): number {
  return all.filter((one) => one < value).length + (all.filter((one) => one === value).length + 1) / 2;
}

describe("signed rank", () => {
  it("agrees with ranking raw changes, for both rules about zeros", () => {
    fc.assert(
      fc.property(pairs(1, 15), (linked) => {
        const table = linkWaves(...split(linked)).linked;
        const changes = linked.map(([x, y]) => y - x);
        for (const rule of ["pratt", "drop"] as const) {
          const sizes = changes.filter((one) => rule === "pratt" || one !== 0).map(Math.abs);
          const up = changes.filter((one) => one > 0).reduce((sum, one) => sum + rawRank(sizes, one), 0);
          expect(signedRank(table, rule).up).toBe(up);
        }
      }),
    );
  });

  it("changes sides when the waves change places and keeps its p", () => {
    fc.assert(
      fc.property(pairs(1, 20), (linked) => {
        const [before, after] = split(linked);
        const there = signedRank(linkWaves(before, after).linked, "pratt");
        const back = signedRank(linkWaves(after, before).linked, "pratt");
        expect(back.up).toBe(there.down);
        expect(back.pExact).toBeCloseTo(there.pExact ?? 0, 12);
        expect(back.pNormal).toBe(there.pNormal);
      }),
    );
  });

  it("says p = 1 when nobody changed, and no exact p above the limit", () => {
    const still = signedRank(linkWaves([1, 2], [1, 2]).linked, "pratt");
    expect(still).toMatchObject({ nonzero: 0, z: null, pNormal: null, pExact: 1, rankBiserial: null });
    expect(signedRank(linkWaves([1, 2], [2, 4]).linked, "drop", 1).pExact).toBeNull();
  });
});

describe("sign test", () => {
  it("agrees with counting coin tosses and keeps its p the other way round", () => {
    const test = signTest(linkWaves([1, 1, 1, 2, 3], [2, 2, 2, 1, 3]).linked);
    expect(test).toMatchObject({ up: 3, down: 1, unchanged: 1 });
    expect(test.p).toBeCloseTo((2 * (1 + 4)) / 16, 14);
    fc.assert(
      fc.property(pairs(0), (linked) => {
        const [before, after] = split(linked);
        const there = signTest(linkWaves(before, after).linked);
        expect(signTest(linkWaves(after, before).linked).p).toBe(there.p);
        expect(there.up + there.down + there.unchanged).toBe(linked.length);
      }),
    );
  });
});

describe("Hodges-Lehmann estimates", () => {
  it("are the medians of all raw means and of all raw differences", () => {
    fc.assert(
      fc.property(answers(1, 12), answers(1, 12), (one, two) => {
        const walsh = one.flatMap((x, i) => one.slice(i).map((y) => (x + y) / 2));
        expect(figures(pseudomedian(countAnswers(one))).estimate).toBe(other.median(walsh));
        const differences = two.flatMap((y) => one.map((x) => y - x));
        expect(figures(medianShift(countAnswers(one), countAnswers(two))).estimate).toBe(
          other.median(differences),
        );
      }),
    );
  });

  it("have verdicts for empty samples", () => {
    expect(pseudomedian(withoutZeros(countAnswers([0])))).toEqual({ computed: false, reason: "no-answers" });
    expect(medianShift(countAnswers([]), countAnswers([1]))).toEqual({
      computed: false,
      reason: "no-answers",
    });
  });
});

describe("midranks", () => {
  it("agree with ranking raw answers", () => {
    fc.assert(
      fc.property(answers(1), (raw) => {
        const table = countAnswers(raw);
        const ranks = midranks(table);
        expect(ranks).toEqual(table.values.map((value) => rawRank(raw, value)));
        expect(repeatEach(ranks, table.counts)).toHaveLength(raw.length);
      }),
    );
  });
});
