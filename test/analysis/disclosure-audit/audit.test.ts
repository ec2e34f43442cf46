/** What the auditor says about single sets of figures, and what it refuses to judge. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../analysis/disclosure-audit/audit.ts";
import { components } from "../../../analysis/disclosure-audit/component.ts";
import { finding } from "../../../analysis/disclosure-audit/finding.ts";
import { tellsAnother } from "../../../analysis/disclosure-audit/narrow-ranges.ts";
import type { Published } from "../../../analysis/disclosure-audit/published.ts";
import { loadRangeSolver } from "../../../analysis/disclosure-audit/range-solver.ts";
import { publishedFigures } from "../../../analysis/report360/published-figures.ts";
import { ITEMS, reportOfWorld, worlds } from "../../support/attacked-world.ts";

const NOTHING: Published = {
  minimum: 3,
  items: [{ code: "i", points: 5, width: 2, distributionWidth: 2 }],
  sums: [],
  shownDistributions: [],
  hiddenDistributions: [],
  derived: [],
  texts: [],
  unexplained: [],
};

function sum(persons: string, low: number, high = low, weight = 1): Published["sums"][number] {
  return { name: persons, terms: [{ item: "i", persons: [...persons], weight }], low, high };
}

const kinds = (published: Partial<Published>) =>
  audit({ ...NOTHING, ...published }).map(({ kind, figures }) => `${kind}: ${figures.join(" ")}`);

describe("audit", () => {
  it("has nothing against a mean in the middle of the scale, or against no figure at all", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ sums: [sum("abcd", 12)] })).toEqual([]);
  });

  it("subtracts: a total and all but one tell the one", () => {
    expect(kinds({ sums: [sum("abcde", 15), sum("abcd", 12)] })).toEqual([
      "few-persons: abcde abcd",
      "narrow-range: abcde abcd",
    ]);
  });

  it("adds and subtracts across items, where the same few persons are left", () => {
    const items = ["i", "j"].map((code) => ({ code, points: 5, width: 2, distributionWidth: 2 }));
    const of = (item: string, persons: string) => ({ item, persons: [...persons], weight: 1 });
    const both = { name: "both", terms: [of("i", "abcd"), of("j", "abcdef")], low: 0, high: 99 };
    const parts = [
      { name: "i", terms: [of("i", "abcd")], low: 0, high: 99 },
      { name: "j", terms: [of("j", "cdef")], low: 0, high: 99 },
    ];
    expect(kinds({ items, sums: [both, ...parts] })).toEqual(["few-persons: both i j"]);
  });

  it("finds answers at the end of the scale", () => {
    expect(kinds({ sums: [sum("abcd", 19, 20)] })).toEqual(["narrow-range: abcd"]);
    expect(kinds({ sums: [sum("abcd", 18, 20)] })).toEqual([]);
  });

  it("finds a pair of whom each tells the other's answer, whatever it is", () => {
    expect(kinds({ sums: [sum("abcd", 9, 15), sum("ab", 5)] })).toEqual([
      "few-persons: ab",
      "insider: abcd ab",
    ]);
  });

  it("reads negative and larger weights, and ignores sums without bounds", () => {
    expect(kinds({ sums: [sum("abcd", -40, -38, -2)] })).toEqual(["narrow-range: abcd"]);
    expect(kinds({ sums: [sum("abcd", Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)] })).toEqual([]);
  });

  it("cannot check overlapping sums without a solver, and can with one", async () => {
    const sums = [sum("abcdef", 18), sum("defghi", 18)];
    expect(kinds({ sums })).toEqual(["not-checked: abcdef defghi"]);
    expect(audit({ ...NOTHING, sums }, await loadRangeSolver(5))).toEqual([]);
  });

  it("refuses figures that are not well formed", () => {
    const refused: readonly Partial<Published>[] = [
      { minimum: 2 },
      { minimum: Number.NaN },
      { items: [{ code: "i", points: Number.NaN, width: 2, distributionWidth: 2 }] },
      { items: [], sums: [sum("abcd", 12)] },
      { sums: [sum("abcd", Number.NaN)] },
      { sums: [sum("abcd", 12, 12, 0.5)] },
      { sums: [sum("", 12)] },
      { shownDistributions: [{ name: "d", item: "i", persons: [], counts: [1] }] },
      { shownDistributions: [{ name: "d", item: "i", persons: ["a"], counts: [0.5] }] },
    ];
    for (const published of refused) expect(() => kinds(published)).toThrow(RangeError);
  });

  it("names a few figures in its sentence and counts the others", () => {
    expect(finding("narrow-range", ["a", "b", "c", "d", "e", "f"]).sentence).toBe(
      "From “a”, “b”, “c”, “d” and 2 more figures it would follow nearly exactly what single persons answered. " +
        "Nothing was published, and no answer is lost.",
    );
  });
});

describe("somebody who knows an answer", () => {
  const [component] = components({ ...NOTHING, sums: [sum("abcd", 18, 20)] });
  if (component === undefined) throw new Error("one sum is one component");

  it("may know the others', having dragged the mean down alone: no rule that shows means prevents it", () => {
    expect(tellsAnother(component, { person: "a", item: "i", answer: 3 })).toBe(true);
    expect(tellsAnother(component, { person: "a", item: "i", answer: 4 })).toBe(false);
  });

  it("learns another's from few of our reports, though most answers here are at the ends", () => {
    let knowing = 0;
    let told = 0;
    for (const world of fc.sample(worlds, { numRuns: 200, seed: 5 })) {
      const report = reportOfWorld(world);
      const all = components(publishedFigures([report]));
      for (const block of report.blocks.filter(({ attributed }) => !attributed)) {
        for (const [place, item] of ITEMS.entries()) {
          const cell = all.find(({ sums }) =>
            sums.some(({ name }) => name === `${block.code}, item ${item}`),
          );
          const person = cell?.classes[0]?.[0];
          if (cell === undefined || person === undefined) continue;
          for (const { group, answers } of world.persons) {
            const answer = answers[place];
            if (answer === undefined || !block.groups.includes(group)) continue;
            knowing += 1;
            if (tellsAnother(cell, { person, item, answer })) told += 1;
          }
        }
      }
    }
    console.log(
      `insiders: ${((100 * told) / knowing).toFixed(1)} % of ${knowing} answers tell those of others`,
    );
    expect(told / knowing).toBeLessThan(0.1);
  });
});
