/** Why a pair fits and why not: contributions that sum, and words that show no side the other's private wishes. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCase } from "../../../analysis/matching/build-case.ts";
import { AUDIENCES, CRITERIA, readWeights, USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import { whyNotThisPair, whyThisPair } from "../../../analysis/matching/explain-pair.ts";
import { brokenRules, openRuleBook } from "../../../analysis/matching/hard-rules.ts";
import type { MenteeRequest, MentorOffer } from "../../../analysis/matching/match-people.ts";
import { previewWeights } from "../../../analysis/matching/preview-weights.ts";
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import { solveMatch } from "../../../analysis/matching/solve-match.ts";
import { GRADES, offer, PEOPLE, request, roundOf } from "./small-round.ts";

const { d1, h1, h2, o1, o2, x1, x2 } = PEOPLE;
const rules = { weights: USUAL_WEIGHTS, grades: GRADES };

const someWords = fc.constantFrom(
  "",
  "Priya Shah",
  "Zoë O'Hara",
  "Tom Walsh\nPete Marsh",
  "Public Health",
  "Finance",
);
/** Everything of a request that only the coordinator and the mentee may know, and of an offer the mentor. */
const privateRequest = fc.record({
  mode: fc.constantFrom("in-person", "remote", "either"),
  seniority: fc.constantFrom("one-step", "two-steps-or-more", "no-preference"),
  distance: fc.constantFrom("same-field", "other-field", "no-preference"),
  language: fc.constantFrom("english", "polish", "urdu"),
  "not-these-people": someWords,
  "not-these-areas": someWords,
});
const privateOffer = fc.record({
  mode: fc.constantFrom("in-person", "remote", "either"),
  "not-these-people": someWords,
});

/** All that a side can read about a pair. */
function textsFor(audience: (typeof AUDIENCES)[number], mentee: MenteeRequest, mentor: MentorOffer) {
  const book = openRuleBook(roundOf([mentee], [mentor]));
  return {
    why: whyThisPair({ mentee, mentor, scored: scorePair(mentee, mentor, rules) }, audience),
    whyNot: whyNotThisPair(brokenRules(mentee, mentor, book), audience),
  };
}

describe("a private request", () => {
  const mentors = fc.constantFrom(d1, h1, h2, x1, x2);

  test("of the mentee changes nothing that the mentor reads", () => {
    fc.assert(
      fc.property(mentors, privateRequest, privateRequest, privateOffer, (who, one, other, own) => {
        const mentor = offer(who, own);
        expect(textsFor("mentor", request(o1, one), mentor)).toEqual(
          textsFor("mentor", request(o1, other), mentor),
        );
      }),
      { numRuns: 500, seed: 20264 },
    );
  });

  test("of the mentor changes nothing that the mentee reads", () => {
    fc.assert(
      fc.property(mentors, privateOffer, privateOffer, privateRequest, (who, one, other, own) => {
        const mentee = request(o1, own);
        expect(textsFor("mentee", mentee, offer(who, one))).toEqual(
          textsFor("mentee", mentee, offer(who, other)),
        );
      }),
      { numRuns: 500, seed: 20265 },
    );
  });

  test("is seen by the coordinator, and said to be private", () => {
    const named = request(o1, { "not-these-people": "Zoë O'Hara" });
    expect(textsFor("coordinator", named, offer(x1)).whyNot).toEqual([
      "One of the two asked not to be paired with the other. This is the mentee's wish, and private.",
    ]);
    expect(textsFor("mentor", named, offer(x1)).whyNot).toEqual(
      textsFor("mentor", request(o1), offer(x1)).whyNot,
    );
  });
});

describe("a score", () => {
  test("is the sum of its contributions, and 100 when all is met", () => {
    fc.assert(
      fc.property(privateRequest, privateOffer, (wishes, own) => {
        const { score, contributions } = scorePair(request(o1, wishes), offer(x1, own), rules);
        expect(contributions.map(({ criterion }) => criterion)).toEqual(CRITERIA.map(({ name }) => name));
        expect(score).toBe(contributions.reduce((sum, { points }) => sum + points, 0));
        for (const { points, weight } of contributions) expect(points >= 0 && points <= weight).toBe(true);
      }),
      { numRuns: 100, seed: 20266 },
    );
    const full = offer(x1, { areas: ["presenting", "confidence", "leading-change"] });
    expect(scorePair(request(o1), full, rules).score).toBe(100);
    expect(
      scorePair(request(o1, { areas: [], "first-area": "" }), offer(x2, { areas: [] }), rules).score,
    ).toBe(30);
  });

  test("is explained by its three largest contributions", () => {
    const pair = [request(o1, { distance: "other-field" }), offer(x1)] as const;
    expect(textsFor("mentee", ...pair).why).toEqual([
      "Can help with 2 of your 3 areas: presenting, confidence.",
      "Can help with what matters most to you: presenting.",
      "Works in another line of work, as you wished.",
    ]);
    expect(textsFor("mentor", ...pair).why).toEqual([
      "You can help with 2 of their 3 areas: presenting, confidence.",
      "You can help with what matters most to them: presenting.",
      "You work at the same site.",
    ]);
    expect(textsFor("coordinator", ...pair).why[0]).toBe(
      "Areas asked for that the mentor ticked: 30 of 45 points.",
    );
    for (const audience of AUDIENCES) expect(textsFor(audience, ...pair).why).toHaveLength(3);
  });
});

describe("weights", () => {
  test("are whole numbers for every criterion that sum to 100", () => {
    expect(readWeights(USUAL_WEIGHTS)).toEqual({ weights: USUAL_WEIGHTS });
    const wrong = [null, [], {}, { ...USUAL_WEIGHTS, areas: 44 }, { ...USUAL_WEIGHTS, areas: 45.5 }];
    for (const input of [...wrong, { ...USUAL_WEIGHTS, looks: 0 }, { ...USUAL_WEIGHTS, site: -5 }]) {
      expect(readWeights(input)).toHaveProperty("problems");
    }
  });

  test("that change are previewed with everybody whose mentor would change", () => {
    const mentees = [request(o1, { areas: ["presenting"] })];
    const mentors = [offer(x1, { areas: [] }), offer(h2, { areas: ["presenting"] })];
    const site = { areas: 0, "first-area": 0, site: 100, distance: 0, seniority: 0, mode: 0 };
    const { before, after, changed } = previewWeights(roundOf(mentees, mentors), site);
    expect([before.total, after.total]).toEqual([95, 100]);
    expect(changed).toEqual([{ mentee: "o1", before: "h2", after: "x1" }]);
    expect(previewWeights(roundOf(mentees, mentors), USUAL_WEIGHTS).changed).toEqual([]);
  });
});

describe("a round made into a case", () => {
  const mentees = [request(o1), request(o2)];
  const mentors = [offer(x1), offer(h1), offer(h2, { capacity: "0" })];

  test("carries scores, places and the first rule that forbids a pair", () => {
    const matchCase = buildCase(roundOf(mentees, mentors, { waitingDays: new Map([["o1", 12]]) }));
    expect(matchCase.mentees).toEqual([{ id: "o1", waitingDays: 12 }, { id: "o2" }]);
    expect(matchCase.mentors.map(({ capacity }) => capacity)).toEqual([1, 1, 0]);
    expect(matchCase.forbidden).toEqual([
      { mentee: "o1", mentor: "h1", reason: "REPORTING_LINE" },
      { mentee: "o2", mentor: "h1", reason: "REPORTING_LINE" },
    ]);
    expect(solveMatch(matchCase)).toMatchObject({ matched: 1, overDemandedGroups: [{ shortfall: 1 }] });
  });

  test("keeps what the coordinator forbids apart from what she locks", () => {
    const pair = { mentee: "o1", mentor: "x1" };
    const forbidden = buildCase(roundOf(mentees, mentors, { refused: [pair] }));
    expect(solveMatch(forbidden).pairs).toMatchObject([{ mentee: "o2", mentor: "x1" }]);
    const locked = buildCase(roundOf(mentees, mentors, { locked: [{ mentee: "o2", mentor: "h1" }] }));
    expect(solveMatch(locked)).toMatchObject({ matched: 2, pairs: [pair, { locked: true }] });
  });

  test("reads the codes that the shipped forms have", () => {
    const codes = (form: string) =>
      readFileSync(new URL(`../../../surveys/library/${form}.json`, import.meta.url), "utf8");
    const used = ["areas", "first-area", "mode", "seniority", "distance", "language"];
    for (const code of [...used, "not-these-people", "not-these-areas"]) {
      expect(codes("mentee-request")).toContain(`"name": "${code}"`);
    }
    for (const code of ["capacity", "areas", "mode", "not-these-people"]) {
      expect(codes("mentor-offer")).toContain(`"name": "${code}"`);
    }
  });
});
