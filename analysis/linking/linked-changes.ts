/** What changed for those who answered two waves: computed once, from the linked rows, under the release's rules. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Verdict } from "../comparison/comparison-model.ts";
import { SURVEY_MINIMUMS } from "../comparison/comparison-plan.ts";
import { countWaves } from "../comparison/count-waves.ts";
import { adjustVerdicts } from "../comparison/families.ts";
import { commonMeasures, type Measure } from "../comparison/measures.ts";
import { bandLimit, practicalBand } from "../comparison/practical-band.ts";
import type { Dataset } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { hedgesCorrection } from "../statistics/hedges-correction.ts";
import { DEFAULT_LEVEL } from "../statistics/interval.ts";
import { pairedChange } from "../statistics/paired-change.ts";
import { type TTest, tTestOf } from "../statistics/paired-t.ts";
import { markedBy, type ReleasedPair } from "./found-elsewhere.ts";
import type { LinkedRows } from "./link-waves.ts";
import { type LinkedPersons, whyHidden } from "./linked-cell.ts";
import type { LinkedChange, LinkedChanges, LinkedFigures } from "./linked-changes-model.ts";
import { linkedMethods } from "./linked-methods.ts";
import { countPersons } from "./linked-persons.ts";
import { personClasses } from "./person-classes.ts";

/** One of the two waves. */
export interface WaveToLink {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
  /** Other pairs that this wave belongs to and whose changes have been released. */
  readonly released?: readonly ReleasedPair[];
}

/**
 * The changes of linked persons, for items on a scale, scales and the index. Counts in what is shown follow from whole
 * classes only (see whyHidden); a scale's change is the mean of its shown items' changes, if at least half are shown,
 * so that it tells nothing that they do not; the rounded spread alone comes from the persons' scores. Where changes of
 * either wave with a third one have been released, being in those is one cut more (see markedBy).
 *
 * @param before the earlier wave
 * @param after the later wave
 * @param rows who is who, from linkWaves on the two datasets
 * @returns figures that may be stored and shown; suppressed ones say why
 * @throws RangeError when the rows are not rows of the datasets
 * @see pairedT for the test, Benjamini-Hochberg over items, Holm over scales
 * @example linkedChanges(first, second, rows).scales.map(({ change }) => change)
 */
export function linkedChanges(before: WaveToLink, after: WaveToLink, rows: LinkedRows): LinkedChanges {
  requireRows(rows.before, before.dataset);
  requireRows(rows.after, after.dataset);
  const minimum = Math.max(before.policy.minimumGroupSize, after.policy.minimumGroupSize);
  const personsOf = weighedPersons(before, after, { rows, minimum });
  const counts = countPersons(rows, { before: countedOf(before), after: countedOf(after) }, minimum);
  const common = commonMeasures(before.dataset, after.dataset, {
    definition: after.definition,
    beforeDefinition: before.definition,
  });
  const hidden = counts.stayers.shown ? undefined : counts.stayers.reason;
  const drafts = common.items.map((measure) => draftOf(measure, personsOf, hidden));
  const shown = new Map(
    drafts.flatMap(({ measure, cell }) => (cell.shown ? [[measure.code, cell.value.mean]] : [])),
  );
  const higher = (measure: Measure): Draft => higherDraft(draftOf(measure, personsOf, hidden), shown);
  return {
    format: 1,
    elements: rows.elements,
    ...counts,
    items: finish(drafts, "items"),
    scales: finish(common.scales.map(higher), "scales"),
    index: common.index === null ? null : (finish([higher(common.index)], "index")[0] ?? null),
    methods: linkedMethods(counts, rows.elements.length),
  };
}

/** Whose change a measure is, and what they can be told apart by. */
type PersonsOf = (measure: Measure) => LinkedPersons;

function weighedPersons(
  before: WaveToLink,
  after: WaveToLink,
  linked: Pick<LinkedPersons, "rows" | "minimum">,
): PersonsOf {
  const side = (wave: WaveToLink) => ({
    classes: personClasses(wave),
    marked: markedBy(wave.released ?? []),
  });
  const [first, second] = [side(before), side(after)];
  return (measure) => ({
    ...linked,
    classes: {
      before: first.marked(first.classes, { measure, side: "before" }),
      after: second.marked(second.classes, { measure, side: "after" }),
    },
  });
}

function countedOf({ dataset, released = [] }: WaveToLink) {
  return { answered: dataset.rows, codes: released.map(({ rows, side }) => rows.codes[side]) };
}

function requireRows(rows: Uint32Array, dataset: Dataset): void {
  if (rows.some((row) => row >= dataset.rows)) {
    throw new RangeError("linkedChanges requires linked rows of these datasets");
  }
}

interface Draft {
  readonly measure: Measure;
  readonly cell: Cell<{ readonly mean: number; readonly sd: number }>;
}

function draftOf(measure: Measure, personsOf: PersonsOf, hidden: Hidden): Draft {
  if (hidden !== undefined) return { measure, cell: { shown: false, reason: hidden } };
  const persons = personsOf(measure);
  const before = measure.before();
  const after = measure.after();
  const counted = countWaves(before, after, persons.rows);
  const reason = whyHidden({ before, after, counted }, persons);
  if (reason !== undefined) return { measure, cell: { shown: false, reason } };
  const change = counted.linked === undefined ? undefined : pairedChange(counted.linked.linked);
  if (change === undefined || !change.computed || change.sdChange === null) {
    return { measure, cell: { shown: false, reason: "no-answers" } };
  }
  const mean = round(change.meanChange, measure);
  return {
    measure,
    cell: { shown: true, n: change.n, value: { mean, sd: round(change.sdChange, measure) } },
  };
}

type Hidden = Extract<Cell<number>, { shown: false }>["reason"] | undefined;

/** A scale or the index, its mean replaced by that of its shown items. */
function higherDraft({ measure, cell }: Draft, shown: ReadonlyMap<string, number>): Draft {
  if (!cell.shown) return { measure, cell };
  const means = measure.items.flatMap((item) => shown.get(item.code) ?? []);
  if (means.length * 2 < measure.items.length || means.length === 0) {
    return { measure, cell: { shown: false, reason: "too-few-items" } };
  }
  const points = measure.items[0]?.after.column.points ?? 2;
  const unit = measure.kind === "index" ? (measure.highest - measure.lowest) / (points - 1) : 1;
  const mean = (means.reduce((sum, one) => sum + one, 0) / means.length) * unit;
  return { measure, cell: { ...cell, value: { mean: round(mean, measure), sd: cell.value.sd } } };
}

function round(value: number, { kind }: Pick<Measure, "kind">): number {
  const unit = kind === "index" ? 10 : 100;
  const rounded = Math.round(value * unit) / unit;
  return rounded === 0 ? 0 : rounded;
}

/** From the rounded figures to limits, test and band, and from those to the verdicts of the family. */
function finish(drafts: readonly Draft[], family: "items" | "scales" | "index"): readonly LinkedChange[] {
  const tested = drafts.map(({ measure, cell }) => ({ measure, cell, test: testOf(cell) }));
  const verdicts = adjustVerdicts(
    tested.map(({ measure, cell, test }) => verdictOf(measure, cell, test)),
    family,
  );
  return tested.map(({ measure, cell, test }, place): LinkedChange => {
    const { kind, code, label, lowest, highest } = measure;
    const limit = bandLimit(kind, lowest, highest);
    return {
      kind,
      code,
      label,
      lowest,
      highest,
      change: cell.shown ? { ...cell, value: figuresOf(cell, test) } : cell,
      verdict: verdicts[place] ?? { state: "not-tested", reason: "suppressed" },
      band: cell.shown ? practicalBand(cell.value.mean, limit, test) : null,
    };
  });
}

function testOf(cell: Draft["cell"]): TTest | null {
  if (!cell.shown || cell.value.sd === 0 || cell.n < 2) return null;
  return tTestOf(cell.value.mean, cell.value.sd / Math.sqrt(cell.n), cell.n - 1, DEFAULT_LEVEL);
}

function figuresOf({ n, value }: Extract<Draft["cell"], { shown: true }>, test: TTest | null): LinkedFigures {
  const dZ = test === null || n < 3 ? null : hedgesCorrection(n - 1) * (value.mean / value.sd);
  return { ...value, interval: test?.interval ?? null, dZ };
}

const FAMILIES = { item: "items", scale: "scales", index: "index" } as const;

function verdictOf({ kind }: Measure, cell: Draft["cell"], test: TTest | null): Verdict {
  if (!cell.shown) return { state: "not-tested", reason: "suppressed" };
  if (cell.n < (SURVEY_MINIMUMS[kind] ?? 0)) return { state: "not-tested", reason: "below-minimum" };
  if (test === null) return { state: "not-tested", reason: "no-variance" };
  const { t, df, p } = test;
  const state = p < 0.05 ? "significant" : "not-significant";
  return { state, test: "paired-t", statistic: t, df, p, pAdjusted: p, family: FAMILIES[kind] };
}
