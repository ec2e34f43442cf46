/** The short ways for many pairs in a row say what the full ones say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import { brokenRules, firstBrokenRule, openRuleBook } from "../../../analysis/matching/hard-rules.ts";
import { namedInText } from "../../../analysis/matching/named-in-text.ts";
import { scoreOf, scorePair } from "../../../analysis/matching/score-pair.ts";
import { GRADES, offer, PEOPLE, request, roundOf } from "./small-round.ts";

const people = fc.constantFrom(...Object.values(PEOPLE));
const answers = fc.record({
  areas: fc.subarray(["presenting", "confidence", "leading-change"]),
  "first-area": fc.constantFrom("presenting", "confidence"),
  mode: fc.constantFrom("in-person", "remote", "either"),
  seniority: fc.constantFrom("one-step", "two-steps-or-more", "no-preference"),
  distance: fc.constantFrom("same-field", "other-field", "no-preference"),
  language: fc.constantFrom("english", "polish"),
  capacity: fc.constantFrom("0", "1"),
  "not-these-people": fc.constantFrom("", "Tom Walsh", "Z. O'Hara", "o1"),
});

describe("a pair among many", () => {
  test("has the score and the first broken rule of a pair looked at alone", () => {
    fc.assert(
      fc.property(people, answers, people, answers, (one, wishes, other, own) => {
        const mentee = request(one, wishes);
        const mentor = offer(other, own);
        const rules = { weights: USUAL_WEIGHTS, grades: GRADES };
        const book = openRuleBook(roundOf([mentee], [mentor]));
        expect(scoreOf(mentee, mentor, rules)).toBe(scorePair(mentee, mentor, rules).score);
        expect(firstBrokenRule(mentee, mentor, book)).toEqual(brokenRules(mentee, mentor, book)[0]);
      }),
    );
  });
});

describe("a text", () => {
  test("with an empty piece names no unit without a name", () => {
    const directory = [
      { key: "", name: "" },
      { key: "Finance", name: "Finance" },
    ];
    expect([...namedInText("Finance, ", directory).keys]).toEqual(["Finance"]);
    expect([...namedInText(" , ", directory).keys]).toEqual([]);
  });
});
