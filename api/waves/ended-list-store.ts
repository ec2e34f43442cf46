/** Queries on lists of invited people that are deleted, and on what is left of them. */
import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { ListedGroup } from "../storage/open-wave-tables.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";

export interface EndedList {
  readonly endedAt: Date;
  readonly raters: number;
  readonly readers: number;
  readonly groups: readonly ListedGroup[];
}

export async function endedList(db: PeopleReader, waveId: string): Promise<EndedList | undefined> {
  const { endedLists } = db.tables;
  const [found] = await db.select().from(endedLists).where(eq(endedLists.waveId, waveId));
  return found;
}

/** Anonymous waves that closed no later than this and whose list is still there. */
export async function wavesWithList(db: PeopleReader, closedBefore: Date): Promise<string[]> {
  const { waves, endedLists, assignments } = db.tables;
  const rows = await db
    .selectDistinct({ id: waves.id })
    .from(waves)
    .innerJoin(assignments, eq(assignments.waveId, waves.id))
    .leftJoin(endedLists, eq(endedLists.waveId, waves.id))
    .where(
      and(
        eq(waves.identity, "anonymous"),
        inArray(waves.state, ["closed", "released"]),
        lte(waves.closedAt, closedBefore),
        isNull(endedLists.waveId),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Waves that closed no later than this, were not released since, and whose answers are kept until they are. */
export async function wavesNeverReleased(db: PeopleReader, closedBefore: Date) {
  const { waves } = db.tables;
  const found = await db
    .select({
      id: waves.id,
      programmeId: waves.programmeId,
      title: waves.title,
      closedAt: waves.closedAt,
      policy: waves.policy,
    })
    .from(waves)
    .where(
      and(eq(waves.identity, "anonymous"), eq(waves.state, "closed"), lte(waves.closedAt, closedBefore)),
    );
  return found.filter(({ policy }) => policy.retention.rule === "until-release");
}

/** Everything that says who was invited, and had which link in hand; numbers stay. */
export async function deleteList(tx: PeopleWriter, waveId: string, left: EndedList): Promise<void> {
  const { assignments, invitations, linkHandlings, waveProgress, endedLists } = tx.tables;
  await tx.delete(linkHandlings).where(eq(linkHandlings.waveId, waveId));
  await tx.delete(waveProgress).where(eq(waveProgress.waveId, waveId));
  await tx.delete(invitations).where(eq(invitations.waveId, waveId));
  // The salts of the commitment go with the entries.
  await tx.delete(assignments).where(eq(assignments.waveId, waveId));
  await tx.insert(endedLists).values({ waveId, ...left });
}
