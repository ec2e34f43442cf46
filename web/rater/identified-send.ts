/** Sending answers that are shown with the rater's name: no ticket, no box, but the same care for retries. */
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { dropAnswers, hasAnswers, keepAnswers, noteArrival, openAnswers } from "./protocol/kept-answers.ts";
import type { Rater } from "./protocol/rater.ts";
import type { SendResult } from "./protocol/send.ts";
import { isWorthRetrying, refusalOf } from "./protocol/server.ts";

async function deliver(rater: Rater, scope: TicketScope, body: string): Promise<SendResult> {
  const answer = await rater.server.send("POST", "/api/answers", body);
  if (isWorthRetrying(answer)) return { outcome: "waiting" };
  const refusal = refusalOf(answer);
  const recorded = answer.status === 200 || answer.status === 201;
  if (!recorded && refusal.code !== "already-recorded") {
    await dropAnswers(rater, "named-send", scope);
    return { outcome: "refused", refusal };
  }
  await noteArrival(rater, scope);
  return { outcome: recorded ? "recorded" : "recorded-before" };
}

/** Keeps the exact request, then sends it; a kept one is sent unchanged. */
export async function sendIdentified(
  rater: Rater,
  scope: TicketScope,
  answers: SurveyAnswers,
): Promise<SendResult> {
  const earlier = await resumeIdentified(rater, scope);
  if (earlier !== undefined) return earlier;
  const request = { wave: scope.wave, secret: rater.secret, subject: scope.subject, answers };
  await keepAnswers(rater, "named-send", scope, request);
  return deliver(rater, scope, JSON.stringify(request));
}

/** Sends what waits about this person, if anything does. */
export async function resumeIdentified(rater: Rater, scope: TicketScope): Promise<SendResult | undefined> {
  if (!(await hasAnswers(rater, "named-send", scope))) return undefined;
  const kept = await openAnswers(rater, "named-send", scope);
  if (kept.state === "open") return deliver(rater, scope, JSON.stringify(kept.value));
  if (kept.state === "none") return undefined;
  if (kept.why.outcome === "offline") return { outcome: "waiting" };
  if (kept.why.outcome === "refused") return { outcome: "refused", refusal: kept.why.refusal };
  await noteArrival(rater, scope);
  return { outcome: "recorded-before" };
}
