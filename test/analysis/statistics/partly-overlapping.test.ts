/** Tests of partly linked waves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { pairedT } from "../../../analysis/statistics/paired-t.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { partlyOverlappingT } from "../../../analysis/statistics/partly-overlapping-t.ts";
import { partlyOverlappingZ } from "../../../analysis/statistics/partly-overlapping-z.ts";
import { answers, pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("partly overlapping t", () => {
  it("is the paired t when everybody is linked", () => {
    fc.assert(
      fc.property(pairs(3), (linked) => {
        const waves = linkWaves(...split(linked));
        const test = partlyOverlappingT(waves);
        const paired = pairedT(waves.linked);
        fc.pre(test.computed && paired.computed);
        if (!test.computed || !paired.computed) return;
        expect(test.unequalVariances.t).toBeCloseTo(paired.t, 6);
        expect(test.unequalVariances.df).toBeCloseTo(paired.df, 10);
        expect(test.equalVariances.df).toBeCloseTo(paired.df, 10);
      }),
    );
  });

  it("turns its sign when the waves change places", () => {
    fc.assert(
      fc.property(pairs(3), answers(0, 9), answers(0, 9), (linked, one, two) => {
        const [before, after] = split(linked);
        const there = partlyOverlappingT({
          linked: linkWaves(before, after).linked,
          beforeOnly: countAnswers(one),
          afterOnly: countAnswers(two),
        });
        const back = partlyOverlappingT({
          linked: linkWaves(after, before).linked,
          beforeOnly: countAnswers(two),
          afterOnly: countAnswers(one),
        });
        expect(back.computed).toBe(there.computed);
        if (!there.computed || !back.computed) return;
        expect(back.unequalVariances.t).toBeCloseTo(-there.unequalVariances.t, 6);
        expect(back.equalVariances.p).toBeCloseTo(there.equalVariances.p, 8);
      }),
    );
  });

  it("has verdicts where nobody is linked, and where nothing varies", () => {
    expect(partlyOverlappingT(linkWaves([1, null], [null, 2]))).toMatchObject({ reason: "too-few-answers" });
    expect(partlyOverlappingT(linkWaves([3, 3], [4, 4]))).toMatchObject({ reason: "no-variance" });
  });
});

describe("partly overlapping z", () => {
  const none = { count: 0, n: 0 };

  it("has McNemar's variance when everybody is linked", () => {
    const linked = { both: 12, beforeOnly: 4, afterOnly: 13, neither: 31 };
    const test = figures(partlyOverlappingZ({ linked, beforeOnly: none, afterOnly: none }));
    const n = 60;
    expect(test.difference).toBeCloseTo(9 / n, 12);
    expect(test.standardError ** 2).toBeCloseTo((17 - 81 / n) / (n * n), 12);
  });

  it("is the pooled z of independent shares when nobody is linked, and mirrors", () => {
    const linked = { both: 0, beforeOnly: 0, afterOnly: 0, neither: 0 };
    const one = { count: 3, n: 10 };
    const two = { count: 8, n: 12 };
    const there = figures(partlyOverlappingZ({ linked, beforeOnly: one, afterOnly: two }));
    const pooled = 11 / 22;
    expect(there.z).toBeCloseTo((8 / 12 - 0.3) / Math.sqrt(pooled * (1 - pooled) * (1 / 10 + 1 / 12)), 12);
    const back = figures(partlyOverlappingZ({ linked, beforeOnly: two, afterOnly: one }));
    expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 12);
  });

  it("has no test when everybody did, and a verdict when a wave is empty", () => {
    const linked = { both: 5, beforeOnly: 0, afterOnly: 0, neither: 0 };
    expect(figures(partlyOverlappingZ({ linked, beforeOnly: none, afterOnly: none }))).toMatchObject({
      z: null,
      p: null,
    });
    const nobody = { both: 0, beforeOnly: 0, afterOnly: 0, neither: 0 };
    expect(
      partlyOverlappingZ({ linked: nobody, beforeOnly: none, afterOnly: { count: 1, n: 2 } }),
    ).toMatchObject({
      reason: "no-answers",
    });
  });
});
