/** What there is to choose from when a group has another name in a later survey. */
import { expect, test } from "vitest";
import { renamedQuestions } from "../../../api/comparisons/renamed-questions.ts";
import type { SurveyDefinition } from "../../../surveys/definition.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";
import { shipped } from "../../support/survey-tables.ts";

const survey = shipped("staff-confidence");

/** The survey with other words for one of its areas. */
function withArea(from: string, to: string, label: string): SurveyDefinition {
  const text = survey.canonical.replaceAll(`"${from}"`, `"${to}"`).replaceAll('"Area A"', `"${label}"`);
  return readDefinition(text);
}

test("every name stands once, in the newest words, with the surveys that have it", () => {
  const found = renamedQuestions([
    { wave: "w1", definition: survey, codes: ["area"] },
    { wave: "w2", definition: withArea("area-a", "housing", "Housing"), codes: ["area"] },
    { wave: "w3", definition: withArea("area-a", "housing", "Housing and land"), codes: [] },
  ]);
  expect(found.map(({ item, waves }) => [item, waves])).toEqual([["area", ["w1", "w2", "w3"]]]);
  const names = new Map(found[0]?.names.map(({ value, ...name }) => [value, name]));
  expect(names.get("area-a")).toEqual({ label: "Area A", waves: ["w1"] });
  expect(names.get("housing")).toEqual({ label: "Housing and land", waves: ["w2", "w3"] });
  expect(names.get("area-b")?.waves).toEqual(["w1", "w2", "w3"]);
});

test("a question that forms no group, or that nobody asks, is not offered", () => {
  const codes = ["nowhere", "senior-management.keep-promises"];
  expect(renamedQuestions([{ wave: "w1", definition: survey, codes }])).toEqual([]);
  expect(renamedQuestions([])).toEqual([]);
});
