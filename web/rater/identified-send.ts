/** Sending answers that are shown with the rater's name: no ticket, no box, but the same care for retries. */
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { discardDraft } from "./protocol/draft.ts";
import { deviceKey, type Rater } from "./protocol/rater.ts";
import type { SendResult } from "./protocol/send.ts";
import { isWorthRetrying, refusalOf } from "./protocol/server.ts";

async function bodyKey(rater: Rater, scope: TicketScope): Promise<string> {
  return `named-${await deviceKey(rater, "send", scope)}`;
}

async function deliver(rater: Rater, scope: TicketScope, body: string): Promise<SendResult> {
  const answer = await rater.server.send("POST", "/api/answers", body);
  if (isWorthRetrying(answer)) return { outcome: "waiting" };
  const refusal = refusalOf(answer);
  const recorded = answer.status === 200 || answer.status === 201;
  await rater.device.remove(await bodyKey(rater, scope));
  if (!recorded && refusal.code !== "already-recorded") return { outcome: "refused", refusal };
  await rater.device.set(await deviceKey(rater, "sent", scope), "1");
  await discardDraft(rater, scope);
  return { outcome: recorded ? "recorded" : "recorded-before" };
}

/** Keeps the exact request on the device, then sends it; a kept one is sent unchanged. */
export async function sendIdentified(
  rater: Rater,
  scope: TicketScope,
  answers: SurveyAnswers,
): Promise<SendResult> {
  const key = await bodyKey(rater, scope);
  const earlier = await rater.device.get(key);
  const body =
    earlier ?? JSON.stringify({ wave: scope.wave, secret: rater.secret, subject: scope.subject, answers });
  if (earlier === undefined) await rater.device.set(key, body);
  return deliver(rater, scope, body);
}

/** True if answers about this person wait on the device. */
export async function isIdentifiedWaiting(rater: Rater, scope: TicketScope): Promise<boolean> {
  return (await rater.device.get(await bodyKey(rater, scope))) !== undefined;
}

/** Sends what waits about this person, if anything does. */
export async function resumeIdentified(rater: Rater, scope: TicketScope): Promise<SendResult | undefined> {
  const body = await rater.device.get(await bodyKey(rater, scope));
  return body === undefined ? undefined : deliver(rater, scope, body);
}
