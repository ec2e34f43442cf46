/** Score columns: what each person scored on an item, a scale or the index, as small ids with a value each. */
import type { Dataset, ScaleColumn } from "../dataset.ts";
import type { ItemMoments } from "../statistics/item-moments.ts";
import { momentsOfPatterns } from "./count-moments.ts";
import type { Keys, PatternForm } from "./pattern-keys.ts";
import { addUp, newKeys, patternKeys, sumPatterns } from "./pattern-keys.ts";
import { addWorths, countKeys } from "./pattern-worths.ts";
import type { ScaleItem } from "./scale-item.ts";

/** One score a row, by way of a key: what the person answered. Ids are small, so that counting needs no search. */
export interface ScoreColumn {
  /** One a row; of a single item the answer itself. */
  readonly keys: Int8Array | Uint16Array;
  /** The id of each key; of answers, which may be below 0, of their lowest 8 bits. */
  readonly idOf: Uint16Array;
  /** The score of each id; the first entry stands for nothing. */
  readonly values: Float64Array;
  /** Sums and cross products of a scale's items, where they come with the scores at no cost. */
  readonly moments?: () => ItemMoments;
  /** The answers behind the scores, where they were kept: for an index over several scales. */
  readonly patterns?: Patterns;
}

/** Something of both waves. */
export interface BothWaves<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** One pattern of answers a row, as patternKeys makes it. */
export interface Patterns extends PatternForm {
  readonly keys: Keys;
  /** How often each pattern occurs. */
  readonly counts: Uint32Array;
}

/** How a scale or the index is scored. */
export interface ScoringRule {
  /** How many items one person must have answered. */
  readonly minimumAnswered: number;
  /** What becomes of a mean of 1 to points, such as 0 to 100; the mean itself by default. */
  readonly present?: (mean: number) => number;
}

/** Most distinct scores that a column of 16 bits can hold. */
const MOST_SCORES = 0xffff;

/**
 * Finds a scale column by its code.
 * @param dataset the dataset
 * @param code the item's code
 * @returns the column, or undefined when the dataset has none of that code
 * @example scaleColumn(dataset, "support.listens")
 */
export function scaleColumn(dataset: Dataset, code: string): ScaleColumn | undefined {
  return dataset.columns.find((column): column is ScaleColumn => {
    return column.kind === "scale" && column.code === code;
  });
}

/**
 * An item's scores: its answers, turned so that high always means much. The answers are not copied.
 * @param item the item
 * @returns its score column
 * @example itemScores({ column, reverseKeyed: true }).values // [0, 5, 4, 3, 2, 1] of five points
 */
export function itemScores({ column, reverseKeyed }: ScaleItem): ScoreColumn {
  const { points } = column;
  const values = Float64Array.from({ length: points + 1 }, (_, answer) => {
    if (answer === 0) return 0;
    return reverseKeyed ? points + 1 - answer : answer;
  });
  const idOf = Uint16Array.from({ length: 256 }, (_, key) => (key <= points ? key : 0));
  return { keys: column.values, idOf, values };
}

/**
 * The id of one row's score.
 * @param column the score column
 * @param row the row
 * @returns place in the column's values; 0 where there is no score
 * @example column.values[idAt(column, 3)]
 */
export function idAt({ keys, idOf }: ScoreColumn, row: number): number {
  return idOf[(keys[row] ?? 0) & (keys instanceof Int8Array ? 0xff : 0xffff)] ?? 0;
}

/** Scales with at most so many patterns of answers are counted by pattern. */
const MOST_PATTERNS = 1 << 19;

/**
 * Scale scores: the mean of each person's answered items, from one pass over each column.
 * @param items the items, with the same number of points; none gives a column without scores
 * @param rows how many rows the dataset has
 * @param rule how many items must be answered, and how a mean is presented
 * @param known the scores of patterns, kept for the next scale of the same form; one map for each way of presenting
 * @returns one score a row, equal means with the same id; with the items' moments, unless patterns are too many
 * @throws RangeError when the items differ in their points, or there are more scores than 65,535
 * @see person-mean rule, as scaleScore
 * @example scaleScores(items, dataset.rows, { minimumAnswered: 3 })
 */
export function scaleScores(
  items: readonly ScaleItem[],
  rows: number,
  rule: ScoringRule,
  known: Map<string, PatternScores> = new Map(),
): ScoreColumn {
  const points = items[0]?.column.points ?? 1;
  if (items.some(({ column }) => column.points !== points)) {
    throw new RangeError("scale scores require items with the same number of points");
  }
  const base = points + 1;
  const stride = items.length * points + 1;
  const most = (items.length + 1) * stride;
  if (base ** items.length <= MOST_PATTERNS) {
    const form = { base, turned: items.map(({ reverseKeyed }) => reverseKeyed) };
    const name = `${base} ${form.turned.join()} ${rule.minimumAnswered}`;
    const scores = known.get(name) ?? scoresOfPatterns(form, { most, stride }, rule);
    known.set(name, scores);
    const keys = patternKeys(items, rows);
    const counts = countKeys(keys, base ** items.length);
    return {
      ...shortKeys(keys, scores.idOf),
      values: scores.values,
      patterns: { ...form, keys, counts },
      moments: () => momentsOfPatterns(counts, form),
    };
  }
  return scoresOfWorths(
    addUp(items, newKeys(rows, most), (answer) => stride + answer),
    { most, stride },
    rule,
  );
}

/**
 * Scores over all items of several scales, from the scales' patterns: one pass over each scale instead of each item.
 * @param scales the scales' score columns, with patterns of the same number of points
 * @param rule how many items must be answered, and how a mean is presented
 * @returns one score a row; undefined when a scale has no patterns
 * @see person-mean rule, as scaleScores over all items
 * @example scoresOverScales([first, second], { minimumAnswered: 5 })
 */
export function scoresOverScales(scales: readonly ScoreColumn[], rule: ScoringRule): ScoreColumn | undefined {
  const parts = scales.flatMap(({ patterns }) => (patterns === undefined ? [] : [patterns]));
  const [first] = parts;
  if (first === undefined || parts.length < scales.length) return undefined;
  const size = parts.reduce((sum, { turned }) => sum + turned.length, 0);
  const stride = size * (first.base - 1) + 1;
  const most = (size + 1) * stride;
  const sums = newKeys(first.keys.length, most);
  const forms = new Map(parts.map((form) => [form.turned.join(), form]));
  for (const [name, form] of forms) {
    const alike = parts.filter(({ turned }) => turned.join() === name);
    addWorths(
      sums,
      alike.map(({ keys }) => keys),
      patternWorths(form, { stride, most }),
    );
  }
  return scoresOfWorths(sums, { most, stride }, rule);
}

/** What each pattern is worth: how many answered times stride, and the sum of the turned answers. */
function patternWorths(
  form: PatternForm,
  { stride, most }: { readonly stride: number; readonly most: number },
): Keys {
  const worths = newKeys(form.base ** form.turned.length, most);
  return sumPatterns(form, worths, (answer) => stride + answer);
}

/** The id of each pattern's score, and the score of each id. */
export type PatternScores = Pick<ScoreColumn, "idOf" | "values">;

/** The scores that a scale can have, whether or not somebody has them. */
function scoresOfPatterns(
  form: PatternForm,
  { most, stride }: { readonly most: number; readonly stride: number },
  rule: ScoringRule,
): PatternScores {
  const worths = patternWorths(form, { stride, most });
  const { idOf, values } = idsOfWorths(countKeys(worths, most), stride, rule);
  return { idOf: lookUp(worths, idOf), values };
}

/** The id of each worth's score, of those that occur: the higher the score, the higher the id. */
function idsOfWorths(
  counts: Uint32Array,
  stride: number,
  { minimumAnswered, present }: ScoringRule,
): { readonly idOf: Uint16Array; readonly values: Float64Array } {
  const scores = new Map<number, number>();
  for (let worth = 0; worth < counts.length; worth += 1) {
    const answered = Math.floor(worth / stride);
    if ((counts[worth] ?? 0) === 0 || answered < Math.max(1, minimumAnswered)) continue;
    const mean = (worth - answered * stride) / answered;
    scores.set(worth, present === undefined ? mean : present(mean));
  }
  const distinct = [...new Set(scores.values())].sort((one, other) => one - other);
  if (distinct.length > MOST_SCORES) throw new RangeError("a score column requires at most 65,535 scores");
  const idOfScore = new Map(distinct.map((score, place) => [score, place + 1]));
  const idOf = new Uint16Array(counts.length);
  for (const [worth, score] of scores) idOf[worth] = idOfScore.get(score) ?? 0;
  const values = new Float64Array(distinct.length + 1);
  values.set(distinct, 1);
  return { idOf, values };
}

function scoresOfWorths(
  keys: Keys,
  { most, stride }: { readonly most: number; readonly stride: number },
  rule: ScoringRule,
): ScoreColumn {
  const { idOf, values } = idsOfWorths(countKeys(keys, most), stride, rule);
  return { ...shortKeys(keys, idOf), values };
}

/** Keys that do not fit into 16 bits are looked up at once. */
function shortKeys(keys: Keys, idOf: Uint16Array): Pick<ScoreColumn, "keys" | "idOf"> {
  return keys instanceof Uint16Array ? { keys, idOf } : { keys: lookUp(keys, idOf), idOf: everyId(idOf) };
}

/** Where the keys are the ids. */
function everyId(ids: Uint16Array): Uint16Array {
  return Uint16Array.from({ length: ids.reduce((most, id) => Math.max(most, id), 0) + 1 }, (_, id) => id);
}

function lookUp(keys: Keys, idOf: Uint16Array): Uint16Array {
  const ids = new Uint16Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) ids[row] = idOf[keys[row] ?? 0] ?? 0;
  return ids;
}

function idOfValue(
  score: number,
  { idOfScore, values }: { readonly idOfScore: Map<number, number>; readonly values: number[] },
): number {
  const found = idOfScore.get(score);
  if (found !== undefined) return found;
  if (values.length > MOST_SCORES) throw new RangeError("a score column requires at most 65,535 scores");
  values.push(score);
  idOfScore.set(score, values.length - 1);
  return values.length - 1;
}

/**
 * Scores that somebody else worked out, as a column.
 * @param scores one a row, in scale points; NaN where there is none
 * @returns the column
 * @throws RangeError when there are more distinct scores than 65,535
 * @example readyScores(Float64Array.of(3.5, Number.NaN, 4))
 */
export function readyScores(scores: Float64Array): ScoreColumn {
  const known = { idOfScore: new Map<number, number>(), values: [0] };
  const ids = Uint16Array.from(scores, (score) => (Number.isNaN(score) ? 0 : idOfValue(score, known)));
  return { keys: ids, idOf: everyId(ids), values: Float64Array.from(known.values) };
}
