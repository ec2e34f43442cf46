/** Linked persons' ids before and after, one person after the other: where a table would hardly be filled. */
import type { PairedTable } from "../statistics/paired-table.ts";
import type { RowPairs } from "./link-rows.ts";
import type { BothWaves, ScoreColumn } from "./score-column.ts";

/** Some of a list of persons. */
export interface IdPairs {
  readonly persons: LinkedScores;
  readonly ranges: readonly Range[];
}

/** The id and the score of each person; 0 is no score. */
interface LinkedScores {
  readonly ids: BothWaves<Uint32Array>;
  readonly scores: BothWaves<Float64Array>;
  /** Each person counts once. */
  readonly ones: Uint32Array;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The persons of several lists.
 * @param waves the scores of both waves
 * @param lists the persons of each list
 * @returns one list of ids each, neighbours in memory
 * @example listIds({ before, after }, [pairs])
 */
export function listIds(
  { before, after }: BothWaves<ScoreColumn>,
  lists: readonly RowPairs[],
): readonly IdPairs[] {
  const first = idsOf(before, joined(lists.map((pairs) => pairs.before)));
  const second = idsOf(after, joined(lists.map((pairs) => pairs.after)));
  const persons: LinkedScores = {
    ids: { before: first, after: second },
    scores: { before: scoresOf(first, before.values), after: scoresOf(second, after.values) },
    ones: new Uint32Array(first.length).fill(1),
  };
  let end = 0;
  return lists.map((pairs) => {
    const start = end;
    end += pairs.before.length;
    return { persons, ranges: [{ start, end }] };
  });
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function idsOf({ keys, idOf }: ScoreColumn, rows: Uint32Array): Uint32Array {
  const ids = new Uint32Array(rows.length);
  const mask = keys instanceof Int8Array ? 0xff : 0xffff;
  for (let i = 0; i < rows.length; i += 1) ids[i] = idOf[(keys[rows[i] ?? 0] ?? 0) & mask] ?? 0;
  return ids;
}

function scoresOf(ids: Uint32Array, values: Float64Array): Float64Array {
  const scores = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) scores[i] = values[ids[i] ?? 0] ?? 0;
  return scores;
}

/**
 * Several lists as one.
 * @param lists lists that were made together
 * @param form one of them
 * @returns the list of all their persons
 * @example joinLists([one, other], one)
 */
export function joinLists(lists: readonly IdPairs[], { persons }: IdPairs): IdPairs {
  return { persons, ranges: merged(lists.flatMap(({ ranges }) => ranges)) };
}

/** Neighbours become one range. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last?.end === range.start) all[all.length - 1] = { start: last.start, end: range.end };
    else all.push(range);
  }
  return all;
}

/**
 * Adds the persons of a list to the counts of both waves.
 * @param list the persons
 * @param counts how often each id occurs
 * @returns nothing
 * @example addPairs(list, { before: first, after: second })
 */
export function addPairs({ persons: { ids }, ranges }: IdPairs, counts: BothWaves<Uint32Array>): void {
  for (const { start, end } of ranges) {
    countIds(counts.before, ids.before, { start, end });
    countIds(counts.after, ids.after, { start, end });
  }
}

function countIds(counts: Uint32Array, ids: Uint32Array, { start, end }: Range): void {
  for (let i = start; i < end; i += 1) {
    const id = ids[i] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

/**
 * The scores of a list's persons who have one in both waves; they are taken out of the counts of everybody.
 * @param list the persons
 * @param counts how often each id occurs in each wave; what is left are those who have one score
 * @returns the pairs of scores, one a person
 * @example takePairs(list, { before: first, after: second }).n
 */
export function takePairs(
  { persons, ranges }: IdPairs,
  { before, after }: BothWaves<Uint32Array>,
): PairedTable {
  const { ids, scores, ones } = persons;
  const length = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let n = 0;
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i += 1) {
      const [one, two] = [ids.before[i] ?? 0, ids.after[i] ?? 0];
      if (one === 0 || two === 0) continue;
      before[one] = (before[one] ?? 0) - 1;
      after[two] = (after[two] ?? 0) - 1;
      n += 1;
    }
  }
  const [only, further] = ranges;
  const pairs =
    only !== undefined && further === undefined && n === length
      ? {
          before: scores.before.subarray(only.start, only.end),
          after: scores.after.subarray(only.start, only.end),
        }
      : scoresOfBoth(persons, ranges, n);
  return { ...pairs, counts: ones.subarray(0, n), n };
}

/** The scores of those who have both. */
function scoresOfBoth(
  { ids, scores }: LinkedScores,
  ranges: readonly Range[],
  n: number,
): BothWaves<Float64Array> {
  const [before, after] = [new Float64Array(n), new Float64Array(n)];
  let at = 0;
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i += 1) {
      if (ids.before[i] === 0 || ids.after[i] === 0) continue;
      before[at] = scores.before[i] ?? 0;
      after[at] = scores.after[i] ?? 0;
      at += 1;
    }
  }
  return { before, after };
}
