/** What is wrong with a case is said in sentences, and nothing wrong gets through. */
import { describe, expect, test } from "vitest";
import { readMatchCase } from "../../../analysis/matching/read-match-case.ts";
import { referenceJson } from "./random-cases.ts";

const good = {
  format: "mentoring-match-case/1",
  fairnessCap: 60,
  mentees: [{ id: "e1" }, { id: "e2" }],
  mentors: [
    { id: "m1", capacity: 1 },
    { id: "m2", capacity: 2 },
  ],
  scores: [
    [50, 60],
    [70, 80],
  ],
  forbidden: [{ mentee: "e1", mentor: "m1", reason: "SELF" }],
  locked: [{ mentee: "e2", mentor: "m1" }],
};

function problemsOf(change: Readonly<Record<string, unknown>>): readonly string[] {
  const read = readMatchCase({ ...good, ...change });
  return "problems" in read ? read.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : [];
}

describe("a case", () => {
  test("is read, without what the engine does not need", () => {
    expect(readMatchCase({ ...good, expected: {}, title: "x" })).toEqual({
      case: {
        fairnessCap: 60,
        mentees: [{ id: "e1" }, { id: "e2" }],
        mentors: good.mentors,
        scores: good.scores,
        forbidden: good.forbidden,
        locked: good.locked,
      },
    });
  });

  test("may leave out the cap, forbidden and locked pairs, and reasons", () => {
    const { fairnessCap, forbidden, locked, ...rest } = good;
    expect(readMatchCase(rest)).toMatchObject({ case: { fairnessCap: 60, forbidden: [], locked: [] } });
    expect(problemsOf({ forbidden: [{ mentee: "e1", mentor: "m1" }] })).toEqual([]);
    expect([fairnessCap, forbidden.length, locked.length]).toEqual([60, 1, 1]);
  });

  test("may have nobody in it", () => {
    expect(problemsOf({ mentees: [], mentors: [], scores: [], forbidden: [], locked: [] })).toEqual([]);
  });

  test.each([
    ["a locked pair that is forbidden", { locked: [{ mentee: "e1", mentor: "m1" }] }, "locked[0]"],
    [
      "two locks for one mentee",
      {
        locked: [
          { mentee: "e2", mentor: "m1" },
          { mentee: "e2", mentor: "m2" },
        ],
      },
      'locked[1]: The mentee "e2" is locked twice.',
    ],
    [
      "more locks than capacity",
      {
        forbidden: [],
        locked: [
          { mentee: "e1", mentor: "m1" },
          { mentee: "e2", mentor: "m1" },
        ],
      },
      'locked[1]: The mentor "m1" has more locked pairs than capacity.',
    ],
    ["a duplicate mentee", { mentees: [{ id: "e1" }, { id: "e1" }], locked: [] }, "mentees[1].id"],
    [
      "a duplicate mentor",
      {
        mentors: [
          { id: "m1", capacity: 1 },
          { id: "m1", capacity: 1 },
        ],
      },
      "mentors[1].id",
    ],
    ["an unknown mentee", { forbidden: [{ mentee: "e9", mentor: "m1" }] }, "forbidden[0].mentee"],
    ["an unknown mentor", { locked: [{ mentee: "e1", mentor: "m9" }] }, "locked[0].mentor"],
    ["an id that is no text", { mentees: [{ id: 1 }, { id: "e2" }], forbidden: [] }, "mentees[0].id"],
    ["a person that is no object", { mentees: [null, { id: "e2" }], forbidden: [] }, "mentees[0].id"],
    [
      "a negative capacity",
      { mentors: [{ id: "m1", capacity: -1 }, good.mentors[1]], locked: [] },
      "mentors[0].c",
    ],
    [
      "a fractional capacity",
      { mentors: [{ id: "m1", capacity: 1.5 }, good.mentors[1]] },
      "mentors[0].capacity",
    ],
    [
      "a negative score",
      { scores: [[-1, 60], good.scores[1]] },
      "scores[0][0]: A score is a whole number from 0",
    ],
    ["a fractional score", { scores: [[0.5, 60], good.scores[1]] }, "scores[0][0]"],
    ["a score above 100", { scores: [[101, 60], good.scores[1]] }, "scores[0][0]"],
    ["a row too few", { scores: [[50, 60]] }, "scores: The scores have one row for each of the 2 mentees"],
    ["a column too many", { scores: [[50, 60, 70], good.scores[1]] }, "scores[0]: A row has one score"],
    ["scores that are no matrix", { scores: "all" }, 'scores: "scores" is a list.'],
    ["mentees that are no list", { mentees: {} }, 'mentees: "mentees" is a list.'],
    ["a fractional cap", { fairnessCap: 0.5 }, "fairnessCap: The fairness cap is a whole number from 0."],
    ["a negative wait", { mentees: [{ id: "e1", waitingDays: -1 }, { id: "e2" }] }, "mentees[0].waitingDays"],
    [
      "an unknown reason",
      { forbidden: [{ mentee: "e1", mentor: "m1", reason: "TALL" }] },
      "forbidden[0].reason",
    ],
    ["another format", { format: "mentoring-match-case/2" }, "format: The format of a case is"],
  ])("with %s is refused", (_name, change, sentence) => {
    expect(problemsOf(change)[0]).toContain(sentence);
  });

  test("must be an object", () => {
    for (const input of [undefined, null, [], "case", 1])
      expect(readMatchCase(input)).toHaveProperty("problems");
  });

  test("tells at most 20 problems, whatever is in it", () => {
    const json = referenceJson("medium-60x25");
    const read = readMatchCase({ ...json, scores: Array.from({ length: 60 }, () => Array(25).fill(-1)) });
    expect("problems" in read && read.problems.length).toBe(20);
  });

  test("keeps ids that look like something else apart from it", () => {
    const odd = {
      ...good,
      mentees: [{ id: "__proto__" }, { id: "constructor" }],
      forbidden: [],
      locked: [{ mentee: "__proto__", mentor: "m1" }],
    };
    expect(readMatchCase(odd)).toMatchObject({ case: { locked: [{ mentee: "__proto__", mentor: "m1" }] } });
  });
});
