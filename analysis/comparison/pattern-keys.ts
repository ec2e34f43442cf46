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
 * The pattern of each row's answers as given: first answer + base × second + base² × third …, 0 for no answer.
 * @param items the items, with the same number of points
 * @param rows how many rows the dataset has
 * @returns the keys
 * @example patternKeys(items, dataset.rows)[0] // 2 + 6 × 1 of the answers 2 and 1 to items of five points
 */
export function patternKeys(items: readonly ScaleItem[], rows: number): Keys {
  const base = (items[0]?.column.points ?? 1) + 1;
  const keys = newKeys(rows, base ** items.length);
  if (!(keys instanceof Uint16Array) || !LOWEST_BYTE_FIRST) {
    const asGiven = items.map(({ column }) => ({ column, reverseKeyed: false }));
    return addUp(asGiven, keys, (answer, place) => answer * base ** place);
  }
  const half = Math.min(HALF, Math.floor(Math.log(256) / Math.log(base)));
  for (let place = 0; place < items.length; place += 2 * half) {
    addPacked(keys, items.slice(place, place + 2 * half), {
      base,
      half,
      worth: base ** place,
    });
  }
  return keys;
}

/** So many columns are packed into one byte a row, where they fit, and twice as many are added in one step. */
const HALF = 3;
const LOWEST_BYTE_FIRST = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const EVERY_BYTE = 0x01010101;
const TOP_BITS = 0x80808080 | 0;
const TWO_BYTES = 0x00ff00ff;

interface Packing {
  readonly base: number;
  /** How many columns are packed into one byte. */
  readonly half: number;
  /** What the first of the items' answers is worth in the key. */
  readonly worth: number;
}

/** A column, four rows a word, and what an answer is worth in its byte: nothing for an item that is not there. */
interface Lane {
  readonly words: Int32Array;
  readonly worth: number;
}

/**
 * Adds columns to the keys, four rows in one 32-bit word: in a byte a row while their pattern fits, then in two bytes
 * a row. The last few rows go one by one.
 */
function addPacked(keys: Uint16Array, items: readonly ScaleItem[], packing: Packing): void {
  const { base, half, worth } = packing;
  const rows = keys.length;
  const columns = items.map((item) => wordsOf(item, rows));
  const [first = new Int32Array()] = columns;
  const lane = (place: number, inHalf: number): Lane => {
    const words = inHalf < half ? columns[place] : undefined;
    return words === undefined ? { words: first, worth: 0 } : { words, worth: base ** inHalf };
  };
  const lanes = (from: number): Lanes => [lane(from, 0), lane(from + 1, 1), lane(from + 2, 2)];
  const worths = [worth, items.length > half ? worth * base ** half : 0] as const;
  addWords(new Int32Array(keys.buffer, 0, first.length * 2), [lanes(0), lanes(half)], { base, worths });
  for (let row = first.length * 4; row < rows; row += 1) {
    items.forEach(({ column }, place) => {
      const answer = column.values[row] ?? 0;
      if (answer >= 1 && answer < base) keys[row] = (keys[row] ?? 0) + answer * base ** place * worth;
    });
  }
}

type Lanes = readonly [Lane, Lane, Lane];

/** The answers of an item, four rows a word. */
function wordsOf({ column: { values } }: ScaleItem, rows: number): Int32Array {
  const aligned = values.byteOffset % 4 === 0 ? values : values.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, rows >> 2);
}

/** What lifts an answer that is no point of the scale above 127, so that its byte's top bit shows it. */
function beyondOf(base: number): number {
  return EVERY_BYTE * (128 - base);
}

function addWords(
  keys: Int32Array,
  [low, high]: readonly [Lanes, Lanes],
  {
    base,
    worths: [lowWorth, highWorth],
  }: { readonly base: number; readonly worths: readonly [number, number] },
): void {
  const [{ words: c1 }, { words: c2, worth: w2 }, { words: c3, worth: w3 }] = low;
  const [{ words: c4, worth: w4 }, { words: c5, worth: w5 }, { words: c6, worth: w6 }] = high;
  const beyond = beyondOf(base);
  for (let i = 0; i < c1.length; i += 1) {
    let [a1, a2, a3] = [c1[i] ?? 0, c2[i] ?? 0, c3[i] ?? 0];
    let [a4, a5, a6] = [c4[i] ?? 0, c5[i] ?? 0, c6[i] ?? 0];
    // What is no point of the scale shows in a byte's top bit, at once or once lifted above 127.
    const points = a1 | a2 | a3 | a4 | a5 | a6;
    const lifted =
      (a1 + beyond) | (a2 + beyond) | (a3 + beyond) | (a4 + beyond) | (a5 + beyond) | (a6 + beyond);
    if (((points | lifted) & TOP_BITS) !== 0) {
      [a1, a2, a3] = [cleanBytes(a1, base), cleanBytes(a2, base), cleanBytes(a3, base)];
      [a4, a5, a6] = [cleanBytes(a4, base), cleanBytes(a5, base), cleanBytes(a6, base)];
    }
    const one = (a1 + Math.imul(a2, w2) + Math.imul(a3, w3)) | 0;
    const two = (Math.imul(a4, w4) + Math.imul(a5, w5) + Math.imul(a6, w6)) | 0;
    const even = (Math.imul(one & TWO_BYTES, lowWorth) + Math.imul(two & TWO_BYTES, highWorth)) | 0;
    const odd =
      (Math.imul((one >>> 8) & TWO_BYTES, lowWorth) + Math.imul((two >>> 8) & TWO_BYTES, highWorth)) | 0;
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

/** What a pattern is made of: answers below base, to one item after the other. */
export interface PatternForm {
  readonly base: number;
  /** For each item whether it is reverse-keyed. */
  readonly turned: readonly boolean[];
}

/**
 * Adds up what the answers of each pattern are worth.
 * @param form what the patterns are made of
 * @param sums one a pattern, each 0
 * @param worth what the turned answer to an item adds; an item without an answer adds nothing
 * @returns the sums
 * @example sumPatterns({ base: 6, turned: [false, true] }, newKeys(36, 11), (answer) => answer)[7] // 1 + 5
 */
export function sumPatterns<Sums extends Keys>(
  { base, turned }: PatternForm,
  sums: Sums,
  worth: (answer: number, item: number) => number,
): Sums {
  turned.forEach((isTurned, item) => {
    const unit = base ** item;
    for (let answer = 1; answer < base; answer += 1) {
      addFrom(sums, answer * unit, unit, worth(isTurned ? base - answer : answer, item));
    }
  });
  return sums;
}

/** Patterns from here on are those without the last answer, which is worth so much. */
function addFrom(sums: Keys, from: number, length: number, worth: number): void {
  for (let pattern = 0; pattern < length; pattern += 1) sums[from + pattern] = (sums[pattern] ?? 0) + worth;
}
