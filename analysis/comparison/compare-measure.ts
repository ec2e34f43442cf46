/** One measure in both waves: figures, difference, test, effect size and practical band. */
import { alphaOf } from "../statistics/alpha.ts";
import { tQuantile } from "../statistics/distributions/student-t.ts";
import { finitePopulationFactor, marginOfShare } from "../statistics/finite-population.ts";
import { countWhere, type FrequencyTable } from "../statistics/frequency-table.ts";
import { around } from "../statistics/interval.ts";
import { covariances } from "../statistics/item-moments.ts";
import { mean, standardDeviation } from "../statistics/moments.ts";
import { wilsonInterval } from "../statistics/proportion.ts";
import type {
  Change,
  ComparedMeasure,
  Family,
  ShareChange,
  ShareFigure,
  Verdict,
  WaveFigures,
} from "./comparison-model.ts";
import type { TestMinimums } from "./comparison-plan.ts";
import { countMoments } from "./count-moments.ts";
import type { CountedWaves } from "./count-waves.ts";
import { countWaves } from "./count-waves.ts";
import type { RowPairs } from "./link-rows.ts";
import type { ItemInBoth, Measure } from "./measures.ts";
import { bandLimit, practicalBand } from "./practical-band.ts";
import { isFavourable, shareChange } from "./share-change.ts";
import { chooseSituation } from "./situation.ts";
import type { TestedMeasure } from "./test-measure.ts";
import { testMeasure } from "./test-measure.ts";

/** The frequency table of an item in one wave. */
type ItemTables = (item: ItemInBoth, side: "before" | "after") => FrequencyTable;

/** What all measures of one selection of rows have in common. */
export interface MeasureContext {
  readonly minimums: TestMinimums;
  /** False when the rows are leaders: a leader's mean is no answer that could be favourable. */
  readonly shares?: boolean;
  /** Headcounts of both waves; absent when not known. */
  readonly headcount?: { readonly before: number; readonly after: number };
  /** Given for the whole waves: then alpha is worked out, and scales show their pooled favourable share. */
  readonly tables?: ItemTables;
}

/** A measure with its counts over some rows. */
export interface CountedMeasure {
  readonly measure: Measure;
  readonly counted: CountedWaves;
}

/**
 * Counts a measure over everybody.
 * @param measure the measure
 * @param pairs the rows of those who are the same persons; absent when nobody is linked
 * @returns the measure with its counts
 * @example countMeasure(measure).counted.before.n
 */
export function countMeasure(measure: Measure, pairs?: RowPairs): CountedMeasure {
  return { measure, counted: countWaves(measure.before(), measure.after(), pairs) };
}

/**
 * Compares one measure. p values are not yet adjusted: see adjustFamily.
 * @param counted the measure with its counts
 * @param context the minimums, and what is known of the waves
 * @returns the comparison; a difference that cannot be tested says why
 * @example compareMeasure(countMeasure(measure, pairs), context).verdict.state
 */
export function compareMeasure(
  { measure, counted }: CountedMeasure,
  context: MeasureContext,
): ComparedMeasure {
  const { kind, code, label, lowest, highest, leftOut } = measure;
  const linked = linkCounts(counted);
  const situation = chooseSituation(linked);
  const alpha =
    context.tables !== undefined && kind === "scale" && measure.items.length > 1 ? alphas(measure) : null;
  const tested = testMeasure(counted, situation, {
    beside: context.tables === undefined || kind === "index" ? "none" : kind === "scale" ? "scale" : "all",
    alpha: alpha?.before ?? null,
  });
  const favourable = kind === "item" && context.shares !== false ? isFavourable(lowest, highest) : null;
  const change = favourable === null ? null : shareChange(counted, situation, favourable);
  const minimum = context.minimums[kind];
  const enough = minimum !== null && tested.answers >= minimum;
  const limit = bandLimit(kind, lowest, highest);
  const shares = (side: "before" | "after"): ShareFigure | null => {
    if (favourable !== null) {
      const count = countWhere(counted[side], favourable);
      return shareFigure({ count, n: counted[side].n }, context.headcount?.[side]);
    }
    const { tables } = context;
    return kind === "scale" && tables !== undefined ? pooledShare(measure, side, tables) : null;
  };
  return {
    kind,
    code,
    label,
    lowest,
    highest,
    before: figures(counted.before, shares("before"), context.headcount?.before),
    after: figures(counted.after, shares("after"), context.headcount?.after),
    situation,
    linked,
    difference: differenceOf(tested),
    shareChange: change === null ? null : untested(change, enough),
    verdict: verdictOf(tested, minimum, kind),
    effect: tested.effect,
    band: tested.estimate === null ? null : practicalBand(tested.estimate, limit, tested.test),
    beside: tested.beside,
    alpha,
    leftOut,
  };
}

function differenceOf({ estimate, test }: TestedMeasure): Change | null {
  return estimate === null ? null : { estimate, interval: test?.interval ?? null };
}

/** Unadjusted: pAdjusted is p until the family is known. */
function untested(change: Omit<ShareChange, "pAdjusted">, enough: boolean): ShareChange {
  return enough ? { ...change, pAdjusted: change.p } : { ...change, p: null, pAdjusted: null };
}

const FAMILIES = { item: "items", scale: "scales", index: "index" } as const satisfies Record<string, Family>;

function verdictOf(tested: TestedMeasure, minimum: number | null, kind: Measure["kind"]): Verdict {
  if (tested.answers === 0) return { state: "not-tested", reason: tested.reason ?? "no-answers" };
  if (minimum === null) return { state: "not-tested", reason: "single-leader-item" };
  if (tested.answers < minimum) return { state: "not-tested", reason: "below-minimum" };
  const { test, reason, name } = tested;
  if (test === null) return { state: "not-tested", reason: reason ?? "too-few-answers" };
  const { t, df, p } = test;
  const state = p < 0.05 ? "significant" : "not-significant";
  return { state, test: name, statistic: t, df, p, pAdjusted: p, family: FAMILIES[kind] };
}

function linkCounts({ linked }: CountedWaves): ComparedMeasure["linked"] {
  if (linked === undefined) return null;
  return { both: linked.linked.n, beforeOnly: linked.beforeOnly.n, afterOnly: linked.afterOnly.n };
}

/** Those who answered can never be more than there are; a headcount that says so counts as unknown. */
function known(headcount: number | undefined, n: number): number | undefined {
  return headcount !== undefined && headcount >= n ? headcount : undefined;
}

function figures(
  table: FrequencyTable,
  favourable: ShareFigure | null,
  headcount: number | undefined,
): WaveFigures {
  const { n } = table;
  if (n === 0) return { n, mean: null, sd: null, interval: null, favourable: null };
  const centre = mean(table);
  if (n === 1) return { n, mean: centre, sd: null, interval: null, favourable };
  const sd = standardDeviation(table);
  const all = known(headcount, n);
  const factor = all === undefined ? 1 : finitePopulationFactor(n, all);
  const half = -tQuantile(0.025, n - 1) * (sd / Math.sqrt(n)) * factor;
  return { n, mean: centre, sd, interval: around(centre, half), favourable };
}

function shareFigure(
  { count, n }: { readonly count: number; readonly n: number },
  headcount: number | undefined,
): ShareFigure | null {
  if (n === 0) return null;
  const figure = { count, n, share: count / n, interval: wilsonInterval({ count, n }) };
  const all = known(headcount, n);
  if (all === undefined) return figure;
  return { ...figure, margin: marginOfShare({ share: count / n, responses: n, headcount: all }).margin };
}

/** The theme score of the Civil Service survey: favourable answers to all items, of all answers to them. */
function pooledShare(
  { items, lowest, highest }: Measure,
  side: "before" | "after",
  tableOf: ItemTables,
): ShareFigure | null {
  const tables = items.map((item) => tableOf(item, side));
  const sum = (of: (table: FrequencyTable) => number): number =>
    tables.reduce((total, table) => total + of(table), 0);
  const favourable = isFavourable(lowest, highest);
  return shareFigure(
    { count: sum((table) => countWhere(table, favourable)), n: sum(({ n }) => n) },
    undefined,
  );
}

function alphas(measure: Measure): ComparedMeasure["alpha"] {
  const ofWave = (side: "before" | "after"): number | null => {
    const { keys, moments } = measure[side]();
    const items = measure.items.map((item) => item[side]);
    const counted = moments === undefined ? countMoments(items, keys.length) : moments();
    return counted.n < 2 ? null : alphaOf(covariances(counted));
  };
  return { before: ofWave("before"), after: ofWave("after") };
}
