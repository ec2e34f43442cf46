/** 360 feedback: with many leaders the leader is the unit, because raters of one leader are not independent. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset } from "../dataset.ts";
import { countAnswers } from "../statistics/frequency-table.ts";
import { intraclassCorrelation } from "../statistics/icc.ts";
import { median } from "../statistics/quantile.ts";
import { nullVariance, rwgJ, SLIGHTLY_SKEWED_FIVE_POINTS, uniformNullVariance } from "../statistics/rwg.ts";
import type { TestMinimums } from "./comparison-plan.ts";
import { SURVEY_MINIMUMS } from "./comparison-plan.ts";
import type { RowPairs } from "./link-rows.ts";
import type { Measure, Measures } from "./measures.ts";
import { once } from "./measures.ts";
import type { ScoreColumn } from "./score-column.ts";
import { idAt, itemScores, readyScores } from "./score-column.ts";

/** One leader's report: no tests of single items; a scale from 8 linked raters or 10 in each wave. */
const ONE_LEADER: TestMinimums = { item: null, scale: 10, index: 10 };
const ONE_LEADER_LINKED: TestMinimums = { item: null, scale: 8, index: 8 };
/** Many leaders: from 8 leaders on. */
const MANY_LEADERS: TestMinimums = { item: 8, scale: 8, index: 8 };

/** How much of the raters' differences lies between leaders. */
export interface LeaderAgreement {
  readonly code: string;
  /** Of the first wave; null where it cannot be worked out. */
  readonly icc1: number | null;
  readonly icc2: number | null;
  /** Of leaders with five raters or more; null when there is none, or the scale's items are not known. */
  readonly rwgJ: {
    readonly leaders: number;
    /** The middle leader's, against a uniform null distribution. */
    readonly uniform: number;
    /** Against a slightly skewed one, which exists for five points only. */
    readonly skewed: number | null;
  } | null;
}

/** Measures whose rows are leaders. */
export interface LeaderUnits {
  readonly measures: Measures;
  readonly pairs: RowPairs;
  readonly leaders: { readonly before: number; readonly after: number };
  readonly agreement: readonly LeaderAgreement[];
}

/**
 * The smallest numbers of answers for a test, by what the survey is about.
 * @param definition the survey
 * @param leaders how many people are rated in both waves together; 0 when the answers do not say whom they are about
 * @param linked whether raters are linked
 * @returns the Civil Service minimums for surveys of staff, others for 360 feedback
 * @example minimumsFor(definition, 1, false).item // null for 360 feedback: never tested
 */
export function minimumsFor(definition: SurveyDefinition, leaders: number, linked: boolean): TestMinimums {
  if (definition.soundings.kind !== "360" || leaders === 0) return SURVEY_MINIMUMS;
  if (leaders > 1) return MANY_LEADERS;
  return linked ? ONE_LEADER_LINKED : ONE_LEADER;
}

/**
 * Everybody who is rated in either wave, in a fixed order.
 * @param before the first wave
 * @param after the second wave
 * @returns the subjects' codes
 * @example leadersOf(before, after).length
 */
export function leadersOf(before: Dataset, after: Dataset): readonly string[] {
  const rated = ({ subjects, subject }: Dataset): readonly string[] => {
    const places = new Set(subject);
    return subjects.filter((code, place) => code !== "" && places.has(place));
  };
  return [...new Set([...rated(before), ...rated(after)])].sort();
}

/**
 * Turns measures of raters into measures of leaders: each leader's mean over the raters, self-ratings left out.
 * Leaders in both waves are linked.
 * @param before the first wave
 * @param after the second wave
 * @param options the survey, its measures and the leaders
 * @returns measures with one row a leader, and how far raters of one leader agree in the first wave (ICC, r_wg(j))
 * @see James, Demaree and Wolf (1984); Bliese (2000), Within-group agreement, non-independence, and reliability
 * @example leaderUnits(before, after, { definition, measures, leaders }).pairs.before.length
 */
export function leaderUnits(
  before: Dataset,
  after: Dataset,
  options: {
    readonly definition: SurveyDefinition;
    readonly measures: Measures;
    readonly leaders: readonly string[];
  },
): LeaderUnits {
  const { definition, measures, leaders } = options;
  const first = rowsOf(before, definition, leaders);
  const second = rowsOf(after, definition, leaders);
  const present = (rows: readonly (readonly number[])[]): number =>
    rows.filter(({ length }) => length > 0).length;
  const both = leaders.flatMap((_, leader) =>
    (first[leader]?.length ?? 0) > 0 && (second[leader]?.length ?? 0) > 0 ? [leader] : [],
  );
  const turned = (measure: Measure): Measure => ({
    ...measure,
    items: [],
    before: once(() => leaderMeans(measure.before(), first)),
    after: once(() => leaderMeans(measure.after(), second)),
  });
  return {
    measures: {
      items: measures.items.map(turned),
      scales: measures.scales.map(turned),
      index: measures.index === null ? null : turned(measures.index),
      changes: measures.changes,
    },
    pairs: { before: Uint32Array.from(both), after: Uint32Array.from(both) },
    leaders: { before: present(first), after: present(second) },
    agreement: measures.scales.map((measure) => agreementOf(measure, first)),
  };
}

/** Rows of each leader that others gave. */
function rowsOf(
  { rows, subjects, subject, groups, group }: Dataset,
  { soundings }: SurveyDefinition,
  leaders: readonly string[],
): readonly (readonly number[])[] {
  const self = new Set(soundings.groups.filter(({ wording }) => wording === "self").map(({ code }) => code));
  const place = new Map(leaders.map((code, leader) => [code, leader]));
  const lists = leaders.map((): number[] => []);
  for (let row = 0; row < rows; row += 1) {
    if (self.has(groups[group[row] ?? 0] ?? "")) continue;
    const leader = place.get(subjects[subject[row] ?? 0] ?? "");
    if (leader !== undefined) lists[leader]?.push(row);
  }
  return lists;
}

function scoresOf(column: ScoreColumn, rows: readonly number[]): number[] {
  return rows.flatMap((row) => {
    const id = idAt(column, row);
    return id > 0 ? [column.values[id] ?? 0] : [];
  });
}

function leaderMeans(column: ScoreColumn, rows: readonly (readonly number[])[]): ScoreColumn {
  return readyScores(
    Float64Array.from(rows, (own) => {
      const scores = scoresOf(column, own);
      return scores.reduce((sum, score) => sum + score, 0) / (scores.length || Number.NaN);
    }),
  );
}

/** Agreement of fewer raters says little. */
const FEWEST_RATERS = 5;

function rwgJOf({ items, highest }: Measure, rows: readonly (readonly number[])[]): LeaderAgreement["rwgJ"] {
  if (items.length === 0 || highest < 2) return null;
  const columns = items.map(({ before }) => itemScores(before));
  const leaders = rows
    .map((own) => columns.map((column) => countAnswers(scoresOf(column, own))))
    .filter((tables) => tables.every(({ n }) => n >= FEWEST_RATERS));
  if (leaders.length === 0) return null;
  const middle = (nullVariance: number): number => {
    const found = leaders.flatMap((tables) => {
      const agreement = rwgJ(tables, nullVariance);
      return agreement.computed ? [agreement.rwgJ] : [];
    });
    return median(countAnswers(found));
  };
  const skewed =
    highest === SLIGHTLY_SKEWED_FIVE_POINTS.length ? middle(nullVariance(SLIGHTLY_SKEWED_FIVE_POINTS)) : null;
  return { leaders: leaders.length, uniform: middle(uniformNullVariance(highest)), skewed };
}

function agreementOf(measure: Measure, rows: readonly (readonly number[])[]): LeaderAgreement {
  const column = measure.before();
  const found = intraclassCorrelation(rows.map((own) => countAnswers(scoresOf(column, own))));
  return {
    code: measure.code,
    icc1: found.computed ? found.icc1 : null,
    icc2: found.computed ? found.icc2 : null,
    rwgJ: rwgJOf(measure, rows),
  };
}
