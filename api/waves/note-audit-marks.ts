/** Keeps in the answers' store where the audit log stood when a wave was opened, closed and released. */
import { AUDIT_TURNS, type AuditTurn, auditMarkOf } from "../audit/audit-mark.ts";
import { eventsOfActions } from "../audit/store.ts";
import type { StaffContext } from "../context.ts";
import { updateWaveSeal, waveSeal } from "../keys/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";

const TURNS: readonly AuditTurn[] = ["opened", "closed", "released"];

/** Head hashes of the log right after each turn of a wave: what is shown, and can be noted down. */
export async function auditHeadsOf(
  db: PeopleReader,
  wave: string,
): Promise<readonly { readonly turn: AuditTurn; readonly hash: string }[]> {
  const events = await eventsOfActions(db, Object.values(AUDIT_TURNS));
  return TURNS.flatMap((turn) => {
    const found = events.find(
      ({ action, details }) => action === AUDIT_TURNS[turn] && details["wave"] === wave,
    );
    return found === undefined ? [] : [{ turn, hash: found.hash }];
  });
}

/**
 * Adds what is missing, and never changes what is there: who cuts the log later does not get it noted anew. Asked again
 * at every turn of a wave, so that what a crash left out comes with the next.
 */
export async function noteAuditMarks(
  { people, answers }: Pick<StaffContext, "people" | "answers">,
  wave: string,
): Promise<void> {
  const heads = await people.read((db) => auditHeadsOf(db, wave));
  await answers.write(async (tx) => {
    const before = await waveSeal(tx, wave);
    if (before === undefined) return;
    const marks = Object.fromEntries(heads.map(({ turn, hash }) => [turn, auditMarkOf(hash)]));
    await updateWaveSeal(tx, wave, { auditMarks: { ...marks, ...before.auditMarks } });
  });
}
