/** Comparing released tables: the same figures as from the answers themselves, and silence where figures are hidden. */
import { describe, expect, test } from "vitest";
import { compareWaves } from "../../../analysis/comparison/compare-waves.ts";
import { compareTables } from "../../../analysis/staff-comparison/compare-tables.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { datasetOf, shipped, tablesOf } from "../../support/survey-tables.ts";

const survey = shipped("staff-confidence");
const event = shipped("event-feedback");
const AREAS: Readonly<Record<string, number>> = { "area-a": 30, "area-b": 30, "area-c": 30, "area-d": 2 };

function waveOf(seed: number, shift: number, { count = 200, definition = survey, weights = AREAS } = {}) {
  const cut = { code: "area", weights };
  const dataset = datasetOf(definition, inventStaffAnswers(definition, { count, seed, shift, cut }));
  const invited = 2 * count;
  const tables = tablesOf(definition, dataset, { cuts: [["area"]], invited });
  // Of everybody alone: no group's bounds are in its figures, which here are all exact.
  return { dataset, tables, whole: tablesOf(definition, dataset, { invited }) };
}

const before = waveOf(1, 0);
const after = waveOf(2, 0.6, { count: 220 });
const compared = compareTables([before.tables, after.tables], { definitions: [survey, survey] });
const whole = compareTables([before.whole, after.whole], { definitions: [survey, survey] });

/** Bounds that hold a figure worked out from the answers themselves, and are no wider than a quarter. */
function holds(
  bounds: { readonly low: number; readonly high: number } | null | undefined,
  figure: number | null | undefined,
  beside = 1e-9,
): void {
  expect(bounds?.low).toBeLessThanOrEqual((figure ?? Number.NaN) + beside);
  expect(bounds?.high).toBeGreaterThanOrEqual((figure ?? Number.NaN) - beside);
  expect((bounds?.high ?? Number.NaN) - (bounds?.low ?? Number.NaN)).toBeLessThan(0.25);
}

describe("a comparison of released tables", () => {
  test("says of every item what the comparison of the answers says", () => {
    const direct = compareWaves(before.dataset, after.dataset, {
      definition: survey,
      headcounts: [{ group: "", before: 400, after: 440 }],
    });
    expect(whole.items.length).toBe(direct.items.length);
    for (const [place, item] of direct.items.entries()) {
      const own = whole.items[place];
      expect(own?.code).toBe(item.code);
      holds(own?.change.difference?.estimate, item.difference?.estimate);
      const share = own?.change.shareChange ?? null;
      if (share !== null) holds(share.estimate, item.shareChange?.estimate, 0.01);
      expect(own?.change.difference?.interval?.lower).toBeLessThanOrEqual(
        (item.difference?.interval?.lower ?? Number.NaN) + 1e-9,
      );
      expect(own?.change.effect?.interval?.upper).toBeGreaterThanOrEqual(
        (item.effect?.interval?.upper ?? Number.NaN) - 1e-9,
      );
      const { state } = own?.change.verdict ?? {};
      // Where some could say that they do not know, bounds may leave a verdict open; they never turn it round.
      if (state !== "not-tested") expect(state).toBe(item.verdict.state);
      const [first] = own?.waves ?? [];
      expect(first?.shown && first.value.interval?.lower).toBeLessThanOrEqual(
        (item.before.interval?.lower ?? Number.NaN) + 1e-9,
      );
    }
  });

  test("says of scales and index nearly what the comparison of the answers says", () => {
    const direct = compareWaves(before.dataset, after.dataset, { definition: survey });
    expect(whole.scales.map(({ code }) => code)).toEqual(direct.scales.map(({ code }) => code));
    for (const [place, scale] of direct.scales.entries()) {
      const own = whole.scales[place];
      holds(own?.change.difference?.estimate, scale.difference?.estimate, 0.05);
      expect(own?.change.verdict.state).toBe(scale.verdict.state);
      const shares = [scale.before.favourable?.share, scale.after.favourable?.share];
      for (const [wave, cell] of (own?.waves ?? []).entries()) {
        holds(cell.shown ? cell.value.favourable?.share : undefined, shares[wave], 0.01);
      }
    }
    expect(whole.index?.change.difference?.estimate.low).toBeCloseTo(
      direct.index?.difference?.estimate ?? Number.NaN,
      0,
    );
  });

  test("shows each category in each scale, and the suppressed ones with their reason", () => {
    const [area] = compared.cuts;
    expect(area?.codes).toEqual(["area"]);
    const rows = new Map(area?.categories.map((row) => [row.values[0], row]));
    expect(rows.get("area-a")?.measures.map(({ code }) => code)).toEqual([
      ...compared.scales.map(({ code }) => code),
      "index",
    ]);
    expect(rows.get("area-a")?.measures[0]?.waves.map(({ shown }) => shown)).toEqual([true, true]);
    expect(rows.get("area-d")?.measures[0]?.waves[0]).toMatchObject({ shown: false });
    expect(rows.get("area-d")?.measures[0]?.change.verdict).toEqual({
      state: "not-tested",
      reason: "suppressed",
    });
  });

  test("of one category is that category's own", () => {
    const options = { definitions: [survey, survey], of: { codes: ["area"], values: ["area-a"] } };
    const ofArea = compareTables([before.tables, after.tables], options);
    expect(ofArea.of?.label).toBe("Area A");
    expect(ofArea.cuts).toEqual([]);
    const row = compared.cuts[0]?.categories.find(({ values }) => values[0] === "area-a");
    expect(ofArea.scales[0]?.waves).toEqual(row?.measures[0]?.waves);
    expect(ofArea.items[0]?.waves[0]?.shown).toBe(true);
  });

  test("knows only three states, and never a number that is none", () => {
    const states = [...whole.items, ...whole.scales].map(({ change }) => change.verdict.state);
    for (const state of states) expect(["significant", "not-significant"]).toContain(state);
    expect(JSON.stringify(compared)).not.toMatch(/NaN|Infinity/);
    expect(compared.methods.length).toBeGreaterThan(6);
  });
});

describe("waves that do not fit at once", () => {
  test("of different surveys share the items that are asked alike", () => {
    const talk = waveOf(3, 0.5, { definition: event });
    const both = compareTables([before.whole, talk.whole], { definitions: [survey, event] });
    expect(both.scales.map(({ code }) => code)).toEqual(["senior-management"]);
    expect(both.items.length).toBe(8);
    expect(both.breaks.some(({ kind }) => kind === "item")).toBe(true);
    expect(both.index?.leftOut.length).toBeGreaterThan(0);
    expect(both.index?.change.verdict.state).not.toBe("not-tested");
    expect(both.methods.join(" ")).toContain("makes the test cautious");
  });

  test("with a renamed unit list it as gone and new, or as one where somebody says so", () => {
    const moved = waveOf(4, 0, { weights: { "area-b": 30, "area-c": 30, "area-e": 30 } });
    const definitions = [survey, survey];
    const plain = compareTables([before.tables, moved.tables], { definitions });
    const cell = (code: string, of: typeof plain) =>
      of.cuts[0]?.categories.find(({ values }) => values[0] === code);
    expect(cell("area-a", plain)?.presence).toBe("both");
    const without = (tables: StaffTables, value: string): StaffTables => {
      const at = tables.cuts[0]?.categories.findIndex(({ values }) => values[0] === value) ?? -1;
      const drop = <T>(list: readonly T[]) => list.filter((_, place) => place !== at);
      const cells = <
        T extends {
          readonly cells: { readonly total: unknown; readonly cuts: readonly (readonly unknown[])[] };
        },
      >(
        one: T,
      ) => ({ ...one, cells: { ...one.cells, cuts: one.cells.cuts.map((cut) => drop(cut)) } });
      return {
        ...tables,
        cuts: tables.cuts.map((cut) => ({ ...cut, categories: drop(cut.categories) })),
        items: tables.items.map(cells),
        scales: tables.scales.map(cells),
        index: tables.index === null ? null : cells(tables.index),
      };
    };
    const first = without(before.tables, "area-e");
    const second = without(moved.tables, "area-a");
    const split = compareTables([first, second], { definitions });
    expect(cell("area-a", split)?.presence).toBe("gone");
    expect(cell("area-e", split)?.presence).toBe("new");
    const renamed = [{ item: "area", earlier: "area-a", later: "area-e" }];
    const joined = compareTables([first, second], { definitions, renamed });
    expect(cell("area-a", joined)).toBeUndefined();
    expect(cell("area-e", joined)).toMatchObject({ presence: "both" });
    expect(cell("area-e", joined)?.measures[0]?.change.difference).not.toBeNull();
    const of = { codes: ["area"], values: ["area-a"] };
    expect(compareTables([first, second], { definitions, renamed, of }).of?.label).toBe("Area E");
    const between = without(without(before.tables, "area-a"), "area-e");
    const chain = [
      { item: "area", earlier: "area-a", later: "area-x" },
      { item: "area", earlier: "area-x", later: "area-e" },
      { item: "area", earlier: "area-b", later: "area-y" },
      { item: "area", earlier: "area-y", later: "area-b" },
    ];
    const three = { definitions: [survey, survey, survey], renamed: chain };
    const twice = compareTables([first, between, second], three);
    expect(cell("area-e", twice)).toMatchObject({ presence: "both" });
    const kept = compareTables([first, before.tables, second], { ...three, renamed });
    expect(cell("area-a", kept)?.presence).toBe("gone");
    expect(cell("area-e", kept)?.presence).toBe("new");
  });

  test("too small for a test are not tested, and say why", () => {
    const small = [waveOf(5, 0, { count: 15 }), waveOf(6, 2, { count: 15 })];
    const both = compareTables(
      small.map(({ tables }) => tables),
      { definitions: [survey, survey] },
    );
    for (const { change } of both.items) expect(change.verdict.state).toBe("not-tested");
  });

  test("without a single answer compare to nothing at all", () => {
    const empty = tablesOf(survey, datasetOf(survey, []), { cuts: [["area"]] });
    const both = compareTables([empty, after.tables], { definitions: [survey, survey] });
    expect(both.scales[0]?.change).toMatchObject({ difference: null, verdict: { reason: "suppressed" } });
    expect(JSON.stringify(both)).not.toMatch(/NaN|Infinity/);
  });

  test("need to be two, with a definition each, and a group that exists", () => {
    expect(() => compareTables([after.tables], { definitions: [survey] })).toThrow(RangeError);
    expect(() => compareTables([before.tables, after.tables], { definitions: [survey] })).toThrow(RangeError);
    const of = { codes: ["area"], values: ["nowhere"] };
    expect(() => compareTables([before.tables, after.tables], { definitions: [survey, survey], of })).toThrow(
      RangeError,
    );
  });
});

describe("ten waves in a row", () => {
  const waves = Array.from({ length: 10 }, (_, place) => waveOf(20 + place, place / 10, { count: 60 }));
  const many = compareTables(
    waves.map((wave) => wave.whole),
    { definitions: waves.map(() => survey) },
  );

  test("have a figure each, nine steps, and one change from the first to the last", () => {
    expect(many.scales[0]?.waves.length).toBe(10);
    expect(many.scales[0]?.steps.map(({ from, to }) => [from, to])).toContainEqual([8, 9]);
    expect(many.scales[0]?.change).toMatchObject({ from: 0, to: 9, verdict: { state: "significant" } });
    expect(many.response.length).toBe(10);
  });

  test("adjust each scale's steps as one family", () => {
    for (const { verdict } of many.scales[0]?.steps ?? []) {
      if (verdict.state === "not-tested") continue;
      expect(verdict.family).toBe("contrasts");
      expect(verdict.pAdjusted.low).toBeGreaterThanOrEqual(verdict.p.low);
      expect(verdict.pAdjusted.high).toBeGreaterThanOrEqual(verdict.p.high);
    }
  });
});

describe("weighted changes", () => {
  test("take the composition out of a change that is nothing but composition", () => {
    const uncut = { "area-a": 40, "area-b": 40 };
    const lean = (weights: Readonly<Record<string, number>>, seed: number) => {
      const answers = Object.entries(weights).flatMap(([area, count]) =>
        inventStaffAnswers(survey, {
          count,
          seed: seed + (area === "area-a" ? 0 : 50),
          shift: area === "area-a" ? 2 : -1,
          cut: { code: "area", weights: { [area]: 1 } },
        }),
      );
      const dataset = datasetOf(survey, answers);
      const headcounts = Object.keys(uncut).map((values) => ({ cut: "area", values, headcount: 300 }));
      return tablesOf(survey, dataset, { cuts: [["area"]], headcounts });
    };
    const shifted = compareTables(
      [lean({ "area-a": 150, "area-b": 50 }, 7), lean({ "area-a": 50, "area-b": 150 }, 8)],
      {
        definitions: [survey, survey],
      },
    );
    const code = "own-manager";
    const plain = shifted.scales.find((scale) => scale.code === code)?.change.difference?.estimate;
    const weighted = shifted.weighted.filter((one) => one.code === code);
    expect(plain?.high).toBeLessThan(-0.5);
    expect(weighted.map(({ to }) => to).sort()).toEqual(["first-wave", "headcounts"]);
    for (const { difference, unweighted } of weighted) {
      expect(difference.estimate.low).toBeGreaterThan(-0.15);
      expect(difference.estimate.high).toBeLessThan(0.15);
      expect(unweighted).toEqual(plain);
    }
  });
});
