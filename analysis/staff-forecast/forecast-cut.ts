/** Which groups of a cut will probably be shown, before anybody answers: drawn many times from the headcounts. */
import type { RandomBelow } from "../shuffle.ts";

export interface ForecastCategory {
  /** Answers to be expected: headcount × response. */
  readonly expected: number;
  /** How often the group is shown in the draws, 0 to 1. */
  readonly probability: number;
}

export interface ForecastPlan {
  /** Smallest number of answers behind a figure, k. */
  readonly minimum: number;
  /** Share of people who answer, 0 to 1. */
  readonly response: number;
  readonly random: RandomBelow;
}

/** Enough for whole percents. */
const DRAWS = 400;
const FINE = 1_000_000;

/**
 * Draws how many of each group answer, everybody alike, and applies the count rules: a group below the minimum is
 * hidden, and with it the next smallest ones until those hidden together are no fewer than the minimum, since the
 * total is shown. Further cuts and skipped questions can hide more, so this is the brighter side.
 *
 * @param headcounts people in each group of one cut, answered or not
 * @param plan the minimum, the response, and a random source
 * @returns one entry a group
 * @throws RangeError for a response outside 0 to 1, or a headcount that is not whole
 * @see Binomial draws; the rule is pass 0 and 1 of analysis/staff-tables/README.md for a single cut
 * @example forecastCut([40, 12], { minimum: 10, response: 0.6, random })[1]?.probability // about 0.2
 */
export function forecastCut(headcounts: readonly number[], plan: ForecastPlan): readonly ForecastCategory[] {
  const { minimum, response, random } = plan;
  if (!(response >= 0 && response <= 1)) throw new RangeError("a forecast requires a response from 0 to 1");
  if (headcounts.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError("a forecast requires whole headcounts of 0 or more");
  }
  const shown = headcounts.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const answers = headcounts.map((count) => answering(count, response, random));
    for (const place of shownPlaces(answers, minimum)) shown[place] = (shown[place] ?? 0) + 1;
  }
  return headcounts.map((count, place) => ({
    expected: Math.round(count * response),
    probability: (shown[place] ?? 0) / DRAWS,
  }));
}

/** Large groups by the normal curve (Box and Muller), small ones person by person. */
function answering(count: number, response: number, random: RandomBelow): number {
  if (count > 200) {
    const radius = Math.sqrt(-2 * Math.log((random(FINE) + 1) / FINE));
    const normal = radius * Math.cos((2 * Math.PI * random(FINE)) / FINE);
    const drawn = Math.round(count * response + normal * Math.sqrt(count * response * (1 - response)));
    return Math.min(count, Math.max(0, drawn));
  }
  let answers = 0;
  for (let person = 0; person < count; person += 1) if (random(FINE) < response * FINE) answers += 1;
  return answers;
}

function shownPlaces(answers: readonly number[], minimum: number): readonly number[] {
  const order = answers
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let hidden = 0;
  let next = 0;
  while (next < order.length) {
    const count = order[next]?.count ?? 0;
    const isSmall = count < minimum;
    const wouldTell = hidden > 0 && hidden < minimum;
    if (!isSmall && !wouldTell) break;
    hidden += count;
    next += 1;
  }
  return order.slice(next).map(({ place }) => place);
}
