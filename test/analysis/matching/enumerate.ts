/** The slow and certain way: every assignment of a small case, and the best ones of each objective. */
import type { Objective } from "../../../analysis/matching/assign.ts";
import type { CasePair, MatchCase } from "../../../analysis/matching/match-case.ts";

export interface Enumerated {
  readonly pairs: readonly CasePair[];
  /** Scores of the pairs that are not locked, ascending. */
  readonly free: readonly number[];
  readonly total: number;
}

/** Every set of pairs that keeps the rules, locked pairs included. */
export function everyAssignment(matchCase: MatchCase): readonly Enumerated[] {
  const forbidden = new Set(matchCase.forbidden.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const lockedTo = new Map(matchCase.locked.map(({ mentee, mentor }) => [mentee, mentor]));
  const left = matchCase.mentors.map(({ capacity }) => capacity);
  const found: Enumerated[] = [];
  const walk = (row: number, chosen: readonly (CasePair & { readonly score: number })[]): void => {
    const mentee = matchCase.mentees[row]?.id;
    if (mentee === undefined) {
      const scores = chosen.filter(({ mentee: id }) => !lockedTo.has(id)).map(({ score }) => score);
      found.push({
        pairs: chosen.map(({ mentee: id, mentor }) => ({ mentee: id, mentor })),
        free: scores.sort((a, b) => a - b),
        total: chosen.reduce((sum, { score }) => sum + score, 0),
      });
      return;
    }
    if (!lockedTo.has(mentee)) walk(row + 1, chosen);
    matchCase.mentors.forEach(({ id: mentor }, column) => {
      if ((left[column] ?? 0) === 0 || forbidden.has(`${mentee} ${mentor}`)) return;
      if ((lockedTo.get(mentee) ?? mentor) !== mentor) return;
      left[column] = (left[column] ?? 0) - 1;
      walk(row + 1, [...chosen, { mentee, mentor, score: matchCase.scores[row]?.[column] ?? Number.NaN }]);
      left[column] = (left[column] ?? 0) + 1;
    });
  };
  walk(0, []);
  return found;
}

/** The assignments that no other beats. */
export function bestOf(all: readonly Enumerated[], objective: Objective, cap: number): readonly Enumerated[] {
  const keys = all.map((one) => keyOf(one, objective, cap));
  const best = keys.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  return all.filter((_, index) => compare(keys[index] ?? [], best) === 0);
}

/** What an objective compares, the most important number first; higher is better. */
function keyOf({ pairs, free, total }: Enumerated, objective: Objective, cap: number): readonly number[] {
  if (objective === "maxTotal") return [pairs.length, total];
  if (objective === "maxMin") return [pairs.length, free[0] ?? 0, total];
  if (objective === "leximin") return [pairs.length, ...free];
  return [pairs.length, ...free.map((score) => Math.min(score, cap)), total];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
