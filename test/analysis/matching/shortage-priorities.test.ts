/** Where places are short, those who wait longest and those with few possible mentors are not left out. */
import { describe, expect, test } from "vitest";
import type { MatchCase } from "../../../analysis/matching/match-case.ts";
import { matchGraph } from "../../../analysis/matching/match-graph.ts";
import { shortagePriorities } from "../../../analysis/matching/shortage-priorities.ts";
import { solveMatch } from "../../../analysis/matching/solve-match.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const RESTRICTED = 13;

/** 120 mentees for 60 places; the first 13 ask for a language that 4 of 30 mentors speak. */
function shortCase(seed: number): MatchCase {
  const random = seededRandom(seed);
  const mentees = Array.from({ length: 120 }, (_, i) => ({ id: `e${i}`, waitingDays: random(100) }));
  const mentors = Array.from({ length: 30 }, (_, i) => ({ id: `m${i}`, capacity: 2 }));
  const speaks = new Set(["m3", "m9", "m17", "m22"]);
  return {
    fairnessCap: 60,
    mentees,
    mentors,
    // Restricted mentees fit a little less: any total is higher without them.
    scores: mentees.map((_, i) => mentors.map(() => (i < RESTRICTED ? 30 + random(50) : 40 + random(60)))),
    forbidden: mentees
      .slice(0, RESTRICTED)
      .flatMap(({ id: mentee }) =>
        mentors
          .filter(({ id }) => !speaks.has(id))
          .map(({ id: mentor }) => ({ mentee, mentor, reason: "LANGUAGE_REQUEST" as const })),
      ),
    locked: [],
  };
}

const restrictedAmong = (pairs: readonly { readonly mentee: string }[]) =>
  pairs.filter(({ mentee }) => Number(mentee.slice(1)) < RESTRICTED).length;

describe("the priority stage", () => {
  test("places as many of the restricted as can be placed, at a small price, and nobody fewer in all", () => {
    for (const seed of [1, 2, 3]) {
      const matchCase = shortCase(seed);
      const off = solveMatch(matchCase);
      const on = solveMatch(matchCase, { priority: true });
      expect(on.matched).toBe(off.matched);
      expect(restrictedAmong(on.pairs)).toBe(8);
      expect(restrictedAmong(off.pairs)).toBeLessThan(4);
      expect(on.total).toBeGreaterThan(off.total * 0.85);
    }
  });

  test("is off unless asked for, and changes nothing where there are places for all", () => {
    const { mentees, scores, ...rest } = shortCase(4);
    const enough = { ...rest, mentees: mentees.slice(8, 60), scores: scores.slice(8, 60), forbidden: [] };
    expect(solveMatch(enough, { priority: true })).toEqual(solveMatch(enough));
  });

  test("prefers who waited longer where all else is equal", () => {
    const matchCase: MatchCase = {
      fairnessCap: 60,
      mentees: [{ id: "a", waitingDays: 3 }, { id: "b", waitingDays: 90 }, { id: "c" }],
      mentors: [{ id: "m", capacity: 1 }],
      scores: [[90], [10], [90]],
      forbidden: [],
      locked: [],
    };
    expect(solveMatch(matchCase).pairs).toMatchObject([{ score: 90 }]);
    expect(solveMatch(matchCase, { priority: true }).pairs).toMatchObject([{ mentee: "b" }]);
    expect([...shortagePriorities(matchCase, matchGraph(matchCase))]).toEqual([2, 50, 0]);
  });
});
