/** Weighted beside unweighted: both waves to their headcounts, or the second wave to the first one's composition. */
import { postStratify, trimWeights } from "../statistics/calibration-weights.ts";
import { normalQuantile } from "../statistics/distributions/normal.ts";
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { around } from "../statistics/interval.ts";
import { notComputed, type Outcome } from "../statistics/outcome.ts";
import { type WeightedMean, weightedMean } from "../statistics/weighted-mean.ts";
import type { WeightedChange } from "./comparison-model.ts";
import type { Headcount } from "./comparison-plan.ts";
import type { CountedGroups } from "./count-groups.ts";
import { measuresOfGroups } from "./count-groups.ts";

/** Below so many answers a cell's weight rests on too few. */
const SMALLEST_CELL = 10;
/** Weights are cut at this multiple of their mean. */
const TRIM_AT = 5;

/** What to weight to. */
export type WeightTarget =
  | { readonly to: "first-wave" }
  | { readonly to: "headcounts"; readonly headcounts: readonly Headcount[] };

/**
 * Compares scales and index with weights. The limits take the waves as independent, which is cautious when linked.
 * @param grouped the groups with the counts of scales and index: the weighting cells
 * @param target the first wave's composition, or headcounts of each group
 * @returns one comparison a measure, or why there is none
 * @see Holt and Smith (1979), post-stratification; Potter (1990), trimming; Kish (1965), design effect
 * @example reweight(countGroups(scored, grouped), { to: "first-wave" })
 */
export function reweight(grouped: CountedGroups, target: WeightTarget): readonly WeightedChange[] {
  return measuresOfGroups(grouped).map(({ code, cells: groups }): WeightedChange => {
    const cells = groups.map(({ label, counted: { before, after } }) => ({ label, before, after }));
    const people = headcountsOf(cells, target);
    if (people === null || cells.some(({ before, after }) => isThin(before) || isThin(after))) {
      return { computed: false, code, reason: "cell-below-ten" };
    }
    const side = (wave: "before" | "after") =>
      weightTo(
        cells.map(({ label, [wave]: answers }) => ({ label, answers })),
        people.map((one) => one[wave]),
      );
    return changeOf(code, side("before"), side("after"));
  });
}

function isThin({ n }: FrequencyTable): boolean {
  return n < SMALLEST_CELL;
}

type Cells = readonly {
  readonly label: string;
  readonly before: FrequencyTable;
  readonly after: FrequencyTable;
}[];

/** People in each cell to weight to; null when a cell's headcount is not known. */
function headcountsOf(
  cells: Cells,
  target: WeightTarget,
): readonly { readonly before: number; readonly after: number }[] | null {
  if (target.to === "first-wave") return cells.map(({ before }) => ({ before: before.n, after: before.n }));
  const found = cells.map(({ label }) => target.headcounts.find(({ group }) => group === label));
  const known = found.filter((one) => one !== undefined);
  return known.length === cells.length ? known : null;
}

interface Weighted {
  readonly mean: Outcome<WeightedMean>;
  readonly trimmed: boolean;
}

function weightTo(
  cells: readonly { readonly label: string; readonly answers: FrequencyTable }[],
  people: readonly number[],
): Weighted {
  const counts = cells.map(({ answers }) => answers.n);
  const stratified = postStratify(counts, people);
  if (!stratified.computed) return { mean: notComputed(stratified.reason), trimmed: false };
  const weights = trimWeights(stratified.weights, counts, TRIM_AT);
  const trimmed = weights.some((weight, place) => weight !== stratified.weights[place]);
  return {
    mean: weightedMean(
      cells.map(({ label, answers }, place) => ({ answers, weight: weights[place] ?? 0, labels: [label] })),
    ),
    trimmed,
  };
}

function changeOf(code: string, before: Weighted, after: Weighted): WeightedChange {
  const first = before.mean;
  const second = after.mean;
  if (!first.computed) return { computed: false, code, reason: first.reason };
  if (!second.computed) return { computed: false, code, reason: second.reason };
  const estimate = second.mean - first.mean;
  const half = -normalQuantile(0.025) * Math.hypot(first.standardError, second.standardError);
  return {
    computed: true,
    code,
    before: first.mean,
    after: second.mean,
    difference: { estimate, interval: around(estimate, half) },
    designEffect: Math.max(first.kishDesignEffect, second.kishDesignEffect),
    trimmed: before.trimmed || after.trimmed,
  };
}
