/** Scales and index counted within each group, once for all that is made of them. */
import type { CountedMeasure, ScoredMeasure } from "./compare-measure.ts";
import { countMeasure } from "./compare-measure.ts";
import type { GroupedRows } from "./group-rows.ts";

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
}

/**
 * Counts measures within groups.
 * @param scored the scales and the index
 * @param grouped the rows of each group
 * @returns the groups with their counts
 * @example countGroups(scored, groupRows(before, after, { by: "site", pairs })).groups.length
 */
export function countGroups(scored: readonly ScoredMeasure[], { by, groups }: GroupedRows): CountedGroups {
  return {
    by,
    groups: groups.map(({ label, before, after, pairs }) => {
      const selection = { before, after, ...(pairs === undefined ? {} : { pairs }) };
      return {
        label,
        persons: { before: before.length, after: after.length },
        measures: scored.map((measure) => countMeasure(measure, selection)),
      };
    }),
  };
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
