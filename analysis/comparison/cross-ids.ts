/** Linked persons' ids before and after: counted in a table where it is filled, else one person after the other. */
import type { PairedTable } from "../statistics/paired-table.ts";
import type { IdCells } from "./id-cells.ts";
import { addCells, countCells, emptyCells, sumCells, takeCells } from "./id-cells.ts";
import type { IdPairs } from "./id-pairs.ts";
import { addPairs, joinLists, listIds, takePairs } from "./id-pairs.ts";
import type { RowPairs } from "./link-rows.ts";
import type { BothWaves, ScoreColumn } from "./score-column.ts";

/** The ids of linked persons. */
export type CrossedIds = IdCells | IdPairs;

/**
 * The ids of several lists of linked persons.
 * @param waves the scores of both waves
 * @param lists the persons of each list
 * @returns their ids, for all lists in the same form
 * @example crossIds({ before, after }, [pairs])[0]
 */
export function crossIds(waves: BothWaves<ScoreColumn>, lists: readonly RowPairs[]): readonly CrossedIds[] {
  const tables = emptyCells(waves, lists);
  if (tables === undefined) return listIds(waves, lists);
  tables.forEach((table, place) => {
    const pairs = lists[place];
    if (pairs !== undefined) countCells(table, waves, pairs);
  });
  return tables;
}

/**
 * Several lists as one.
 * @param crossed the lists that were crossed together, one or more
 * @param places which of them
 * @returns the ids of their persons
 * @throws RangeError without a list
 * @example sumCrossed(crossIds(waves, lists), [0, 2])
 */
export function sumCrossed(crossed: readonly CrossedIds[], places: readonly number[]): CrossedIds {
  const [first] = crossed;
  if (first === undefined) throw new RangeError("sumCrossed requires lists that were crossed");
  const chosen = places.flatMap((place) => crossed[place] ?? []);
  const [only, further] = chosen;
  if (only !== undefined && further === undefined) return only;
  return "cells" in first
    ? sumCells(
        chosen.flatMap((one) => ("cells" in one ? [one] : [])),
        first,
      )
    : joinLists(
        chosen.flatMap((one) => ("cells" in one ? [] : [one])),
        first,
      );
}

/**
 * Adds linked persons to the counts of both waves.
 * @param counts how often each id occurs among the others
 * @param crossed the linked persons
 * @returns nothing
 * @example addLinked({ before: first, after: second }, crossed)
 */
export function addLinked(counts: BothWaves<Uint32Array>, crossed: CrossedIds): void {
  if ("cells" in crossed) addCells(crossed, counts);
  else addPairs(crossed, counts);
}

/**
 * The scores of the linked persons who have one in both waves; they are taken out of the counts of everybody.
 * @param crossed the linked persons' ids
 * @param values the score of each id
 * @param counts how often each id occurs in each wave; what is left are those who have one score
 * @returns the pairs of scores; in the second form of ids a pair may come again
 * @example takeLinked(crossed, { before: values, after: values }, { before: first, after: second }).n
 */
export function takeLinked(
  crossed: CrossedIds,
  values: BothWaves<Float64Array>,
  counts: BothWaves<Uint32Array>,
): PairedTable {
  return "cells" in crossed ? takeCells(crossed, values, counts) : takePairs(crossed, counts);
}
