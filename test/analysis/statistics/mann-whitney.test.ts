/** Rank tests of independent samples. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brunnerMunzel } from "../../../analysis/statistics/brunner-munzel.ts";
import { cliffsDelta } from "../../../analysis/statistics/cliffs-delta.ts";
import { combineRanks, countHigher } from "../../../analysis/statistics/combined-ranks.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { mannWhitney } from "../../../analysis/statistics/mann-whitney.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

function rawRank(all: readonly number[], value: number): number {
  return all.filter((one) => one < value).length + (all.filter((one) => one === value).length + 1) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("Mann-Whitney", () => {
  it("agrees with comparing every answer with every other, and with rank sums", () => {
    fc.assert(
      fc.property(answers(1, 15), answers(1, 15), (one, two) => {
        const test = figures(mannWhitney(countAnswers(one), countAnswers(two)));
        const wins = sum(two.flatMap((y) => one.map((x) => (y > x ? 1 : y === x ? 0.5 : 0))));
        const all = [...one, ...two];
        expect(test.u2).toBe(wins);
        expect(countHigher(combineRanks(countAnswers(one), countAnswers(two)))).toBe(wins);
        expect(test.rankSum2).toBe(sum(two.map((y) => rawRank(all, y))));
      }),
    );
  });

  it("changes sides when the samples change places and keeps its p", () => {
    fc.assert(
      fc.property(answers(1, 12), answers(1, 12), (one, two) => {
        const there = figures(mannWhitney(countAnswers(one), countAnswers(two)));
        const back = figures(mannWhitney(countAnswers(two), countAnswers(one)));
        expect(back.u2).toBe(there.u1);
        expect(back.pNormal).toBeCloseTo(there.pNormal, 12);
        expect(back.pExactByDistance).toBeCloseTo(there.pExactByDistance ?? 0, 10);
        expect(back.pExactTwiceSmallerTail).toBeCloseTo(there.pExactTwiceSmallerTail ?? 0, 10);
      }),
    );
  });

  it("says p = 1 when all answers are equal, and nothing when a sample is empty", () => {
    const equal = figures(mannWhitney(countAnswers([3, 3]), countAnswers([3])));
    expect(equal).toMatchObject({ z: null, pNormal: 1, pNormalContinuity: 1, pExactByDistance: 1 });
    expect(mannWhitney(countAnswers([]), countAnswers([3]))).toEqual({
      computed: false,
      reason: "no-answers",
    });
    expect(figures(mannWhitney(countAnswers([1]), countAnswers([2]), 1)).pExactByDistance).toBeNull();
  });
});

describe("Cliff's delta", () => {
  it("agrees with the matrix of all comparisons", () => {
    fc.assert(
      fc.property(answers(2, 12), answers(2, 12), (one, two) => {
        const delta = cliffsDelta(countAnswers(one), countAnswers(two));
        fc.pre(delta.computed);
        const [n1, n2] = [one.length, two.length];
        const matrix = two.map((y) => one.map((x) => Math.sign(y - x)));
        const raw = sum(matrix.flat()) / (n1 * n2);
        const d = Math.abs(raw) === 1 ? (raw * (n1 * n2 - 1)) / (n1 * n2) : raw;
        const rows = sum(matrix.map((row) => (sum(row) / n1 - d) ** 2));
        const columns = sum(one.map((_, j) => (sum(matrix.map((row) => row[j] ?? 0)) / n2 - d) ** 2));
        const single = sum(matrix.flat().map((value) => (value - d) ** 2));
        const variance = (n1 * n1 * rows + n2 * n2 * columns - single) / (n1 * n2 * (n1 - 1) * (n2 - 1));
        if (!delta.computed) return;
        expect(delta.delta).toBeCloseTo(raw, 12);
        expect(delta.standardError ** 2).toBeCloseTo(Math.max(0, variance), 10);
      }),
    );
  });

  it("turns its sign when the samples change places, within limits of −1 and 1", () => {
    fc.assert(
      fc.property(answers(2, 15), answers(2, 15), (one, two) => {
        const there = cliffsDelta(countAnswers(one), countAnswers(two));
        const back = cliffsDelta(countAnswers(two), countAnswers(one));
        if (!there.computed || !back.computed) return;
        expect(back.intervalT.lower).toBeCloseTo(-there.intervalT.upper, 9);
        expect(there.intervalT.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.intervalNormal.upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(cliffsDelta(countAnswers([3, 3]), countAnswers([3, 3]))).toMatchObject({ reason: "no-variance" });
    expect(cliffsDelta(countAnswers([3]), countAnswers([3, 4]))).toMatchObject({ reason: "too-few-answers" });
    expect(cliffsDelta(countAnswers([]), countAnswers([3, 4]))).toMatchObject({ reason: "no-answers" });
  });
});

describe("Brunner-Munzel", () => {
  it("agrees with its definition by ranks", () => {
    fc.assert(
      fc.property(answers(3, 15), answers(3, 15), (one, two) => {
        const test = brunnerMunzel(countAnswers(one), countAnswers(two));
        fc.pre(test.computed);
        const [n1, n2] = [one.length, two.length];
        const all = [...one, ...two];
        const r1 = one.map((x) => rawRank(all, x));
        const r2 = two.map((y) => rawRank(all, y));
        const [m1, m2] = [sum(r1) / n1, sum(r2) / n2];
        const s1 =
          sum(one.map((x, i) => ((r1[i] ?? 0) - rawRank(one, x) - m1 + (n1 + 1) / 2) ** 2)) / (n1 - 1);
        const s2 =
          sum(two.map((y, i) => ((r2[i] ?? 0) - rawRank(two, y) - m2 + (n2 + 1) / 2) ** 2)) / (n2 - 1);
        const statistic = (n1 * n2 * (m2 - m1)) / (n1 + n2) / Math.sqrt(n1 * s1 + n2 * s2);
        if (test.computed) expect(test.t).toBeCloseTo(statistic, 8);
      }),
    );
  });

  it("mirrors when the samples change places", () => {
    fc.assert(
      fc.property(answers(2, 15), answers(2, 15), (one, two) => {
        const there = brunnerMunzel(countAnswers(one), countAnswers(two));
        const back = brunnerMunzel(countAnswers(two), countAnswers(one));
        expect(back.computed).toBe(there.computed);
        if (!there.computed || !back.computed) return;
        expect(back.estimate).toBeCloseTo(1 - there.estimate, 12);
        expect(back.interval.lower).toBeCloseTo(1 - there.interval.upper, 9);
        expect(back.p).toBeCloseTo(there.p, 10);
      }),
    );
  });

  it("has verdicts for separated, equal and tiny samples", () => {
    expect(brunnerMunzel(countAnswers([1, 2]), countAnswers([4, 5]))).toMatchObject({
      reason: "complete-separation",
    });
    expect(brunnerMunzel(countAnswers([3, 3]), countAnswers([3, 3]))).toMatchObject({
      reason: "no-variance",
    });
    expect(brunnerMunzel(countAnswers([3]), countAnswers([3, 4]))).toMatchObject({
      reason: "too-few-answers",
    });
    expect(brunnerMunzel(countAnswers([]), countAnswers([3, 4]))).toMatchObject({ reason: "no-answers" });
  });
});
