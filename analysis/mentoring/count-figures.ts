/** An evaluator's figures of a round: take-up, time, meetings, pulses, early ends, and what ended pairs share. */
import type { Cell, Figure } from "../disclosure/cell.ts";
import { anonymousMean } from "../disclosure/mean-cell.ts";
import { CRITERIA, type MatchWeights } from "../matching/criteria.ts";
import { type HeldFigures, type Holder, holderOf } from "./held-figures.ts";
import type { CountedPart, ExitArea, MentoringFigures, PairProfile } from "./mentoring-figures-model.ts";

/** One pair that became active, as far as figures need. */
export interface CountedPair {
  readonly score: number;
  /** Points by criterion when the pair was made. */
  readonly points: Readonly<Record<string, number>>;
  /** Whole days from the mentee's request to the agreement. */
  readonly daysToMatch: number;
  readonly meetings: number;
  /** Pulses that each side answered. */
  readonly menteePulses: number;
  readonly mentorPulses: number;
  /** Newest answer of each side to "How is it going?", 1 to 5; null without one. */
  readonly menteeGoing: number | null;
  readonly mentorGoing: number | null;
  /** The mentee's unit. */
  readonly area: string;
  readonly sameSite: boolean;
  readonly sameUnit: boolean;
  /** Whether the mentor has two mentees or more. */
  readonly mentorShared: boolean;
  readonly endedEarly: boolean;
  /** A code of the review's question, "not-said" without one; null for pairs that did not end early. */
  readonly reason: string | null;
}

export interface RoundCounts {
  readonly menteesAsked: number;
  readonly menteesSent: number;
  readonly mentorsAsked: number;
  readonly mentorsSent: number;
  readonly pairs: readonly CountedPair[];
  readonly weights: MatchWeights;
  /** Every area and every reason that may occur. */
  readonly areas: readonly string[];
  readonly reasons: readonly string[];
}

const GOING_POINTS = 5;
/** Percentage points from which on a difference between ended and other pairs is put into words. */
const CLEAR_DIFFERENCE = 20;

/**
 * Counts a round. Every figure rests on at least the minimum, and changes only when at least as many were added.
 *
 * @param counts the round
 * @param minimum fewest people or pairs behind a figure, at least 3
 * @param before what the last release showed
 * @returns the figures, and what the next release must know
 * @throws RangeError if the minimum is below 3
 * @example countFigures(counts, 5, NOTHING_HELD).figures.matched; // { shown: true, n: 40, value: 40 }
 */
export function countFigures(
  counts: RoundCounts,
  minimum: number,
  before: HeldFigures,
): { readonly figures: MentoringFigures; readonly held: HeldFigures } {
  const holder = holderOf(before, minimum);
  const count = (name: string, n: number) => holder.cell(name, n, () => n);
  const { pairs } = counts;
  const mean = (of: (pair: CountedPair) => number, digits: number) =>
    rounded(sum(pairs.map(of)) / pairs.length, digits);
  const meetings = sum(pairs.map((pair) => pair.meetings));
  const ended = pairs.filter(({ endedEarly }) => endedEarly);
  const others = pairs.filter(({ endedEarly }) => !endedEarly);
  const profiles = {
    ended: profileOf(holder, "ended", { of: ended, weights: counts.weights }),
    others: profileOf(holder, "others", { of: others, weights: counts.weights }),
  };
  const figures: MentoringFigures = {
    minimumGroupSize: minimum,
    takeUp: {
      mentees: {
        asked: count("mentees-asked", counts.menteesAsked),
        sent: count("mentees-sent", counts.menteesSent),
      },
      mentors: {
        asked: count("mentors-asked", counts.mentorsAsked),
        sent: count("mentors-sent", counts.mentorsSent),
      },
    },
    matched: count("matched", pairs.length),
    daysToMatch: holder.cell("days", pairs.length, () => mean((pair) => pair.daysToMatch, 0)),
    meetings: holder.cell("meetings", pairs.length, () => mean((pair) => pair.meetings, 1), meetings),
    pulses: {
      mentees: pulseCell(holder, "pulse-mentees", {
        of: pairs.map(({ menteeGoing }) => menteeGoing),
        arrived: sum(pairs.map(({ menteePulses }) => menteePulses)),
        minimum,
      }),
      mentors: pulseCell(holder, "pulse-mentors", {
        of: pairs.map(({ mentorGoing }) => mentorGoing),
        arrived: sum(pairs.map(({ mentorPulses }) => mentorPulses)),
        minimum,
      }),
    },
    exits: exitsOf(holder, counts, { ended, minimum }),
    mismatch: { ...profiles, shared: sharedBy(profiles) },
  };
  return { figures, held: holder.held() };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** Coded near the ends of the scale like every anonymous mean. */
function pulseCell(
  holder: Holder,
  name: string,
  pulses: {
    readonly of: readonly (number | null)[];
    readonly arrived: number;
    readonly minimum: number;
  },
): Cell<Figure> {
  const { of, arrived, minimum } = pulses;
  const answers = of.filter((going) => going !== null);
  const counts = Array.from(
    { length: GOING_POINTS },
    (_, point) => answers.filter((going) => going === point + 1).length,
  );
  const tally = { n: answers.length, sum: sum(answers), counts, points: GOING_POINTS };
  const mean = anonymousMean(tally, minimum);
  if (!mean.shown) return mean;
  return holder.cell(name, tally.n, () => mean.value, arrived);
}

function tallied(values: readonly string[], of: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(values.map((value) => [value, 0]));
  for (const value of of) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Areas are divided first, into parts of twice the minimum, so that reasons can be divided inside each. Whatever is
 * shown over all areas is added up from these parts: nothing follows from a total less what is shown.
 */
function exitsOf(
  holder: Holder,
  counts: RoundCounts,
  { ended, minimum }: { readonly ended: readonly CountedPair[]; readonly minimum: number },
): MentoringFigures["exits"] {
  const byArea = tallied(
    counts.areas,
    ended.map(({ area }) => area),
  );
  const all = holder.cell("exits", ended.length, () => ended.length);
  // Divided once, when the number of all is told anew, so that parts and an older number never tell of few.
  const mayDivide = all.shown && all.value === ended.length && ended.length >= 2 * minimum;
  const parts = holder.parts("exit-areas", byArea, mayDivide ? 2 * minimum : Number.POSITIVE_INFINITY);
  const areas = parts.map((values, place): ExitArea => {
    const inside = ended
      .filter(({ area }) => values.includes(area))
      .map(({ reason }) => reason ?? "not-said");
    const name = `exits ${place}`;
    const reasons = reasonsOf(holder, name, { inside, all: counts.reasons, minimum });
    return { values, all: added(reasons.map(({ cell }) => cell)), reasons };
  });
  return {
    all: areas.length === 0 ? all : added(areas.map((area) => area.all)),
    areas: areas.length > 1 ? areas : [],
    reasons: reasonsOverAll(areas, counts.reasons),
  };
}

function reasonsOf(
  holder: Holder,
  name: string,
  part: { readonly inside: readonly string[]; readonly all: readonly string[]; readonly minimum: number },
): readonly CountedPart[] {
  const byReason = tallied(part.all, part.inside);
  return holder.parts(name, byReason, part.minimum).map((values, place) => {
    const n = sum(values.map((value) => byReason.get(value) ?? 0));
    return { values, cell: holder.cell(`${name} ${place}`, n, () => n) };
  });
}

function added(cells: readonly Cell<number>[]): Cell<number> {
  const shown = cells.flatMap((cell) => (cell.shown ? [cell.value] : []));
  if (shown.length === 0) return { shown: false, reason: "too-few-answers" };
  return { shown: true, n: sum(shown), value: sum(shown) };
}

/** A reason is shown over all areas where every area shows it alone; the rest is one part. */
function reasonsOverAll(areas: readonly ExitArea[], all: readonly string[]): readonly CountedPart[] {
  if (areas.length === 0) return [];
  const alone = all.filter((reason) =>
    areas.every(({ reasons }) => reasons.some(({ values }) => values.length === 1 && values[0] === reason)),
  );
  const cellsOf = (holds: (values: readonly string[]) => boolean) =>
    areas.flatMap(({ reasons }) => reasons.filter(({ values }) => holds(values)).map(({ cell }) => cell));
  const isAlone = (values: readonly string[]) => values.length === 1 && alone.includes(values[0] ?? "");
  const parts = alone.map((reason) => ({
    values: [reason],
    cell: added(cellsOf((values) => values.length === 1 && values[0] === reason)),
  }));
  const rest = cellsOf((values) => !isAlone(values));
  if (rest.length === 0) return parts;
  return [...parts, { values: all.filter((reason) => !alone.includes(reason)), cell: added(rest) }];
}

interface Statement {
  readonly code: string;
  readonly title: string;
  readonly holds: (pair: CountedPair) => boolean;
}

/** Criteria count as met from half of their weight on; a criterion that counts nothing says nothing. */
function statements(weights: MatchWeights): readonly Statement[] {
  const met = CRITERIA.filter(({ name }) => (weights[name] ?? 0) > 0).map(({ name, title }) => ({
    code: name,
    title,
    holds: ({ points }: CountedPair) => 2 * (points[name] ?? 0) >= (weights[name] ?? 0),
  }));
  return [
    ...met,
    { code: "same-site", title: "Work at the same site", holds: ({ sameSite }) => sameSite },
    { code: "same-unit", title: "Work in the same unit", holds: ({ sameUnit }) => sameUnit },
    {
      code: "workload",
      title: "The mentor has two mentees or more",
      holds: ({ mentorShared }) => mentorShared,
    },
  ];
}

function profileOf(
  holder: Holder,
  name: string,
  { of, weights }: { readonly of: readonly CountedPair[]; readonly weights: MatchWeights },
): PairProfile {
  return {
    score: holder.cell(`${name} score`, of.length, () =>
      rounded(sum(of.map(({ score }) => score)) / of.length, 0),
    ),
    shares: statements(weights).map(({ code, title, holds }) => ({
      code,
      title,
      percent: holder.cell(`${name} ${code}`, of.length, () =>
        rounded((100 * of.filter(holds).length) / of.length, 0),
      ),
    })),
  };
}

function sharedBy({
  ended,
  others,
}: {
  readonly ended: PairProfile;
  readonly others: PairProfile;
}): readonly string[] {
  return ended.shares.flatMap(({ code, title, percent }) => {
    const other = others.shares.find((share) => share.code === code)?.percent;
    if (!percent.shown || other?.shown !== true) return [];
    const difference = percent.value - other.value;
    if (Math.abs(difference) < CLEAR_DIFFERENCE) return [];
    const often = difference > 0 ? "More" : "Less";
    return [
      `${often} often among pairs that ended early: ${title} (${percent.value} % against ${other.value} %).`,
    ];
  });
}
