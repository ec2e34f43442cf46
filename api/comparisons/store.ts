/** Queries on what a coordinator says about comparisons: categories that were renamed, events that were counted. */
import { asc, eq, inArray } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";

/** A value of later waves that continues one of earlier waves. */
export interface RenamedValue {
  readonly item: string;
  readonly earlier: string;
  readonly later: string;
}

export async function renamedValues(db: PeopleReader, programme: string): Promise<RenamedValue[]> {
  const { renamedCategories } = db.tables;
  return db
    .select({
      item: renamedCategories.item,
      earlier: renamedCategories.earlier,
      later: renamedCategories.later,
    })
    .from(renamedCategories)
    .where(eq(renamedCategories.programmeId, programme))
    .orderBy(asc(renamedCategories.item), asc(renamedCategories.later));
}

export async function replaceRenamedValues(
  tx: PeopleWriter,
  programme: string,
  rows: readonly RenamedValue[],
): Promise<void> {
  const { renamedCategories } = tx.tables;
  await tx.delete(renamedCategories).where(eq(renamedCategories.programmeId, programme));
  for (const row of rows) await tx.insert(renamedCategories).values({ programmeId: programme, ...row });
}

/** Events of one kind in the time a wave speaks of, and how many staff there were. */
export interface CountedEvents {
  readonly name: string;
  readonly events: number;
  readonly staff: number;
}

export async function eventsOf(
  db: PeopleReader,
  waves: readonly string[],
): Promise<readonly (CountedEvents & { readonly wave: string })[]> {
  const { waveEvents } = db.tables;
  return db
    .select({
      wave: waveEvents.waveId,
      name: waveEvents.name,
      events: waveEvents.events,
      staff: waveEvents.staff,
    })
    .from(waveEvents)
    .where(inArray(waveEvents.waveId, [...waves]))
    .orderBy(asc(waveEvents.name));
}

export async function replaceEvents(
  tx: PeopleWriter,
  wave: string,
  rows: readonly CountedEvents[],
): Promise<void> {
  const { waveEvents } = tx.tables;
  await tx.delete(waveEvents).where(eq(waveEvents.waveId, wave));
  for (const row of rows) await tx.insert(waveEvents).values({ waveId: wave, ...row });
}
