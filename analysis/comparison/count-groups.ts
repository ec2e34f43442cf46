/** Scales and index counted within each group, once for all that is made of them. */
import type { CountedMeasure, ScoredMeasure } from "./compare-measure.ts";
import type { CountedWaves, IdPairs } from "./count-waves.ts";
import { crossCount, isDense, pairsOfCells, tablesOfIds } from "./count-waves.ts";
import type { GroupedRows } from "./group-rows.ts";
import type { ScoreColumn } from "./score-column.ts";

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
  return {
    by: grouped.by,
    groups: grouped.groups.map(({ label, persons }, place) => ({
      label,
      persons,
      measures: counted.flatMap(({ measure, cells }) => {
        const own = cells[place];
        return own === undefined ? [] : [{ ...measure, counted: own }];
      }),
    })),
    whole: counted.map(({ measure, whole }) => ({ ...measure, counted: whole })),
  };
}

interface ByGroup {
  readonly cells: readonly CountedWaves[];
  readonly whole: CountedWaves;
}

function countMeasureByGroup({ before, after }: ScoredMeasure, grouped: GroupedRows): ByGroup {
  const { groups, linked } = grouped;
  const first = countByPlace(before, grouped.before, groups.length);
  const second = countByPlace(after, grouped.after, groups.length);
  const sums = new PairSums(before, after, linked?.all ?? 0);
  const cells = groups.map((_, place) => {
    const pairs = linked?.groups[place];
    const crossed = pairs && crossCount(before, after, pairs);
    if (crossed !== undefined) sums.add(crossed);
    return tablesOfIds(
      { before: partOf(first, before, place), after: partOf(second, after, place) },
      crossed,
    );
  });
  if (linked !== undefined) sums.add(crossCount(before, after, linked.moved));
  const whole = tablesOfIds(
    { before: partOf(first, before, groups.length), after: partOf(second, after, groups.length) },
    linked && sums.pairs(),
  );
  return { cells, whole };
}

/** Counts by group and id, what is 0 or less first; after the groups their sum. */
function countByPlace({ ids, values }: ScoreColumn, places: Uint16Array, groups: number): Uint32Array {
  const width = values.length;
  const counts = new Uint32Array((groups + 1) * width);
  if (ids instanceof Uint16Array) {
    // Ids of scales are never below 0 nor beyond the scores.
    for (let row = 0; row < ids.length; row += 1) {
      const cell = Math.imul(places[row] ?? 0, width) + (ids[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  } else {
    for (let row = 0; row < ids.length; row += 1) {
      const id = ids[row] ?? 0;
      const cell = Math.imul(places[row] ?? 0, width) + (id > 0 && id < width ? id : 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const total = groups * width;
  for (let cell = 0; cell < total; cell += 1) {
    const sum = total + (cell % width);
    counts[sum] = (counts[sum] ?? 0) + (counts[cell] ?? 0);
  }
  return counts;
}

function partOf(counts: Uint32Array, { values }: ScoreColumn, place: number) {
  return { counts: counts.subarray(place * values.length, (place + 1) * values.length), values };
}

/** Adds up the pairs of all groups, in an array or, where that would be hardly filled, one after the other. */
class PairSums {
  private readonly width: number;
  private readonly cells: Uint32Array | undefined;
  private readonly lists: IdPairs[] = [];

  constructor(before: ScoreColumn, after: ScoreColumn, pairs: number) {
    this.width = after.values.length;
    const size = this.width * before.values.length;
    this.cells = isDense(size, pairs) ? new Uint32Array(size) : undefined;
  }

  add(list: IdPairs): void {
    const { cells, width } = this;
    if (cells === undefined) {
      this.lists.push(list);
      return;
    }
    const { before, after, counts } = list;
    for (let i = 0; i < counts.length; i += 1) {
      const cell = (before[i] ?? 0) * width + (after[i] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + (counts[i] ?? 0);
    }
  }

  pairs(): IdPairs {
    const { cells, lists, width } = this;
    if (cells !== undefined) return pairsOfCells(cells, width, 0);
    return {
      before: joined(lists.map(({ before }) => before)),
      after: joined(lists.map(({ after }) => after)),
      counts: joined(lists.map(({ counts }) => counts)),
    };
  }
}

function joined(lists: readonly ArrayLike<number>[]): Uint32Array {
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
 * @returns for each measure its code and kind, and the counts of every group
 * @example measuresOfGroups(counted)[0]?.cells.length // the number of groups
 */
export function measuresOfGroups({ groups }: CountedGroups) {
  return (groups[0]?.measures ?? []).map(({ measure: { code, kind } }, place) => ({
    code,
    kind,
    cells: groups.flatMap(({ label, measures }) => {
      const counted = measures[place]?.counted;
      return counted === undefined ? [] : [{ label, counted }];
    }),
  }));
}
