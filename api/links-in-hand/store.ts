/** Queries on who had links of a wave in hand. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { LinkWay } from "../storage/open-wave-tables.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";

export interface LinkHandling {
  readonly personId: string;
  readonly way: LinkWay;
  readonly staffPersonId: string;
  /** Of the member of staff. */
  readonly staffName: string;
  readonly times: number;
}

export async function handlingsOf(db: Reader<PeopleTables>, waveId: string): Promise<LinkHandling[]> {
  const { linkHandlings, persons } = db.tables;
  return db
    .select({
      personId: linkHandlings.personId,
      way: linkHandlings.way,
      staffPersonId: linkHandlings.staffPersonId,
      staffName: persons.name,
      times: linkHandlings.times,
    })
    .from(linkHandlings)
    .innerJoin(persons, eq(persons.id, linkHandlings.staffPersonId))
    .where(eq(linkHandlings.waveId, waveId))
    .orderBy(asc(persons.name), asc(linkHandlings.staffPersonId));
}

export interface HandledLinks {
  readonly waveId: string;
  readonly way: LinkWay;
  readonly staffPersonId: string;
  readonly people: readonly string[];
}

/** Once more for each of these people. */
export async function noteHandling(
  tx: Writer<PeopleTables>,
  { waveId, way, staffPersonId, people }: HandledLinks,
): Promise<void> {
  const { linkHandlings } = tx.tables;
  for (const personId of people) {
    const key = { waveId, personId, way, staffPersonId };
    const counted = await tx
      .update(linkHandlings)
      .set({ times: sql`${linkHandlings.times} + 1` })
      .where(
        and(
          eq(linkHandlings.waveId, waveId),
          eq(linkHandlings.personId, personId),
          eq(linkHandlings.way, way),
          eq(linkHandlings.staffPersonId, staffPersonId),
        ),
      )
      .returning({ times: linkHandlings.times });
    if (counted.length === 0) await tx.insert(linkHandlings).values({ ...key, times: 1 });
  }
}
