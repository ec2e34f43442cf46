/** Score columns: what each person scored on an item, a scale or the index, as small ids with a value each. */
import type { Dataset, ScaleColumn } from "../dataset.ts";
import type { ItemMoments } from "../statistics/item-moments.ts";
import { momentsOfPatterns, readPattern } from "./count-moments.ts";
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

/** One pattern of answers a row. */
interface Patterns {
  readonly keys: Uint32Array;
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

/**
 * Adds up, row by row, what each answer is worth: one pass over each column.
 * @param items the items
 * @param rows how many rows
 * @param worth what the turned answer to an item adds to the row's key; an item without an answer adds nothing
 * @returns one key a row
 */
function addUp(
  items: readonly ScaleItem[],
  rows: number,
  worth: (answer: number, item: number) => number,
): Uint32Array {
  const keys = new Uint32Array(rows);
  const worths = items.map(({ column, reverseKeyed }, place): Worths => {
    const table = new Uint32Array(256);
    for (let answer = 1; answer <= column.points; answer += 1) {
      table[answer] = worth(reverseKeyed ? column.points + 1 - answer : answer, place);
    }
    return { values: column.values, table };
  });
  for (let item = 0; item < worths.length; item += 4) addColumns(keys, worths.slice(item, item + 4));
  return keys;
}

/** A column, and what its answers are worth; answers below 1 are looked up at the end, where nothing is added. */
interface Worths {
  readonly values: Int8Array;
  readonly table: Uint32Array;
}

const NOTHING = new Uint32Array(256);

/** Four columns at a time: each row's key is read and written once for all of them. */
function addColumns(keys: Uint32Array, columns: readonly Worths[]): void {
  const [first] = columns;
  if (first === undefined) return;
  const { values: v1, table: t1 } = first;
  const { values: v2, table: t2 } = columns[1] ?? { values: v1, table: NOTHING };
  const { values: v3, table: t3 } = columns[2] ?? { values: v1, table: NOTHING };
  const { values: v4, table: t4 } = columns[3] ?? { values: v1, table: NOTHING };
  for (let row = 0; row < keys.length; row += 1) {
    keys[row] =
      (keys[row] ?? 0) +
      (t1[(v1[row] ?? 0) & 255] ?? 0) +
      (t2[(v2[row] ?? 0) & 255] ?? 0) +
      (t3[(v3[row] ?? 0) & 255] ?? 0) +
      (t4[(v4[row] ?? 0) & 255] ?? 0);
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
  if (base ** items.length <= MOST_PATTERNS) {
    const keys = addUp(items, rows, (answer, place) => answer * base ** place);
    const counts = new Uint32Array(base ** items.length);
    countKeys(counts, keys);
    const answers = new Uint8Array(items.length);
    const scored = scoresOfKeys(keys, counts.length, rule, (key) => {
      readPattern(key, base, answers);
      return answeredOf(answers);
    });
    const patterns = { keys, base, size: items.length };
    return { ...scored, patterns, moments: () => momentsOfPatterns(counts, base, items.length) };
  }
  const stride = items.length * points + 1;
  const keys = addUp(items, rows, (answer) => stride + answer);
  return scoresOfKeys(keys, (items.length + 1) * stride, rule, (key) => {
    const answered = Math.floor(key / stride);
    return { answered, sum: key - answered * stride };
  });
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
  const sums = new Uint32Array(first.keys.length);
  const known = new Map<number, Uint32Array>();
  for (const { keys, base, size: items } of parts) {
    const worths = known.get(items) ?? patternWorths(base, items, stride);
    known.set(items, worths);
    addWorths(sums, keys, worths);
  }
  return scoresOfKeys(sums, (size + 1) * stride, rule, (key) => {
    const answered = Math.floor(key / stride);
    return { answered, sum: key - answered * stride };
  });
}

/** What each pattern adds to a row's key: how many answered times stride, and the sum of the answers. */
function patternWorths(base: number, items: number, stride: number): Uint32Array {
  const worths = new Uint32Array(base ** items);
  const answers = new Uint8Array(items);
  for (let pattern = 0; pattern < worths.length; pattern += 1) {
    readPattern(pattern, base, answers);
    const { answered, sum } = answeredOf(answers);
    worths[pattern] = answered * stride + sum;
  }
  return worths;
}

function addWorths(sums: Uint32Array, keys: Uint32Array, worths: Uint32Array): void {
  for (let row = 0; row < sums.length; row += 1) {
    sums[row] = (sums[row] ?? 0) + (worths[keys[row] ?? 0] ?? 0);
  }
}

function answeredOf(answers: Uint8Array): Answered {
  let answered = 0;
  let sum = 0;
  for (const answer of answers) {
    if (answer > 0) answered += 1;
    sum += answer;
  }
  return { answered, sum };
}

function countKeys(counts: Uint32Array, keys: Uint32Array): void {
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
}

/** Answered items of a row, and the sum of their turned answers. */
interface Answered {
  readonly answered: number;
  readonly sum: number;
}

/** Gives each key that occurs the id of its score. */
function scoresOfKeys(
  keys: Uint32Array,
  most: number,
  { minimumAnswered, present }: ScoringRule,
  read: (key: number) => Answered,
): ScoreColumn {
  const known = { idOfScore: new Map<number, number>(), values: [0] };
  const idOfKey = new Int32Array(most).fill(-1);
  const ids = new Uint16Array(keys.length);
  const newId = (key: number): number => {
    const { answered, sum } = read(key);
    if (answered < Math.max(1, minimumAnswered)) return 0;
    return idOfValue(present === undefined ? sum / answered : present(sum / answered), known);
  };
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    let id = idOfKey[key] ?? 0;
    if (id < 0) {
      id = newId(key);
      idOfKey[key] = id;
    }
    ids[row] = id;
  }
  return { ids, values: known.values };
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
