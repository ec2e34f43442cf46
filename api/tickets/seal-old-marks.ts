/** Seals what an older version of the program kept in clear: whether a ticket was issued. Runs at every start. */
import { randomBytes } from "node:crypto";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { PeopleStore } from "../storage/people-store.ts";
import { type Assignment, putMarks, unsealedAssignments } from "./store.ts";
import { TICKET_MARK_BYTES, type TicketMarks } from "./ticket-mark.ts";

/** Of a wave that has closed a mark is noise, as it would be had its key been destroyed. */
function sealed({ ticketMark, ...row }: Assignment, marks: TicketMarks | undefined): Assignment {
  if (marks === undefined) return { ...row, ticketMark: new Uint8Array(randomBytes(TICKET_MARK_BYTES)) };
  const mark = ticketMark === null ? marks.fresh(row.id) : marks.issued(row.id, ticketMark);
  return { ...row, ticketMark: mark };
}

/** One transaction, in the order of random ids; then the file is rewritten, since the rows have grown. */
export async function sealOldMarks(context: {
  readonly people: PeopleStore;
  readonly keys: KeyRing;
}): Promise<void> {
  const changed = await context.people.write(async (tx) => {
    const old = await unsealedAssignments(tx);
    const marksOf = new Map<string, TicketMarks | undefined>();
    const rows = old.map(({ assignment, wave }) => {
      if (!marksOf.has(wave.id)) marksOf.set(wave.id, ticketMarksOfWave(context.keys, wave));
      return sealed(assignment, marksOf.get(wave.id));
    });
    await putMarks(tx, rows);
    return rows.length;
  });
  if (changed > 0) await context.people.scrub();
}
