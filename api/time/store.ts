/** Queries on what was seen of the clock, and on what it said was due. */
import { eq, inArray } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { ClockRecord } from "./sight-clock.ts";

const STEADY = "clock-steady";
const PLAUSIBLE = "clock-plausible";

export async function storedClock(db: PeopleReader): Promise<ClockRecord | undefined> {
  const { clockSightings } = db.tables;
  const rows = await db
    .select()
    .from(clockSightings)
    .where(inArray(clockSightings.what, [STEADY, PLAUSIBLE]));
  const steady = rows.find(({ what }) => what === STEADY);
  const plausible = rows.find(({ what }) => what === PLAUSIBLE);
  if (steady === undefined || plausible === undefined) return undefined;
  return {
    seenAt: steady.lastAt.getTime(),
    steadySince: steady.firstAt.getTime(),
    plausibleSince: plausible.firstAt.getTime(),
  };
}

async function put(tx: PeopleWriter, what: string, firstAt: number, lastAt: number): Promise<void> {
  const times = { firstAt: new Date(firstAt), lastAt: new Date(lastAt) };
  await tx
    .insert(tx.tables.clockSightings)
    .values({ what, ...times })
    .onConflictDoUpdate({ target: tx.tables.clockSightings.what, set: times });
}

export async function storeClock(tx: PeopleWriter, record: ClockRecord): Promise<void> {
  await put(tx, STEADY, record.steadySince, record.seenAt);
  await put(tx, PLAUSIBLE, record.plausibleSince, record.seenAt);
}

/** What was seen to be due is void: the clock that said so jumped. */
export async function forgetSightings(tx: PeopleWriter): Promise<void> {
  await tx.delete(tx.tables.clockSightings);
}

/** When this was first seen to be due; now, if it was not before. */
export async function dueSince(tx: PeopleWriter, what: string, now: Date): Promise<Date> {
  const { clockSightings } = tx.tables;
  const [seen] = await tx.select().from(clockSightings).where(eq(clockSightings.what, what));
  await put(tx, what, (seen?.firstAt ?? now).getTime(), now.getTime());
  return seen?.firstAt ?? now;
}

export async function forgetDue(tx: PeopleWriter, what: string): Promise<void> {
  await tx.delete(tx.tables.clockSightings).where(eq(tx.tables.clockSightings.what, what));
}
