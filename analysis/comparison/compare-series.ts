/** Several waves in a row: each scale's course, and all pairs of waves compared without a chain of unadjusted tests. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset } from "../dataset.ts";
import { tQuantile } from "../statistics/distributions/student-t.ts";
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { around } from "../statistics/interval.ts";
import type { MixedObservation } from "../statistics/mixed-likelihood.ts";
import { mixedModel } from "../statistics/mixed-model.ts";
import { mean, standardDeviation } from "../statistics/moments.ts";
import type { NotComputedReason } from "../statistics/outcome.ts";
import type { TTest } from "../statistics/paired-t.ts";
import { welchT } from "../statistics/welch-t.ts";
import type { Change, Verdict, WaveFigures } from "./comparison-model.ts";
import type { ComparisonPlan } from "./comparison-plan.ts";
import { SURVEY_MINIMUMS } from "./comparison-plan.ts";
import { countWaves } from "./count-waves.ts";
import { adjustVerdicts } from "./families.ts";
import type { Measure } from "./measures.ts";
import { commonMeasures } from "./measures.ts";
import type { ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

/** One wave of a series. */
export interface SeriesWave {
  readonly dataset: Dataset;
  /** One a row: the person's number, the same in all waves; absent when the waves are not linked. */
  readonly persons?: Uint32Array;
  /** Scale scores worked out elsewhere, by dimension code. */
  readonly scores?: ReadonlyMap<string, ScoreColumn>;
  /** Its survey, where the waves had different versions. */
  readonly definition?: SurveyDefinition;
}

/** Two waves of a series; direction later − earlier. */
interface Contrast {
  /** Places of the waves, from 0. */
  readonly earlier: number;
  readonly later: number;
  readonly change: Change | null;
  readonly verdict: Verdict;
}

/** One scale, or the index, over all waves. */
export interface MeasureSeries {
  readonly kind: "scale" | "index";
  readonly code: string;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  readonly waves: readonly WaveFigures[];
  /** All pairs of waves, adjusted together with Holm's method. */
  readonly contrasts: readonly Contrast[];
}

/** The course over several waves. */
export interface SeriesComparison {
  readonly measures: readonly MeasureSeries[];
  readonly methods: readonly string[];
}

/**
 * Compares three waves or more. Linked waves are fitted by a linear mixed model with persons as random intercepts;
 * unlinked ones are compared pair by pair with Welch's t.
 * @param waves the waves in order
 * @param plan the survey, the items of the index, the minimums, and the column of the units that persons belong to
 * @returns every scale and the index that all waves have in common
 * @throws RangeError when there are fewer than two waves
 * @see Kuznetsova, Brockhoff and Christensen (2017), Satterthwaite degrees of freedom; Holm (1979)
 * @example compareSeries([first, second, third], { definition }).measures[0]?.contrasts.length // 3
 */
export function compareSeries(waves: readonly SeriesWave[], plan: ComparisonPlan): SeriesComparison {
  if (waves.length < 2) throw new RangeError("compareSeries requires at least two waves");
  const courses = coursesOf(waves, plan);
  const linked = waves.every(({ persons }) => persons !== undefined);
  const minimums = plan.minimums ?? SURVEY_MINIMUMS;
  const units = linked && plan.by !== undefined ? unitsOf(waves, plan.by) : null;
  const measures = courses.map(({ measure, columns }): MeasureSeries => {
    const { kind, code, label, lowest, highest } = measure;
    const tables = columns.map((column) => countWaves(column, column).before);
    const minimum = kind === "index" ? minimums.index : minimums.scale;
    const contrasts = linked
      ? mixedContrasts(columns, waves, { tables, minimum, units })
      : welchContrasts(tables, minimum);
    const verdicts = adjustVerdicts(
      contrasts.map(({ verdict }) => verdict),
      "contrasts",
    );
    return {
      kind: kind === "index" ? "index" : "scale",
      code,
      label,
      lowest,
      highest,
      waves: tables.map(figures),
      contrasts: contrasts.map((one, place) => ({ ...one, verdict: verdicts[place] ?? one.verdict })),
    };
  });
  const nested = units === null ? [] : [nestedSentence(units.size, plan.by ?? "")];
  return { measures, methods: [linked ? MIXED : WELCH, ...nested, HOLM] };
}

const MIXED =
  "Several linked waves are compared by a linear mixed model with persons as random intercepts (REML, Satterthwaite degrees of freedom); persons with some waves missing count with those they have.";
function nestedSentence(units: number, by: string): string {
  return `Units have a random intercept of their own: persons belong to one of ${units} units by ${by}, to the one of the first wave they answered; persons of one unit are not taken as independent.`;
}
const WELCH =
  "Several waves that are not linked are compared pair by pair with Welch's t test, all persons taken as different.";
const HOLM = "p values of all pairs of waves of one scale are adjusted with Holm's method, as one family.";

interface Course {
  readonly measure: Measure;
  readonly columns: readonly ScoreColumn[];
}

/** Scales and index with the same items in every pair of neighbouring waves. */
function coursesOf(waves: readonly SeriesWave[], plan: ComparisonPlan): readonly Course[] {
  const none: ReadonlyMap<string, ScoreColumn> = new Map();
  const steps = waves.slice(1).map((wave, place) => {
    const before = waves[place] ?? wave;
    const readyScores = { before: before.scores ?? none, after: wave.scores ?? none };
    const definition = wave.definition ?? plan.definition;
    const older = before.definition ?? plan.definition;
    const { scales, index } = commonMeasures(before.dataset, wave.dataset, {
      ...plan,
      definition,
      readyScores,
      ...(older === definition ? {} : { beforeDefinition: older }),
    });
    return index === null ? scales : [...scales, index];
  });
  return (steps[0] ?? []).flatMap((measure): Course[] => {
    const all = steps.flatMap((step) => step.filter((one) => hasSameItems(one, measure)));
    const [first] = all;
    if (first === undefined || all.length < steps.length) return [];
    return [{ measure, columns: [first.before(), ...all.map((one) => one.after())] }];
  });
}

function hasSameItems(one: Measure, other: Measure): boolean {
  const codes = ({ items }: Measure): string => JSON.stringify(items.map(({ code }) => code));
  return one.kind === other.kind && one.code === other.code && codes(one) === codes(other);
}

function figures(table: FrequencyTable): WaveFigures {
  const { n } = table;
  if (n === 0) return { n, mean: null, sd: null, interval: null, favourable: null };
  const centre = mean(table);
  if (n === 1) return { n, mean: centre, sd: null, interval: null, favourable: null };
  const sd = standardDeviation(table);
  const interval = around(centre, (-tQuantile(0.025, n - 1) * sd) / Math.sqrt(n));
  return { n, mean: centre, sd, interval, favourable: null };
}

/** All pairs of places, earlier first. */
function pairsOf(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, earlier) =>
    Array.from({ length: count - earlier - 1 }, (__, step) => [earlier, earlier + 1 + step] as const),
  ).flat();
}

function untested(earlier: number, later: number, reason: NotComputedReason | "below-minimum"): Contrast {
  return { earlier, later, change: null, verdict: { state: "not-tested", reason } };
}

function contrastOf(earlier: number, later: number, test: TTest, name: string): Contrast {
  const { estimate, interval, t, df, p } = test;
  const state = p < 0.05 ? "significant" : "not-significant";
  return {
    earlier,
    later,
    change: { estimate, interval },
    verdict: { state, test: name, statistic: t, df, p, pAdjusted: p, family: "contrasts" },
  };
}

function welchContrasts(tables: readonly FrequencyTable[], minimum: number): readonly Contrast[] {
  return pairsOf(tables.length).map(([earlier, later]) => {
    const first = tables[earlier];
    const second = tables[later];
    if (first === undefined || second === undefined || Math.min(first.n, second.n) < minimum) {
      return untested(earlier, later, "below-minimum");
    }
    const test = welchT(first, second);
    return test.computed
      ? contrastOf(earlier, later, test, "welch-t")
      : untested(earlier, later, test.reason);
  });
}

interface MixedOptions {
  readonly tables: readonly FrequencyTable[];
  readonly minimum: number;
  readonly units: Units | null;
}

function mixedContrasts(
  columns: readonly ScoreColumn[],
  waves: readonly SeriesWave[],
  { tables, minimum, units }: MixedOptions,
): readonly Contrast[] {
  const pairs = pairsOf(columns.length);
  if (tables.some(({ n }) => n < minimum)) {
    return pairs.map(([earlier, later]) => untested(earlier, later, "below-minimum"));
  }
  const weights = pairs.map(([earlier, later]) =>
    columns.map((_, place) => (place === 0 ? 0 : Number(place === later) - Number(place === earlier))),
  );
  const observations = observationsOf(columns, waves, units);
  const model = mixedModel(observations, { contrasts: weights, units: units !== null });
  if (!model.computed) return pairs.map(([earlier, later]) => untested(earlier, later, model.reason));
  return pairs.map(([earlier, later], place) => {
    const test = model.contrasts[place];
    return test === undefined
      ? untested(earlier, later, "no-convergence")
      : contrastOf(earlier, later, test, "mixed-model-contrast");
  });
}

/** The unit of each person's number; 0 of those who never said. */
interface Units {
  readonly size: number;
  readonly of: ReadonlyMap<number, number>;
}

/** With fewer units their spread cannot be told. */
const FEWEST_UNITS = 5;

/** Units by a choice column that all waves have; null when they are too few to be a part of their own. */
function unitsOf(waves: readonly SeriesWave[], by: string): Units | null {
  const labels = new Map<string, number>();
  const of = new Map<number, number>();
  for (const { dataset, persons } of waves) {
    const column = dataset.columns.find(({ code }) => code === by);
    if (column?.kind !== "choice") return null;
    column.values.forEach((value, row) => {
      const label = column.choices[value - 1];
      const person = persons?.[row] ?? 0;
      if (label === undefined || of.has(person)) return;
      const unit = labels.get(label) ?? labels.size + 1;
      labels.set(label, unit);
      of.set(person, unit);
    });
  }
  return labels.size < FEWEST_UNITS ? null : { size: labels.size, of };
}

/** Intercept, and one predictor for each wave after the first. */
function observationsOf(
  columns: readonly ScoreColumn[],
  waves: readonly SeriesWave[],
  units: Units | null,
): MixedObservation[] {
  const observations: MixedObservation[] = [];
  columns.forEach((column, wave) => {
    const predictors = columns.map((_, place) => (place === 0 || place === wave ? 1 : 0));
    const persons = waves[wave]?.persons;
    for (let row = 0; row < column.keys.length; row += 1) {
      const id = idAt(column, row);
      if (id === 0) continue;
      const person = persons?.[row] ?? 0;
      const unit = units?.of.get(person) ?? 0;
      observations.push({ outcome: column.values[id] ?? 0, predictors, person, unit });
    }
  });
  return observations;
}
