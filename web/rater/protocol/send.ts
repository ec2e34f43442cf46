/** Sending: seal, get the ticket, keep the exact request, wait a moment, send; the same again on retry. */
import { toBase64url } from "../../../surveys/base64url.ts";
import type { SurveyAnswers } from "../../../surveys/definition.ts";
import { sealBox } from "../../../surveys/seal-box.ts";
import type { TicketScope } from "../../../surveys/ticket-info.ts";
import { dropAnswers, hasAnswers, keepAnswers, noteArrival, openAnswers } from "./kept-answers.ts";
import { type NoPlace, shortPause, takePlace } from "./place.ts";
import { deviceKey, type Rater } from "./rater.ts";
import { joinHalf, type Seed } from "./seed.ts";
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

/** A request on its way. Without a body, the ticket is still to be asked for. */
interface PendingSend {
  readonly subject: string;
  readonly group: string;
  readonly box: string;
  /**
   * Whether the ticket is made with the half on the server as well: known once the place was asked for. Requests of
   * earlier versions say nothing, and were made without.
   */
  readonly half?: "to-be-asked" | "joined" | "none";
  readonly body?: string;
}

type Prepared =
  | { readonly ready: true; readonly body: string }
  | { readonly ready: false; readonly result: SendResult };

const WAITING: Prepared = { ready: false, result: { outcome: "waiting" } };

/** Guarantee: only this file writes these things, on the rater's own device. */
function pendingOf(value: unknown): PendingSend {
  return value as PendingSend;
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
  const earlier = await openAnswers(rater, "send", scope);
  if (earlier.state === "locked") return locked(rater, scope, earlier.why);
  if (earlier.state === "open") {
    const { body } = pendingOf(earlier.value);
    if (body !== undefined) return { ready: true, body };
  }
  const queued = await queueSend(rater, scope, answers);
  if (!queued) return { ready: false, result: { outcome: "too-long" } };
  return resumeSend(rater, scope);
}

/** Seals and keeps answers, so that `resumeSends` goes on with them. @returns false if they are longer than a box */
export async function queueSend(rater: Rater, scope: TicketScope, answers: SurveyAnswers): Promise<boolean> {
  const box = await sealBox(rater.manifest, scope, answers);
  if (box === undefined) return false;
  const { subject, group } = scope;
  const pending: PendingSend = { subject, group, box: toBase64url(box), half: "to-be-asked" };
  await keepAnswers(rater, "send", scope, pending);
  return true;
}

/** What lies here cannot be opened: its half is out of reach, or was deleted because the answers had arrived. */
async function locked(rater: Rater, scope: TicketScope, why: NoPlace): Promise<Prepared> {
  if (why.outcome === "refused") {
    return { ready: false, result: { outcome: "refused", refusal: why.refusal } };
  }
  if (why.outcome === "offline") return WAITING;
  await noteArrival(rater, scope);
  return { ready: false, result: { outcome: "recorded-before" } };
}

/** Goes on with what is kept. */
async function resumeSend(rater: Rater, scope: TicketScope): Promise<Prepared> {
  const kept = await openAnswers(rater, "send", scope);
  if (kept.state === "locked") return locked(rater, scope, kept.why);
  if (kept.state === "none") return WAITING;
  const pending = pendingOf(kept.value);
  if (pending.body !== undefined) return { ready: true, body: pending.body };
  const seed = await ticketSeed(rater, scope, pending);
  if (seed === undefined) return WAITING;
  const asked: PendingSend = { ...pending, half: seed === rater.seed ? "none" : "joined" };
  await keepAnswers(rater, "send", scope, asked);
  return obtainTicket(rater, scope, { pending: asked, seed });
}

/**
 * The seed the ticket comes from: joined with the half on the server, so that what is left on the device afterwards
 * does not find the answers; the rater's own where there is no place to be had. @returns undefined to try again later
 */
async function ticketSeed(rater: Rater, scope: TicketScope, pending: PendingSend): Promise<Seed | undefined> {
  if (pending.half === undefined || pending.half === "none") return rater.seed;
  const place = await takePlace(rater, scope);
  if (place.outcome === "found") return joinHalf(rater.seed, place.half);
  return place.outcome === "refused" && pending.half === "to-be-asked" ? rater.seed : undefined;
}

interface TicketWanted {
  readonly pending: PendingSend;
  readonly seed: Seed;
}

async function obtainTicket(
  rater: Rater,
  scope: TicketScope,
  { pending, seed }: TicketWanted,
): Promise<Prepared> {
  const blinded = await blindTicket(seed, rater.manifest, scope);
  const { wave, subject, group } = scope;
  const request = { wave, secret: rater.secret, subject, blinded: toBase64url(blinded.blinded) };
  const { groups } = rater.manifest;
  const subjects = groups.map((one) => one.subject);
  const ask = padded(JSON.stringify(request), subject, subjects);
  const answer = await rater.server.send("POST", "/api/tickets", ask);
  if (isWorthRetrying(answer)) return WAITING;
  if (answer.status !== 200) {
    await dropAnswers(rater, "send", scope);
    return { ready: false, result: { outcome: "refused", refusal: refusalOf(answer) } };
  }
  const { evaluated, proof } = fieldsOf(answer);
  const ticket = unblindTicket(blinded, String(evaluated), String(proof));
  if (ticket === undefined) {
    await dropAnswers(rater, "send", scope);
    return { ready: false, result: { outcome: "not-trusted" } };
  }
  const body = padded(
    JSON.stringify({ wave, subject, group, ...ticket, box: pending.box }),
    subject + group,
    groups.map((one) => one.subject + one.group),
  );
  await keepAnswers(rater, "send", scope, { ...pending, body });
  return { ready: true, body };
}

/** Sends a body that `prepareSend` kept, and clears the device of it when the server has decided. */
async function deliver(rater: Rater, scope: TicketScope, body: string): Promise<SendResult> {
  const answer = await rater.server.send("POST", "/api/responses", body);
  if (isWorthRetrying(answer)) return { outcome: "waiting" };
  const refusal = refusalOf(answer);
  const recorded = answer.status === 200 || answer.status === 201;
  if (!recorded && refusal.code !== "already-recorded") {
    await dropAnswers(rater, "send", scope);
    return { outcome: "refused", refusal };
  }
  await noteArrival(rater, scope);
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
  scopes: readonly TicketScope[],
  pause: () => Promise<void> = shortPause,
): Promise<readonly { readonly scope: TicketScope; readonly result: SendResult }[]> {
  const results: { scope: TicketScope; result: SendResult }[] = [];
  for (const scope of scopes) {
    if (!(await hasAnswers(rater, "send", scope))) continue;
    const prepared = await resumeSend(rater, scope);
    if (prepared.ready) await pause();
    const result = prepared.ready ? await deliver(rater, scope, prepared.body) : prepared.result;
    results.push({ scope, result });
  }
  return results;
}

/** True if this device has sent its answers about this person. */
export async function wasSent(rater: Rater, scope: TicketScope): Promise<boolean> {
  return (await rater.device.get(await deviceKey(rater, "sent", scope))) !== undefined;
}
