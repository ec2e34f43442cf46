/** Sending as the desk does it: by name or sealed, and on a shared computer only with a copy to go on from. */
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { readDraft } from "../ui/survey/draft-content.ts";
import type { DeskParts } from "./desk-parts.ts";
import { resumeIdentified, sendIdentified } from "./identified-send.ts";
import { pauseUntilLeft } from "./leave-places.ts";
import { hashPersonalCode } from "./personal-code.ts";
import { type DraftAnswer, uploadDraft } from "./protocol/draft.ts";
import { openAnswers } from "./protocol/kept-answers.ts";
import { shortPause } from "./protocol/place.ts";
import type { Rater } from "./protocol/rater.ts";
import { queueSend, resumeSends, type SendResult, sendAnswers } from "./protocol/send.ts";
import type { CopiedDraft } from "./take-up-code.ts";

/** no-copy: on a shared computer answers go only once a copy is on the server, and none can be had. */
export type DeskSend = SendResult | { readonly outcome: "no-copy" };

/** Who sends, and in which survey. */
export interface Sender {
  readonly rater: Rater;
  readonly parts: DeskParts;
}

/** Where nothing is on the device, a page that is left sends at once rather than never. */
function pauseOf({ durable }: Rater): () => Promise<void> {
  return durable ? shortPause : pauseUntilLeft;
}

function copyForSending(rater: Rater, scope: TicketScope, answers: SurveyAnswers): Promise<DraftAnswer> {
  const copy: CopiedDraft = { answers, page: 0, sending: true };
  return uploadDraft(rater, scope, copy);
}

/** @param withoutCopy true once the rater knows that no copy can be had, and sends all the same */
export async function sendFromDesk(
  { rater, parts }: Sender,
  scope: TicketScope,
  answers: SurveyAnswers,
  withoutCopy: boolean,
): Promise<DeskSend> {
  if (parts.invitation.identity === "identified") return sendIdentified(rater, scope, answers);
  const sent = await hashPersonalCode(answers, parts.definition, parts.manifest);
  if (!rater.durable && !withoutCopy) {
    const { outcome } = await copyForSending(rater, scope, answers);
    if (outcome === "offline") {
      return (await queueSend(rater, scope, sent)) ? { outcome: "waiting" } : { outcome: "too-long" };
    }
    // "gone" means that another device has sent: the server then says so to this one as well.
    if (outcome !== "done" && outcome !== "gone") return { outcome: "no-copy" };
  }
  return sendAnswers(rater, scope, sent, pauseOf(rater));
}

/** @returns undefined if nothing waits */
export async function resumeFromDesk(
  { rater, parts }: Sender,
  scope: TicketScope,
): Promise<SendResult | undefined> {
  if (parts.invitation.identity === "identified") return resumeIdentified(rater, scope);
  const kept = rater.durable ? undefined : await openAnswers(rater, "draft", scope);
  const draft = kept?.state === "open" ? readDraft(kept.value) : undefined;
  if (draft !== undefined) {
    const { outcome } = await copyForSending(rater, scope, draft.answers);
    if (outcome === "offline") return { outcome: "waiting" };
  }
  const [resumed] = await resumeSends(rater, [scope], pauseOf(rater));
  return resumed?.result;
}
