/** What one person may have answered, given everything in a component. */
import type { RangeProblem } from "./range-problem.ts";
import type { Interval, SumTree } from "./sum-tree.ts";
import { rangeInTree, sumTree } from "./sum-tree.ts";

/** Asked where sums overlap so that no closed form is exact. Must answer exactly or throw. */
export interface RangeSolver {
  /**
   * @param problem what is known
   * @param boxes possible values of a single answer, one a part
   * @param target a part of one person
   * @returns the least and greatest possible value; undefined if nothing satisfies the problem
   */
  range(problem: RangeProblem, boxes: readonly Interval[], target: number): Interval | undefined;
}

/** "impossible": no answers give these figures. "unknown": needs a solver, and there is none for it. */
export type AnswerRange = Interval | "impossible" | "unknown";

/** Answers the same question for several persons, with something known besides. */
export type AskRange = (boxes: readonly Interval[], target: number) => AnswerRange;

/**
 * Chooses how the ranges of a component are worked out: in closed form from a shown distribution or by a tree of
 * sums; by the solver where sums overlap, or where distributions and sums are not of the same persons.
 *
 * @param problem a component's problem
 * @param solver asked where nothing else is exact; without it the answer is then "unknown"
 * @returns a function from boxes and a part of one person to the range of that person's answer
 * @example askRanges(problem)(problem.boxes, 0); // { low: 1, high: 5 }
 */
export function askRanges(problem: RangeProblem, solver?: RangeSolver): AskRange {
  const { parts, shown, hidden, sets } = problem;
  const everybody = [...(sets ?? []), ...shown, ...hidden].every((of) => of.parts.length === parts.length);
  const [first] = shown;
  if (sets !== undefined && everybody && first !== undefined && hidden.length === 0) {
    const alike = shown.every(({ counts }) => String(counts) === String(first.counts));
    return (boxes, target) => (alike ? rangeInCounts(problem, boxes, target) : "impossible");
  }
  const tree = sets === undefined || shown.length > 0 ? undefined : sumTree(parts.length, sets);
  if (tree !== undefined && hidden.length === 0) {
    return (boxes, target) => rangeInTree(tree, totals(problem, boxes), target) ?? "impossible";
  }
  if (tree !== undefined && everybody) {
    return (boxes, target) => rangeWhereHidden(problem, tree, { boxes, target });
  }
  return (boxes, target) =>
    solver === undefined ? "unknown" : (solver.range(problem, boxes, target) ?? "impossible");
}

/** The possible sums of each part. */
function totals({ parts }: RangeProblem, boxes: readonly Interval[]): readonly Interval[] {
  return boxes.map(({ low, high }, place) => {
    const size = parts[place]?.size ?? 0;
    return { low: size * low, high: size * high };
  });
}

/** One distribution over all persons: whoever's answer is known leaves it; anybody may have any of the rest. */
function rangeInCounts(problem: RangeProblem, boxes: readonly Interval[], target: number): AnswerRange {
  const counts = [...(problem.shown[0]?.counts ?? [])];
  const total = counts.reduce((sum, count, place) => sum + count * (place + 1), 0);
  if (problem.sets?.some(({ low, high }) => total < low || total > high) === true) return "impossible";
  const persons = problem.parts.reduce((sum, { size }) => sum + size, 0);
  if (counts.reduce((sum, count) => sum + count, 0) !== persons) return "impossible";
  for (const [place, { low, high }] of boxes.entries()) {
    if (place === target || low !== high) continue;
    counts[low - 1] = (counts[low - 1] ?? 0) - (problem.parts[place]?.size ?? 0);
  }
  if (counts.some((count) => count < 0)) return "impossible";
  const possible = counts.flatMap((count, place) => (count > 0 ? [place + 1] : []));
  return { low: possible[0] ?? 1, high: possible.at(-1) ?? 0 };
}

/**
 * A distribution is not shown if all answers but at most one lie in a window of neighbouring points. (The rules
 * have other reasons not to show it; leaving those out can only make the range look narrower than it is.) So:
 * every window in turn, and one person in turn who may be anywhere.
 */
function rangeWhereHidden(
  { parts, hidden, boxes: wide }: RangeProblem,
  tree: SumTree,
  { boxes, target }: { readonly boxes: readonly Interval[]; readonly target: number },
): AnswerRange {
  const inside = new Set(hidden.flatMap(({ parts: of }) => of));
  const window = Math.min(...hidden.map(({ window: points }) => points));
  const points = Math.max(...[...inside].map((part) => wide[part]?.high ?? 1));
  const anywhere = [...inside].filter((part) => parts[part]?.size === 1);
  let found: Interval | undefined;
  for (let start = 1; start + window - 1 <= points; start++) {
    for (const outlier of anywhere) {
      const ranges = boxes.map(({ low, high }, part) => {
        const size = parts[part]?.size ?? 0;
        const bound = inside.has(part) && part !== outlier;
        const from = bound ? Math.max(low, start) : low;
        const to = bound ? Math.min(high, start + window - 1) : high;
        return from > to ? undefined : { low: size * from, high: size * to };
      });
      const possible = ranges.filter((range) => range !== undefined);
      if (possible.length < ranges.length) continue;
      const range = rangeInTree(tree, possible, target);
      if (range === undefined) continue;
      found = {
        low: Math.min(found?.low ?? range.low, range.low),
        high: Math.max(found?.high ?? range.high, range.high),
      };
    }
  }
  return found ?? "impossible";
}
