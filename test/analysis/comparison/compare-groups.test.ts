/** Groups, weights and comparison groups: nobody hidden can be worked out, and the arithmetic by two routes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideGroups } from "../../../analysis/comparison/compare-groups.ts";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import { ancova } from "../../../analysis/statistics/ancova.ts";
import { clusteredDifference } from "../../../analysis/statistics/clustered-difference.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { definition360 } from "../../support/definition-360.ts";
import { answersAbout, datasetOf, firstRows } from "./invented-waves.ts";

const definition = definition360({ dimensions: { clarity: ["q"] } });

/** One wave: so many persons of each site, about a mean of their own. */
function waveOf(sites: Readonly<Record<string, readonly [count: number, mean: number]>>, seed: number) {
  const entries = Object.entries(sites);
  const q = entries.flatMap(([, [count, mean]], place) => answersAbout(mean, count, seed + place));
  return datasetOf({ q }, { site: entries.flatMap(([site, [count]]) => Array<string>(count).fill(site)) });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const answersOf = (wave: ReturnType<typeof waveOf>, from: number, to: number): number[] =>
  Array.from(wave.columns[0]?.values ?? []).slice(from, to);

describe("decideGroups", () => {
  const size = fc.integer({ min: 0, max: 40 });
  const measure = fc.array(fc.record({ before: size, after: size }), { minLength: 1, maxLength: 8 });

  it("shows no group below the minimum, and leaves no hidden group to be worked out", () => {
    fc.assert(
      fc.property(measure, fc.integer({ min: 5, max: 15 }), (sizes, minimum) => {
        const decisions = decideGroups([sizes], minimum);
        sizes.forEach(({ before, after }, place) => {
          if (decisions[place] === "shown") expect(Math.min(before, after)).toBeGreaterThanOrEqual(minimum);
        });
        for (const wave of ["before", "after"] as const) {
          const hidden = sizes.filter((one, place) => decisions[place] !== "shown" && one[wave] > 0);
          const n = hidden.reduce((sum, one) => sum + one[wave], 0);
          const allHidden = decisions.every((decision) => decision !== "shown");
          expect(n === 0 || allHidden || (hidden.length > 1 && n >= minimum)).toBe(true);
        }
      }),
    );
  });

  it("hides a group that is large itself but answered one measure too seldom", () => {
    const sizes = [
      [
        { before: 30, after: 30 },
        { before: 40, after: 40 },
        { before: 50, after: 50 },
      ],
      [
        { before: 8, after: 30 },
        { before: 40, after: 40 },
        { before: 50, after: 50 },
      ],
    ];
    expect(decideGroups(sizes, 10)).toEqual(["too-few-answers", "would-reveal-another", "shown"]);
  });
});

describe("groups in a comparison", () => {
  const before = waveOf({ North: [60, 3], South: [40, 4], Tiny: [4, 3] }, 1);
  const after = waveOf({ North: [30, 3.5], South: [70, 4], Tiny: [5, 3] }, 50);

  it("neither shows nor counts what is hidden", () => {
    const { groups } = compareWaves(before, after, { definition, by: "site" });
    const hidden = groups?.cells.filter((cell) => !cell.shown);
    expect(hidden).toEqual([
      { shown: false, group: "North", reason: "would-reveal-another" },
      { shown: false, group: "Tiny", reason: "too-few-answers" },
    ]);
  });

  it("takes those who did not say where they belong for a group of their own", () => {
    const wave = datasetOf(
      { q: answersAbout(3, 60, 3) },
      { site: Array.from({ length: 60 }, (_, row) => (row < 30 ? "North" : "")) },
    );
    const { groups } = compareWaves(wave, wave, { definition, by: "site" });
    expect(groups?.cells.map(({ group, shown }) => [group, shown])).toEqual([
      ["North", true],
      ["not stated", true],
    ]);
  });
});

describe("weights", () => {
  const before = waveOf({ North: [60, 3], South: [40, 4] }, 1);
  const after = waveOf({ North: [30, 3], South: [70, 4] }, 50);
  const north = { before: mean(answersOf(before, 0, 60)), after: mean(answersOf(after, 0, 30)) };
  const south = { before: mean(answersOf(before, 60, 100)), after: mean(answersOf(after, 30, 100)) };

  it("reweights the second wave to the first one's groups: what is left is change within groups", () => {
    const [clarity] = compareWaves(before, after, { definition, by: "site" }).composition;
    if (clarity?.computed !== true) expect.fail("not computed");
    expect(clarity.after).toBeCloseTo(0.6 * north.after + 0.4 * south.after, 12);
    expect(clarity.before).toBeCloseTo(0.6 * north.before + 0.4 * south.before, 12);
  });

  it("weights both waves to their headcounts, beside the unweighted change", () => {
    const headcounts = [
      { group: "North", before: 100, after: 100 },
      { group: "South", before: 300, after: 100 },
    ];
    const compared = compareWaves(before, after, { definition, by: "site", headcounts });
    const [clarity] = compared.weighted;
    if (clarity?.computed !== true) expect.fail("not computed");
    expect(clarity.before).toBeCloseTo(0.25 * north.before + 0.75 * south.before, 12);
    expect(clarity.after).toBeCloseTo(0.5 * north.after + 0.5 * south.after, 12);
    expect(clarity.designEffect).toBeGreaterThan(1);
    expect(compared.scales[0]?.difference?.estimate).not.toBeCloseTo(clarity.difference.estimate, 3);
  });

  it("does not weight below ten answers a cell, nor without a headcount", () => {
    const small = waveOf({ North: [60, 3], South: [9, 4] }, 1);
    const [clarity] = compareWaves(small, after, { definition, by: "site" }).composition;
    expect(clarity).toEqual({ computed: false, code: "clarity", reason: "cell-below-ten" });
    const headcounts = [{ group: "North", before: 100, after: 100 }];
    const { weighted } = compareWaves(before, after, { definition, by: "site", headcounts });
    expect(weighted[0]?.computed).toBe(false);
  });
});

describe("a comparison group", () => {
  const before = waveOf({ North: [60, 3], South: [40, 3] }, 1);
  const after = waveOf({ North: [50, 3.9], South: [45, 3.1] }, 50);

  it("gives for unlinked waves what the regression with robust errors gives", () => {
    const { treatment } = compareWaves(before, after, { definition, by: "site", comparisonGroup: "South" });
    const answers = [before, after].flatMap((wave, place) =>
      answersOf(wave, 0, wave.rows).map((answer, row) => ({
        answer,
        after: place === 1,
        treated: row < (place === 0 ? 60 : 50),
        cluster: `${place} ${row}`,
      })),
    );
    const expected = clusteredDifference(answers);
    const effect = treatment?.effects[0];
    if (!expected.computed || effect?.verdict.state === "not-tested") expect.fail("not tested");
    expect(effect?.effect?.estimate).toBeCloseTo(expected.estimate, 12);
    expect(effect?.verdict.p).toBeCloseTo(expected.p, 10);
    expect(effect?.verdict.df).toBeCloseTo(expected.df, 6);
  });

  it("takes linked persons when they are enough", () => {
    const pairs = firstRows(50);
    const linked = waveOf({ North: [60, 3.8], South: [40, 3] }, 70);
    const { treatment } = compareWaves(before, linked, {
      definition,
      by: "site",
      comparisonGroup: "South",
      pairs: firstRows(100),
    });
    expect(treatment?.effects[0]?.verdict).toMatchObject({ test: "difference-in-differences-linked" });
    const table = (from: number, to: number) =>
      linkWaves(answersOf(before, from, to), answersOf(linked, from, to)).linked;
    const expected = ancova(table(0, 60), table(60, 100));
    if (!expected.computed) expect.fail("not computed");
    expect(treatment?.effects[0]?.ancova?.estimate).toBeCloseTo(expected.treated.estimate, 12);
    expect(treatment?.effects[0]?.ancova?.p).toBeCloseTo(expected.treated.p, 12);
    const few = compareWaves(before, after, { definition, by: "site", comparisonGroup: "South", pairs });
    expect(few.treatment?.effects[0]?.ancova).toBeNull();
    expect(few.treatment?.effects[0]?.verdict).toMatchObject({ test: "difference-in-differences-unlinked" });
  });

  it("is compared with nobody where everybody is in it", () => {
    const [first, second] = [waveOf({ South: [40, 3] }, 1), waveOf({ South: [45, 3.1] }, 50)];
    for (const linked of [{}, { pairs: firstRows(40) }]) {
      const plan = { definition, by: "site", comparisonGroup: "South", ...linked };
      const effect = compareWaves(first, second, plan).treatment?.effects[0];
      expect(effect).toMatchObject({
        effect: null,
        verdict: { state: "not-tested", reason: "below-minimum" },
      });
    }
  });
});

describe("rates", () => {
  it("tells complaints per 100 staff with their ratio", () => {
    const wave = datasetOf({ q: [3] });
    const counts = [
      { name: "complaints", before: { events: 12, staff: 400 }, after: { events: 25, staff: 380 } },
      { name: "grievances", before: { events: 0, staff: 400 }, after: { events: 0, staff: 380 } },
      { name: "new", before: { events: 0, staff: 400 }, after: { events: 8, staff: 380 } },
    ];
    const [complaints, grievances, fresh] = compareWaves(wave, wave, { definition, counts }).rates;
    expect(complaints?.before.per100).toBeCloseTo(3, 12);
    expect(complaints?.ratio?.estimate).toBeCloseTo(2.193, 3);
    expect(complaints?.verdict.state).toBe("significant");
    expect(grievances).toMatchObject({ ratio: null, verdict: { state: "not-tested", reason: "no-answers" } });
    expect(fresh?.ratio).toMatchObject({ estimate: null, upper: null });
  });
});
