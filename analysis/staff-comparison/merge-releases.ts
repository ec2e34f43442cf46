/** Several releases of one wave as one set of tables: the newest, with the cuts that only earlier ones have. */
import type { StaffCells, StaffScale, StaffTables } from "../staff-tables/staff-tables-model.ts";

/**
 * Puts releases of one wave together. All of them were audited together, so nothing new follows from it.
 * @param releases released tables of one wave, oldest first; at least one
 * @returns the newest tables, followed by each cut of earlier releases that they lack, the newer release's first
 * @throws RangeError without a release
 * @example mergeReleases([byUnit, byGrade]).cuts.map(({ codes }) => codes) // [["grade"], ["unit"]]
 */
export function mergeReleases(releases: readonly StaffTables[]): StaffTables {
  const newest = releases.at(-1);
  if (newest === undefined) throw new RangeError("mergeReleases requires at least one release");
  return [...releases].reverse().slice(1).reduce(withCutsOf, newest);
}

function withCutsOf(tables: StaffTables, earlier: StaffTables): StaffTables {
  const has = new Set(tables.cuts.map(({ codes }) => codes.join("+")));
  const places = earlier.cuts.flatMap(({ codes }, place) => (has.has(codes.join("+")) ? [] : [place]));
  if (places.length === 0) return tables;
  const scale = (own: StaffScale): StaffScale => {
    const before = earlier.scales.find(({ code }) => code === own.code);
    return { ...own, cells: joined(own.cells, before?.cells, { places, earlier }) };
  };
  const { index } = tables;
  return {
    ...tables,
    cuts: [...tables.cuts, ...places.flatMap((place) => earlier.cuts[place] ?? [])],
    items: tables.items.map((own) => {
      const before = earlier.items.find(({ code }) => code === own.code);
      return { ...own, cells: joined(own.cells, before?.cells, { places, earlier }) };
    }),
    scales: tables.scales.map(scale),
    index:
      index === null
        ? null
        : { ...index, cells: joined(index.cells, earlier.index?.cells, { places, earlier }) },
  };
}

/** What the earlier release did not have, such as an item that was one of its cuts, is shown for none of its groups. */
function joined<V>(
  own: StaffCells<V>,
  before: StaffCells<V> | undefined,
  from: { readonly places: readonly number[]; readonly earlier: StaffTables },
): StaffCells<V> {
  const hidden = { shown: false, reason: "group-not-shown" } as const;
  const added = from.places.map(
    (place) => before?.cuts[place] ?? (from.earlier.cuts[place]?.categories ?? []).map(() => hidden),
  );
  return { total: own.total, cuts: [...own.cuts, ...added] };
}
