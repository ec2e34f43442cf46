/** 360 feedback in two waves: the person rated is the unit, and one person's report is not overtested. */
import { describe, expect, it } from "vitest";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import type { Dataset } from "../../../analysis/dataset.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { pairedT } from "../../../analysis/statistics/paired-t.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { median } from "../../../analysis/statistics/quantile.ts";
import { rwg, uniformNullVariance } from "../../../analysis/statistics/rwg.ts";
import { definition360 } from "../../support/definition-360.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { datasetOf, firstRows } from "./invented-waves.ts";

const definition = definition360({ dimensions: { clarity: ["q"] } });

/** Leaders with six raters and a self-rating each; the last row of each leader is the self-rating. */
function feedback(leaders: readonly string[], seed: number, rise: number): Dataset {
  const random = seededRandom(seed);
  const rows = leaders.flatMap((_, leader) =>
    Array.from({ length: 7 }, (__, rater) => ({
      leader,
      self: rater === 6,
      answer: rater === 6 ? 5 : Math.min(5, 1 + ((leader + random(3)) % 4) + (random(10) < rise ? 1 : 0)),
    })),
  );
  return {
    ...datasetOf({ q: rows.map(({ answer }) => answer) }),
    subjects: leaders,
    groups: ["peer", "self"],
    subject: Uint16Array.from(rows, ({ leader }) => leader),
    group: Uint8Array.from(rows, ({ self }) => (self ? 1 : 0)),
  };
}

const names = Array.from({ length: 12 }, (_, place) => `leader-${place}`);

describe("many leaders", () => {
  it("are compared by their means, self-ratings left out, as linked pairs", () => {
    const before = feedback(names, 1, 0);
    const after = feedback(names, 2, 6);
    const compared = compareWaves(before, after, { definition });
    const means = (wave: Dataset): number[] =>
      names.map((_, leader) => {
        const own = Array.from(wave.columns[0]?.values ?? []).slice(leader * 7, leader * 7 + 6);
        return own.reduce((sum, answer) => sum + answer, 0) / 6;
      });
    const expected = pairedT(linkWaves(means(before), means(after)).linked);
    const [scale] = compared.scales;
    if (!expected.computed || scale?.verdict.state === "not-tested") expect.fail("not tested");
    expect(scale?.before.n).toBe(12);
    expect(scale?.verdict.test).toBe("paired-t");
    expect(scale?.verdict.p).toBeCloseTo(expected.p, 12);
    expect(compared.leaders).toMatchObject({ before: 12, after: 12 });
    expect(compared.leaders?.agreement[0]?.icc1).toBeGreaterThan(0);
    const single = (leader: number) =>
      rwg(
        countAnswers(Array.from(before.columns[0]?.values ?? []).slice(leader * 7, leader * 7 + 6)),
        uniformNullVariance(5),
      );
    const agreed = names.flatMap((_, leader) => {
      const found = single(leader);
      return found.computed ? [found.rwg] : [];
    });
    expect(compared.leaders?.agreement[0]?.rwgJ?.leaders).toBe(12);
    expect(compared.leaders?.agreement[0]?.rwgJ?.uniform).toBeCloseTo(median(countAnswers(agreed)), 12);
    expect(compared.leaders?.agreement[0]?.rwgJ?.skewed).toBeLessThanOrEqual(median(countAnswers(agreed)));
    expect(compared.methods.join(" ")).toContain("r_wg(j)");
    expect(compared.items[0]?.shareChange).toBeNull();
    expect(compared.methods.join(" ")).toContain("The person rated is the unit");
  });

  it("who were rated once only make the waves partly linked", () => {
    const compared = compareWaves(feedback(names, 1, 0), feedback(names.slice(3), 2, 6), { definition });
    expect(compared.persons).toEqual({ both: 9, beforeOnly: 3, afterOnly: 0 });
    const [scale] = compared.scales;
    expect(scale?.situation).toBe("partly-linked");
    expect(scale?.linked).toEqual({ both: 9, beforeOnly: 3, afterOnly: 0 });
    expect([scale?.before.n, scale?.after.n]).toEqual([12, 9]);
  });
});

describe("one leader", () => {
  const wave = (count: number, answer: number): Dataset => ({
    ...datasetOf({ q: Array.from({ length: count }, (_, row) => ((answer + row) % 5) + 1) }),
    subjects: ["ann"],
    groups: ["peer"],
  });

  it("is never tested item by item, and by scale from ten raters in each wave", () => {
    const few = compareWaves(wave(9, 1), wave(9, 2), { definition });
    expect(few.items[0]?.verdict).toEqual({ state: "not-tested", reason: "single-leader-item" });
    expect(few.scales[0]?.verdict).toEqual({ state: "not-tested", reason: "below-minimum" });
    const enough = compareWaves(wave(10, 1), wave(10, 3), { definition });
    expect(enough.items[0]?.verdict.state).toBe("not-tested");
    expect(enough.scales[0]?.verdict.state).not.toBe("not-tested");
  });

  it("is tested from eight linked raters", () => {
    const compared = compareWaves(wave(8, 1), wave(8, 3), { definition, pairs: firstRows(8) });
    expect(compared.scales[0]?.verdict).toMatchObject({ test: "paired-t" });
  });
});
