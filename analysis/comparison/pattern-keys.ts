/** Keys of answers: what each person answered to the items of a scale as one number, four persons in one step. */
import type { ScaleItem } from "./scale-item.ts";

/** One small number a row, as narrow as it may be: what is allocated must also be collected. */
export type Keys = Uint16Array | Uint32Array;

/**
 * Room for numbers below a limit.
 * @param rows how many numbers
 * @param most the limit
 * @returns the numbers, each 0
 * @example newKeys(dataset.rows, 7776)
 */
export function newKeys(rows: number, most: number): Keys {
  return most <= 1 << 16 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/**
 * Adds up, row by row, what each answer is worth: one pass over each column.
 * @param items the items
 * @param keys one a row, each 0
 * @param worth what the turned answer to an item adds to the row's key; an item without an answer adds nothing
 * @returns the keys
 * @example addUp(items, newKeys(rows, 100), (answer) => answer)
 */
export function addUp(
  items: readonly ScaleItem[],
  keys: Keys,
  worth: (answer: number, item: number) => number,
): Keys {
  items.forEach(({ column, reverseKeyed }, place) => {
    const table = new Uint32Array(256);
    for (let answer = 1; answer <= column.points; answer += 1) {
      table[answer] = worth(reverseKeyed ? column.points + 1 - answer : answer, place);
    }
    addColumn(keys, column.values, table);
  });
  return keys;
}

/** Answers below 1 are looked up at the end of the table, where nothing is added. */
function addColumn(keys: Keys, values: Int8Array, table: Uint32Array): void {
  for (let row = 0; row < keys.length; row += 1) {
    keys[row] = (keys[row] ?? 0) + (table[(values[row] ?? 0) & 255] ?? 0);
  }
}

/**
 * The pattern of each row's turned answers: first answer + base × second + base² × third …, 0 for no answer.
 * @param items the items, with the same number of points
 * @param rows how many rows the dataset has
 * @returns the keys, as readPattern reads them
 * @example patternKeys(items, dataset.rows)[0] // 2 + 6 × 1 of the answers 2 and 1 to items of five points
 */
export function patternKeys(items: readonly ScaleItem[], rows: number): Keys {
  const base = (items[0]?.column.points ?? 1) + 1;
  const keys = newKeys(rows, base ** items.length);
  if (!(keys instanceof Uint16Array) || !LOWEST_BYTE_FIRST) {
    return addUp(items, keys, (answer, place) => answer * base ** place);
  }
  const together = Math.min(TOGETHER, Math.floor(Math.log(256) / Math.log(base)));
  for (let place = 0; place < items.length; place += together) {
    addPacked(keys, items.slice(place, place + together), { base, worth: base ** place });
  }
  return keys;
}

/** So many columns are packed into one byte a row, where they fit. */
const TOGETHER = 3;
const LOWEST_BYTE_FIRST = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const EVERY_BYTE = 0x01010101;
const TOP_BITS = 0x80808080 | 0;
const BELOW_TOP = 0x7f7f7f7f;
const TWO_BYTES = 0x00ff00ff;

/** The first item's column with what it is worth; an item that is not there is worth nothing. */
interface Lane {
  readonly words: Int32Array;
  readonly turned: boolean;
  readonly worth: number;
}

function laneOf(item: ScaleItem | undefined, rows: number, worth: number): Lane | undefined {
  if (item === undefined) return undefined;
  const { values } = item.column;
  const aligned = values.byteOffset % 4 === 0 ? values : values.slice();
  return {
    words: new Int32Array(aligned.buffer, aligned.byteOffset, rows >> 2),
    turned: item.reverseKeyed,
    worth,
  };
}

interface Packing {
  readonly base: number;
  /** What the first of the items' answers is worth in the key. */
  readonly worth: number;
}

/**
 * Adds up to three columns to the keys, four rows in one 32-bit word: in a byte a row while their pattern fits,
 * then in two bytes a row. The last few rows go one by one.
 */
function addPacked(keys: Uint16Array, items: readonly ScaleItem[], packing: Packing): void {
  const { base, worth } = packing;
  const rows = keys.length;
  const first = laneOf(items[0], rows, 1);
  if (first === undefined) return;
  const none = { ...first, worth: 0 };
  const lanes = [
    first,
    laneOf(items[1], rows, base) ?? none,
    laneOf(items[2], rows, base * base) ?? none,
  ] as const;
  addWords(new Int32Array(keys.buffer, 0, (rows >> 2) * 2), lanes, packing);
  for (let row = rows & ~3; row < rows; row += 1) {
    items.forEach(({ column, reverseKeyed }, place) => {
      const answer = answerOf(column.values[row] ?? 0, base, reverseKeyed);
      keys[row] = (keys[row] ?? 0) + answer * base ** place * worth;
    });
  }
}

function addWords(keys: Int32Array, lanes: readonly [Lane, Lane, Lane], { base, worth }: Packing): void {
  const [{ words: one, turned: t1 }, { words: two, turned: t2, worth: w2 }, third] = lanes;
  const { words: three, turned: t3, worth: w3 } = third;
  const beyond = EVERY_BYTE * (128 - base);
  for (let i = 0; i < one.length; i += 1) {
    let first = one[i] ?? 0;
    let second = two[i] ?? 0;
    let last = three[i] ?? 0;
    // What is no point of the scale shows in a byte's top bit, at once or once lifted above 127.
    const points = first | second | last;
    const lifted = (first + beyond) | (second + beyond) | (last + beyond);
    if (((points | lifted) & TOP_BITS) !== 0) {
      first = cleanBytes(first, base);
      second = cleanBytes(second, base);
      last = cleanBytes(last, base);
    }
    if (t1) first = turnBytes(first, base);
    if (t2) second = turnBytes(second, base);
    if (t3) last = turnBytes(last, base);
    const bytes = (first + Math.imul(second, w2) + Math.imul(last, w3)) | 0;
    const even = Math.imul(bytes & TWO_BYTES, worth);
    const odd = Math.imul((bytes >>> 8) & TWO_BYTES, worth);
    keys[2 * i] = (keys[2 * i] ?? 0) + ((even & 0xffff) | (odd << 16));
    keys[2 * i + 1] = (keys[2 * i + 1] ?? 0) + ((even >>> 16) | (odd & 0xffff0000));
  }
}

/** Four answers with what is no point of the scale made 0. */
function cleanBytes(word: number, base: number): number {
  let cleaned = 0;
  for (let shift = 0; shift < 32; shift += 8) {
    const answer = (word >>> shift) & 255;
    if (answer < base) cleaned |= answer << shift;
  }
  return cleaned;
}

/** Four answers turned, base − answer; those that are 0 stay 0. */
function turnBytes(word: number, base: number): number {
  return (Math.imul(((word + BELOW_TOP) & TOP_BITS) >>> 7, base) - word) | 0;
}

function answerOf(value: number, base: number, reverseKeyed: boolean): number {
  if (value < 1 || value >= base) return 0;
  return reverseKeyed ? base - value : value;
}
