/** The change of one measure between two waves: difference, test, effect size and practical band. */
import type {
  Change,
  Effect,
  Family,
  ShareChange,
  ShareFigure,
  Verdict,
} from "../comparison/comparison-model.ts";
import type { TestMinimums } from "../comparison/comparison-plan.ts";
import { bandLimit, practicalBand } from "../comparison/practical-band.ts";
import { differenceOfProportions } from "../statistics/difference-of-proportions.ts";
import { noncentralityLimits } from "../statistics/distributions/noncentral-t.ts";
import { hedgesCorrection } from "../statistics/hedges-correction.ts";
import { DEFAULT_LEVEL } from "../statistics/interval.ts";
import { type TTest, tTestOf } from "../statistics/paired-t.ts";
import { pooledVariance, type TwoSamples, welchError } from "../statistics/welch-t.ts";
import type { StaffChange } from "./staff-comparison-model.ts";

/** What a test needs to know of one wave. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation, or an upper bound of it; null where not released. */
  readonly sd: number | null;
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
  readonly shares?: { readonly before: ShareFigure | null; readonly after: ShareFigure | null };
}

const FAMILIES = { item: "items", scale: "scales", index: "index" } as const satisfies Record<string, Family>;

/**
 * The change between two waves, all persons taken as different. p values are not yet adjusted.
 * @param waves what is known of both waves
 * @param rules what is compared, and the smallest numbers of answers for a test
 * @returns the change; what cannot be tested says why
 * @see Welch (1947); Hedges (1981); Newcombe (1998)
 * @example staffChange({ from: 0, to: 1, before, after }, rules).verdict.state
 */
export function staffChange(waves: TwoWaves, rules: ChangeRules): StaffChange {
  const { from, to, before, after } = waves;
  const shareChange = changeOfShares(waves.shares, rules);
  if (before === undefined || after === undefined) {
    const verdict = { state: "not-tested", reason: "suppressed" } as const;
    return { from, to, difference: null, shareChange, verdict, effect: null, band: null };
  }
  const samples = samplesOf(before, after);
  const tested = testOf(samples);
  const estimate = after.mean - before.mean;
  const limit = bandLimit(rules.kind, rules.lowest, rules.highest);
  const difference: Change = { estimate, interval: tested.test?.interval ?? null };
  return {
    from,
    to,
    difference,
    shareChange,
    verdict: verdictOf(tested, Math.min(before.n, after.n), rules),
    effect: samples === undefined || tested.test === null ? null : effectOf(samples, rules.effectLimits),
    band: practicalBand(estimate, limit, tested.test),
  };
}

function samplesOf(before: Moments, after: Moments): TwoSamples | undefined {
  if (before.sd === null || after.sd === null) return undefined;
  return {
    n1: before.n,
    n2: after.n,
    mean1: before.mean,
    mean2: after.mean,
    variance1: before.sd ** 2,
    variance2: after.sd ** 2,
    difference: after.mean - before.mean,
  };
}

type Tested =
  | { readonly test: TTest }
  | { readonly test: null; readonly reason: "suppressed" | "too-few-answers" | "no-variance" };

function testOf(samples: TwoSamples | undefined): Tested {
  if (samples === undefined) return { test: null, reason: "suppressed" };
  if (samples.n1 < 2 || samples.n2 < 2) return { test: null, reason: "too-few-answers" };
  if (samples.variance1 === 0 && samples.variance2 === 0) return { test: null, reason: "no-variance" };
  const { standardError, df } = welchError(samples);
  return { test: tTestOf(samples.difference, standardError, df, DEFAULT_LEVEL) };
}

function verdictOf(tested: Tested, answers: number, { kind, minimums }: ChangeRules): Verdict {
  const minimum = minimums[kind];
  if (tested.test === null) return { state: "not-tested", reason: tested.reason };
  if (minimum === null || answers < minimum) return { state: "not-tested", reason: "below-minimum" };
  const { t, df, p } = tested.test;
  const state = p < 0.05 ? "significant" : "not-significant";
  return { state, test: "welch-t", statistic: t, df, p, pAdjusted: p, family: FAMILIES[kind] };
}

function effectOf(samples: TwoSamples, withLimits: boolean): Effect | null {
  const { n1, n2, difference } = samples;
  const pooled = Math.sqrt(pooledVariance(samples));
  if (!(pooled > 0)) return null;
  const df = n1 + n2 - 2;
  const correction = hedgesCorrection(df);
  const d = difference / pooled;
  const value = correction * d;
  if (!withLimits) return { name: "hedges-g", value, interval: null };
  const root = Math.sqrt((n1 * n2) / (n1 + n2));
  const limits = noncentralityLimits(d * root, df, DEFAULT_LEVEL);
  const scale = correction / root;
  return {
    name: "hedges-g",
    value,
    interval: { lower: scale * limits.lower, upper: scale * limits.upper },
  };
}

function changeOfShares(
  shares: TwoWaves["shares"],
  { kind, minimums }: Pick<ChangeRules, "kind" | "minimums">,
): ShareChange | null {
  const before = shares?.before ?? null;
  const after = shares?.after ?? null;
  if (before === null || after === null) return null;
  const minimum = minimums[kind];
  const { difference, newcombe, p } = differenceOfProportions(before, after);
  const enough = minimum !== null && Math.min(before.n, after.n) >= minimum;
  // Answers of one person to several items are not independent: pooled shares of scales have no test.
  const tested = enough && kind === "item" ? p : null;
  return {
    estimate: difference,
    interval: kind === "item" ? newcombe : null,
    test: "two-proportions-z",
    p: tested,
    pAdjusted: tested,
  };
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
  before: ShareFigure | null,
  after: ShareFigure | null,
  minimums: TestMinimums,
): { readonly shareChange: ShareChange | null; readonly verdict: Verdict } {
  const shareChange = changeOfShares({ before, after }, { kind: "item", minimums });
  if (shareChange === null || before === null || after === null) {
    return { shareChange: null, verdict: { state: "not-tested", reason: "suppressed" } };
  }
  const { p } = shareChange;
  if (p === null) {
    const few = minimums.item === null || Math.min(before.n, after.n) < minimums.item;
    return { shareChange, verdict: { state: "not-tested", reason: few ? "below-minimum" : "no-variance" } };
  }
  const { z } = differenceOfProportions(before, after);
  const state = p < 0.05 ? "significant" : "not-significant";
  const verdict = { state, test: "two-proportions-z", statistic: z ?? 0, df: null, p, pAdjusted: p } as const;
  return { shareChange, verdict: { ...verdict, family: "item-shares" } };
}
