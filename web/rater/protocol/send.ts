/** Sending: seal, get the ticket, keep the exact request on the device, wait a moment, send; the same again on retry. */
import { toBase64url } from "../../../surveys/base64url.ts";
import type { SurveyAnswers } from "../../../surveys/definition.ts";
import { sealBox } from "../../../surveys/seal-box.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { discardDraft } from "./draft.ts";
import { deviceKey, deviceKeys, type Rater } from "./rater.ts";
import { fieldsOf, isWorthRetrying, type Refusal, refusalOf } from "./server.ts";
import { blindTicket, unblindTicket } from "./ticket.ts";

export type SendResult =
  | { readonly outcome: "recorded" }
  /** Another device with the same resume code, or another tab, had already sent. */
  | { readonly outcome: "recorded-before" }
  /** Kept on the device; `resumeSends` goes on with it. */
  | { readonly outcome: "waiting" }
  | { readonly outcome: "refused"; readonly refusal: Refusal }
  /** The server did not use the wave's key: it may have tried to mark this rater. Nothing was sent. */
  | { readonly outcome: "not-trusted" }
  | { readonly outcome: "too-long" };

/** A request on its way, as kept on the device. Without a body, the ticket is still to be asked for. */
interface PendingSend {
  readonly subject: string;
  readonly group: string;
  readonly box: string;
  readonly body?: string;
}

type Prepared =
  | { readonly ready: true; readonly body: string }
  | { readonly ready: false; readonly result: SendResult };

/** Guarantee: only this file writes these texts, on the rater's own device. */
function pendingOf(text: string | undefined): PendingSend | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as PendingSend);
}

/** A second or so, at random, so that ticket and answers do not arrive as a pair. */
function shortPause(): Promise<void> {
  const random = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return new Promise((resolve) => setTimeout(resolve, 800 + (random / 0xffff) * 3_200));
}

/** Blanks after the JSON, so that the size of a request on the network does not tell about whom and as what it is. */
function padded(json: string, own: string, all: readonly string[]): string {
  const longest = all.reduce((most, one) => Math.max(most, bytesOf(one)), 0);
  return json + " ".repeat(Math.max(0, longest - bytesOf(own)));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

/**
 * Makes the request ready: seals the answers, keeps them, asks for the ticket, keeps the exact body. A body that was
 * made before is returned unchanged, because it may already have arrived.
 */
export async function prepareSend(
  rater: Rater,
  scope: TicketScope,
  answers: SurveyAnswers,
): Promise<Prepared> {
  const key = await deviceKey(rater, "send", scope);
  const earlier = pendingOf(await rater.device.get(key));
  if (earlier?.body !== undefined) return { ready: true, body: earlier.body };
  const box = await sealBox(rater.manifest, scope, answers);
  if (box === undefined) return { ready: false, result: { outcome: "too-long" } };
  const pending = { subject: scope.subject, group: scope.group, box: toBase64url(box) };
  await rater.device.set(key, JSON.stringify(pending));
  return obtainTicket(rater, scope, pending);
}

async function obtainTicket(rater: Rater, scope: TicketScope, pending: PendingSend): Promise<Prepared> {
  const key = await deviceKey(rater, "send", scope);
  const blinded = await blindTicket(rater.seed, rater.manifest, scope);
  const { wave, subject, group } = scope;
  const request = { wave, secret: rater.secret, subject, blinded: toBase64url(blinded.blinded) };
  const { groups } = rater.manifest;
  const subjects = groups.map((one) => one.subject);
  const ask = padded(JSON.stringify(request), subject, subjects);
  const answer = await rater.server.send("POST", "/api/tickets", ask);
  if (isWorthRetrying(answer)) return { ready: false, result: { outcome: "waiting" } };
  if (answer.status !== 200) {
    await rater.device.remove(key);
    return { ready: false, result: { outcome: "refused", refusal: refusalOf(answer) } };
  }
  const { evaluated, proof } = fieldsOf(answer);
  const ticket = unblindTicket(blinded, String(evaluated), String(proof));
  if (ticket === undefined) {
    await rater.device.remove(key);
    return { ready: false, result: { outcome: "not-trusted" } };
  }
  const body = padded(
    JSON.stringify({ wave, subject, group, ...ticket, box: pending.box }),
    subject + group,
    groups.map((one) => one.subject + one.group),
  );
  await rater.device.set(key, JSON.stringify({ ...pending, body }));
  return { ready: true, body };
}

/** Sends a body that `prepareSend` kept, and clears the device of it when the server has decided. */
async function deliver(rater: Rater, scope: TicketScope, body: string): Promise<SendResult> {
  const answer = await rater.server.send("POST", "/api/responses", body);
  if (isWorthRetrying(answer)) return { outcome: "waiting" };
  const refusal = refusalOf(answer);
  const recorded = answer.status === 200 || answer.status === 201;
  await rater.device.remove(await deviceKey(rater, "send", scope));
  if (!recorded && refusal.code !== "already-recorded") return { outcome: "refused", refusal };
  await rater.device.set(await deviceKey(rater, "sent", scope), "1");
  await discardDraft(rater, scope);
  return { outcome: recorded ? "recorded" : "recorded-before" };
}

/** The whole way. `pause` lies between ticket and answers. */
export async function sendAnswers(
  rater: Rater,
  scope: TicketScope,
  answers: SurveyAnswers,
  pause: () => Promise<void> = shortPause,
): Promise<SendResult> {
  const prepared = await prepareSend(rater, scope, answers);
  if (!prepared.ready) return prepared.result;
  await pause();
  return deliver(rater, scope, prepared.body);
}

/** Goes on with everything that was kept but not yet recorded; called when the page opens and when it is back online. */
export async function resumeSends(
  rater: Rater,
  pause: () => Promise<void> = shortPause,
): Promise<readonly { readonly scope: TicketScope; readonly result: SendResult }[]> {
  const results: { scope: TicketScope; result: SendResult }[] = [];
  for (const key of await deviceKeys(rater, "send")) {
    const pending = pendingOf(await rater.device.get(key));
    if (pending === undefined) continue;
    const scope = { wave: rater.manifest.wave, subject: pending.subject, group: pending.group };
    const prepared: Prepared =
      pending.body === undefined
        ? await obtainTicket(rater, scope, pending)
        : { ready: true, body: pending.body };
    await pause();
    results.push({
      scope,
      result: prepared.ready ? await deliver(rater, scope, prepared.body) : prepared.result,
    });
  }
  return results;
}

/** True if this device has sent its answers about this person. */
export async function wasSent(rater: Rater, scope: TicketScope): Promise<boolean> {
  return (await rater.device.get(await deviceKey(rater, "sent", scope))) !== undefined;
}
