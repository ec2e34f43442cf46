/** Everything that two waves have in common, counted: the answers are read here, and nowhere after. */
import type { CountedMeasure } from "./compare-measure.ts";
import { countMeasure } from "./compare-measure.ts";
import type { CountedGroups } from "./count-groups.ts";
import { countGroups, pairsOfGroups } from "./count-groups.ts";
import { countScale } from "./count-scale.ts";
import type { CountedWaves } from "./count-waves.ts";
import type { GroupedRows } from "./group-rows.ts";
import type { RowPairs } from "./link-rows.ts";
import type { Measures } from "./measures.ts";

/** Items over everybody; scales and then the index over everybody and within groups. */
export interface CountedMeasures {
  readonly items: readonly CountedMeasure[];
  readonly groups: CountedGroups;
}

/**
 * Counts all measures in two waves.
 * @param measures items, scales and index
 * @param grouped the rows of each group; for the whole only, of everybody as one group
 * @param pairs the linked rows; undefined when nobody is linked
 * @returns the counts
 * @example countMeasures(commonMeasures(before, after, plan), everybody(rows, pairs), pairs).items.length
 */
export function countMeasures(
  { items, scales, index }: Measures,
  grouped: GroupedRows,
  pairs: RowPairs | undefined,
): CountedMeasures {
  const lists = pairsOfGroups(grouped);
  const known = new Map<string, CountedWaves>();
  const counted = scales.map((measure) => {
    const scale = countScale({ before: measure.before(), after: measure.after() }, lists);
    measure.items.forEach(({ code }, place) => {
      const own = scale?.items[place];
      if (own !== undefined) known.set(code, own);
    });
    return { measure, ...(scale?.crossed === undefined ? {} : { crossed: scale.crossed }) };
  });
  const last = index === null ? [] : [{ measure: index }];
  return {
    items: items.map((measure) => {
      const own = known.get(measure.code);
      return own === undefined ? countMeasure(measure, pairs) : { measure, counted: own };
    }),
    groups: countGroups([...counted, ...last], grouped),
  };
}
