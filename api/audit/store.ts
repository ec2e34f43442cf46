/** Queries on the audit log. */
import { asc, desc, eq, gt, inArray } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { AuditContent } from "./chain.ts";

export interface ChainedEvent extends AuditContent {
  readonly previousHash: string;
  readonly hash: string;
}

export async function newestEvent(db: PeopleReader): Promise<ChainedEvent | undefined> {
  const { auditEvents } = db.tables;
  const [newest] = await db.select().from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
  return newest;
}

export async function insertEvent(tx: PeopleWriter, event: ChainedEvent): Promise<void> {
  await tx.insert(tx.tables.auditEvents).values(event);
}

/** Rows in order, after the one with this number. */
export async function eventsAfter(db: PeopleReader, seq: number, limit: number): Promise<ChainedEvent[]> {
  const { auditEvents } = db.tables;
  return db
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq))
    .orderBy(asc(auditEvents.seq))
    .limit(limit);
}

/** Rows with the names of who acted, newest first. */
export async function eventPage(db: PeopleReader, page: { readonly offset: number; readonly limit: number }) {
  const { auditEvents, persons } = db.tables;
  return db
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      actorName: persons.name,
      action: auditEvents.action,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(persons, eq(persons.id, auditEvents.actorPersonId))
    .orderBy(desc(auditEvents.seq))
    .limit(page.limit)
    .offset(page.offset);
}

export async function eventCount(db: PeopleReader): Promise<number> {
  return db.$count(db.tables.auditEvents);
}

/** Rows of some actions, in order. */
export async function eventsOfActions(
  db: PeopleReader,
  actions: readonly string[],
): Promise<readonly ChainedEvent[]> {
  const { auditEvents } = db.tables;
  return db
    .select()
    .from(auditEvents)
    .where(inArray(auditEvents.action, [...actions]))
    .orderBy(asc(auditEvents.seq));
}
