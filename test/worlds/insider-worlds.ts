/** All answers of small 360 groups: what the mean tells somebody of the group who knows their own answer. */

import { codingWidth } from "../../analysis/disclosure/mean-cell.ts";

/** How wide the coded ends of a mean are, in points of the sum. */
type Width = (points: number) => number;

/** One group size and scale under one width, over all answers the group can give. */
interface InsiderCounts {
  /** Answers of a group times its members: each of them is tried as the insider. */
  readonly insiders: number;
  /** Of these, who is certain that all others gave the same answer. */
  readonly certain: number;
}

/** What the mean's cell says: the sum itself, or one of its two ends (mean-cell.ts, in sums). */
function said(sum: number, n: number, points: number, width: number): string {
  if (sum >= n * points - width) return "at-least";
  return sum <= n + width ? "at-most" : String(sum);
}

/** Weight of every sum of so many answers, each answer weighing as given (1 first). */
function sums(answers: number, weights: readonly number[]): ReadonlyMap<number, number> {
  let reached = new Map([[0, 1]]);
  for (let asked = 0; asked < answers; asked += 1) {
    const next = new Map<number, number>();
    for (const [sum, weight] of reached)
      weights.forEach((of, index) => {
        const to = sum + index + 1;
        next.set(to, (next.get(to) ?? 0) + weight * of);
      });
    reached = next;
  }
  return reached;
}

/**
 * Weight of the insiders who are certain, and of all cells that are exact. Others' answers that give one sum
 * cannot be told apart; all of them are alike only if the sum is the least or the greatest one.
 */
function weigh(n: number, points: number, width: number, weights: readonly number[]) {
  const others = sums(n - 1, weights);
  let certain = 0;
  weights.forEach((weight, index) => {
    const own = index + 1;
    const cells = new Map<string, (readonly [number, number])[]>();
    for (const one of others) {
      const cell = said(one[0] + own, n, points, width);
      cells.set(cell, [...(cells.get(cell) ?? []), one]);
    }
    for (const cell of cells.values())
      if (cell.every(([sum]) => sum === n - 1 || sum === (n - 1) * points))
        certain += weight * cell.reduce((total, [, of]) => total + of, 0);
  });
  let exact = 0;
  for (const [sum, of] of sums(n, weights)) if (!said(sum, n, points, width).startsWith("at-")) exact += of;
  return { certain, exact };
}

/**
 * Tries all answers of a group of n, each member as the insider.
 *
 * @param n answers in the group, at least 3
 * @param points points of the scale
 * @param width of the coding
 * @returns how many insiders there are over all answers, and how many are certain
 * @example insiders(4, 5, codingWidth).certain; // 24
 */
export function insiders(n: number, points: number, width: Width): InsiderCounts {
  const { certain } = weigh(n, points, width(points), new Array<number>(points).fill(1));
  return { insiders: n * points ** n, certain: n * certain };
}

/** Ends as wide as today, and wider ones that were tried. */
export const INSIDER_WIDTHS: readonly { readonly name: string; readonly width: Width }[] = [
  { name: "w", width: codingWidth },
  { name: "w + 1", width: (points) => codingWidth(points) + 1 },
  { name: "S − 1", width: (points) => points - 1 },
  { name: "S", width: (points) => points },
];

/** Answers as they are usual in a 360, and a group that nearly agrees; 1 first. */
const ANSWERS = {
  usual: [0.02, 0.05, 0.18, 0.45, 0.3],
  agreeing: [0.025, 0.025, 0.025, 0.025, 0.9],
} as const;

/**
 * What each width gains and costs on a scale of five points, as rows of a table.
 *
 * @returns rows of Markdown: answers, width, then certain insiders and exact means for usual and agreeing answers
 * @example insiderRows()[0]; // "| 3 | w | 2.3 % | 62 % | 6.1 % | 15 % |"
 */
export function insiderRows(): readonly string[] {
  return [3, 5, 8].flatMap((n) =>
    INSIDER_WIDTHS.map(({ name, width }) => {
      const shares = [ANSWERS.usual, ANSWERS.agreeing].flatMap((weights) => {
        const { certain, exact } = weigh(n, 5, width(5), weights);
        return [`${(100 * certain).toFixed(1)} %`, `${(100 * exact).toFixed(0)} %`];
      });
      return `| ${[n, name, ...shares].join(" | ")} |`;
    }),
  );
}
