/** Queries on personal links of mentoring. */
import { and, eq } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import type { PeopleTables } from "../../storage/people-tables.ts";

export type StoredLink = PeopleTables["mentoringLinks"]["$inferSelect"];

export async function linkOfPerson(
  db: PeopleReader,
  roundId: string,
  personId: string,
): Promise<StoredLink | undefined> {
  const { mentoringLinks } = db.tables;
  const [link] = await db
    .select()
    .from(mentoringLinks)
    .where(and(eq(mentoringLinks.roundId, roundId), eq(mentoringLinks.personId, personId)));
  return link;
}

export async function linkBySecret(
  db: PeopleReader,
  roundId: string,
  secretHash: string,
): Promise<StoredLink | undefined> {
  const { mentoringLinks } = db.tables;
  const [link] = await db
    .select()
    .from(mentoringLinks)
    .where(and(eq(mentoringLinks.roundId, roundId), eq(mentoringLinks.secretHash, secretHash)));
  return link;
}

export async function insertLink(tx: PeopleWriter, link: StoredLink): Promise<void> {
  await tx.insert(tx.tables.mentoringLinks).values(link);
}
