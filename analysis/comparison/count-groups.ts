/** Scales and index counted within each group, once for all that is made of them. */
import type { CountedMeasure } from "./compare-measure.ts";
import type { CountedWaves } from "./count-waves.ts";
import { countIds, tablesOfIds } from "./count-waves.ts";
import type { CrossedIds } from "./cross-ids.ts";
import { addLinked, crossIds, sumCrossed } from "./cross-ids.ts";
import type { GroupedRows, RowGroup } from "./group-rows.ts";
import { addCounts } from "./id-cells.ts";
import type { Measure } from "./measures.ts";
import type { BothWaves } from "./score-column.ts";

/** One group with its counts. */
export interface CountedGroup {
  readonly label: string;
  /** Rows of the group in each wave. */
  readonly persons: { readonly before: number; readonly after: number };
  /** In the order of the measures counted. */
  readonly measures: readonly CountedMeasure[];
}

/** All groups. */
export interface CountedGroups {
  readonly groups: readonly CountedGroup[];
  /** The measures counted over everybody: the sum of the groups, and of those who moved between them. */
  readonly whole: readonly CountedMeasure[];
  /** The measures counted over several groups as one; who moved between them is linked in none. */
  together(labels: readonly string[]): readonly CountedMeasure[];
}

/** A measure, and where that has been done already, the linked persons' ids: of each group, and who moved. */
export interface MeasureToCount {
  readonly measure: Measure;
  readonly crossed?: readonly CrossedIds[];
}

/**
 * Counts measures within groups, and over everybody: each row is read once for both.
 * @param measures the scales and the index
 * @param grouped the rows of each group
 * @returns the groups with their counts
 * @example countGroups([{ measure }], groupRows(before, after, { by: "site", pairs })).groups.length
 */
export function countGroups(measures: readonly MeasureToCount[], grouped: GroupedRows): CountedGroups {
  const counted = measures.map(({ measure, crossed = crossedIn(measure, grouped) }) => ({
    measure,
    sumOf: countByGroup(measure, grouped, crossed),
  }));
  const every = grouped.groups.map((_, place) => place);
  const sum = (places: readonly number[]): readonly CountedMeasure[] =>
    counted.map(({ measure, sumOf }) => ({ measure, counted: sumOf(places) }));
  return {
    groups: grouped.groups.map((group, place) => ({
      label: group.label,
      persons: personsOf(group),
      measures: sum([place]),
    })),
    // Behind the groups stand those who moved.
    whole: sum([...every, every.length]),
    together: (labels) => sum(every.filter((place) => labels.includes(grouped.groups[place]?.label ?? ""))),
  };
}

function personsOf({ alone, pairs }: RowGroup): CountedGroup["persons"] {
  const linked = pairs?.before.length ?? 0;
  return { before: alone.before.length + linked, after: alone.after.length + linked };
}

/**
 * The linked persons, group by group, and last those who moved.
 * @param grouped the rows of each group
 * @returns one list a group and one more; undefined when the waves are not linked
 * @example pairsOfGroups(grouped)?.at(-1)
 */
export function pairsOfGroups({ groups, moved }: GroupedRows) {
  return moved && [...groups.flatMap(({ pairs }) => pairs ?? []), moved];
}

function crossedIn(measure: Measure, grouped: GroupedRows): readonly CrossedIds[] | undefined {
  const lists = pairsOfGroups(grouped);
  return lists && crossIds({ before: measure.before(), after: measure.after() }, lists);
}

/** The counts of some groups as those of one; further places are of linked persons who were counted alone. */
type SumOf = (places: readonly number[]) => CountedWaves;

function countByGroup(
  measure: Measure,
  { groups }: GroupedRows,
  crossed: readonly CrossedIds[] | undefined,
): SumOf {
  const [before, after] = [measure.before(), measure.after()];
  const counts = groups.map(({ alone }, place): BothWaves<Uint32Array> => {
    const own = { before: countIds(before, alone.before), after: countIds(after, alone.after) };
    const linked = crossed?.[place];
    if (linked !== undefined) addLinked(own, linked);
    return own;
  });
  const sumIn = (side: "before" | "after", places: readonly number[], values: Float64Array) => ({
    counts: sumCounts(
      places.flatMap((place) => counts[place]?.[side] ?? []),
      values.length,
    ),
    values,
  });
  return (places) =>
    tablesOfIds(
      { before: sumIn("before", places, before.values), after: sumIn("after", places, after.values) },
      crossed && sumCrossed(crossed, places),
    );
}

function sumCounts(counts: readonly Uint32Array[], length: number): Uint32Array {
  const [only, further] = counts;
  if (only !== undefined && further === undefined) return only;
  const sums = new Uint32Array(length);
  for (const one of counts) addCounts(sums, one);
  return sums;
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
