/** What the patterns of all rows come to: how often each occurs, and sums of what they are worth, two rows a step. */
import type { Keys } from "./pattern-keys.ts";

/** Two keys of 16 bits in a word. Which of them is lower does not matter here. */
function wordsOf(keys: Uint16Array): Int32Array {
  return new Int32Array(keys.buffer, keys.byteOffset, keys.length >> 1);
}

/**
 * Counts keys.
 * @param keys one a row, as newKeys makes room for them
 * @param most what all keys are below
 * @returns how often each occurs
 * @example countKeys(Uint16Array.of(2, 0, 2), 3) // 1, 0, 2
 */
export function countKeys(keys: Keys, most: number): Uint32Array {
  const counts = new Uint32Array(most);
  if (keys instanceof Uint16Array) countWords(counts, wordsOf(keys));
  const done = keys instanceof Uint16Array ? keys.length & ~1 : 0;
  for (let row = done; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** A loop of its own: engines make fast code of one that sees the same sorts of arrays only. */
function countWords(counts: Uint32Array, words: Int32Array): void {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    const [one, two] = [word & 0xffff, word >>> 16];
    counts[one] = (counts[one] ?? 0) + 1;
    counts[two] = (counts[two] ?? 0) + 1;
  }
}

/** So many columns are added up in one step: each row's sum is read and written once for all of them. */
const TOGETHER = 4;

/**
 * Adds to each row's sum what its keys are worth.
 * @param sums one a row, as newKeys makes room for them
 * @param columns keys of the same rows
 * @param worths what each key is worth; key 0 is worth nothing
 * @returns nothing
 * @example addWorths(sums, [first, second], Uint16Array.of(0, 7, 9))
 */
export function addWorths(sums: Keys, columns: readonly Keys[], worths: Keys): void {
  const short = columns.flatMap((keys) => (keys instanceof Uint16Array ? [keys] : []));
  if (!(sums instanceof Uint16Array && worths instanceof Uint16Array) || short.length < columns.length) {
    for (const keys of columns) addRows(sums, { keys, worths }, 0);
    return;
  }
  const nothing = new Int32Array(short.length % TOGETHER === 0 ? 0 : sums.length >> 1);
  for (let place = 0; place < short.length; place += TOGETHER) {
    const [one = nothing, two = nothing, three = nothing, four = nothing] = short
      .slice(place, place + TOGETHER)
      .map(wordsOf);
    addWords(wordsOf(sums), [one, two, three, four], worths);
  }
  for (const keys of short) addRows(sums, { keys, worths }, sums.length & ~1);
}

function addRows(
  sums: Keys,
  { keys, worths }: { readonly keys: Keys; readonly worths: Keys },
  from: number,
): void {
  for (let row = from; row < sums.length; row += 1) {
    sums[row] = (sums[row] ?? 0) + (worths[keys[row] ?? 0] ?? 0);
  }
}

/** Sums of 16 bits do not run over into their neighbours. */
function addWords(
  sums: Int32Array,
  [c1, c2, c3, c4]: readonly [Int32Array, Int32Array, Int32Array, Int32Array],
  worths: Uint16Array,
): void {
  for (let i = 0; i < sums.length; i += 1) {
    const [a, b, c, d] = [c1[i] ?? 0, c2[i] ?? 0, c3[i] ?? 0, c4[i] ?? 0];
    const low =
      (worths[a & 0xffff] ?? 0) +
      (worths[b & 0xffff] ?? 0) +
      (worths[c & 0xffff] ?? 0) +
      (worths[d & 0xffff] ?? 0);
    const high =
      (worths[a >>> 16] ?? 0) + (worths[b >>> 16] ?? 0) + (worths[c >>> 16] ?? 0) + (worths[d >>> 16] ?? 0);
    sums[i] = (sums[i] ?? 0) + (low | (high << 16));
  }
}
