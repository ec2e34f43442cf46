/** Queries on whether a ticket was issued: the only thing that tickets know of a rater. */
import { and, asc, count, eq, isNull, ne, or, sql } from "drizzle-orm";
import { mapInSlices } from "../give-way.ts";
import { chunksOf } from "../storage/chunks.ts";
import type { PeopleTables, WaveState } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import { TICKET_MARK_BYTES, type TicketMarks } from "./ticket-mark.ts";

export type Assignment = PeopleTables["assignments"]["$inferSelect"];

export interface TicketAssignment {
  readonly id: string;
  readonly group: string;
  readonly ticketMark: Uint8Array | null;
}

export interface AnonymousWave {
  readonly state: WaveState;
  readonly closesAt: Date | null;
  /** Wrapped; null once the wave has closed. */
  readonly invitationKey: Uint8Array | null;
}

export async function stateOfAnonymousWave(
  db: Reader<PeopleTables>,
  wave: string,
): Promise<AnonymousWave | undefined> {
  const { waves } = db.tables;
  const [found] = await db
    .select({ state: waves.state, closesAt: waves.closesAt, invitationKey: waves.invitationKey })
    .from(waves)
    .where(and(eq(waves.id, wave), eq(waves.identity, "anonymous")));
  return found;
}

/** How many people a link asks about, in an open wave that takes drafts; 0 for a link nobody has. */
export async function askedByLink(
  db: Reader<PeopleTables>,
  link: { readonly wave: string; readonly secretHash: string },
): Promise<number> {
  const { assignments, invitations, waves } = db.tables;
  const [found] = await db
    .select({ asked: count() })
    .from(invitations)
    .innerJoin(waves, and(eq(waves.id, invitations.waveId), eq(waves.state, "open")))
    .innerJoin(
      assignments,
      and(eq(assignments.waveId, invitations.waveId), eq(assignments.raterPersonId, invitations.personId)),
    )
    .where(and(eq(invitations.secretHash, link.secretHash), eq(invitations.waveId, link.wave)));
  return found?.asked ?? 0;
}

/** The one assignment about the subject that the link with this hash is for. */
export async function assignmentOfLink(
  db: Reader<PeopleTables>,
  link: { readonly wave: string; readonly secretHash: string; readonly subject: string },
): Promise<TicketAssignment | undefined> {
  const { assignments, invitations } = db.tables;
  const [found] = await db
    .select({ id: assignments.id, group: assignments.group, ticketMark: assignments.ticketMark })
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

/**
 * Binds the assignment to one blinded element, the first; a later one leaves it as it is.
 * @returns the hash of the element it is bound to; undefined if there is no such assignment
 */
export async function claimAssignment(
  tx: Writer<PeopleTables>,
  marks: TicketMarks,
  claim: { readonly id: string; readonly hash: Uint8Array },
): Promise<Uint8Array | undefined> {
  const { assignments } = tx.tables;
  const [found] = await tx
    .select({ ticketMark: assignments.ticketMark })
    .from(assignments)
    .where(eq(assignments.id, claim.id));
  if (found === undefined) return undefined;
  const before = marks.read(claim.id, found.ticketMark);
  if (before !== undefined) return before;
  // Writes run one after the other on either engine, so nobody else can have come in between.
  await tx
    .update(assignments)
    .set({ ticketMark: marks.issued(claim.id, claim.hash) })
    .where(eq(assignments.id, claim.id));
  return claim.hash;
}

/** Assignments of waves that were opened by an older version, whose marks are not sealed, in the order of their ids. */
export async function unsealedAssignments(db: Reader<PeopleTables>) {
  const { assignments, waves } = db.tables;
  const bytes = sql`length(${assignments.ticketMark})`;
  return db
    .select({ assignment: assignments, wave: { id: waves.id, invitationKey: waves.invitationKey } })
    .from(assignments)
    .innerJoin(waves, eq(waves.id, assignments.waveId))
    .where(and(ne(waves.state, "draft"), or(isNull(assignments.ticketMark), ne(bytes, TICKET_MARK_BYTES))))
    .orderBy(asc(assignments.id));
}

/** Gives each of these a mark that says: no ticket yet. */
export async function freshenMarks(
  tx: Writer<PeopleTables>,
  marks: TicketMarks,
  rows: readonly Assignment[],
): Promise<void> {
  await putMarks(tx, await mapInSlices(rows, (row) => ({ ...row, ticketMark: marks.fresh(row.id) })));
}

/** Overwrites the marks of assignments that exist, many with one query. */
export async function putMarks(tx: Writer<PeopleTables>, rows: readonly Assignment[]): Promise<void> {
  const { assignments } = tx.tables;
  for await (const part of chunksOf(rows)) {
    await tx
      .insert(assignments)
      .values(part)
      .onConflictDoUpdate({ target: assignments.id, set: { ticketMark: sql`excluded."ticketMark"` } });
  }
}
