/** The reference cases of matching: every expected value, for every objective. */
import { describe, expect, test } from "vitest";
import { OBJECTIVES } from "../../../analysis/matching/assign.ts";
import { justifiedEnvy } from "../../../analysis/matching/justified-envy.ts";
import { ifLockedPairsMayMove } from "../../../analysis/matching/locked-pairs-may-move.ts";
import type { CasePair, MatchCase } from "../../../analysis/matching/match-case.ts";
import { solveMatch } from "../../../analysis/matching/solve-match.ts";
import { bestOf, everyAssignment } from "./enumerate.ts";
import { caseOf, referenceJson } from "./random-cases.ts";

type Ids = readonly string[];
type Pairs = readonly (readonly [string, string])[];
type Counts = readonly (readonly [number, number])[];

interface Group {
  readonly mentees: Ids;
  readonly mentors: Ids;
  readonly places: number;
  readonly shortfall: number;
}

interface Expected {
  readonly places: number;
  readonly allowedPairs: number;
  readonly lockedPairs: number;
  readonly lockedTotal: number;
  readonly matched: number;
  readonly maxTotal: { readonly total: number };
  readonly maxMin: { readonly worst: number; readonly total: number };
  readonly leximin: { readonly worst: number; readonly histogram: Counts; readonly total: number };
  readonly cappedLeximin: { readonly cap: number; readonly belowCap: Counts; readonly total: number };
  readonly greedyBestPairFirst: { readonly matched: number; readonly worst: number; readonly total: number };
  readonly unmatched: {
    readonly count: number;
    readonly noAllowedMentor: Ids;
    readonly allowedMentorsHaveNoPlace: Ids;
    readonly overDemandedGroups: readonly Group[];
  };
  readonly ifLockedPairsMayMove?: { readonly matched: number; readonly lockedPairsKept: number };
  readonly uniqueAssignments?: Readonly<Record<string, Pairs>>;
  readonly exampleAssignment: { readonly pairs: Pairs; readonly justifiedEnvyPairs: number };
  readonly numberOfOptimalAssignments?: Readonly<Record<string, number>>;
}

function load(name: string): { readonly matchCase: MatchCase; readonly expected: Expected } {
  const json = referenceJson(name);
  return { matchCase: caseOf(json), expected: json["expected"] as Expected };
}

const asPairs = (pairs: Pairs): readonly CasePair[] => pairs.map(([mentee, mentor]) => ({ mentee, mentor }));
const inOrder = (ids: Ids): Ids => [...ids].sort();

/** The best remaining pair first: the baseline that people would make by hand, in the order of the file. */
function bestPairFirst(matchCase: MatchCase): { matched: number; worst: number; total: number } {
  const forbidden = new Set(matchCase.forbidden.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const left = new Map(matchCase.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of matchCase.locked) left.set(mentor, (left.get(mentor) ?? 0) - 1);
  const done = new Set(matchCase.locked.map(({ mentee }) => mentee));
  const scoreOf = new Map<string, number>();
  const pairs = matchCase.mentees.flatMap(({ id: mentee }, row) =>
    matchCase.mentors.map(({ id: mentor }, column) => {
      const score = matchCase.scores[row]?.[column] ?? Number.NaN;
      scoreOf.set(`${mentee} ${mentor}`, score);
      return { mentee, mentor, score };
    }),
  );
  const taken: number[] = [];
  for (const { mentee, mentor, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (done.has(mentee) || (left.get(mentor) ?? 0) === 0 || forbidden.has(`${mentee} ${mentor}`)) continue;
    done.add(mentee);
    left.set(mentor, (left.get(mentor) ?? 0) - 1);
    taken.push(score);
  }
  const locked = matchCase.locked.map(
    ({ mentee, mentor }) => scoreOf.get(`${mentee} ${mentor}`) ?? Number.NaN,
  );
  return {
    matched: taken.length + locked.length,
    worst: Math.min(...taken),
    total: [...taken, ...locked].reduce((sum, score) => sum + score, 0),
  };
}

describe.each(["small-6x4", "medium-60x25", "nasty-30x12"])("the reference case %s", (name) => {
  const { matchCase, expected } = load(name);
  const solved = (objective: (typeof OBJECTIVES)[number]) => solveMatch(matchCase, { objective });

  test("is read with its places, pairs and locks", () => {
    const pairs = matchCase.mentees.length * matchCase.mentors.length;
    expect(matchCase.mentors.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(expected.places);
    expect(pairs - matchCase.forbidden.length).toBe(expected.allowedPairs);
    expect(matchCase.locked).toHaveLength(expected.lockedPairs);
    expect(matchCase.fairnessCap).toBe(expected.cappedLeximin.cap);
  });

  test("has the expected optimum under each objective", () => {
    for (const objective of OBJECTIVES) {
      expect(solved(objective)).toMatchObject({
        matched: expected.matched,
        lockedTotal: expected.lockedTotal,
        certificate: "optimal",
        ...expected[objective],
      });
    }
  });

  test("has the expected unmatched mentees and over-demanded groups under each objective", () => {
    for (const objective of OBJECTIVES) {
      const { unmatched, overDemandedGroups } = solved(objective);
      const because = (reason: string) =>
        inOrder(unmatched.filter((one) => one.reason === reason).map(({ mentee }) => mentee));
      expect(unmatched).toHaveLength(expected.unmatched.count);
      expect(because("noAllowedMentor")).toEqual(inOrder(expected.unmatched.noAllowedMentor));
      expect(because("allowedMentorsHaveNoPlace")).toEqual(
        inOrder(expected.unmatched.allowedMentorsHaveNoPlace),
      );
      const groups = expected.unmatched.overDemandedGroups.map((group) => ({
        ...group,
        mentees: inOrder(group.mentees),
        mentors: inOrder(group.mentors),
      }));
      expect([...overDemandedGroups].sort((a, b) => a.places - b.places)).toEqual(
        groups.sort((a, b) => a.places - b.places),
      );
      overDemandedGroups.forEach(({ mentees, shortfall }, index) => {
        const left = unmatched.filter(({ group }) => group === index + 1).map(({ mentee }) => mentee);
        expect(left).toHaveLength(shortfall);
        expect(mentees).toEqual(expect.arrayContaining(left));
      });
    }
  });

  test("would gain what is expected if locked pairs might move", () => {
    const { matched, lockedPairsKept, moved } = ifLockedPairsMayMove(matchCase);
    expect({ matched, lockedPairsKept }).toEqual(
      expected.ifLockedPairsMayMove ?? { matched: expected.matched, lockedPairsKept: 0 },
    );
    expect(moved).toHaveLength(expected.lockedPairs - lockedPairsKept);
  });

  test("has the expected justified envy in its example", () => {
    const { pairs, withFreePlace } = justifiedEnvy(matchCase, asPairs(expected.exampleAssignment.pairs));
    expect(pairs).toBe(expected.exampleAssignment.justifiedEnvyPairs);
    expect(withFreePlace).toBe(0);
  });

  test("is solved better than by the best pair first, the expected baseline", () => {
    expect(bestPairFirst(matchCase)).toEqual(expected.greedyBestPairFirst);
    const { matched, worst } = solved("cappedLeximin");
    const baseline = expected.greedyBestPairFirst;
    expect(matched > baseline.matched || (worst ?? 0) > baseline.worst).toBe(true);
  });
});

test("the four unique optima of the small case are found, and enumeration finds no others", () => {
  const { matchCase, expected } = load("small-6x4");
  const all = everyAssignment(matchCase);
  for (const objective of OBJECTIVES) {
    const unique = asPairs(expected.uniqueAssignments?.[objective] ?? []);
    const best = bestOf(all, objective, matchCase.fairnessCap);
    expect(best).toHaveLength(expected.numberOfOptimalAssignments?.[objective] ?? 0);
    expect(best[0]?.pairs).toEqual(unique);
    const { pairs } = solveMatch(matchCase, { objective });
    expect(pairs.map(({ mentee, mentor }) => ({ mentee, mentor }))).toEqual(unique);
  }
});
