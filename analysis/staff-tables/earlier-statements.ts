/** What earlier releases of the same answers said, as the steps of a further one take it up. */
import type { ReleasePlan } from "./release-plan.ts";
import type { StaffDistribution, StaffTables } from "./staff-tables-model.ts";
import { REST } from "./step-layout.ts";

/** By code of an item: what was said of each aggregate of the plan, by its place; and of the rest. */
export type SaidEarlier = (item: string) => ReadonlyMap<number, StaffDistribution>;

/**
 * Finds what stands already. A group that was released more than once was said the same each time.
 *
 * @param earlier releases made from the same answers, oldest first
 * @param plan the cuts of all of them, and those of the new one
 * @returns what each item's cells said
 * @example earlierStatements([first], plan)("calm").get(0); // everybody's answers
 */
export function earlierStatements(
  earlier: readonly StaffTables[],
  { cuts, aggregates }: Pick<ReleasePlan, "cuts" | "aggregates">,
): SaidEarlier {
  const places = new Map(
    aggregates.map(({ cut, category }, place) => [
      cut < 0 ? "" : nameOf(cuts[cut]?.codes ?? [], cuts[cut]?.categories[category]?.values ?? []),
      place,
    ]),
  );
  return (code) => {
    const said = new Map<number, StaffDistribution>();
    for (const tables of earlier) {
      const item = tables.items.find((one) => one.code === code);
      if (item === undefined) continue;
      const note = (place: number | undefined, cell: typeof item.cells.total | undefined): void => {
        if (place !== undefined && cell?.shown === true && !said.has(place)) said.set(place, cell.value);
      };
      note(0, item.cells.total);
      note(REST, item.rest);
      tables.cuts.forEach(({ codes, categories }, cut) => {
        categories.forEach(({ values }, category) => {
          note(places.get(nameOf(codes, values)), item.cells.cuts[cut]?.[category]);
        });
      });
    }
    return said;
  };
}

function nameOf(codes: readonly string[], values: readonly string[]): string {
  return JSON.stringify([codes, values]);
}
