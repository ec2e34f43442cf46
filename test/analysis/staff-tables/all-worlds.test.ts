/** All worlds of small surveys: under our rules nothing follows for sure; under each weaker variant it does. */
import { describe, expect, it } from "vitest";
import { certainty, type ShownText } from "./backwards-attacker.ts";
import {
  CHOICES,
  OPEN_ANSWER,
  OUR_RULES,
  otherOutputs,
  PASSING,
  SCALES,
  TWO_CUTS,
  UNITS,
  WEAKER,
  WIDER_RULES,
} from "./small-survey-rules.ts";

const NOTHING = { certain: 0, insider: 0 };

describe("our rules tell nothing for sure, also to somebody who knows one answer", () => {
  it.each([
    ...UNITS.slice(0, 3),
    ...TWO_CUTS.slice(0, 3),
    ...SCALES.slice(0, 3),
    ...CHOICES.slice(0, 3),
    ...PASSING.slice(0, 4),
  ])("$name", (survey) => {
    const shown: ShownText = OUR_RULES(survey);
    const found = certainty(survey, shown);
    expect(found.worlds).toBeGreaterThan(30);
    expect(found).toMatchObject(NOTHING);
  });
});

describe("where an answer is shown openly, nothing follows for somebody who knows that and their own", () => {
  it.each(OPEN_ANSWER)("$name", (survey) => {
    expect(certainty(survey, OUR_RULES(survey), { knows: 2 }).insider).toBeGreaterThan(0);
    expect(certainty(survey, WIDER_RULES(survey), { knows: 2 })).toMatchObject(NOTHING);
  });
});

describe("every world within the bounds gives the same output", () => {
  it.each(
    [UNITS[0], UNITS[2], TWO_CUTS[0], TWO_CUTS[1], SCALES[0], CHOICES[0]].filter((one) => one !== undefined),
  )("$name", (survey) => {
    expect(otherOutputs(survey)).toEqual([]);
  });
});

describe("each weaker variant is caught", () => {
  it.each(WEAKER)("$name", ({ survey, rule }) => {
    const { certain, insider } = certainty(survey, rule(survey));
    expect(certain + insider).toBeGreaterThan(0);
  });
});
