/** Two waves compared: the choice of method, the three states, and figures that agree with the statistics. */
import { describe, expect, it } from "vitest";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { pairedT } from "../../../analysis/statistics/paired-t.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { partlyOverlappingT } from "../../../analysis/statistics/partly-overlapping-t.ts";
import { scaleScore } from "../../../analysis/statistics/scale-score.ts";
import { welchT } from "../../../analysis/statistics/welch-t.ts";
import { definition360 } from "../../support/definition-360.ts";
import { answersAbout, datasetOf, firstRows } from "./invented-waves.ts";

const definition = definition360({ reverseKeyed: ["c2"] });
const wave = (mean: number, count: number, seed: number) =>
  datasetOf({
    c1: answersAbout(mean, count, seed),
    c2: answersAbout(6 - mean, count, seed + 1),
    s1: answersAbout(3, count, seed + 2),
    s2: answersAbout(3, count, seed + 3),
  });
const before = wave(3, 80, 10);
const after = wave(3.8, 80, 20);

/** The scale scores of c1 and c2 turned, by the other route: person by person. */
function clarity({ columns }: typeof before): number[] {
  const [c1, c2] = columns;
  return Array.from(
    c1?.values ?? [],
    (answer, row) => scaleScore([answer, 6 - (c2?.values[row] ?? 0)], 1) ?? Number.NaN,
  );
}

describe("compareWaves", () => {
  it("takes the paired t when everybody is linked", () => {
    const compared = compareWaves(before, after, { definition, pairs: firstRows(80) });
    expect(compared.situation).toBe("linked");
    const [scale] = compared.scales;
    const expected = pairedT(linkWaves(clarity(before), clarity(after)).linked);
    if (!expected.computed || scale?.verdict.state === "not-tested") expect.fail("not tested");
    expect(scale?.verdict).toMatchObject({ test: "paired-t", state: "significant", family: "scales" });
    expect(scale?.verdict.p).toBeCloseTo(expected.p, 14);
    expect(scale?.difference?.estimate).toBeCloseTo(expected.estimate, 12);
    expect(scale?.effect?.name).toBe("d_av");
    expect(scale?.beside.map(({ name }) => name)).toContain("signed-rank-pratt");
    expect(scale?.band?.size).toBe("higher");
  });

  it("takes Welch when nobody is linked, with the probability of superiority beside", () => {
    const compared = compareWaves(before, after, { definition });
    const expected = welchT(countAnswers(clarity(before)), countAnswers(clarity(after)));
    const [scale] = compared.scales;
    if (!expected.computed || scale?.verdict.state === "not-tested") expect.fail("not tested");
    expect(compared.situation).toBe("unlinked");
    expect(scale?.verdict).toMatchObject({ test: "welch-t" });
    expect(scale?.verdict.p).toBeCloseTo(expected.p, 14);
    expect(scale?.beside.map(({ name }) => name)).toEqual(["probability-of-superiority", "mann-whitney"]);
    expect(compared.methods.join(" ")).toContain("not linked");
  });

  it("takes the partially overlapping t when some are linked, and drops nobody", () => {
    const compared = compareWaves(before, after, { definition, pairs: firstRows(50) });
    const first = clarity(before);
    const second = clarity(after);
    const alone = Array.from({ length: 30 }, () => null);
    const expected = partlyOverlappingT(
      linkWaves([...first, ...alone], [...second.slice(0, 50), ...alone, ...second.slice(50)]),
    );
    const [scale] = compared.scales;
    if (!expected.computed || scale?.verdict.state === "not-tested") expect.fail("not tested");
    expect(scale?.verdict).toMatchObject({ test: "partly-overlapping-t" });
    expect(scale?.verdict.p).toBeCloseTo(expected.unequalVariances.p, 13);
    expect(scale?.linked).toEqual({ both: 50, beforeOnly: 30, afterOnly: 30 });
    const own = pairedT(linkWaves(first.slice(0, 50), second.slice(0, 50)).linked);
    const beside = new Map(scale?.beside.map((figure) => [figure.name, figure]));
    expect(beside.get("linked-only-change")?.p).toBeCloseTo(own.computed ? own.p : Number.NaN, 13);
    const persons = (["persons-up", "persons-same", "persons-down"] as const).map(
      (name) => beside.get(name)?.value ?? Number.NaN,
    );
    expect(persons.reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(compared.turnover[0]?.stayersBefore).not.toBeNull();
  });

  it("says of a measure that too many left out of a linked wave that it is partly linked", () => {
    const gaps = datasetOf({
      c1: answersAbout(3, 80, 1).map((answer, row) => (row % 5 === 0 ? 0 : answer)),
      s1: answersAbout(3, 80, 2),
    });
    const compared = compareWaves(before, gaps, { definition, pairs: firstRows(80) });
    expect(compared.items.map(({ code, situation }) => [code, situation])).toEqual([
      ["c1", "partly-linked"],
      ["s1", "linked"],
    ]);
  });

  it("does not test below 30 answers to an item, 20 to a scale, 10 to the index", () => {
    const states = (count: number) => {
      const compared = compareWaves(wave(3, count, 1), wave(3.5, count, 5), { definition });
      return [compared.items[0], compared.scales[0], compared.index].map((one) => one?.verdict.state);
    };
    expect(states(9)).toEqual(["not-tested", "not-tested", "not-tested"]);
    expect(states(19).slice(0, 2)).toEqual(["not-tested", "not-tested"]);
    expect(states(19)[2]).not.toBe("not-tested");
    expect(states(29)[0]).toBe("not-tested");
    expect(states(30)).not.toContain("not-tested");
  });

  it("adjusts scales with Holm and items with Benjamini-Hochberg", () => {
    const { scales, items } = compareWaves(before, after, { definition });
    const p = scales.map(({ verdict }) =>
      verdict.state === "not-tested" ? [] : [verdict.p, verdict.pAdjusted],
    );
    expect(p[0]?.[1]).toBeCloseTo(2 * (p[0]?.[0] ?? 0), 15);
    expect(p[1]?.[1]).toBeCloseTo(p[1]?.[0] ?? 0, 15);
    expect(items.map(({ verdict }) => (verdict.state === "not-tested" ? "" : verdict.family))).toEqual(
      Array.from({ length: 4 }, () => "items"),
    );
  });

  it("compares the mean favourable share of an item with its limits", () => {
    const [item] = compareWaves(before, after, { definition, pairs: firstRows(80) }).items;
    const favourable = (answers: ArrayLike<number>) =>
      Array.from(answers).filter((answer) => answer > 3).length;
    expect(item?.before.favourable?.count).toBe(favourable(before.columns[0]?.values ?? []));
    expect(item?.shareChange?.test).toBe("mcnemar-mid-p");
    expect(item?.shareChange?.interval?.lower).toBeLessThan(item?.shareChange?.estimate ?? 0);
  });

  it("narrows the limits of each wave when the headcounts are known, and says so", () => {
    const headcounts = [{ group: "", before: 100, after: 90 }];
    const narrow = compareWaves(before, after, { definition, headcounts });
    const wide = compareWaves(before, after, { definition });
    const width = (one: typeof narrow): number => {
      const interval = one.scales[0]?.before.interval;
      return (interval?.upper ?? 0) - (interval?.lower ?? 0);
    };
    expect(width(narrow) / width(wide)).toBeCloseTo(Math.sqrt(20 / 99), 12);
    expect(narrow.response.after).toEqual({ answered: 80, headcount: 90, rate: 80 / 90 });
    expect(narrow.methods.join(" ")).toContain("finite population correction");
    expect(narrow.scales[0]?.verdict).toEqual(wide.scales[0]?.verdict);
  });
});

describe("waves that leave nothing to test", () => {
  /** Every number of a result. */
  function numbersOf(value: unknown): number[] {
    if (typeof value === "number") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
  }
  const none: number[] = [];
  const flat = (answer: number, count: number) =>
    datasetOf(
      Object.fromEntries(["c1", "c2", "s1", "s2"].map((code) => [code, Array<number>(count).fill(answer)])),
    );
  it.each([
    ["one wave empty", before, datasetOf({ c1: none, c2: none, s1: none, s2: none }), "no-answers"],
    ["both waves empty", flat(0, 0), flat(0, 0), "no-answers"],
    ["nobody answered an item", flat(0, 40), before, "no-answers"],
    ["one answer each", flat(3, 1), flat(4, 1), "below-minimum"],
    ["all equal", flat(3, 40), flat(3, 40), "no-variance"],
    ["everybody one higher", flat(3, 40), flat(4, 40), "no-variance"],
  ])("%s: a verdict, never NaN", (_, first, second, reason) => {
    const linked = first.rows === second.rows ? [firstRows(first.rows)] : [];
    for (const pairs of [undefined, ...linked]) {
      const compared = compareWaves(first, second, { definition, ...(pairs === undefined ? {} : { pairs }) });
      for (const one of [...compared.items, ...compared.scales]) {
        expect(one.verdict).toEqual({ state: "not-tested", reason });
      }
      expect(numbersOf(compared).every(Number.isFinite)).toBe(true);
    }
  });
});
