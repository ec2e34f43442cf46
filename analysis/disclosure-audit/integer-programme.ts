/** A range problem as integer programmes in the CPLEX LP format. */
import type { RangeProblem } from "./range-problem.ts";
import type { Interval } from "./sum-tree.ts";

/** More combinations of reasons why distributions are hidden are not tried. */
const MOST_PROGRAMMES = 400;

/** At most one of these answers lies outside the points. */
interface AtMostOne {
  readonly parts: readonly number[];
  /** Points that together may have been chosen once at most. */
  readonly points: readonly number[];
}

/**
 * The programmes whose optima are the least and greatest value of one person's answer, without the leading
 * "Minimize" or "Maximize". A hidden distribution is an either-or: all but one answer lie in one of the windows,
 * or all points but one were chosen once at most; each combination is a programme of its own.
 *
 * @param problem what is known
 * @param boxes possible values of a single answer, one a part
 * @param target a part of one person
 * @returns the programmes; the range is over all of them
 * @throws RangeError if there are too many combinations
 * @example programmes(problem, problem.boxes, 0).length; // 1 without hidden distributions
 */
export function programmes(
  problem: RangeProblem,
  boxes: readonly Interval[],
  target: number,
): readonly string[] {
  let choices: readonly (readonly AtMostOne[])[] = [[]];
  for (const hidden of problem.hidden) {
    const reasons = reasonsToHide(problem, hidden);
    choices = choices.flatMap((chosen) => reasons.map((reason) => [...chosen, ...reason]));
    if (choices.length > MOST_PROGRAMMES) {
      throw new RangeError("the range of an answer requires fewer hidden distributions of the same persons");
    }
  }
  return choices.map((chosen) => programme(problem, boxes, { target, chosen }));
}

function reasonsToHide(
  { boxes }: RangeProblem,
  { parts, window }: RangeProblem["hidden"][number],
): readonly (readonly AtMostOne[])[] {
  const points = Math.max(...parts.map((part) => boxes[part]?.high ?? 1));
  const all = Array.from({ length: points }, (_, place) => place + 1);
  const windows = all
    .slice(0, points - window + 1)
    .map((start) => [{ parts, points: all.filter((point) => point < start || point >= start + window) }]);
  const singles = all.map((mode) =>
    all.filter((point) => point !== mode).map((point) => ({ parts, points: [point] })),
  );
  return [...windows, ...singles];
}

function programme(
  { parts, rows, shown, hidden }: RangeProblem,
  boxes: readonly Interval[],
  { target, chosen }: { readonly target: number; readonly chosen: readonly AtMostOne[] },
): string {
  const counted = new Set([...shown, ...hidden].flatMap(({ parts: of }) => of));
  const lines: string[] = [` ${sum(target)}`, "Subject To"];
  const bounds: string[] = [];
  const whole: string[] = [];
  for (const [part, { size }] of parts.entries()) {
    const { low, high } = boxes[part] ?? { low: 1, high: 0 };
    // A box that holds nothing is a row that nothing satisfies.
    if (low > high) lines.push(` ${sum(part)} >= ${size * low}`, ` ${sum(part)} <= ${size * high}`);
    else bounds.push(` ${size * low} <= ${sum(part)} <= ${size * high}`);
    whole.push(sum(part));
    if (!counted.has(part)) continue;
    const points = Array.from({ length: Math.max(0, high - low + 1) }, (_, place) => low + place);
    for (const point of points) {
      bounds.push(` 0 <= ${count(part, point)} <= ${size}`);
      whole.push(count(part, point));
    }
    lines.push(` ${points.map((point) => count(part, point)).join(" + ")} = ${size}`);
    lines.push(` ${points.map((point) => `${point} ${count(part, point)}`).join(" + ")} - ${sum(part)} = 0`);
  }
  for (const { weights, low, high } of rows) {
    const terms = weights.flatMap((weight, part) => (weight === 0 ? [] : [`${signed(weight)} ${sum(part)}`]));
    if (Number.isFinite(low)) lines.push(` ${terms.join(" ")} >= ${low}`);
    if (Number.isFinite(high)) lines.push(` ${terms.join(" ")} <= ${high}`);
  }
  const over = (of: readonly number[], points: readonly number[]) =>
    of.flatMap((part) =>
      points.filter((point) => within(boxes[part], point)).map((point) => count(part, point)),
    );
  for (const { parts: of, counts } of shown) {
    for (const [place, value] of counts.entries()) {
      const terms = over(of, [place + 1]);
      // Nobody left who could have chosen it: only a count of 0 is possible.
      lines.push(terms.length === 0 ? ` 0 ${sum(target)} = ${value}` : ` ${terms.join(" + ")} = ${value}`);
    }
  }
  for (const { parts: of, points } of chosen) {
    const terms = over(of, points);
    if (terms.length > 0) lines.push(` ${terms.join(" + ")} <= 1`);
  }
  return [...lines, "Bounds", ...bounds, "General", ` ${whole.join(" ")}`, "End"].join("\n");
}

function within(box: Interval | undefined, point: number): boolean {
  return box !== undefined && box.low <= point && point <= box.high;
}

function sum(part: number): string {
  return `s${part}`;
}

function count(part: number, point: number): string {
  return `c${part}_${point}`;
}

function signed(weight: number): string {
  return weight < 0 ? `- ${-weight}` : `+ ${weight}`;
}
