/** Score columns: what each person scored on an item, a scale or the index, as small ids with a value each. */
import type { Dataset, ScaleColumn } from "../dataset.ts";

/** One score a row. Ids are small, so that counting needs no search. */
export interface ScoreColumn {
  /** One a row: place in `values`; 0 or less where there is no score. */
  readonly ids: Int8Array | Uint16Array;
  /** The score of each id; the first entry stands for nothing. */
  readonly values: readonly number[];
}

/** One item of a scale: its answers, and whether a high answer means little. */
export interface ScaleItem {
  readonly column: ScaleColumn;
  readonly reverseKeyed: boolean;
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

/** What one answer adds to a person's key: how many answered times `stride`, and the turned answer. By answer + 1. */
function additions({ column, reverseKeyed }: ScaleItem, stride: number): Uint32Array {
  const table = new Uint32Array(column.points + 2);
  for (let answer = 1; answer <= column.points; answer += 1) {
    table[answer + 1] = stride + (reverseKeyed ? column.points + 1 - answer : answer);
  }
  return table;
}

/**
 * Scale scores: the mean of each person's answered items, from one pass over each column.
 * @param items the items, with the same number of points; none gives a column without scores
 * @param rows how many rows the dataset has
 * @param rule how many items must be answered, and how a mean is presented
 * @returns one score a row; equal means share an id
 * @throws RangeError when the items differ in their points, or there are more scores than 65,535
 * @see person-mean rule, as scaleScore
 * @example scaleScores(items, dataset.rows, { minimumAnswered: 3 })
 */
export function scaleScores(items: readonly ScaleItem[], rows: number, rule: ScoringRule): ScoreColumn {
  const points = items[0]?.column.points ?? 1;
  if (items.some(({ column }) => column.points !== points)) {
    throw new RangeError("scale scores require items with the same number of points");
  }
  const stride = items.length * points + 1;
  const keys = new Uint32Array(rows);
  for (const item of items) {
    const add = additions(item, stride);
    const { values } = item.column;
    for (let row = 0; row < rows; row += 1) {
      keys[row] = (keys[row] ?? 0) + (add[(values[row] ?? 0) + 1] ?? 0);
    }
  }
  return scoresOfKeys(keys, stride, (items.length + 1) * stride, rule);
}

/** Gives each key that occurs the id of its score. */
function scoresOfKeys(keys: Uint32Array, stride: number, most: number, rule: ScoringRule): ScoreColumn {
  const idOfKey = new Int32Array(most).fill(-1);
  const idOfScore = new Map<number, number>();
  const values = [0];
  const ids = new Uint16Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    let id = idOfKey[key] ?? 0;
    if (id < 0) {
      id = idOf(key, stride, rule, { idOfScore, values });
      idOfKey[key] = id;
    }
    ids[row] = id;
  }
  return { ids, values };
}

function idOf(
  key: number,
  stride: number,
  { minimumAnswered, present }: ScoringRule,
  known: { readonly idOfScore: Map<number, number>; readonly values: number[] },
): number {
  const answered = Math.floor(key / stride);
  if (answered < Math.max(1, minimumAnswered)) return 0;
  const mean = (key - answered * stride) / answered;
  const score = present === undefined ? mean : present(mean);
  return idOfValue(score, known);
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
