/** Tests D2 and D4: does every answer keep a range of possible values, also for somebody who knows another one? */
import type { AnswerRange, AskRange, RangeSolver } from "./answer-range.ts";
import { askRanges } from "./answer-range.ts";
import type { Component } from "./component.ts";
import type { FindingKind } from "./finding.ts";
import type { RangeProblem } from "./range-problem.ts";
import { rangeProblem } from "./range-problem.ts";
import type { Interval } from "./sum-tree.ts";

type Fault = Extract<FindingKind, "narrow-range" | "insider" | "contradiction" | "not-checked">;

/** What a person who takes part knows: an answer of their own. */
interface KnownAnswer {
  readonly person: string;
  readonly item: string;
  readonly answer: number;
}

/**
 * Tests one component.
 *
 * D2: for one person of each class, and each item, the possible values lie at least the item's width apart.
 * D4: whoever takes part still cannot tell another's answer: for one person of each class there is a possible
 * answer of that person with which every other answer keeps at least two possible values. (For every possible
 * answer it cannot be promised as long as means are shown: who knows to have dragged a mean down from the very
 * top knows that everybody else is at the top.)
 *
 * @param component connected figures
 * @param solver asked where sums overlap
 * @returns what is wrong first, or undefined
 * @example narrowRanges(component); // "narrow-range"
 */
export function narrowRanges(component: Component, solver?: RangeSolver): Fault | undefined {
  const problem = rangeProblem(component);
  const ask = askRanges(problem, solver);
  const targets = onePersonAColumn(problem);
  const ranges = new Map<number, Interval>();
  for (const target of targets) {
    const range = ask(problem.boxes, target);
    if (typeof range === "string") return faultOf(range);
    if (range.high - range.low < widthOf(component, problem, target)) return "narrow-range";
    ranges.set(target, range);
  }
  for (const [target, range] of ranges) {
    const fault = insiderFault({ problem, ask, targets }, target, range);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/**
 * What somebody learns who knows one answer: the test D4 for a given person. Nothing is published on its word;
 * it measures what the promise to raters cannot cover.
 *
 * @param component connected figures
 * @param known an answer that somebody knows
 * @returns true if another person's answer to the item can then be told; false too if it cannot be worked out
 * @example tellsAnother(component, { person: "a", item: "c1", answer: 2 });
 */
export function tellsAnother(component: Component, known: KnownAnswer): boolean {
  const problem = rangeProblem(component);
  const ask = askRanges(problem);
  const column = component.columns.findIndex(
    ({ item, persons }) =>
      item.code === known.item && component.classes[persons]?.includes(known.person) === true,
  );
  // The second person of the class, so that the first can be asked about.
  const places = problem.parts.flatMap((part, place) =>
    part.column === column && part.size === 1 ? [place] : [],
  );
  const insider = places.at(-1);
  if (insider === undefined) return false;
  const boxes = problem.boxes.with(insider, { low: known.answer, high: known.answer });
  return onePersonAColumn(problem)
    .filter((target) => target !== insider)
    .some((target) => {
      const range = ask(boxes, target);
      return typeof range !== "string" && range.low === range.high;
    });
}

interface Asked {
  readonly problem: RangeProblem;
  readonly ask: AskRange;
  readonly targets: readonly number[];
}

function insiderFault(asked: Asked, target: number, range: Interval): Fault | undefined {
  const { problem, targets } = asked;
  const column = problem.parts[target]?.column;
  const second = problem.parts[target + 1];
  const insider = second?.column === column && second?.size === 1 ? target + 1 : target;
  const others = targets.filter((other) => other !== insider);
  if (others.length === 0) return undefined;
  for (const answer of fromTheMiddle(range)) {
    const boxes = problem.boxes.with(insider, { low: answer, high: answer });
    const ranges = others.map((other) => asked.ask(boxes, other));
    if (ranges.includes("unknown")) return "not-checked";
    if (ranges.every((other) => typeof other !== "string" && other.low < other.high)) return undefined;
  }
  return "insider";
}

/** The value in the middle first: it is the likeliest to leave others open. */
function fromTheMiddle({ low, high }: Interval): readonly number[] {
  const middle = (low + high) / 2;
  return Array.from({ length: high - low + 1 }, (_, place) => low + place).toSorted(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
  );
}

function onePersonAColumn({ parts }: RangeProblem): readonly number[] {
  return parts.flatMap(({ column }, place) => (parts[place - 1]?.column === column ? [] : [place]));
}

function widthOf({ columns }: Component, { parts, shown }: RangeProblem, target: number): number {
  const item = columns[parts[target]?.column ?? -1]?.item;
  const inDistribution = shown.some(({ parts: of }) => of.includes(target));
  return (inDistribution ? item?.distributionWidth : item?.width) ?? Number.POSITIVE_INFINITY;
}

function faultOf(range: Extract<AnswerRange, string>): Fault {
  return range === "impossible" ? "contradiction" : "not-checked";
}
