/** The tables of small surveys made by hand: what stands in them, and what does not. */

import { describe, expect, it } from "vitest";
import { partsOf } from "../../../analysis/staff-tables/answer-bounds.ts";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";

const definition = inventedSurvey({
  choices: { unit: ["a", "b"], bullied: ["no", "yes"] },
  scaleItems: { one: "trust", two: "trust" },
  reverseKeyed: ["two"],
});

/** Twenty persons a unit; the answers go round. */
const persons = Array.from(
  { length: 40 },
  (_, place): Person => ({
    unit: place < 20 ? 1 : 2,
    bullied: place % 4 === 0 ? 2 : 1,
    one: 1 + (place % 5),
    two: 5 - (place % 5),
  }),
);

function tablesOf(people: readonly Person[], minimum = 5) {
  return buildStaffTables({
    definition,
    dataset: inventedAnswers(definition, people),
    policy: policyOf(minimum, [["unit"]]),
    invited: 50,
    headcounts: [{ cut: "unit", values: "a", headcount: 25 }],
  });
}

describe("the tables of a staff survey", () => {
  it("hold everybody and each group of the plan, in exact counts", () => {
    const tables = tablesOf(persons);
    expect(tables.answered).toEqual({ shown: true, n: 40, value: 40 });
    expect(tables.cuts[0]?.categories.map(({ answered, headcount }) => ({ answered, headcount }))).toEqual([
      { answered: { shown: true, n: 20, value: 20 }, headcount: 25 },
      { answered: { shown: true, n: 20, value: 20 }, headcount: null },
    ]);
    const one = tables.items.find(({ code }) => code === "one");
    expect(one?.cells.total.shown === true && partsOf(one, one.cells.total).map(({ low }) => low)).toEqual([
      8, 8, 8, 8, 8,
    ]);
    expect(one?.cells.cuts[0]?.map(({ shown }) => shown)).toEqual([true, true]);
  });

  it("count choice items that are no cut like any other item", () => {
    expect(tablesOf(persons).items.map(({ code, kind }) => [code, kind])).toEqual([
      ["bullied", "choice"],
      ["one", "scale"],
      ["two", "scale"],
    ]);
  });

  it("turn reverse-keyed items for the scales and the index, and leave their distributions as answered", () => {
    const tables = tablesOf(persons);
    const two = tables.items.find(({ code }) => code === "two");
    expect(two?.cells.total.shown === true && partsOf(two, two.cells.total)[0]?.low).toBe(8);
    expect(tables.scales[0]?.cells.total).toEqual({
      shown: true,
      n: 40,
      value: { mean: { low: 3, high: 3 }, sdAtMost: expect.closeTo(1.4322, 4) },
    });
    expect(tables.index?.cells.total).toEqual({
      shown: true,
      n: 40,
      value: { mean: { low: 50, high: 50 }, sdAtMost: expect.closeTo(35.806, 3) },
    });
  });

  it("show nothing at all below the minimum", () => {
    const tables = tablesOf(persons.slice(0, 4));
    expect(JSON.stringify(tables)).not.toContain('"shown":true');
  });

  it("refuse a policy below the floor, a dataset of another survey, and a cut by no choice item", () => {
    const dataset = inventedAnswers(definition, persons);
    const build = (minimum: number, cuts: readonly (readonly string[])[]) => () =>
      buildStaffTables({ definition, dataset, policy: policyOf(minimum, cuts), invited: null });
    expect(build(4, [])).toThrow("at least 5");
    expect(build(5, [["one"]])).toThrow("choice items of the survey: one");
    expect(build(5, [["unit", "bullied", "one"]])).toThrow(RangeError);
    const other = { ...dataset, survey: { id: "other", version: "1.0.0" } };
    expect(() =>
      buildStaffTables({ definition, dataset: other, policy: policyOf(5, []), invited: null }),
    ).toThrow("same survey");
  });
});
