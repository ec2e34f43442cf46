/** A pair that did not come about: declined, left unanswered or taken back, which is one state; then the next. */
import { solveRound } from "../../../analysis/mentoring/round-inputs.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { collectPool, type Pool } from "../board/collect-inputs.ts";
import { inputsHash } from "../board/run-match.ts";
import type { StoredRound } from "../rounds/store.ts";
import { proposePair } from "./propose-pair.ts";
import type { MailContext } from "./send-mail.ts";
import { updateRelationship } from "./store.ts";

/** Mentees without a mentor for whom a pair did not come about, with the run that proposed it. */
function waitingAfterPass(pool: Pool): ReadonlyMap<string, string> {
  const placed = new Set(pool.inputs.live.map(({ mentee }) => mentee));
  const inPool = new Set(pool.inputs.mentees.map(({ person }) => person.ref));
  const runOf = new Map<string, string>();
  for (const { state, menteePersonId, runId } of pool.relationships) {
    const ref = pool.personOf.get(menteePersonId)?.ref ?? "";
    if (state === "passed" && inPool.has(ref) && !placed.has(ref)) runOf.set(ref, runId);
  }
  return runOf;
}

/** Inputs, by round, that left everybody without a next mentor: solved again only when something has changed. */
const inVain = new Map<string, string>();

/**
 * Asks the next mentor for everybody whose pair did not come about; all pairs there are stay as they are.
 * @returns how many mentors were asked
 */
export async function askTheNext(
  tx: PeopleWriter,
  context: MailContext,
  round: StoredRound,
): Promise<number> {
  if (!round.settings.cascade) return 0;
  const pool = await collectPool(tx, round, context.clock());
  const waiting = waitingAfterPass(pool);
  const hash = inputsHash(pool.inputs);
  if (waiting.size === 0 || inVain.get(round.id) === hash) return 0;
  let asked = 0;
  for (const { mentee, mentor } of solveRound(pool.inputs).pairs) {
    const runId = waiting.get(mentee);
    if (runId === undefined) continue;
    const [menteeId, mentorId] = [pool.byRef.get(mentee)?.id, pool.byRef.get(mentor)?.id];
    if (menteeId === undefined || mentorId === undefined) continue;
    await proposePair(tx, context, pool, { runId, mentee: menteeId, mentor: mentorId });
    asked += 1;
  }
  if (asked === 0) inVain.set(round.id, hash);
  return asked;
}

/** Ends the asking about one pair and asks the next mentor. */
export async function passPair(
  tx: PeopleWriter,
  context: MailContext,
  pair: { readonly id: string; readonly round: StoredRound },
): Promise<void> {
  await updateRelationship(tx, pair.id, { state: "passed" });
  await askTheNext(tx, context, pair.round);
}
