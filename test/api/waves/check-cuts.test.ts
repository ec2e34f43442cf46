/** A policy's cuts name questions that the survey asks and that offer choices. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requireCuts } from "../../../api/waves/check-cuts.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";

const file = new URL("../../../surveys/library/staff-confidence.json", import.meta.url);
const survey = readDefinition(readFileSync(file, "utf8"));
const rated = readDefinition(
  readFileSync(new URL("../../../surveys/library/leadership-360.json", import.meta.url), "utf8"),
);

function problemsOf(cuts: readonly (readonly string[])[], definition = survey) {
  try {
    requireCuts({ cuts }, definition);
    return [];
  } catch (error) {
    return Object(error).problems;
  }
}

describe("cuts", () => {
  test("by one choice question or two together pass, and so does none", () => {
    expect(problemsOf([["area"], ["grade-band"], ["area", "grade-band"]])).toEqual([]);
    expect(problemsOf([])).toEqual([]);
  });

  test.each([
    [[["nowhere"]], "does not ask"],
    [[["own-manager.listens"]], "one answer out of several choices"],
    [[["area", "area"]], "same question twice"],
    [[["keep-doing"]], "one answer out of several choices"],
  ] as const)("%j are refused, saying what is wrong", (cuts, words) => {
    expect(problemsOf(cuts)).toEqual([{ path: "policy.cuts.0", sentence: expect.stringContaining(words) }]);
  });

  test("named twice are refused, also the other way round", () => {
    expect(
      problemsOf([
        ["area", "grade-band"],
        ["grade-band", "area"],
      ]),
    ).toEqual([{ path: "policy.cuts.1", sentence: expect.stringContaining("named twice") }]);
  });

  test("that cross two others are refused, saying what to do", () => {
    const cuts = [["area"], ["grade-band"], ["area", "grade-band"], ["working-pattern"]];
    expect(problemsOf(cuts)).toEqual([
      { path: "policy.cuts.3", sentence: expect.stringContaining("put what matters most first") },
    ]);
  });

  test("belong to anonymous staff surveys only", () => {
    expect(problemsOf([["area"]], rated)).toEqual([
      { path: "policy.cuts", sentence: expect.stringContaining("staff survey") },
    ]);
  });
});
