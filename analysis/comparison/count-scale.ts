/** A scale and its items counted together: each linked person's answers are looked up once for all of them. */
import type { CountedWaves } from "./count-waves.ts";
import { tablesOfIds } from "./count-waves.ts";
import type { IdCells } from "./id-cells.ts";
import { emptyCells } from "./id-cells.ts";
import type { RowPairs } from "./link-rows.ts";
import type { Keys, PatternForm } from "./pattern-keys.ts";
import { sumPatterns } from "./pattern-keys.ts";
import type { BothWaves, Patterns, ScoreColumn } from "./score-column.ts";

/** So many neighbouring items are crossed in one step. */
const TOGETHER = 2;
/** So many steps are made at a time: what they look up stands in one word, and above it the id of the scale's score. */
const STEPS = 3;
const STEP_BITS = 8;
const STEP_MASK = (1 << STEP_BITS) - 1;
const ID_BITS = STEPS * STEP_BITS;
const MOST_IDS = 1 << (32 - ID_BITS);
/** Answers of longer scales are counted one item at a time: their cross tables would be large and hardly filled. */
const LARGEST_BASE = 12;

/** What the patterns of a scale's answers tell. */
export interface CountedScale {
  /** In the order of the scale's items, over everybody. */
  readonly items: readonly CountedWaves[];
  /** The linked persons' scores on the scale, list by list; undefined where tables would hardly be filled. */
  readonly crossed: readonly IdCells[] | undefined;
}

/**
 * Counts a scale and its items in two waves.
 * @param scale the scale's scores in both waves
 * @param lists the linked persons, in lists that are counted apart; undefined when nobody is linked
 * @returns the counts; undefined when the scale's patterns were not kept, or would be too many
 * @example countScale({ before: scale.before(), after: scale.after() }, [pairs])?.items.length
 */
export function countScale(
  scale: BothWaves<ScoreColumn>,
  lists: readonly RowPairs[] | undefined,
): CountedScale | undefined {
  const { patterns: before } = scale.before;
  const { patterns: after } = scale.after;
  if (before === undefined || after === undefined || before.base > LARGEST_BASE) return undefined;
  const hasIds = hasShortIds(scale.before) && hasShortIds(scale.after);
  const crossed = lists && hasIds ? emptyCells(scale, lists) : undefined;
  const items = digitsOf(before).flatMap((digits, place) => {
    const crosses = lists && emptyCrosses(before.base);
    if (crosses !== undefined) {
      const ids = place === 0 ? crossed : undefined;
      const words = ids === undefined ? { before: digits, after: digits } : wordsOf(digits, scale);
      const waves = { keys: { before: before.keys, after: after.keys }, words, base: before.base };
      lists?.forEach((pairs, list) => {
        countSteps(waves, pairs, [crosses, ids?.[list] ?? NO_IDS]);
      });
    }
    return itemsOf({ before, after }, digits, crosses);
  });
  return { items: items.slice(0, before.turned.length), crossed };
}

/** Whether the column's ids are those of patterns, and have room in a word. */
function hasShortIds({ keys, values, patterns }: ScoreColumn): boolean {
  return keys === patterns?.keys && values.length <= MOST_IDS;
}

/** For each six neighbouring items their turned answers in every pattern: two a step, first + base × second. */
function digitsOf(form: PatternForm): readonly Uint32Array[] {
  const { base, turned } = form;
  return Array.from({ length: Math.ceil(turned.length / (TOGETHER * STEPS)) }, (_, place) =>
    sumPatterns(form, new Uint32Array(base ** turned.length), (answer, item) => {
      const own = item - place * TOGETHER * STEPS;
      if (own < 0 || own >= TOGETHER * STEPS) return 0;
      return (answer * base ** (own % TOGETHER)) << (Math.floor(own / TOGETHER) * STEP_BITS);
    }),
  );
}

/** The digits with the id of each pattern's score above them; one table where it serves both waves. */
function wordsOf(digits: Uint32Array, { before, after }: BothWaves<ScoreColumn>): BothWaves<Uint32Array> {
  const withIds = (idOf: Uint16Array): Uint32Array =>
    digits.map((word, pattern) => word | ((idOf[pattern] ?? 0) << ID_BITS));
  const first = withIds(before.idOf);
  return { before: first, after: after.idOf === before.idOf ? first : withIds(after.idOf) };
}

/** For each step, one after the other, the cross table of two items' answers before with the same two's after. */
function emptyCrosses(base: number): Uint32Array {
  return new Uint32Array(STEPS * base ** (2 * TOGETHER));
}

/** Where no ids stand above the steps: all persons are counted in one cell that nobody reads. */
const NO_IDS: IdCells = { cells: new Uint32Array(1), width: 1 };

/** The pattern of each row, and the word of each pattern. */
interface Looked {
  readonly keys: BothWaves<Keys>;
  readonly words: BothWaves<Uint32Array>;
  readonly base: number;
}

/** Nothing but the loop, so that engines need not leave fast code at its end. */
function countSteps(
  { keys: { before: k1, after: k2 }, words: { before: w1, after: w2 }, base }: Looked,
  { before, after }: RowPairs,
  [crosses, { cells, width }]: readonly [Uint32Array, IdCells],
): void {
  const step = base ** TOGETHER;
  const [second, third] = [step * step, 2 * step * step];
  for (let i = 0; i < before.length; i += 1) {
    const from = w1[k1[before[i] ?? 0] ?? 0] ?? 0;
    const to = w2[k2[after[i] ?? 0] ?? 0] ?? 0;
    const a = Math.imul(from & STEP_MASK, step) + (to & STEP_MASK);
    const b = second + Math.imul((from >>> STEP_BITS) & STEP_MASK, step) + ((to >>> STEP_BITS) & STEP_MASK);
    const c =
      third +
      Math.imul((from >>> (2 * STEP_BITS)) & STEP_MASK, step) +
      ((to >>> (2 * STEP_BITS)) & STEP_MASK);
    const d = Math.imul(from >>> ID_BITS, width) + (to >>> ID_BITS);
    crosses[a] = (crosses[a] ?? 0) + 1;
    crosses[b] = (crosses[b] ?? 0) + 1;
    crosses[c] = (crosses[c] ?? 0) + 1;
    cells[d] = (cells[d] ?? 0) + 1;
  }
}

/** Up to six items, of whom the patterns' digits are. */
function itemsOf(
  { before, after }: { readonly before: Patterns; readonly after: Patterns },
  digits: Uint32Array,
  crosses: Uint32Array | undefined,
): readonly CountedWaves[] {
  const { base } = before;
  const size = base ** (2 * TOGETHER);
  const values = Float64Array.from({ length: base }, (_, answer) => answer);
  const first = countDigits(before.counts, digits, base);
  const second = countDigits(after.counts, digits, base);
  return Array.from({ length: STEPS * TOGETHER }, (_, item): CountedWaves => {
    const step = Math.floor(item / TOGETHER);
    const digit = { base, digit: item % TOGETHER };
    const side = (counts: readonly Uint32Array[]) => ({ counts: countDigit(counts[step], digit), values });
    const cross = crosses?.subarray(step * size, (step + 1) * size);
    return tablesOfIds({ before: side(first), after: side(second) }, cross && crossOfDigit(cross, digit));
  });
}

/** For each step how often each two answers occur. */
function countDigits(patterns: Uint32Array, digits: Uint32Array, base: number): readonly Uint32Array[] {
  const most = base ** TOGETHER;
  const [one, two, three] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const count = patterns[pattern] ?? 0;
    if (count === 0) continue;
    const word = digits[pattern] ?? 0;
    const [a, b, c] = [word & STEP_MASK, (word >>> STEP_BITS) & STEP_MASK, word >>> (2 * STEP_BITS)];
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
function crossOfDigit(cross: Uint32Array, digit: Digit): IdCells {
  const { base } = digit;
  const step = base ** TOGETHER;
  const cells = new Uint32Array(base * base);
  const answers = Uint8Array.from({ length: step }, (_, digits) => answerOf(digits, digit));
  for (let first = 0; first < step; first += 1) {
    for (let second = 0; second < step; second += 1) {
      const cell = (answers[first] ?? 0) * base + (answers[second] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + (cross[first * step + second] ?? 0);
    }
  }
  return { cells, width: base };
}
