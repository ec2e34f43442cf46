/** Queries on the ledger over waves. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { allPages, chunksOf } from "../storage/chunks.ts";
import type { ItemDigests } from "../storage/ledger-tables.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";

type Db = Reader<PeopleTables>;
type Tx = Writer<PeopleTables>;

export type LedgerPerson = PeopleTables["ledgerPeople"]["$inferSelect"];

export async function wrappedLedgerKey(db: Db, purpose: string): Promise<Uint8Array | undefined> {
  const { ledgerKeys } = db.tables;
  const [found] = await db
    .select({ wrapped: ledgerKeys.wrapped })
    .from(ledgerKeys)
    .where(eq(ledgerKeys.purpose, purpose));
  return found?.wrapped;
}

export async function insertLedgerKey(tx: Tx, purpose: string, wrapped: Uint8Array): Promise<void> {
  await tx.insert(tx.tables.ledgerKeys).values({ purpose, wrapped });
}

export async function insertLedgerWave(
  tx: Tx,
  wave: { readonly waveId: string; readonly items: ItemDigests },
  people: readonly LedgerPerson[],
): Promise<void> {
  await tx.insert(tx.tables.ledgerWaves).values(wave);
  for await (const part of chunksOf(people)) await tx.insert(tx.tables.ledgerPeople).values(part);
}

/** Nothing is left of who was asked what in a wave; that it was noted stays, so that it is not noted again. */
export async function emptyLedgerWave(tx: Tx, waveId: string): Promise<void> {
  const { ledgerPeople, ledgerWaves } = tx.tables;
  await tx.delete(ledgerPeople).where(eq(ledgerPeople.waveId, waveId));
  await tx.update(ledgerWaves).set({ items: {} }).where(eq(ledgerWaves.waveId, waveId));
}

/** Waves that are closed, not released, and of which the ledger holds something. */
export async function closedWavesInLedger(db: Db): Promise<readonly string[]> {
  const { ledgerWaves, waves } = db.tables;
  const found = await db
    .select({ id: waves.id, items: ledgerWaves.items })
    .from(ledgerWaves)
    .innerJoin(waves, eq(waves.id, ledgerWaves.waveId))
    .where(eq(waves.state, "closed"))
    .orderBy(asc(waves.id));
  return found.filter(({ items }) => Object.keys(items).length > 0).map(({ id }) => id);
}

/** All waves of the ledger, with what they asked and when. */
export async function wavesInLedger(db: Db) {
  const { ledgerWaves, waves } = db.tables;
  return db
    .select({
      wave: waves.id,
      title: waves.title,
      programme: waves.programmeId,
      openedAt: waves.openedAt,
      closedAt: waves.closedAt,
      policy: waves.policy,
      items: ledgerWaves.items,
    })
    .from(ledgerWaves)
    .innerJoin(waves, eq(waves.id, ledgerWaves.waveId))
    .orderBy(asc(waves.openedAt), asc(waves.id));
}

/** Who belonged to which group of a wave, of those that were about one of these. */
export async function peopleInLedger(
  db: Db,
  waveId: string,
  about: readonly string[],
): Promise<LedgerPerson[]> {
  const { ledgerPeople } = db.tables;
  const { about: subject, group, person } = ledgerPeople;
  const found: LedgerPerson[] = [];
  for await (const part of chunksOf(about)) {
    const rows = await allPages((after: LedgerPerson | undefined, most) =>
      db
        .select()
        .from(ledgerPeople)
        .where(
          and(
            eq(ledgerPeople.waveId, waveId),
            inArray(subject, part),
            after &&
              sql`(${subject}, ${group}, ${person}) > (${after.about}, ${after.group}, ${after.person})`,
          ),
        )
        .orderBy(asc(subject), asc(group), asc(person))
        .limit(most),
    );
    for (const row of rows) found.push(row);
  }
  return found;
}

/** Who belonged to which group of a wave. */
export async function everybodyInLedger(db: Db, waveId: string): Promise<LedgerPerson[]> {
  const { ledgerPeople } = db.tables;
  const rows = await db
    .selectDistinct({ about: ledgerPeople.about })
    .from(ledgerPeople)
    .where(eq(ledgerPeople.waveId, waveId));
  return peopleInLedger(
    db,
    waveId,
    rows.map(({ about }) => about),
  );
}

/** Anonymous waves that were opened here and of which the ledger holds nothing: an older version opened them. */
export async function wavesToNote(db: Db) {
  const { waves, ledgerWaves } = db.tables;
  return db
    .select({ id: waves.id, definitionId: waves.definitionId })
    .from(waves)
    .leftJoin(ledgerWaves, eq(ledgerWaves.waveId, waves.id))
    .where(
      and(
        isNull(ledgerWaves.waveId),
        isNotNull(waves.openedAt),
        ne(waves.state, "draft"),
        eq(waves.identity, "anonymous"),
      ),
    )
    .orderBy(asc(waves.id));
}
