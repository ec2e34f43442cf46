/** Cases of matching for tests: random small ones, shuffled ones, and the shipped reference cases. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { CasePair, MatchCase } from "../../../analysis/matching/match-case.ts";
import { readMatchCase } from "../../../analysis/matching/read-match-case.ts";
import { type RandomBelow, shuffledPlaces } from "../../../analysis/shuffle.ts";

const FIXTURES = new URL("../../fixtures/matching/", import.meta.url);

export function referenceJson(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), "utf8"));
}

export function caseOf(input: unknown): MatchCase {
  const read = readMatchCase(input);
  if ("problems" in read) throw new Error(read.problems.map(({ sentence }) => sentence).join(" "));
  return read.case;
}

export interface CaseSize {
  readonly mentees: number;
  readonly mentors: number;
  readonly capacity: number;
  /** Scores run from 0 to this. */
  readonly score?: number;
}

/** Any valid case up to a size: ids that sort unlike their positions, forbidden pairs in plenty, some locks. */
export function anyCase(size: CaseSize): fc.Arbitrary<MatchCase> {
  const score = size.score ?? 99;
  return fc
    .tuple(fc.integer({ min: 1, max: size.mentees }), fc.integer({ min: 1, max: size.mentors }))
    .chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        capacities: fc.array(fc.integer({ min: 0, max: size.capacity }), {
          minLength: columns,
          maxLength: columns,
        }),
        scores: matrix(fc.integer({ min: 0, max: score }), rows, columns),
        forbidden: matrix(fc.integer({ min: 0, max: 9 }), rows, columns),
        share: fc.integer({ min: 0, max: 9 }),
        waiting: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: rows, maxLength: rows }),
        cap: fc.integer({ min: 0, max: score + 1 }),
        lockEvery: fc.integer({ min: 2, max: 12 }),
      }),
    )
    .map(({ rows, capacities, scores, forbidden, share, waiting, cap, lockEvery }) => {
      const mentees = Array.from({ length: rows }, (_, row) => ({
        id: `e${row + 1}`,
        waitingDays: waiting[row] ?? 0,
      }));
      const mentors = capacities.map((capacity, column) => ({ id: `m${column + 1}`, capacity }));
      const isForbidden = (row: number, column: number) => (forbidden[row]?.[column] ?? 0) < share;
      const all = mentees.flatMap(({ id: mentee }, row) =>
        mentors.map(({ id: mentor }, column) => ({ mentee, mentor, row, column })),
      );
      const pairs = all.map(({ mentee, mentor }) => ({ mentee, mentor }));
      return {
        fairnessCap: cap,
        mentees,
        mentors,
        scores,
        forbidden: pairs
          .filter((_, i) => isForbidden(all[i]?.row ?? 0, all[i]?.column ?? 0))
          .map((pair) => ({ ...pair, reason: "SAME_TEAM" as const })),
        locked: locks(
          pairs.filter(
            (_, i) => i % lockEvery === lockEvery - 1 && !isForbidden(all[i]?.row ?? 0, all[i]?.column ?? 0),
          ),
          mentors,
        ),
      };
    });
}

function matrix<T>(cell: fc.Arbitrary<T>, rows: number, columns: number): fc.Arbitrary<T[][]> {
  return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
}

function locks(wanted: readonly CasePair[], mentors: MatchCase["mentors"]): readonly CasePair[] {
  const left = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const locked: CasePair[] = [];
  for (const pair of wanted) {
    const places = left.get(pair.mentor) ?? 0;
    if (places === 0 || locked.some(({ mentee }) => mentee === pair.mentee)) continue;
    left.set(pair.mentor, places - 1);
    locked.push(pair);
  }
  return locked;
}

/** The same case with all of its lists in another order. */
export function shuffled(matchCase: MatchCase, random: RandomBelow): MatchCase {
  const rows = [...shuffledPlaces(matchCase.mentees.length, random)];
  const columns = [...shuffledPlaces(matchCase.mentors.length, random)];
  const mix = <T>(list: readonly T[]) =>
    [...shuffledPlaces(list.length, random)].flatMap((place) => list.slice(place, place + 1));
  return {
    ...matchCase,
    mentees: rows.flatMap((row) => matchCase.mentees.slice(row, row + 1)),
    mentors: columns.flatMap((column) => matchCase.mentors.slice(column, column + 1)),
    scores: rows.map((row) => columns.map((column) => matchCase.scores[row]?.[column] ?? Number.NaN)),
    forbidden: mix(matchCase.forbidden),
    locked: mix(matchCase.locked),
  };
}
