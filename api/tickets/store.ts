/** Queries on whether a ticket was issued: the only thing that tickets know of a rater. */
import { and, eq, isNull } from "drizzle-orm";
import type { PeopleTables, WaveState } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";

export interface TicketAssignment {
  readonly id: string;
  readonly group: string;
  readonly blindedHash: Uint8Array | null;
}

export async function stateOfAnonymousWave(
  db: Reader<PeopleTables>,
  wave: string,
): Promise<{ readonly state: WaveState; readonly closesAt: Date | null } | undefined> {
  const { waves } = db.tables;
  const [found] = await db
    .select({ state: waves.state, closesAt: waves.closesAt })
    .from(waves)
    .where(and(eq(waves.id, wave), eq(waves.identity, "anonymous")));
  return found;
}

/** The one assignment about the subject that the link with this hash is for. */
export async function assignmentOfLink(
  db: Reader<PeopleTables>,
  link: { readonly wave: string; readonly secretHash: string; readonly subject: string },
): Promise<TicketAssignment | undefined> {
  const { assignments, invitations } = db.tables;
  const [found] = await db
    .select({ id: assignments.id, group: assignments.group, blindedHash: assignments.blindedHash })
    .from(invitations)
    .innerJoin(
      assignments,
      and(
        eq(assignments.waveId, invitations.waveId),
        eq(assignments.raterPersonId, invitations.personId),
        eq(assignments.subjectCode, link.subject),
      ),
    )
    .where(and(eq(invitations.secretHash, link.secretHash), eq(invitations.waveId, link.wave)));
  return found;
}

/** Binds the assignment to one blinded element, the first; a later one leaves it as it is. */
export async function claimAssignment(
  tx: Writer<PeopleTables>,
  id: string,
  blindedHash: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { assignments } = tx.tables;
  await tx
    .update(assignments)
    .set({ blindedHash })
    .where(and(eq(assignments.id, id), isNull(assignments.blindedHash)));
  const [claimed] = await tx
    .select({ blindedHash: assignments.blindedHash })
    .from(assignments)
    .where(eq(assignments.id, id));
  return claimed?.blindedHash ?? undefined;
}
