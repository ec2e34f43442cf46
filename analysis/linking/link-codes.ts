/** Which rows of two waves carry the same personal code: at most one element differs, one to one, ties left alone. */
import type { CodeElement } from "../dataset.ts";
import { UNANSWERED } from "../dataset.ts";

/** Rows of both waves that belong together: before[i] and after[i] are taken to be one person. */
export interface LinkedCodes {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  /** How many of them agree in every element. */
  readonly exact: number;
}

/** The same elements of two waves, in the same order. */
export interface CodesOfWaves {
  readonly before: readonly CodeElement[];
  readonly after: readonly CodeElement[];
}

/** No row found. */
const NONE = -1;
/** More than one row found. */
const TIED = -2;
/** An element is missing, so that this key says nothing. */
const NO_KEY = -1;

/** Found partners of each row: a row's place, NONE or TIED. */
interface Partners {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** One number a row, equal for equal elements. */
interface Keys {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * Links two waves by personal code. First the rows that agree in every element and are the only ones to do so in both
 * waves; rows that share their whole code with others of their wave are linked to nobody. Then, of the rest, rows that
 * agree in all elements but one and have no other such partner, from either side; the one may differ or be missing.
 *
 * Time and memory grow linearly with the rows: each row is looked up once for every element left out.
 *
 * @param codes the elements that both waves asked for; a value of UNANSWERED is missing
 * @returns the linked rows, in the order of the first wave
 * @throws RangeError when the waves do not have the same number of elements, or fewer than two
 * @see Grube, Morgan and Kearney, Using self-generated identification codes to match questionnaires in panel studies of
 *   adolescent substance use: codes may differ in one element
 * @example linkCodes({ before: first.personalCode, after: second.personalCode }).exact
 */
export function linkCodes(codes: CodesOfWaves): LinkedCodes {
  const size = codes.before.length;
  if (size !== codes.after.length || size < 2) {
    throw new RangeError("linkCodes requires the same two elements or more in both waves");
  }
  const rows = { before: rowsOf(codes.before), after: rowsOf(codes.after) };
  const exact = noPartners(rows);
  notePartners(keysWithout(codes, NONE), exact, undefined);
  const near = noPartners(rows);
  for (let left = 0; left < size; left += 1) notePartners(keysWithout(codes, left), near, exact);
  return collect(exact, near);
}

function rowsOf(elements: readonly CodeElement[]): number {
  return elements[0]?.values.length ?? 0;
}

function noPartners({ before, after }: { readonly before: number; readonly after: number }): Partners {
  return { before: new Int32Array(before).fill(NONE), after: new Int32Array(after).fill(NONE) };
}

/** Numbers the rows by their elements, one of them left out, or none; step by step, so that keys stay small. */
function keysWithout({ before, after }: CodesOfWaves, left: number): Keys {
  const keys = { before: new Int32Array(rowsOf(before)), after: new Int32Array(rowsOf(after)) };
  for (let place = 0; place < before.length; place += 1) {
    if (place === left) continue;
    const numbers = new Map<number, number>();
    refine(keys.before, before[place]?.values, numbers);
    refine(keys.after, after[place]?.values, numbers);
  }
  return keys;
}

function refine(keys: Int32Array, values: Uint16Array | undefined, numbers: Map<number, number>): void {
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? NO_KEY;
    const value = values?.[row] ?? UNANSWERED;
    if (key === NO_KEY || value === UNANSWERED) {
      keys[row] = NO_KEY;
      continue;
    }
    const whole = key * 0x10000 + value;
    const number = numbers.get(whole) ?? numbers.size;
    numbers.set(whole, number);
    keys[row] = number;
  }
}

/** The only row of a wave with each key, or TIED; rows that are already out of the running are passed over. */
function onlyRows(keys: Int32Array, done: Int32Array | undefined): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? NO_KEY;
    if (key === NO_KEY || (done !== undefined && done[row] !== NONE)) continue;
    rows.set(key, rows.has(key) ? TIED : row);
  }
  return rows;
}

/** Adds what these keys find to the partners; a second, different partner is a tie. */
function notePartners(keys: Keys, found: Partners, done: Partners | undefined): void {
  const before = onlyRows(keys.before, done?.before);
  const after = onlyRows(keys.after, done?.after);
  for (const side of ["before", "after"] as const) {
    const own = side === "before" ? before : after;
    const other = side === "before" ? after : before;
    for (let row = 0; row < keys[side].length; row += 1) {
      const key = keys[side][row] ?? NO_KEY;
      if (key === NO_KEY || (done !== undefined && done[side][row] !== NONE)) continue;
      const partner = other.get(key);
      const known = found[side][row] ?? NONE;
      // Exact: a code that two persons of one wave share belongs to neither, whether the other wave has it or not.
      if (done === undefined && own.get(key) === TIED) found[side][row] = TIED;
      else if (partner !== undefined) found[side][row] = known === NONE || known === partner ? partner : TIED;
    }
  }
}

function collect(exact: Partners, near: Partners): LinkedCodes {
  const before: number[] = [];
  const after: number[] = [];
  let whole = 0;
  for (let row = 0; row < exact.before.length; row += 1) {
    const same = mutual(exact, row);
    const partner = same ?? mutual(near, row);
    if (partner === undefined) continue;
    if (same !== undefined) whole += 1;
    before.push(row);
    after.push(partner);
  }
  return { before: Uint32Array.from(before), after: Uint32Array.from(after), exact: whole };
}

function mutual({ before, after }: Partners, row: number): number | undefined {
  const partner = before[row] ?? NONE;
  return partner >= 0 && after[partner] === row ? partner : undefined;
}
