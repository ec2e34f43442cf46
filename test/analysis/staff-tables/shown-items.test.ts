/** What is shown of items, scales and numbers of persons where something would tell too much. */
import { describe, expect, it } from "vitest";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import type { StaffDistribution, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";
import { fewestTold, groupsOf, seenInTables } from "./staff-attacker.ts";

const choices = { unit: ["a", "b", "c"], grade: ["x", "y"] };
const definition = inventedSurvey({ choices, scaleItems: { one: "trust", two: "trust" } });

interface Group {
  readonly unit: number;
  readonly grade: number;
  readonly count: number;
  /** The answer to item one by place; all points in turn by default. */
  readonly one?: (place: number) => number;
}

function personsOf(groups: readonly Group[]): readonly Person[] {
  return groups.flatMap(({ unit, grade, count, one = (place) => 1 + (place % 5) }) =>
    Array.from({ length: count }, (_, place) => ({
      unit,
      grade,
      one: one(place),
      two: 1 + ((place + 2) % 5),
    })),
  );
}

function tablesOf(
  persons: readonly Person[],
  cuts: readonly (readonly string[])[],
  budget?: () => boolean,
): StaffTables {
  const dataset = inventedAnswers(definition, persons);
  const input = { definition, dataset, policy: policyOf(5, cuts), invited: null };
  return buildStaffTables(budget === undefined ? input : { ...input, budget });
}

function cellsOf(tables: StaffTables, code: string) {
  const item = tables.items.find((one) => one.code === code);
  return item === undefined ? [] : [item.cells.total, ...item.cells.cuts.flat()];
}

/** Into how many parts the answers are counted. */
function sizeOf(answers: StaffDistribution): number {
  return answers.kind === "scale" ? answers.borders.length + 1 : answers.choices.length;
}

/** What stands in the cells, shortly. */
function inShort(tables: StaffTables, code: string) {
  return cellsOf(tables, code).map((cell) => (cell.shown ? sizeOf(cell.value) : cell.reason));
}

describe("what would tell of too few", () => {
  it("is left out together with the smallest group it follows from", () => {
    const persons = personsOf([
      { unit: 1, grade: 1, count: 30 },
      { unit: 2, grade: 1, count: 12 },
      { unit: 3, grade: 1, count: 3 },
    ]);
    const tables = tablesOf(persons, [["unit"]]);
    expect(inShort(tables, "one")).toEqual([5, 5, "would-reveal-another", "too-few-answers"]);
    expect(tables.cuts[0]?.categories.map(({ answered }) => answered)).toEqual([
      { shown: true, n: 30, value: 30 },
      { shown: false, reason: "would-reveal-another" },
      { shown: false, reason: "too-few-answers" },
    ]);
  });

  it("is left out too where two cuts together would tell of one person", () => {
    const persons = personsOf([
      { unit: 1, grade: 1, count: 20 },
      { unit: 2, grade: 2, count: 20 },
      { unit: 1, grade: 2, count: 1 },
    ]);
    const cuts = [["unit"], ["grade"]];
    const tables = tablesOf(persons, cuts);
    const shown = cellsOf(tables, "one").filter((cell) => cell.shown);
    expect(shown.length).toBe(3);
    for (const seen of seenInTables(tables, persons, groupsOf(cuts, choices))) {
      expect(fewestTold(seen, 5)).toBeUndefined();
    }
  });

  it("is counted by who answered the item, and never tells of fewer who left it out", () => {
    const persons = personsOf([
      { unit: 1, grade: 1, count: 20 },
      { unit: 2, grade: 1, count: 20, one: (place) => (place < 16 ? 0 : 1 + (place % 5)) },
      { unit: 3, grade: 1, count: 20 },
    ]);
    expect(inShort(tablesOf(persons, [["unit"]]), "one").filter((one) => one === 5).length).toBe(2);
    expect(inShort(tablesOf(persons, [["unit"]]), "two")).toEqual([5, 5, 5, 5]);
  });

  it("includes persons who left the question of a cut out", () => {
    const persons = personsOf([
      { unit: 1, grade: 1, count: 20 },
      { unit: 2, grade: 1, count: 15 },
      { unit: 0, grade: 1, count: 2 },
    ]);
    const tables = tablesOf(persons, [["unit"]]);
    expect(tables.answered).toEqual({ shown: true, n: 37, value: 37 });
    expect(inShort(tables, "one")).toEqual([5, 5, "would-reveal-another", "too-few-answers"]);
  });
});

describe("a group that agrees", () => {
  const agreeing = personsOf([
    { unit: 1, grade: 1, count: 20 },
    { unit: 2, grade: 1, count: 10, one: () => 4 },
    { unit: 3, grade: 1, count: 20 },
  ]);

  it("is shown like any other, its ends as bounds that do not tell whether all agree", () => {
    const almost = agreeing.map((person, place) => (place === 21 ? { ...person, one: 2 } : person));
    const [all, some] = [agreeing, almost].map((persons) => cellsOf(tablesOf(persons, [["unit"]]), "one"));
    const second = all?.[2];
    if (second?.shown !== true || second.value.kind !== "scale") throw new Error("the group is shown");
    expect(second.value.borders).toEqual([
      { above: 1, low: 8, high: 10 },
      { above: 2, low: 8, high: 10 },
      { above: 3, low: 8, high: 10 },
      { above: 4, low: 0, high: 2 },
    ]);
    expect(some).toEqual(all);
  });

  it("has a mean by bounds, and how far its scores spread at most", () => {
    const both = agreeing.map((person) => (person["unit"] === 2 ? { ...person, two: 4 } : person));
    const trust = tablesOf(both, [["unit"]]).scales[0]?.cells.cuts[0]?.[1];
    if (trust?.shown !== true) throw new Error("the group has a score");
    expect(trust.value.mean.low).toBeCloseTo(3.4, 12);
    expect(trust.value.mean.high).toBeCloseTo(4.2, 12);
    expect(trust.value.sdAtMost).toBeGreaterThan(0);
  });
});

describe("cuts beside the first", () => {
  const persons = personsOf([1, 2, 3].flatMap((unit) => [1, 2].map((grade) => ({ unit, grade, count: 12 }))));

  it("say how many answered favourably, and nothing more", () => {
    expect(inShort(tablesOf(persons, [["unit"], ["grade"]]), "one")).toEqual([5, 5, 5, 5, 2, 2]);
    const trust = tablesOf(persons, [["unit"], ["grade"]]).scales[0];
    expect(trust?.cells.cuts[0]?.[0]?.shown).toBe(true);
    expect(trust?.cells.cuts[1]?.[0]).toEqual({ shown: false, reason: "too-few-items" });
  });

  it("say no answers where they cross both, but still how many took part", () => {
    const three = persons.map((person, place) => ({ ...person, site: 1 + (place % 2) }));
    const survey = inventedSurvey({
      choices: { ...choices, site: ["s", "t"] },
      scaleItems: { one: "trust", two: "trust" },
    });
    const tables = buildStaffTables({
      definition: survey,
      dataset: inventedAnswers(survey, three),
      policy: policyOf(5, [["unit"], ["grade"], ["site"]]),
      invited: null,
    });
    expect(tables.cuts[2]?.categories.map(({ answered }) => answered.shown)).toEqual([true, true]);
    expect(inShort(tables, "one").slice(6)).toEqual(["group-not-shown", "group-not-shown"]);
  });
});

describe("a cut by an item without choices", () => {
  it("changes nothing for the others", () => {
    const survey = inventedSurvey({ choices: { unit: ["a"], empty: [] }, scaleItems: { one: "" } });
    const dataset = inventedAnswers(survey, Array<Person>(20).fill({ unit: 1, one: 3 }));
    const cuts = [["unit"], ["empty"], ["unit", "empty"]];
    const tables = buildStaffTables({
      definition: survey,
      dataset,
      policy: policyOf(5, cuts),
      invited: null,
    });
    expect(inShort(tables, "one")).toEqual([5, 5]);
  });
});

describe("when the time is over", () => {
  const units = [1, 2, 3].map((unit) => ({ unit, grade: 1 + (unit % 2), count: 12 }));

  it("the plain rule shows everybody and cuts of large groups only", () => {
    const tables = tablesOf(personsOf(units), [["unit"], ["unit", "grade"]], () => true);
    expect(tables.method).toBe("fallback");
    expect(inShort(tables, "one").slice(0, 4)).toEqual([5, 5, 5, 5]);
    expect(inShort(tables, "one").slice(4)).not.toContain(5);
  });

  it("it shows no cut with a group below twice the minimum", () => {
    const small = personsOf([...units.slice(1), { unit: 1, grade: 1, count: 9 }]);
    expect(
      inShort(
        tablesOf(small, [["unit"]], () => true),
        "one",
      ).filter((one) => one === 5),
    ).toEqual([5]);
    expect(tablesOf(small, [["unit"]]).method).toBe("passes");
  });

  it("it shows no second cut that would tell of few beside the first", () => {
    const persons = personsOf([
      { unit: 1, grade: 1, count: 20 },
      { unit: 2, grade: 2, count: 20 },
      { unit: 1, grade: 2, count: 1 },
    ]);
    const shown = inShort(
      tablesOf(persons, [["unit"], ["grade"]], () => true),
      "one",
    );
    expect(shown.slice(1, 3)).toEqual([5, 5]);
    expect(shown.slice(4)).toEqual(["would-reveal-another", "would-reveal-another"]);
  });

  it("the plain rule decides about everything, also where the time ends between two items", () => {
    let asked = 0;
    const tables = tablesOf(personsOf(units), [["unit"], ["unit", "grade"]], () => {
      asked += 1;
      return asked > 4;
    });
    expect(tables).toEqual(tablesOf(personsOf(units), [["unit"], ["unit", "grade"]], () => true));
  });

  it("is not asked for once the tables are made", () => {
    let asked = 0;
    const tables = tablesOf(personsOf(units), [["unit"]], () => {
      asked += 1;
      return false;
    });
    expect(tables.method).toBe("passes");
    expect(asked).toBeGreaterThan(0);
  });
});
