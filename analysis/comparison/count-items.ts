/** Items counted from the patterns of their scale's answers: linked persons are looked up once a scale, not an item. */
import { type CountedMeasure, countMeasure, scoreMeasure } from "./compare-measure.ts";
import type { CountedWaves, IdPairs, RowPairs } from "./count-waves.ts";
import { pairsOfCells, tablesOfIds } from "./count-waves.ts";
import type { Measures } from "./measures.ts";
import type { Keys } from "./pattern-keys.ts";
import type { Patterns } from "./score-column.ts";

/** So many neighbouring items are crossed in one step. */
const TOGETHER = 2;
/** So many steps are made at a time: what they look up stands in one word. */
const STEPS = 3;
const STEP_BITS = 8;
const STEP_MASK = (1 << STEP_BITS) - 1;
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
  const worths = new Map<string, readonly Uint32Array[]>();
  for (const scale of scales) {
    const before = scale.before().patterns;
    const after = scale.after().patterns;
    if (before === undefined || after === undefined || before.base > LARGEST_BASE) continue;
    const form = `${before.base} ${before.size}`;
    const digits = worths.get(form) ?? digitsOf(before);
    worths.set(form, digits);
    const counted = countPatterns({ before, after, digits }, pairs);
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

/** For each six neighbouring items the part of every pattern that is theirs: two a step, first + base × second. */
function digitsOf({ base, size, counts }: Patterns): readonly Uint32Array[] {
  return Array.from({ length: Math.ceil(size / (TOGETHER * STEPS)) }, (_, place) => {
    const table = new Uint32Array(counts.length);
    for (let item = 0; item < size; item += 1) {
      const inTable = item - place * TOGETHER * STEPS;
      const isOwn = inTable >= 0 && inTable < TOGETHER * STEPS;
      const unit = isOwn ? (base ** (inTable % TOGETHER)) << (Math.floor(inTable / TOGETHER) * STEP_BITS) : 0;
      addAnswers(table, { from: base ** item, base, unit });
    }
    return table;
  });
}

/** Patterns whose last answer is at this place: those without it, and what the answer is in the table. */
function addAnswers(
  table: Uint32Array,
  { from, base, unit }: { readonly from: number; readonly base: number; readonly unit: number },
): void {
  for (let pattern = from; pattern < from * base; pattern += 1) {
    table[pattern] = (table[pattern - from] ?? 0) + unit;
  }
}

interface Sides {
  readonly before: Patterns;
  readonly after: Patterns;
  readonly digits: readonly Uint32Array[];
}

/** Every item of one scale, in its order. */
function countPatterns({ before, after, digits }: Sides, pairs: RowPairs | undefined): CountedWaves[] {
  const { base, size } = before;
  const width = base ** TOGETHER;
  const values = Array.from({ length: base }, (_, answer) => answer);
  return digits
    .flatMap((table) => {
      const crosses = pairs && crossDigits({ before: before.keys, after: after.keys, pairs }, table, width);
      const first = countDigits(before.counts, table, width);
      const second = countDigits(after.counts, table, width);
      return Array.from({ length: STEPS * TOGETHER }, (_, item): CountedWaves => {
        const step = Math.floor(item / TOGETHER);
        const digit = { base, digit: item % TOGETHER };
        const side = (counts: readonly Uint32Array[]) => ({
          counts: countDigit(counts[step], digit),
          values,
        });
        const cross = crosses?.[step];
        return tablesOfIds({ before: side(first), after: side(second) }, cross && pairsOfDigit(cross, digit));
      });
    })
    .slice(0, size);
}

interface LinkedKeys {
  readonly before: Keys;
  readonly after: Keys;
  readonly pairs: RowPairs;
}

/** For each step the cross table of two items' answers before with the same two items' answers after. */
function crossDigits(
  { before, after, pairs }: LinkedKeys,
  table: Uint32Array,
  width: number,
): readonly Uint32Array[] {
  const size = width * width;
  const steps = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)] as const;
  countSteps({ before, after, pairs, table, width }, steps);
  return steps;
}

interface LinkedDigits extends LinkedKeys {
  readonly table: Uint32Array;
  readonly width: number;
}

/** Nothing but the loop, so that engines need not leave fast code at its end. */
function countSteps(
  { before, after, pairs, table, width }: LinkedDigits,
  [one, two, three]: readonly [Uint32Array, Uint32Array, Uint32Array],
): void {
  const { before: first, after: second } = pairs;
  for (let i = 0; i < first.length; i += 1) {
    const from = table[before[first[i] ?? 0] ?? 0] ?? 0;
    const to = table[after[second[i] ?? 0] ?? 0] ?? 0;
    const a = Math.imul(from & STEP_MASK, width) + (to & STEP_MASK);
    const b = Math.imul((from >>> STEP_BITS) & STEP_MASK, width) + ((to >>> STEP_BITS) & STEP_MASK);
    const c = Math.imul(from >>> (2 * STEP_BITS), width) + (to >>> (2 * STEP_BITS));
    one[a] = (one[a] ?? 0) + 1;
    two[b] = (two[b] ?? 0) + 1;
    three[c] = (three[c] ?? 0) + 1;
  }
}

/** For each step how often each two answers occur. */
function countDigits(patterns: Uint32Array, table: Uint32Array, most: number): readonly Uint32Array[] {
  const [one, two, three] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const count = patterns[pattern] ?? 0;
    if (count === 0) continue;
    const digits = table[pattern] ?? 0;
    const [a, b, c] = [digits & STEP_MASK, (digits >>> STEP_BITS) & STEP_MASK, digits >>> (2 * STEP_BITS)];
    one[a] = (one[a] ?? 0) + count;
    two[b] = (two[b] ?? 0) + count;
    three[c] = (three[c] ?? 0) + count;
  }
  return [one, two, three];
}

/** Which of the two items. */
interface Digit {
  readonly base: number;
  readonly digit: number;
}

function answerOf(digits: number, { base, digit }: Digit): number {
  return digit === 0 ? digits % base : Math.floor(digits / base);
}

function countDigit(counts: Uint32Array | undefined, digit: Digit): Uint32Array {
  const found = new Uint32Array(digit.base);
  counts?.forEach((count, digits) => {
    const answer = answerOf(digits, digit);
    found[answer] = (found[answer] ?? 0) + count;
  });
  return found;
}

/** The cross table of one of the two items: the other's answers added up. */
function pairsOfDigit(cells: Uint32Array, digit: Digit): IdPairs {
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
  return pairsOfCells(own, base, own.length);
}
