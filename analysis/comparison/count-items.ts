/** Items counted from the patterns of their scale's answers: linked persons are looked up once a scale, not an item. */
import { type CountedMeasure, countMeasure, scoreMeasure } from "./compare-measure.ts";
import { readPattern } from "./count-moments.ts";
import type { CountedWaves, EachPair, RowPairs } from "./count-waves.ts";
import { tablesOfIds } from "./count-waves.ts";
import type { Measures } from "./measures.ts";
import type { Keys, Patterns } from "./score-column.ts";

/** So many neighbouring items are crossed in one step. */
const TOGETHER = 2;
/** Answers of longer scales are counted one item at a time: their cross tables would be large and hardly filled. */
const LARGEST_BASE = 12;

/**
 * Counts all items in two waves.
 * @param measures the items, and the scales they belong to
 * @param pairs the linked rows; undefined when nobody is linked
 * @returns the items with their counts, the same as of countMeasure
 * @example countItems(commonMeasures(before, after, plan), pairs).length
 */
export function countItems(
  { items, scales }: Measures,
  pairs: RowPairs | undefined,
): readonly CountedMeasure[] {
  const known = new Map<string, CountedWaves>();
  const worths = new Map<string, readonly Uint16Array[]>();
  const linked = pairs?.before.length ?? 0;
  const scratch = { before: new Uint32Array(linked), after: new Uint32Array(linked) };
  for (const scale of scales) {
    const before = scale.before().patterns;
    const after = scale.after().patterns;
    if (before === undefined || after === undefined || before.base > LARGEST_BASE) continue;
    const form = `${before.base} ${before.size}`;
    const digits = worths.get(form) ?? digitsOf(before);
    worths.set(form, digits);
    const counted = countPatterns({ before, after, digits, scratch }, pairs);
    scale.items.forEach(({ code }, place) => {
      const own = counted[place];
      if (own !== undefined) known.set(code, own);
    });
  }
  return items.map((measure) => {
    const scored = scoreMeasure(measure);
    const counted = known.get(measure.code);
    if (counted !== undefined) return { ...scored, counted };
    return countMeasure(scored, pairs === undefined ? {} : { pairs });
  });
}

/** For each two neighbouring items the part of every pattern that is theirs: first answer + base × second. */
function digitsOf({ base, size, counts }: Patterns): readonly Uint16Array[] {
  const steps = Math.ceil(size / TOGETHER);
  const tables = Array.from({ length: steps }, () => new Uint16Array(counts.length));
  const answers = new Uint8Array(steps * TOGETHER);
  for (let pattern = 0; pattern < counts.length; pattern += 1) {
    readPattern(pattern, base, answers);
    for (let step = 0; step < steps; step += 1) {
      const table = tables[step];
      const place = step * TOGETHER;
      if (table !== undefined) table[pattern] = (answers[place] ?? 0) + base * (answers[place + 1] ?? 0);
    }
  }
  return tables;
}

interface Sides {
  readonly before: Patterns;
  readonly after: Patterns;
  readonly digits: readonly Uint16Array[];
  /** Room for the linked persons' patterns, the same for every scale. */
  readonly scratch: { readonly before: Uint32Array; readonly after: Uint32Array };
}

/** Every item of one scale, in its order. */
function countPatterns(
  { before, after, digits, scratch }: Sides,
  pairs: RowPairs | undefined,
): CountedWaves[] {
  const { base, size } = before;
  const width = base ** TOGETHER;
  const values = Array.from({ length: base }, (_, answer) => answer);
  const first = pairs && copyRows(before.keys, pairs.before, scratch.before);
  const second = pairs && copyRows(after.keys, pairs.after, scratch.after);
  return digits
    .flatMap((table) => {
      const cross = first && second && crossDigits({ first, second }, table, width);
      const counts = {
        before: countDigits(before.counts, table, width),
        after: countDigits(after.counts, table, width),
      };
      return Array.from({ length: TOGETHER }, (_, digit): CountedWaves => {
        const side = (wave: "before" | "after") => ({
          counts: countDigit(counts[wave], { base, digit }),
          values,
        });
        return tablesOfIds(
          { before: side("before"), after: side("after") },
          cross && eachPairOf(cross, { base, digit }),
        );
      });
    })
    .slice(0, size);
}

function copyRows(keys: Keys, rows: Uint32Array, to: Uint32Array): Uint32Array {
  for (let i = 0; i < rows.length; i += 1) to[i] = keys[rows[i] ?? 0] ?? 0;
  return to;
}

/** Cross table of two items' answers before with the same two items' answers after. */
function crossDigits(
  { first, second }: { readonly first: Uint32Array; readonly second: Uint32Array },
  table: Uint16Array,
  width: number,
): Uint32Array {
  const cells = new Uint32Array(width * width);
  for (let i = 0; i < first.length; i += 1) {
    const cell = Math.imul(table[first[i] ?? 0] ?? 0, width) + (table[second[i] ?? 0] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

function countDigits(patterns: Uint32Array, table: Uint16Array, most: number): Uint32Array {
  const counts = new Uint32Array(most);
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const digits = table[pattern] ?? 0;
    counts[digits] = (counts[digits] ?? 0) + (patterns[pattern] ?? 0);
  }
  return counts;
}

/** Which of the two items. */
interface Digit {
  readonly base: number;
  readonly digit: number;
}

function answerOf(digits: number, { base, digit }: Digit): number {
  return digit === 0 ? digits % base : Math.floor(digits / base);
}

function countDigit(counts: Uint32Array, digit: Digit): Uint32Array {
  const { base } = digit;
  const found = new Uint32Array(base);
  for (let digits = 0; digits < base ** TOGETHER; digits += 1) {
    const answer = answerOf(digits, digit);
    found[answer] = (found[answer] ?? 0) + (counts[digits] ?? 0);
  }
  return found;
}

/** The cross table of one of the two items: the other's answers added up. */
function eachPairOf(cells: Uint32Array, digit: Digit): EachPair {
  const { base } = digit;
  const width = base ** TOGETHER;
  const own = new Uint32Array(width);
  const answers = Uint8Array.from({ length: width }, (_, digits) => answerOf(digits, digit));
  for (let first = 0; first < width; first += 1) {
    for (let second = 0; second < width; second += 1) {
      const place = (answers[first] ?? 0) * base + (answers[second] ?? 0);
      own[place] = (own[place] ?? 0) + (cells[first * width + second] ?? 0);
    }
  }
  return (visit) => {
    for (let first = 1; first < base; first += 1) {
      for (let second = 1; second < base; second += 1) {
        const count = own[first * base + second] ?? 0;
        if (count > 0) visit(first, second, count);
      }
    }
  };
}
