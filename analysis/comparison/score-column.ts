/** Score columns: what each person scored on an item, a scale or the index, as small ids with a value each. */
import type { Dataset, ScaleColumn } from "../dataset.ts";
import type { ItemMoments } from "../statistics/item-moments.ts";
import { momentsOfPatterns } from "./count-moments.ts";
import type { ScaleItem } from "./scale-item.ts";

/** One score a row. Ids are small, so that counting needs no search. */
export interface ScoreColumn {
  /** One a row: place in `values`; 0 or less where there is no score. */
  readonly ids: Int8Array | Uint16Array;
  /** The score of each id; the first entry stands for nothing. */
  readonly values: readonly number[];
  /** Sums and cross products of a scale's items, where they come with the scores at no cost. */
  readonly moments?: () => ItemMoments;
  /** The answers behind the scores, where they were kept: for an index over several scales. */
  readonly patterns?: Patterns;
}

/** One small number a row, as narrow as it may be: what is allocated must also be collected. */
export type Keys = Uint16Array | Uint32Array;

/** One pattern of answers a row, as readPattern reads it. */
export interface Patterns {
  readonly keys: Keys;
  /** How often each pattern occurs. */
  readonly counts: Uint32Array;
  readonly base: number;
  readonly size: number;
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
  const values = Array.from({ length: points + 1 }, (_, answer) => {
    if (answer === 0) return 0;
    return reverseKeyed ? points + 1 - answer : answer;
  });
  return { ids: column.values, values };
}

/** Scales with at most so many patterns of answers are counted by pattern. */
const MOST_PATTERNS = 1 << 19;

/** Room for keys below `most`. */
function newKeys(rows: number, most: number): Keys {
  return most <= 1 << 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** So many columns are added up in one step. */
const TOGETHER = 5;

/**
 * Adds up, row by row, what each answer is worth: one pass over each column.
 * @param items the items
 * @param keys one a row, each 0
 * @param worth what the turned answer to an item adds to the row's key; an item without an answer adds nothing
 * @returns the keys
 */
function addUp(
  items: readonly ScaleItem[],
  keys: Keys,
  worth: (answer: number, item: number) => number,
): Keys {
  const worths = items.map(({ column, reverseKeyed }, place): Worths => {
    const table = new Uint32Array(256);
    for (let answer = 1; answer <= column.points; answer += 1) {
      table[answer] = worth(reverseKeyed ? column.points + 1 - answer : answer, place);
    }
    return { values: column.values, table };
  });
  for (let item = 0; item < worths.length; item += TOGETHER) {
    const [only, ...more] = worths.slice(item, item + TOGETHER);
    if (only !== undefined && more.length === 0) addColumn(keys, only);
    else if (only !== undefined) addColumns(keys, [only, ...more]);
  }
  return keys;
}

function addColumn(keys: Keys, { values, table }: Worths): void {
  for (let row = 0; row < keys.length; row += 1) {
    keys[row] = (keys[row] ?? 0) + (table[(values[row] ?? 0) & 255] ?? 0);
  }
}

/** A column, and what its answers are worth; answers below 1 are looked up at the end, where nothing is added. */
interface Worths {
  readonly values: Int8Array;
  readonly table: Uint32Array;
}

const NOTHING = new Uint32Array(256);

/** Five columns at a time: each row's key is read and written once for all of them. */
function addColumns(keys: Keys, columns: readonly Worths[]): void {
  const [first] = columns;
  if (first === undefined) return;
  const { values: v1, table: t1 } = first;
  const { values: v2, table: t2 } = columns[1] ?? { values: v1, table: NOTHING };
  const { values: v3, table: t3 } = columns[2] ?? { values: v1, table: NOTHING };
  const { values: v4, table: t4 } = columns[3] ?? { values: v1, table: NOTHING };
  const { values: v5, table: t5 } = columns[4] ?? { values: v1, table: NOTHING };
  for (let row = 0; row < keys.length; row += 1) {
    keys[row] =
      (keys[row] ?? 0) +
      (t1[(v1[row] ?? 0) & 255] ?? 0) +
      (t2[(v2[row] ?? 0) & 255] ?? 0) +
      (t3[(v3[row] ?? 0) & 255] ?? 0) +
      (t4[(v4[row] ?? 0) & 255] ?? 0) +
      (t5[(v5[row] ?? 0) & 255] ?? 0);
  }
}

/**
 * Scale scores: the mean of each person's answered items, from one pass over each column.
 * @param items the items, with the same number of points; none gives a column without scores
 * @param rows how many rows the dataset has
 * @param rule how many items must be answered, and how a mean is presented
 * @returns one score a row, equal means with the same id; with the items' moments, unless patterns are too many
 * @throws RangeError when the items differ in their points, or there are more scores than 65,535
 * @see person-mean rule, as scaleScore
 * @example scaleScores(items, dataset.rows, { minimumAnswered: 3 })
 */
export function scaleScores(items: readonly ScaleItem[], rows: number, rule: ScoringRule): ScoreColumn {
  const points = items[0]?.column.points ?? 1;
  if (items.some(({ column }) => column.points !== points)) {
    throw new RangeError("scale scores require items with the same number of points");
  }
  const base = points + 1;
  const stride = items.length * points + 1;
  const most = (items.length + 1) * stride;
  if (base ** items.length <= MOST_PATTERNS) {
    const keys = addUp(items, newKeys(rows, base ** items.length), (answer, place) => answer * base ** place);
    const counts = countKeys(keys, base ** items.length);
    const worths = patternWorths(base, items.length, stride);
    const { idOf, values } = idsOfWorths(countWorths(counts, worths, most), stride, rule);
    const ids = lookUp(keys, lookUp(worths, idOf));
    const patterns = { keys, counts, base, size: items.length };
    return { ids, values, patterns, moments: () => momentsOfPatterns(counts, base, items.length) };
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
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const stride = size * (first.base - 1) + 1;
  const most = (size + 1) * stride;
  const sums = newKeys(first.keys.length, most);
  const known = new Map<number, Uint32Array>();
  for (const { keys, base, size: items } of parts) {
    const worths = known.get(items) ?? patternWorths(base, items, stride);
    known.set(items, worths);
    addWorths(sums, keys, worths);
  }
  return scoresOfWorths(sums, { most, stride }, rule);
}

/** What each pattern is worth: how many answered times stride, and the sum of the answers. */
function patternWorths(base: number, items: number, stride: number): Uint32Array {
  const worths = new Uint32Array(base ** items);
  for (let pattern = 1; pattern < worths.length; pattern += 1) {
    const further = Math.floor(pattern / base);
    const answer = pattern - further * base;
    worths[pattern] = (worths[further] ?? 0) + (answer > 0 ? stride + answer : 0);
  }
  return worths;
}

function countWorths(patterns: Uint32Array, worths: Uint32Array, most: number): Uint32Array {
  const counts = new Uint32Array(most);
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const worth = worths[pattern] ?? 0;
    counts[worth] = (counts[worth] ?? 0) + (patterns[pattern] ?? 0);
  }
  return counts;
}

function addWorths(sums: Keys, keys: Keys, worths: Uint32Array): void {
  for (let row = 0; row < sums.length; row += 1) {
    sums[row] = (sums[row] ?? 0) + (worths[keys[row] ?? 0] ?? 0);
  }
}

function countKeys(keys: Keys, most: number): Uint32Array {
  const counts = new Uint32Array(most);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The id of each worth's score, of those that occur: the higher the score, the higher the id. */
function idsOfWorths(
  counts: Uint32Array,
  stride: number,
  { minimumAnswered, present }: ScoringRule,
): { readonly idOf: Uint16Array; readonly values: readonly number[] } {
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
  return { idOf, values: [0, ...distinct] };
}

function scoresOfWorths(
  keys: Keys,
  { most, stride }: { readonly most: number; readonly stride: number },
  rule: ScoringRule,
): ScoreColumn {
  const { idOf, values } = idsOfWorths(countKeys(keys, most), stride, rule);
  return { ids: lookUp(keys, idOf), values };
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
  return { ids, values: known.values };
}
