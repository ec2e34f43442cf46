/** Confirms a run: mentees choose where there are places to spare, otherwise mentors are asked at once. */
import { buildCase } from "../../../analysis/matching/build-case.ts";
import { roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import { shortlists, slackOf } from "../../../analysis/mentoring/shortlist.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { answerTime, proposePair } from "../relationships/propose-pair.ts";
import { sendPersonalMail } from "../relationships/send-mail.ts";
import { type Pool, poolOfRound } from "./collect-inputs.ts";
import { insertShortlist, markConfirmed, newestRun, runById, type StoredRun } from "./store.ts";

type ConfirmContext = Pick<StaffContext, "people" | "keys" | "baseUrl" | "clock">;

export interface ConfirmedRun {
  /** Mentors who were asked, and mentees who may choose first. */
  readonly asked: number;
  readonly choosing: number;
}

/** A run holds as long as the places it counted on are there. */
function requireUpToDate(pool: Pool, run: StoredRun, newest: StoredRun | undefined): void {
  if (run.confirmedAt !== null) {
    throw new DomainError(
      "wrong-state",
      "This run was confirmed before. Run the match again for those who wait.",
    );
  }
  const left = new Map(pool.inputs.mentors.map(({ person, capacity }) => [person.ref, capacity]));
  for (const { mentor } of pool.inputs.live) left.set(mentor, (left.get(mentor) ?? 0) - 1);
  const waiting = new Set(pool.inputs.mentees.map(({ person }) => person.ref));
  for (const { mentee } of pool.inputs.live) waiting.delete(mentee);
  const refused = new Set(pool.inputs.refused.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const holds = newPairs(run).every(({ mentee, mentor }) => {
    left.set(mentor, (left.get(mentor) ?? 0) - 1);
    return waiting.has(mentee) && (left.get(mentor) ?? 0) >= 0 && !refused.has(`${mentee} ${mentor}`);
  });
  if (newest?.id === run.id && holds) return;
  throw new DomainError(
    "changed-meanwhile",
    "The pool changed since this run, and some of its pairs can no longer be made. Run the match again, then confirm.",
  );
}

/** Pairs of the run that did not exist when it was made. */
function newPairs({ inputs, result }: StoredRun): readonly { mentee: string; mentor: string }[] {
  const placed = new Set(inputs.live.map(({ mentee }) => mentee));
  return result.pairs.filter(({ mentee }) => !placed.has(mentee));
}

async function offerChoices(
  tx: PeopleWriter,
  context: ConfirmContext,
  { pool, run }: { readonly pool: Pool; readonly run: StoredRun },
): Promise<number> {
  const lists = shortlists(buildCase(roundOf(run.inputs)), run.result);
  const closesAt = answerTime(pool.round, context.clock());
  for (const [mentee, mentors] of lists) {
    const personId = pool.byRef.get(mentee)?.id ?? "";
    await insertShortlist(tx, {
      id: newId(),
      roundId: pool.round.id,
      runId: run.id,
      menteePersonId: personId,
      mentors: mentors.map((ref) => pool.byRef.get(ref)?.id ?? ""),
      closesAt,
      settledAt: null,
    });
    await sendPersonalMail(tx, context, { round: pool.round, personId, kind: "choose", until: closesAt });
  }
  return lists.size;
}

/**
 * @throws DomainError "not-allowed", "not-found", "wrong-state" if confirmed before, "changed-meanwhile" if some of
 *   its pairs cannot be made any more: nobody is then asked
 */
export async function confirmRun(
  context: ConfirmContext,
  staff: StaffMember,
  { round: id, run: runId }: { readonly round: string; readonly run: string },
): Promise<ConfirmedRun> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const now = context.clock();
    const pool = await poolOfRound(tx, id, now);
    const run = await runById(tx, id, runId);
    if (run === undefined) throw new DomainError("not-found", "There is no such run in this round.");
    requireUpToDate(pool, run, await newestRun(tx, id));
    const { choice } = slackOf(buildCase(roundOf(run.inputs)), run.result);
    const choosing =
      choice && pool.round.settings.choice ? await offerChoices(tx, context, { pool, run }) : 0;
    const direct = newPairs(run).filter(
      (pair) => choosing === 0 || run.inputs.locked.some(({ mentee }) => mentee === pair.mentee),
    );
    for (const { mentee, mentor } of direct) {
      await proposePair(tx, context, pool, {
        runId,
        mentee: pool.byRef.get(mentee)?.id ?? "",
        mentor: pool.byRef.get(mentor)?.id ?? "",
      });
    }
    await markConfirmed(tx, runId, now);
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "match-confirmed",
      details: { round: id, run: runId, asked: direct.length, choosing },
    });
    return { asked: direct.length, choosing };
  });
}
