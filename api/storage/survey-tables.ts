/** Tables of the identity store for staff surveys: how many people there are, what was released when, renamed units. */
import type { ColumnKit } from "./column-kit-postgres.ts";
import { type Identified, reference } from "./reference.ts";

/** The tables for the engine of the kit. */
export function defineSurveyTables(
  kit: ColumnKit,
  { programmes, waves }: { readonly programmes: Identified; readonly waves: Identified },
) {
  /** How many people there are in a category of a cut, answered or not. */
  const waveHeadcounts = kit.table(
    "waveHeadcounts",
    {
      waveId: reference(kit, waves),
      /** Codes of the cut, joined by "+". */
      cut: kit.text().notNull(),
      /** Values of the category, joined by "+". */
      category: kit.text().notNull(),
      headcount: kit.integer().notNull(),
    },
    (row) => [kit.primaryKey({ name: "waveHeadcountsKey", columns: [row.waveId, row.cut, row.category] })],
  );
  /** The ledger: every plan that was tried, published or refused. The figures themselves lie with the answers. */
  const releaseLedger = kit.table(
    "releaseLedger",
    {
      waveId: reference(kit, waves),
      number: kit.integer().notNull(),
      cuts: kit.json<readonly (readonly string[])[]>().notNull(),
      decidedAt: kit.time().notNull(),
      /** Why nothing was published; null if it was. */
      refusal: kit.text(),
    },
    (row) => [kit.primaryKey({ name: "releaseLedgerKey", columns: [row.waveId, row.number] })],
  );
  /** A coordinator's word that a category of later waves continues one of earlier waves under another value. */
  const renamedCategories = kit.table(
    "renamedCategories",
    {
      programmeId: reference(kit, programmes),
      /** Code of the item. */
      item: kit.text().notNull(),
      later: kit.text().notNull(),
      earlier: kit.text().notNull(),
    },
    (row) => [
      kit.primaryKey({ name: "renamedCategoriesKey", columns: [row.programmeId, row.item, row.later] }),
    ],
  );
  /** Events that the organisation counted in the time a wave speaks of, such as formal complaints. */
  const waveEvents = kit.table(
    "waveEvents",
    {
      waveId: reference(kit, waves),
      name: kit.text().notNull(),
      events: kit.integer().notNull(),
      staff: kit.integer().notNull(),
    },
    (row) => [kit.primaryKey({ name: "waveEventsKey", columns: [row.waveId, row.name] })],
  );
  return { waveHeadcounts, releaseLedger, renamedCategories, waveEvents };
}
