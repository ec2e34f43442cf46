/** Queries on released staff tables, on the ledger that says when, and on the waves they belong to. */
import { and, asc, count, desc, eq, inArray, lt, max, ne } from "drizzle-orm";
import { readStoredTables } from "../../analysis/staff-tables/read-stored-tables.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { AnswerReader, AnswerTables, AnswerWriter } from "../storage/answer-store.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";

/** Its tables in today's shape, whenever they were released. */
export interface StoredTables extends Omit<AnswerTables["tableReleases"]["$inferSelect"], "tables"> {
  readonly tables: StaffTables;
}
export type LedgerEntry = PeopleTables["releaseLedger"]["$inferSelect"];

/** The id of a wave's release. */
export function releaseId(wave: string, number: number): string {
  return `${wave}:${number}`;
}

/** The place of a release in the ledger, from its id. */
export function releaseNumber(id: string): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}

export async function tablesOf(db: AnswerReader, id: string): Promise<StoredTables | undefined> {
  const { tableReleases } = db.tables;
  const [found] = await db.select().from(tableReleases).where(eq(tableReleases.id, id));
  return found === undefined ? undefined : { ...found, tables: readStoredTables(found.tables) };
}

/** Ids of what a wave has published. */
export async function publishedIds(db: AnswerReader, wave: string): Promise<string[]> {
  const { tableReleases } = db.tables;
  const rows = await db
    .select({ id: tableReleases.id })
    .from(tableReleases)
    .where(eq(tableReleases.wave, wave));
  return rows.map(({ id }) => id).sort((a, b) => releaseNumber(a) - releaseNumber(b));
}

/** Until the wave is released nobody reads it, so that an interrupted release may be computed again. */
export async function putTables(tx: AnswerWriter, release: AnswerTables["tableReleases"]["$inferInsert"]) {
  const { tableReleases } = tx.tables;
  await tx
    .insert(tableReleases)
    .values(release)
    .onConflictDoUpdate({ target: tableReleases.id, set: release });
}

export async function ledgerOf(db: PeopleReader, wave: string): Promise<LedgerEntry[]> {
  const { releaseLedger } = db.tables;
  return db
    .select()
    .from(releaseLedger)
    .where(eq(releaseLedger.waveId, wave))
    .orderBy(asc(releaseLedger.number));
}

export async function nextNumber(db: PeopleReader, wave: string): Promise<number> {
  const { releaseLedger } = db.tables;
  const [row] = await db
    .select({ last: max(releaseLedger.number) })
    .from(releaseLedger)
    .where(eq(releaseLedger.waveId, wave));
  return (row?.last ?? 0) + 1;
}

export async function writeLedger(tx: PeopleWriter, entry: LedgerEntry): Promise<void> {
  await tx.insert(tx.tables.releaseLedger).values(entry).onConflictDoNothing();
}

/** Anonymous staff surveys that have been opened or imported, of all programmes, the newest first. */
export async function surveyWaves(db: PeopleReader) {
  const { waves, programmes } = db.tables;
  return db
    .select({
      wave: waves.id,
      title: waves.title,
      programme: waves.programmeId,
      programmeName: programmes.name,
      definitionId: waves.definitionId,
      kind: waves.kind,
      state: waves.state,
      openedAt: waves.openedAt,
      closedAt: waves.closedAt,
      releasedAt: waves.releasedAt,
    })
    .from(waves)
    .innerJoin(programmes, eq(programmes.id, waves.programmeId))
    .where(and(eq(waves.kind, "staff-survey"), eq(waves.identity, "anonymous"), ne(waves.state, "draft")))
    .orderBy(desc(waves.openedAt), asc(waves.title));
}

/** How many were asked, by wave. */
export async function invitedByWave(db: PeopleReader): Promise<ReadonlyMap<string, number>> {
  const { assignments } = db.tables;
  const rows = await db
    .select({ wave: assignments.waveId, invited: count() })
    .from(assignments)
    .groupBy(assignments.waveId);
  const ended = await db.select().from(db.tables.endedLists);
  const before = ended.map(({ waveId, groups }): [string, number] => [
    waveId,
    groups.reduce((sum, { invited }) => sum + invited, 0),
  ]);
  return new Map([...before, ...rows.map(({ wave, invited }): [string, number] => [wave, invited])]);
}

/** Anonymous staff surveys of the same programme that closed before, the newest first. */
export async function wavesBefore(db: PeopleReader, wave: string): Promise<string[]> {
  const { waves } = db.tables;
  const [own] = await db.select().from(waves).where(eq(waves.id, wave));
  if (own?.closedAt === undefined || own.closedAt === null) return [];
  const rows = await db
    .select({ id: waves.id })
    .from(waves)
    .where(
      and(
        eq(waves.programmeId, own.programmeId),
        eq(waves.kind, "staff-survey"),
        eq(waves.identity, "anonymous"),
        inArray(waves.state, ["closed", "releasing", "released"]),
        ne(waves.id, wave),
        lt(waves.closedAt, own.closedAt),
      ),
    )
    .orderBy(desc(waves.closedAt));
  return rows.map(({ id }) => id);
}
