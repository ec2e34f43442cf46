/** The tables of the identity store that tell who was asked what before: digests under a key, without names or flags. */
import type { ColumnKit } from "./column-kit-postgres.ts";
import { type Identified, reference } from "./reference.ts";

/** By code of an item: digests of what was asked. */
export type ItemDigests = Readonly<Record<string, readonly string[]>>;

/** The tables for the engine of the kit. */
export function defineLedgerTables(kit: ColumnKit, { waves }: { readonly waves: Identified }) {
  /** The one key of the digests, wrapped by the key-encryption key: without it a copy tells nobody's digest. */
  const ledgerKeys = kit.table("ledgerKeys", {
    purpose: kit.text().primaryKey(),
    wrapped: kit.bytes().notNull(),
  });
  const ledgerWaves = kit.table("ledgerWaves", {
    waveId: kit
      .text()
      .primaryKey()
      .references(() => waves.id),
    items: kit.json<ItemDigests>().notNull(),
  });
  /** Who belonged to which anonymous group of a wave; stays as long as a figure of that wave is stored. */
  const ledgerPeople = kit.table(
    "ledgerPeople",
    {
      waveId: reference(kit, waves),
      /** Digest of the person they were asked about; "" in a survey about nobody in particular. */
      about: kit.text().notNull(),
      /** Their code in this wave, under which its report is stored. */
      subject: kit.text().notNull(),
      group: kit.text().notNull(),
      /** Digest of the person who was asked. */
      person: kit.text().notNull(),
    },
    (row) => [
      kit.primaryKey({ name: "ledgerPeopleKey", columns: [row.waveId, row.about, row.group, row.person] }),
      kit.index("ledgerPeopleAbout").on(row.about),
    ],
  );
  return { ledgerKeys, ledgerWaves, ledgerPeople };
}
