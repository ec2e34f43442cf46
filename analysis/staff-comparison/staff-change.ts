/** The change of one measure between two waves: difference, test, effect size and practical band, all within bounds. */
import { type Bounds, minus } from "../bounds.ts";
import type { Family } from "../comparison/comparison-model.ts";
import type { TestMinimums } from "../comparison/comparison-plan.ts";
import { bandLimit, practicalBand } from "../comparison/practical-band.ts";
import { isExact } from "../staff-tables/count-bounds.ts";
import { boundedProportions } from "../statistics/bounded-proportions.ts";
import {
  type BoundedSample,
  type BoundedWelch,
  boundedWelch,
  isEquivalentThroughout,
} from "../statistics/bounded-welch.ts";
import { noncentralityLimits } from "../statistics/distributions/noncentral-t.ts";
import { hedgesCorrection } from "../statistics/hedges-correction.ts";
import { DEFAULT_LEVEL } from "../statistics/interval.ts";
import { stateOf } from "./bounded-verdicts.ts";
import type {
  StaffBand,
  StaffChange,
  StaffEffect,
  StaffShare,
  StaffShareChange,
  StaffVerdict,
} from "./staff-comparison-model.ts";

/** What a test needs to know of one wave. */
export interface Moments {
  readonly n: Bounds;
  readonly mean: Bounds;
  /** Sample standard deviation, or what it is at most; null where not known. */
  readonly sd: Bounds | null;
}

/** What is compared, and under which rules. */
export interface ChangeRules {
  readonly kind: "item" | "scale" | "index";
  readonly lowest: number;
  readonly highest: number;
  readonly minimums: TestMinimums;
  /** False in groups: limits of the effect size cost more than all the rest. */
  readonly effectLimits: boolean;
}

/** Two waves, each with what is known of it; undefined where it shows nothing. */
export interface TwoWaves {
  readonly from: number;
  readonly to: number;
  readonly before: Moments | undefined;
  readonly after: Moments | undefined;
  readonly shares?: { readonly before: StaffShare | null; readonly after: StaffShare | null };
}

const FAMILIES = { item: "items", scale: "scales", index: "index" } as const satisfies Record<string, Family>;

/**
 * The change between two waves, all persons taken as different. p values are not yet adjusted.
 * @param waves what is known of both waves
 * @param rules what is compared, and the smallest numbers of answers for a test
 * @returns the change; what cannot be tested says why
 * @see Welch (1947); Hedges (1981); Newcombe (1998); boundedWelch for what holds within bounds
 * @example staffChange({ from: 0, to: 1, before, after }, rules).verdict.state
 */
export function staffChange(waves: TwoWaves, rules: ChangeRules): StaffChange {
  const { from, to, before, after } = waves;
  const shareChange = changeOfShares(waves.shares, rules);
  if (before === undefined || after === undefined) {
    const verdict = { state: "not-tested", reason: "suppressed" } as const;
    return { from, to, difference: null, shareChange, verdict, effect: null, band: null };
  }
  const tested = testOf(before, after);
  const { test } = tested;
  const estimate = minus(after.mean, before.mean);
  return {
    from,
    to,
    difference: { estimate, interval: test?.interval ?? null },
    shareChange,
    verdict: verdictOf(tested, Math.min(before.n.low, after.n.low), rules),
    effect: test === null ? null : effectOf(tested.samples, rules.effectLimits),
    band: bandOf(estimate, test, bandLimit(rules.kind, rules.lowest, rules.highest)),
  };
}

type Samples = readonly [BoundedSample, BoundedSample];
type Tested =
  | { readonly test: BoundedWelch; readonly samples: Samples }
  | { readonly test: null; readonly reason: "suppressed" | "too-few-answers" | "no-variance" };

function testOf(before: Moments, after: Moments): Tested {
  if (before.sd === null || after.sd === null) return { test: null, reason: "suppressed" };
  if (before.n.low < 2 || after.n.low < 2) return { test: null, reason: "too-few-answers" };
  const samples: Samples = [
    { ...before, sd: before.sd },
    { ...after, sd: after.sd },
  ];
  const test = boundedWelch(...samples);
  return test === undefined ? { test: null, reason: "no-variance" } : { test, samples };
}

function verdictOf(tested: Tested, answers: number, { kind, minimums }: ChangeRules): StaffVerdict {
  const minimum = minimums[kind];
  if (tested.test === null) return { state: "not-tested", reason: tested.reason };
  if (minimum === null || answers < minimum) return { state: "not-tested", reason: "below-minimum" };
  const { t: statistic, df, p } = tested.test;
  return { state: stateOf(p), test: "welch-t", statistic, df, p, pAdjusted: p, family: FAMILIES[kind] };
}

/** A size or an equivalence is said only of all differences within the bounds. */
function bandOf(estimate: Bounds, test: BoundedWelch | null, limit: number): StaffBand {
  const [low, high] = [estimate.low, estimate.high].map((end) => practicalBand(end, limit, null).size);
  return {
    limit,
    size: low !== undefined && low === high ? low : null,
    equivalent: test === null ? null : isEquivalentThroughout(test, limit),
  };
}

/** Hedges' g over all samples within the bounds; where n is a range, over its ends. */
function effectOf([first, second]: Samples, withLimits: boolean): StaffEffect | null {
  const ends = ({ low, high }: Bounds): readonly number[] => [...new Set([low, high])];
  const all = ends(first.n).flatMap((n1) =>
    ends(second.n).map((n2) => effectAt([first, second], [n1, n2], withLimits)),
  );
  const known = all.flatMap((one) => one ?? []);
  if (known.length < all.length) return null;
  const limits = known.flatMap(({ interval }) => interval ?? []);
  return {
    name: "hedges-g",
    value: {
      low: Math.min(...known.map(({ value }) => value.low)),
      high: Math.max(...known.map(({ value }) => value.high)),
    },
    interval:
      limits.length === 0
        ? null
        : {
            lower: Math.min(...limits.map(({ lower }) => lower)),
            upper: Math.max(...limits.map(({ upper }) => upper)),
          },
  };
}

/** The end nearer to 0 has the larger spread. */
function effectAt(
  [first, second]: Samples,
  [n1, n2]: readonly [number, number],
  withLimits: boolean,
): Omit<StaffEffect, "name"> | null {
  const df = n1 + n2 - 2;
  const pooled = (end: keyof Bounds): number =>
    Math.sqrt(((n1 - 1) * first.sd[end] ** 2 + (n2 - 1) * second.sd[end] ** 2) / df);
  const [least, most] = [pooled("low"), pooled("high")];
  if (!(least > 0)) return null;
  const { low, high } = minus(second.mean, first.mean);
  const d = { low: low / (low < 0 ? least : most), high: high / (high > 0 ? least : most) };
  const correction = hedgesCorrection(df);
  const value = { low: correction * d.low, high: correction * d.high };
  if (!withLimits) return { value, interval: null };
  const root = Math.sqrt((n1 * n2) / (n1 + n2));
  const scale = correction / root;
  const limitsAt = (end: number) => noncentralityLimits(end * root, df, DEFAULT_LEVEL);
  return {
    value,
    interval: { lower: scale * limitsAt(d.low).lower, upper: scale * limitsAt(d.high).upper },
  };
}

function changeOfShares(
  shares: TwoWaves["shares"],
  { kind, minimums }: Pick<ChangeRules, "kind" | "minimums">,
): StaffShareChange | null {
  const before = shares?.before ?? null;
  const after = shares?.after ?? null;
  if (before === null || after === null) return null;
  const test = "two-proportions-z";
  const compared = comparedShares(before, after);
  if (compared === null) {
    return { estimate: minus(after.share, before.share), interval: null, test, p: null, pAdjusted: null };
  }
  const { estimate, interval, p } = compared;
  const minimum = minimums[kind];
  const enough = minimum !== null && Math.min(before.n.low, after.n.low) >= minimum;
  // Answers of one person to several items are not independent: pooled shares of scales have no test.
  const tested = enough && kind === "item" ? p : null;
  return { estimate, interval: kind === "item" ? interval : null, test, p: tested, pAdjusted: tested };
}

/** Null where it is not known of how many answers the shares are. */
function comparedShares(before: StaffShare, after: StaffShare) {
  if (!isExact(before.n) || !isExact(after.n)) return null;
  return boundedProportions({ count: before.count, n: before.n.low }, { count: after.count, n: after.n.low });
}

/**
 * The change of one choice's share.
 * @param before the first wave's share; null where it is not shown
 * @param after the last wave's share
 * @param minimums the smallest number of answers for a test
 * @returns the change and its verdict, not yet adjusted
 * @see Newcombe (1998)
 * @example choiceChange(before, after, SURVEY_MINIMUMS).verdict.state
 */
export function choiceChange(
  before: StaffShare | null,
  after: StaffShare | null,
  minimums: TestMinimums,
): { readonly shareChange: StaffShareChange | null; readonly verdict: StaffVerdict } {
  const shareChange = changeOfShares({ before, after }, { kind: "item", minimums });
  if (shareChange === null || before === null || after === null) {
    return { shareChange: null, verdict: { state: "not-tested", reason: "suppressed" } };
  }
  const { p } = shareChange;
  const compared = comparedShares(before, after);
  if (compared === null) return { shareChange, verdict: { state: "not-tested", reason: "number-unknown" } };
  if (p === null) {
    const few = minimums.item === null || Math.min(before.n.low, after.n.low) < minimums.item;
    return { shareChange, verdict: { state: "not-tested", reason: few ? "below-minimum" : "no-variance" } };
  }
  const statistic = compared.z ?? { low: 0, high: 0 };
  const verdict = {
    state: stateOf(p),
    test: "two-proportions-z",
    statistic,
    df: null,
    p,
    pAdjusted: p,
  } as const;
  return { shareChange, verdict: { ...verdict, family: "item-shares" } };
}
