/** Scales and index counted within each group, once for all that is made of them. */
import type { CountedMeasure, ScoredMeasure } from "./compare-measure.ts";
import type { CountedWaves, IdPairs } from "./count-waves.ts";
import { crossCount, isDense, pairsOfCells, tablesOfIds } from "./count-waves.ts";
import type { GroupedRows } from "./group-rows.ts";
import type { ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

/** One group with its counts. */
export interface CountedGroup {
  readonly label: string;
  /** Rows of the group in each wave. */
  readonly persons: { readonly before: number; readonly after: number };
  /** In the order of the measures counted. */
  readonly measures: readonly CountedMeasure[];
}

/** All groups of a column. */
export interface CountedGroups {
  readonly by: string;
  readonly groups: readonly CountedGroup[];
  /** The measures counted over everybody: the sum of the groups, and of those who moved between them. */
  readonly whole: readonly CountedMeasure[];
  /** The measures counted over several groups as one; who moved between them is linked in none. */
  together(labels: readonly string[]): readonly CountedMeasure[];
}

/**
 * Counts measures within groups, and over everybody: each row is read once for both.
 * @param scored the scales and the index
 * @param grouped the rows of each group
 * @returns the groups with their counts
 * @example countGroups(scored, groupRows(before, after, { by: "site", pairs })).groups.length
 */
export function countGroups(scored: readonly ScoredMeasure[], grouped: GroupedRows): CountedGroups {
  const counted = scored.map((measure) => ({ measure, ...countMeasureByGroup(measure, grouped) }));
  const every = grouped.groups.map((_, place) => place);
  return {
    by: grouped.by,
    groups: grouped.groups.map(({ label, persons }, place) => ({
      label,
      persons,
      measures: counted.map(({ measure, sumOf }) => ({ ...measure, counted: sumOf([place]) })),
    })),
    whole: counted.map(({ measure, sumOf, moved }) => ({ ...measure, counted: sumOf(every, moved) })),
    together: (labels) => {
      const places = every.filter((place) => labels.includes(grouped.groups[place]?.label ?? ""));
      return counted.map(({ measure, sumOf }) => ({ ...measure, counted: sumOf(places) }));
    },
  };
}

interface ByGroup {
  /** The counts of some groups, and of further pairs, as those of one. */
  readonly sumOf: (places: readonly number[], further?: IdPairs) => CountedWaves;
  /** Persons who were in another group in each wave. */
  readonly moved: IdPairs | undefined;
}

function countMeasureByGroup({ before, after }: ScoredMeasure, grouped: GroupedRows): ByGroup {
  const { groups, linked } = grouped;
  const first = countByPlace(before, grouped.before, groups.length);
  const second = countByPlace(after, grouped.after, groups.length);
  const crossed = linked?.groups.map((pairs) => crossCount(before, after, pairs));
  const widths = { before: before.values.length, after: after.values.length };
  const pairsOf = (places: readonly number[], further: readonly IdPairs[]): IdPairs | undefined =>
    crossed && sumPairs([...places.flatMap((place) => crossed[place] ?? []), ...further], widths);
  return {
    sumOf: (places, further) =>
      tablesOfIds(
        { before: sumPlaces(first, before, places), after: sumPlaces(second, after, places) },
        pairsOf(places, further === undefined ? [] : [further]),
      ),
    moved: linked && crossCount(before, after, linked.moved),
  };
}

/** Counts by group and id, what is 0 or less first. */
function countByPlace(column: ScoreColumn, places: Uint16Array, groups: number): Uint32Array {
  const { keys, idOf, values } = column;
  const width = values.length;
  const counts = new Uint32Array(groups * width);
  if (keys instanceof Uint16Array) {
    countKeys(counts, { keys, idOf, width }, places);
    return counts;
  }
  for (let row = 0; row < keys.length; row += 1) {
    const cell = (places[row] ?? 0) * width + idAt(column, row);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** A loop of its own: engines make fast code of one that sees the keys of scales only. */
function countKeys(
  counts: Uint32Array,
  { keys, idOf, width }: { readonly keys: Uint16Array; readonly idOf: Uint16Array; readonly width: number },
  places: Uint16Array,
): void {
  for (let row = 0; row < keys.length; row += 1) {
    const cell = Math.imul(places[row] ?? 0, width) + (idOf[keys[row] ?? 0] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

function sumPlaces(counts: Uint32Array, { values }: ScoreColumn, places: readonly number[]) {
  const width = values.length;
  const sums = new Uint32Array(width);
  for (const place of places) {
    for (let id = 0; id < width; id += 1) sums[id] = (sums[id] ?? 0) + (counts[place * width + id] ?? 0);
  }
  return { counts: sums, values };
}

/** The pairs of several lists as one: in an array or, where that would be hardly filled, one after the other. */
function sumPairs(
  lists: readonly IdPairs[],
  widths: { readonly before: number; readonly after: number },
): IdPairs {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const persons = lists.reduce((sum, { counts }) => sum + counts.length, 0);
  if (!isDense(widths.before * widths.after, persons)) {
    return {
      before: joined(lists.map(({ before }) => before)),
      after: joined(lists.map(({ after }) => after)),
      counts: joined(lists.map(({ counts }) => counts)),
    };
  }
  const cells = new Uint32Array(widths.before * widths.after);
  for (const list of lists) addPairs(cells, list, widths.after);
  return pairsOfCells(cells, widths.after, cells.length);
}

function addPairs(cells: Uint32Array, { before, after, counts }: IdPairs, width: number): void {
  for (let i = 0; i < counts.length; i += 1) {
    const cell = (before[i] ?? 0) * width + (after[i] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + (counts[i] ?? 0);
  }
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

/**
 * Puts the groups' counts beside each other, measure by measure.
 * @param counted the groups
 * @returns for each measure its code, and the counts of every group
 * @example measuresOfGroups(counted)[0]?.cells.length // the number of groups
 */
export function measuresOfGroups({ groups }: CountedGroups) {
  return (groups[0]?.measures ?? []).map(({ measure: { code } }, place) => ({
    code,
    cells: groups.flatMap(({ label, measures }) => {
      const counted = measures[place]?.counted;
      return counted === undefined ? [] : [{ label, counted }];
    }),
  }));
}
