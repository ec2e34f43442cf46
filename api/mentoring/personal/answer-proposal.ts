/** A mentee chooses, a mentor or mentee says yes or no: privately, without a reason, within a time. */
import { nextRelationshipState } from "../../../analysis/mentoring/relationship-state.ts";
import { DomainError } from "../../errors.ts";
import { collectPool } from "../board/collect-inputs.ts";
import { settleShortlist } from "../board/store.ts";
import type { LifeContext } from "../relationships/end-pair.ts";
import { passPair } from "../relationships/pass-pair.ts";
import { proposePair } from "../relationships/propose-pair.ts";
import { sendPersonalMail } from "../relationships/send-mail.ts";
import { updateRelationship } from "../relationships/store.ts";
import { findHolder, findOwnPair, type OwnLink } from "./find-own.ts";
import { openChoices } from "./open-mine.ts";

/**
 * The mentee chooses one of the list; that mentor is asked next.
 * @throws DomainError "link-not-valid", "not-found" when there is no choice, "changed-meanwhile" when the place is gone
 */
export async function chooseMentor(
  context: LifeContext,
  request: OwnLink & { readonly mentor: string },
): Promise<void> {
  await context.people.write(async (tx) => {
    const now = context.clock();
    const { round, personId } = await findHolder(tx, request);
    const pool = await collectPool(tx, round, now);
    const list = pool.shortlists.find(({ menteePersonId }) => menteePersonId === personId);
    if (list === undefined) {
      throw new DomainError("not-found", "There is nothing to choose now. Load the page again.");
    }
    if (!openChoices(pool, list).includes(request.mentor)) {
      throw new DomainError(
        "changed-meanwhile",
        "This place is no longer free. Choose another; the first of your list is kept for you.",
      );
    }
    await settleShortlist(tx, list.id, now);
    await proposePair(tx, context, pool, { runId: list.runId, mentee: personId, mentor: request.mentor });
  });
}

/**
 * Yes or no to a pair. Of a no nothing is kept but that the pair did not come about.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state" when it has been answered
 */
export async function answerProposal(
  context: LifeContext,
  request: OwnLink & { readonly relationship: string; readonly accept: boolean },
): Promise<void> {
  await context.people.write(async (tx) => {
    const { round, pair, side } = await findOwnPair(tx, request);
    if (!request.accept) {
      if (nextRelationshipState(pair.state, "pass") === undefined) throw answered();
      await passPair(tx, context, { id: pair.id, round });
      return;
    }
    if (pair.state === "accepted") return;
    const state = nextRelationshipState(pair.state, "accept");
    if (side !== "mentor" || state === undefined) throw answered();
    await updateRelationship(tx, pair.id, { state, acceptedAt: context.clock() });
    await sendPersonalMail(tx, context, { round, personId: pair.menteePersonId, kind: "accepted" });
  });
}

function answered(): DomainError {
  return new DomainError(
    "wrong-state",
    "This was answered before. Load the page again to see where things stand; to end it, choose to end it there.",
  );
}
