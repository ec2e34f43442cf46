/** The rater's requests one by one, for tests that must send what no honest browser sends. */
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { sealBox } from "../../surveys/seal-box.ts";
import type { TicketScope } from "../../surveys/ticket-info.ts";
import type { Rater } from "../../web/rater/protocol/rater.ts";
import type { Seed } from "../../web/rater/protocol/seed.ts";
import { blindTicket, type Ticket, unblindTicket } from "../../web/rater/protocol/ticket.ts";
import type { ProtocolWave } from "./protocol-wave.ts";

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly code: unknown;
}

export async function sendRaw(
  wave: Pick<ProtocolWave, "origin">,
  path: string,
  body: unknown,
  init: RequestInit = {},
): Promise<RawAnswer> {
  const response = await fetch(wave.origin + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...init,
  });
  const text = await response.text();
  const parsed: unknown = JSON.parse(text);
  const code = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "code") : undefined;
  return { status: response.status, text, code };
}

/** What a browser with this seed asks for. */
export async function ticketRequest(rater: Rater, scope: TicketScope, seed: Seed = rater.seed) {
  const blinded = await blindTicket(seed, rater.manifest, scope);
  const { wave, subject } = scope;
  return {
    blinded,
    body: { wave, secret: rater.secret, subject, blinded: toBase64url(blinded.blinded) },
  };
}

/** Gets a real ticket. */
export async function obtainTicket(wave: ProtocolWave, rater: Rater, scope: TicketScope): Promise<Ticket> {
  const { blinded, body } = await ticketRequest(rater, scope);
  const answer = await sendRaw(wave, "/api/tickets", body);
  const { evaluated, proof } = JSON.parse(answer.text);
  const ticket = unblindTicket(blinded, evaluated, proof);
  if (ticket === undefined) throw new Error(`no ticket: ${answer.text}`);
  return ticket;
}

/** The body of a response with this ticket. */
export async function responseBody(rater: Rater, scope: TicketScope, ticket: Ticket, answers: SurveyAnswers) {
  const box = await sealBox(rater.manifest, scope, answers);
  if (box === undefined) throw new Error("the answers should fit");
  return { ...scope, ...ticket, box: toBase64url(box) };
}

/** The same base64url with one bit changed. */
export function withBitFlipped(text: string, place = 0): string {
  const bytes = fromBase64url(text) ?? new Uint8Array(0);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return toBase64url(bytes);
}
