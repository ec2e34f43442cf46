/** The counting pass: two score columns become frequency tables, and a cross table where persons are linked. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import type { LinkedWaves } from "../statistics/paired-table.ts";
import type { CrossedIds } from "./cross-ids.ts";
import { crossIds, takeLinked } from "./cross-ids.ts";
import type { RowPairs } from "./link-rows.ts";
import { countKeys } from "./pattern-worths.ts";
import type { BothWaves, ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

/** Everything the statistics need of two waves. */
export interface CountedWaves {
  readonly before: FrequencyTable;
  readonly after: FrequencyTable;
  /** Absent when the waves are not linked. */
  readonly linked?: LinkedWaves;
}

/**
 * Counts scores.
 * @param column the scores
 * @param rows whose; everybody's when absent
 * @returns how often each id occurs; what is no score stands first
 * @example countIds(itemScores(item)).length // one more than the points
 */
export function countIds(column: ScoreColumn, rows?: Uint32Array): Uint32Array {
  const { keys, idOf, values } = column;
  const counts = new Uint32Array(values.length);
  if (rows !== undefined && keys instanceof Uint16Array) {
    countRows(counts, { keys, idOf }, rows);
    return counts;
  }
  if (rows !== undefined) {
    for (const row of rows) counts[idAt(column, row)] = (counts[idAt(column, row)] ?? 0) + 1;
    return counts;
  }
  const ofKeys = keys instanceof Int8Array ? countAnswers(keys) : countKeys(keys, idOf.length);
  for (let key = 0; key < ofKeys.length; key += 1) {
    const id = idOf[key] ?? 0;
    counts[id] = (counts[id] ?? 0) + (ofKeys[key] ?? 0);
  }
  return counts;
}

/** A loop of its own: engines make fast code of one that sees the keys of scales only. */
function countRows(
  counts: Uint32Array,
  { keys, idOf }: { readonly keys: Uint16Array; readonly idOf: Uint16Array },
  rows: Uint32Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const id = idOf[keys[rows[i] ?? 0] ?? 0] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

function countAnswers(keys: Int8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let row = 0; row < keys.length; row += 1) {
    const key = (keys[row] ?? 0) & 255;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** A frequency table from counts by id. */
function tableOf(counts: Uint32Array, scores: Float64Array): FrequencyTable {
  const values: number[] = [];
  const found: number[] = [];
  let n = 0;
  let ascending = true;
  for (let id = 1; id < counts.length; id += 1) {
    const count = counts[id] ?? 0;
    if (count === 0) continue;
    const value = scores[id] ?? 0;
    if (n > 0 && value < (values[values.length - 1] ?? 0)) ascending = false;
    values.push(value);
    found.push(count);
    n += count;
  }
  const table = { values, counts: found, n, missing: counts[0] ?? 0 };
  return ascending ? table : sorted(table);
}

function sorted(table: FrequencyTable): FrequencyTable {
  const order = table.values.map((_, place) => place);
  order.sort((one, other) => (table.values[one] ?? 0) - (table.values[other] ?? 0));
  return {
    ...table,
    values: order.map((place) => table.values[place] ?? 0),
    counts: order.map((place) => table.counts[place] ?? 0),
  };
}

/** Counts by id in one wave, and the score of each id; the first stands for nothing. */
interface IdCounts {
  readonly counts: Uint32Array;
  readonly values: Float64Array;
}

/**
 * Makes the tables of counted ids.
 * @param ids how often each id occurs in each wave
 * @param crossed the ids of the linked persons among them; absent when nobody is linked
 * @returns frequency tables of both waves; with links also the cross table and those who answered once
 * @example tablesOfIds({ before: first, after: second }, undefined).before.n
 */
export function tablesOfIds(
  { before, after }: BothWaves<IdCounts>,
  crossed: CrossedIds | undefined,
): CountedWaves {
  const tables = {
    before: tableOf(before.counts, before.values),
    after: tableOf(after.counts, after.values),
  };
  if (crossed === undefined) return tables;
  const once = { before: before.counts.slice(), after: after.counts.slice() };
  const linked = takeLinked(crossed, { before: before.values, after: after.values }, once);
  return {
    ...tables,
    linked: {
      linked,
      all: tables,
      beforeOnly: tableOf(once.before, before.values),
      afterOnly: tableOf(once.after, after.values),
    },
  };
}

/**
 * Counts one measure in two waves. The cost of everything after this does not depend on the number of answers.
 * @param before the scores of the first wave
 * @param after the scores of the second wave
 * @param pairs the rows of those who are the same persons; absent when nobody is linked
 * @returns frequency tables of both waves; with pairs also the cross table and those who answered once
 * @example countWaves(itemScores(first), itemScores(second)).before.n
 */
export function countWaves(before: ScoreColumn, after: ScoreColumn, pairs?: RowPairs): CountedWaves {
  const ids = {
    before: { counts: countIds(before), values: before.values },
    after: { counts: countIds(after), values: after.values },
  };
  return tablesOfIds(ids, pairs && crossIds({ before, after }, [pairs])[0]);
}
