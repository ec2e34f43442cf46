/** Weighted beside unweighted: both waves to their headcounts, or the second wave to the first one's composition. */
import type { Dataset } from "../dataset.ts";
import { type Margin, postStratify, rake, trimWeights } from "../statistics/calibration-weights.ts";
import { normalQuantile } from "../statistics/distributions/normal.ts";
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { around } from "../statistics/interval.ts";
import { notComputed, type Outcome } from "../statistics/outcome.ts";
import { type WeightedMean, weightedMean } from "../statistics/weighted-mean.ts";
import type { WeightedChange } from "./comparison-model.ts";
import type { Headcount, MarginCounts } from "./comparison-plan.ts";
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

/** Stands between the values of one combination; no label of a file holds it. */
const BETWEEN = "\u001f";

/**
 * Adds a column with each row's combination of values, so that the rows can be grouped by it.
 * @param dataset the wave
 * @param margins the columns to combine
 * @returns the dataset with one more choice column, of MARGINS; rows with a value without headcount have none
 * @throws RangeError when the dataset has no choice column of a margin's code
 * @example withCombinations(before, margins).columns.at(-1)?.code
 */
export function withCombinations(dataset: Dataset, margins: readonly MarginCounts[]): Dataset {
  const columns = margins.map(({ column: code, people }) => {
    const column = dataset.columns.find((one) => one.code === code);
    if (column?.kind !== "choice") {
      throw new RangeError(`weights to headcounts require a choice column in both waves: ${code}`);
    }
    return {
      values: column.values,
      labels: [undefined, ...column.choices.map((label) => (people.has(label) ? label : undefined))],
    };
  });
  const places = new Map<string, number>();
  const values = Int16Array.from({ length: dataset.rows }, (_, row) => {
    const labels = columns.map((column) => column.labels[Math.max(0, column.values[row] ?? 0)]);
    if (labels.includes(undefined)) return 0;
    const combination = labels.join(BETWEEN);
    const place = places.get(combination) ?? places.size + 1;
    places.set(combination, place);
    return place;
  });
  return {
    ...dataset,
    columns: [...dataset.columns, { kind: "choice", code: MARGINS, choices: [...places.keys()], values }],
  };
}

/** Code of the column that withCombinations adds. */
export const MARGINS = "combination of margins";

/**
 * Compares scales and index raked to the headcounts of several columns. Who did not state one of them is left out.
 * The limits take the waves as independent, which is cautious when linked.
 * @param grouped the combinations of values with the counts of scales and index
 * @param margins headcounts by column and value, in the order in which the combinations were made
 * @returns one comparison a measure, or why there is none: every value with people needs ten answers in each wave
 * @throws RangeError when the columns' totals differ
 * @see Deming and Stephan (1940), raking; Potter (1990), trimming; Kish (1965), design effect
 * @example rakeToMargins(countGroups(scored, groupRows(before, after, { by: MARGINS, pairs })), margins)
 */
export function rakeToMargins(
  grouped: CountedGroups,
  margins: readonly MarginCounts[],
): readonly WeightedChange[] {
  return measuresOfGroups(grouped).map(({ code, cells }): WeightedChange => {
    const combined = cells
      .map(({ label, counted }) => ({ labels: label.split(BETWEEN), counted }))
      .filter(({ labels }) => labels.length === margins.length && margins[0]?.people.has(labels[0] ?? ""));
    const side = (wave: "before" | "after"): Weighted =>
      rakeTo(
        combined
          .map(({ labels, counted }) => ({ labels, answers: counted[wave] }))
          .filter(({ answers }) => answers.n > 0),
        margins.map(({ people }) => new Map([...people].map(([label, own]) => [label, own[wave]]))),
      );
    return changeOf(code, side("before"), side("after"));
  });
}

interface Combination {
  readonly labels: readonly string[];
  readonly answers: FrequencyTable;
}

function rakeTo(cells: readonly Combination[], margins: readonly Margin[]): Weighted {
  const answersOf = (place: number, label: string): number =>
    cells.reduce((sum, { labels, answers }) => sum + (labels[place] === label ? answers.n : 0), 0);
  const isThinMargin = margins.some((margin, place) =>
    [...margin].some(([label, people]) => people > 0 && answersOf(place, label) < SMALLEST_CELL),
  );
  if (isThinMargin) return { mean: { computed: false, reason: "cell-below-ten" }, trimmed: false };
  const counts = cells.map(({ answers }) => answers.n);
  const raked = rake(
    cells.map(({ labels }, place) => ({ labels, n: counts[place] ?? 0 })),
    margins,
  );
  if (!raked.computed) return { mean: raked, trimmed: false };
  return meanOf(cells, counts, raked.weights);
}

/** The mean with the weights cut where they are extreme. */
function meanOf(
  cells: readonly Combination[],
  counts: readonly number[],
  weights: readonly number[],
): Weighted {
  const cut = trimWeights(weights, counts, TRIM_AT);
  return {
    mean: weightedMean(cells.map((cell, place) => ({ ...cell, weight: cut[place] ?? 0 }))),
    trimmed: cut.some((weight, place) => weight !== weights[place]),
  };
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
  readonly mean: Outcome<WeightedMean> | { readonly computed: false; readonly reason: "cell-below-ten" };
  readonly trimmed: boolean;
}

function weightTo(
  cells: readonly { readonly label: string; readonly answers: FrequencyTable }[],
  people: readonly number[],
): Weighted {
  const counts = cells.map(({ answers }) => answers.n);
  const stratified = postStratify(counts, people);
  if (!stratified.computed) return { mean: notComputed(stratified.reason), trimmed: false };
  const labelled = cells.map(({ label, answers }) => ({ labels: [label], answers }));
  return meanOf(labelled, counts, stratified.weights);
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
