/** What holds for every case of matching, whatever its numbers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OBJECTIVES, type Objective } from "../../../analysis/matching/assign.ts";
import { justifiedEnvy } from "../../../analysis/matching/justified-envy.ts";
import { ifLockedPairsMayMove } from "../../../analysis/matching/locked-pairs-may-move.ts";
import type { MatchCase } from "../../../analysis/matching/match-case.ts";
import { readMatchCase } from "../../../analysis/matching/read-match-case.ts";
import { type MatchResult, solveMatch } from "../../../analysis/matching/solve-match.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { bestOf, everyAssignment } from "./enumerate.ts";
import { anyCase, caseOf, referenceJson, shuffled } from "./random-cases.ts";

const anyObjective = fc.constantFrom(...OBJECTIVES);
const tiny = anyCase({ mentees: 5, mentors: 4, capacity: 2, score: 9 });
const small = anyCase({ mentees: 14, mentors: 7, capacity: 3 });
const runs = { numRuns: 150, seed: 20260 };

/** The figures an objective promises: what has to stay equal when ties may fall another way. */
function figures(result: MatchResult): unknown {
  const { objective, matched, total, worst, histogram, belowCap } = result;
  if (objective === "maxTotal") return { matched, total };
  if (objective === "maxMin") return { matched, total, worst };
  return objective === "leximin" ? { matched, total, histogram } : { matched, total, belowCap };
}

const pairsOf = ({ pairs }: MatchResult) => pairs.map(({ mentee, mentor }) => ({ mentee, mentor }));

function keepsTheRules(matchCase: MatchCase, result: MatchResult): void {
  const pairs = result.pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`);
  expect(new Set(result.pairs.map(({ mentee }) => mentee)).size).toBe(pairs.length);
  for (const { id, capacity } of matchCase.mentors) {
    expect(result.pairs.filter(({ mentor }) => mentor === id).length).toBeLessThanOrEqual(capacity);
  }
  for (const { mentee, mentor } of matchCase.forbidden) expect(pairs).not.toContain(`${mentee} ${mentor}`);
  for (const { mentee, mentor } of matchCase.locked) expect(pairs).toContain(`${mentee} ${mentor}`);
  expect(pairs.length + result.unmatched.length).toBe(matchCase.mentees.length);
}

describe("every solution", () => {
  test("keeps the rules and is among the best that complete enumeration finds", () => {
    fc.assert(
      fc.property(tiny, anyObjective, (matchCase, objective) => {
        const result = solveMatch(matchCase, { objective });
        keepsTheRules(matchCase, result);
        const best = bestOf(everyAssignment(matchCase), objective, matchCase.fairnessCap);
        const key = ({ pairs }: { pairs: readonly { mentee: string; mentor: string }[] }) =>
          pairs
            .map(({ mentee, mentor }) => `${mentee} ${mentor}`)
            .sort()
            .join();
        expect(best.map(key)).toContain(key(result));
      }),
      { ...runs, numRuns: 400 },
    );
  });

  test("leaves the shortfall of each over-demanded group, in every best solution", () => {
    fc.assert(
      fc.property(tiny, (matchCase) => {
        const { unmatched, overDemandedGroups, matched } = solveMatch(matchCase);
        const most = everyAssignment(matchCase).filter(({ pairs }) => pairs.length === matched);
        for (const { mentees, shortfall } of overDemandedGroups) {
          for (const { pairs } of most) {
            const placed = pairs.filter(({ mentee }) => mentees.includes(mentee)).length;
            expect(mentees.length - placed).toBe(shortfall);
          }
        }
        const alone = unmatched.filter(({ group }) => group === null).length;
        const short = overDemandedGroups.reduce((sum, { shortfall }) => sum + shortfall, 0);
        expect(alone + short).toBe(unmatched.length);
      }),
      runs,
    );
  });

  test("has no justified envy towards a free place", () => {
    fc.assert(
      fc.property(small, anyObjective, (matchCase, objective) => {
        const { pairs } = solveMatch(matchCase, { objective });
        expect(justifiedEnvy(matchCase, pairs).withFreePlace).toBe(0);
      }),
      runs,
    );
  });

  test("comes back when its pairs are locked and the case is solved again", () => {
    fc.assert(
      fc.property(small, anyObjective, (matchCase, objective) => {
        const first = solveMatch(matchCase, { objective });
        const again = solveMatch({ ...matchCase, locked: pairsOf(first) }, { objective });
        expect(pairsOf(again)).toEqual(pairsOf(first));
      }),
      runs,
    );
  });
});

describe("the order of the input", () => {
  test("changes no pair in 200 shufflings of the realistic case", () => {
    const matchCase = caseOf(referenceJson("medium-60x25"));
    const random = seededRandom(7);
    const expected = pairsOf(solveMatch(matchCase));
    for (let i = 0; i < 200; i += 1) {
      expect(pairsOf(solveMatch(shuffled(matchCase, random)))).toEqual(expected);
    }
  });

  test("changes no pair of any case, and no reason", () => {
    fc.assert(
      fc.property(small, anyObjective, fc.nat(), (matchCase, objective, seed) => {
        const one = solveMatch(matchCase, { objective, priority: true });
        expect(solveMatch(shuffled(matchCase, seededRandom(seed)), { objective, priority: true })).toEqual(
          one,
        );
      }),
      runs,
    );
  });
});

describe("a case made easier", () => {
  const matched = (matchCase: MatchCase) => solveMatch(matchCase).matched;

  test("by a place more never has fewer pairs", () => {
    fc.assert(
      fc.property(small, fc.nat(), (matchCase, n) => {
        const mentors = matchCase.mentors.map((mentor, i) =>
          i === n % matchCase.mentors.length ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
        );
        expect(matched({ ...matchCase, mentors })).toBeGreaterThanOrEqual(matched(matchCase));
      }),
      runs,
    );
  });

  test("by a forbidden pair less never has fewer pairs", () => {
    fc.assert(
      fc.property(small, fc.nat(), (matchCase, n) => {
        const gone = n % Math.max(1, matchCase.forbidden.length);
        const forbidden = matchCase.forbidden.filter((_, i) => i !== gone);
        expect(matched({ ...matchCase, forbidden })).toBeGreaterThanOrEqual(matched(matchCase));
      }),
      runs,
    );
  });

  test("by a lock less never has fewer pairs, and as many as promised with none", () => {
    fc.assert(
      fc.property(small, fc.nat(), (matchCase, n) => {
        const gone = n % Math.max(1, matchCase.locked.length);
        const locked = matchCase.locked.filter((_, i) => i !== gone);
        expect(matched({ ...matchCase, locked })).toBeGreaterThanOrEqual(matched(matchCase));
        expect(ifLockedPairsMayMove(matchCase).matched).toBe(matched({ ...matchCase, locked: [] }));
      }),
      runs,
    );
  });
});

describe("the scores", () => {
  test("all 1 higher leave the optimum as it is and raise the total by the number of pairs", () => {
    fc.assert(
      fc.property(small, anyObjective, (matchCase, objective) => {
        const one = solveMatch(matchCase, { objective });
        const scores = matchCase.scores.map((row) => row.map((score) => score + 1));
        const higher = solveMatch(
          { ...matchCase, scores, fairnessCap: matchCase.fairnessCap + 1 },
          { objective },
        );
        expect(higher.matched).toBe(one.matched);
        expect(higher.total).toBe(one.total + one.matched);
        expect(pairsOf(higher)).toEqual(pairsOf(one));
      }),
      runs,
    );
  });

  test("under a cap of 0 only their total counts, under one above all of them all of them do", () => {
    const same = (matchCase: MatchCase, cap: number, objective: Objective) => {
      const capped = solveMatch(matchCase, { objective: "cappedLeximin", cap });
      expect(figures({ ...capped, objective })).toEqual(figures(solveMatch(matchCase, { objective })));
    };
    fc.assert(
      fc.property(small, (matchCase) => {
        same(matchCase, 0, "maxTotal");
        same(matchCase, 101, "leximin");
      }),
      runs,
    );
  });

  test("below 0, above 100 or fractional are refused before anything is solved", () => {
    const json = referenceJson("small-6x4");
    const scores = caseOf(json).scores;
    for (const wrong of [-1, 101, 0.5, "60", null]) {
      expect(readMatchCase({ ...json, scores: [[wrong, 1, 1, 1], ...scores.slice(1)] })).toHaveProperty(
        "problems",
      );
    }
  });
});

test("a case without mentees, without mentors or without places is solved", () => {
  const nobody = { fairnessCap: 60, mentees: [], mentors: [], scores: [], forbidden: [], locked: [] };
  const waiting = { ...nobody, mentees: [{ id: "e1" }], scores: [[]] };
  const full = { ...waiting, mentors: [{ id: "m1", capacity: 0 }], scores: [[70]] };
  for (const objective of OBJECTIVES) {
    const result = solveMatch(nobody, { objective });
    expect(result).toMatchObject({ matched: 0, total: 0, worst: null, pairs: [], unmatched: [] });
    expect(solveMatch(waiting, { objective }).unmatched).toMatchObject([{ reason: "noAllowedMentor" }]);
    expect(solveMatch(full, { objective }).unmatched).toMatchObject([
      { reason: "allowedMentorsHaveNoPlace" },
    ]);
  }
});

test("a cap that is no whole number from 0 is refused", () => {
  const matchCase = caseOf(referenceJson("small-6x4"));
  for (const cap of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => solveMatch(matchCase, { cap })).toThrow(RangeError);
  }
});
