/** The one-time ticket, blind side: what is sent cannot be matched to what comes out (RFC 9497, POPRF mode). */
import { ristretto255_oprf } from "@noble/curves/ed25519.js";
import { fromBase64url, toBase64url } from "../../../surveys/base64url.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { type TicketScope, type TokenScope, tokenInfo } from "../../../surveys/ticket-info.ts";
import { deriveSecret, type Seed } from "./seed.ts";

const NONCE_BYTES = 32;

/** A ticket that may be handed in once, base64url. */
export interface Ticket {
  readonly nonce: string;
  readonly output: string;
}

/** What the browser keeps between asking for a ticket and unblinding it; the same for the same seed. */
export interface BlindedTicket {
  readonly scope: TokenScope;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly blind: Uint8Array;
  readonly tweakedKey: Uint8Array;
  readonly blinded: Uint8Array;
}

/** The scope of a manifest group; undefined if the manifest knows no such group of this person. */
export function scopeIn(manifest: Manifest, subject: string, group: string): TicketScope | undefined {
  const known = manifest.groups.some((entry) => entry.subject === subject && entry.group === group);
  return known ? { wave: manifest.wave, subject, group } : undefined;
}

/** Blinds the nonce of this seed and scope under the manifest's key. */
export async function blindTicket(
  seed: Seed,
  manifest: Manifest,
  scope: TicketScope,
): Promise<BlindedTicket> {
  const nonce = await deriveSecret(seed, "nonce", scope, NONCE_BYTES);
  return blindNonce(manifest, scope, { nonce, uniform: await deriveSecret(seed, "blind", scope, 64) });
}

/** The same for the place of a draft: its token is bound to the wave alone. */
export async function blindDraftToken(
  seed: Seed,
  manifest: Manifest,
  scope: TicketScope,
): Promise<BlindedTicket> {
  const nonce = await draftNonce(seed, scope);
  const uniform = await deriveSecret(seed, "draft-blind", scope, 64);
  return blindNonce(manifest, { wave: scope.wave, draft: true }, { nonce, uniform });
}

/** From the rater's own seed, so that the resume code finds the place. */
export function draftNonce(seed: Seed, scope: TicketScope): Promise<Uint8Array<ArrayBuffer>> {
  return deriveSecret(seed, "draft-nonce", scope, NONCE_BYTES);
}

function blindNonce(
  manifest: Manifest,
  scope: TokenScope,
  { nonce, uniform }: { nonce: Uint8Array<ArrayBuffer>; uniform: Uint8Array<ArrayBuffer> },
): BlindedTicket {
  const publicKey = fromBase64url(manifest.ticketKey);
  if (publicKey === undefined)
    throw new RangeError("blindTicket requires the manifest's ticket key in base64url");
  const fromSeed = (length = uniform.length): Uint8Array<ArrayBuffer> => uniform.slice(0, length);
  const poprf = ristretto255_oprf.poprf(tokenInfo(scope));
  return { scope, nonce, ...poprf.blind(nonce, publicKey, fromSeed) };
}

/**
 * Checks the server's proof and takes the blinding off.
 * @returns undefined if the evaluation was not made with the manifest's key for exactly this scope: then the server
 * tried to mark this rater, or something on the way was changed
 */
export function unblindTicket(ticket: BlindedTicket, evaluated: string, proof: string): Ticket | undefined {
  const point = fromBase64url(evaluated);
  const proofBytes = fromBase64url(proof);
  if (point === undefined || proofBytes === undefined) return undefined;
  const { nonce, blind, blinded, tweakedKey } = ticket;
  try {
    const poprf = ristretto255_oprf.poprf(tokenInfo(ticket.scope));
    const output = poprf.finalize(nonce, blind, point, blinded, proofBytes, tweakedKey);
    return { nonce: toBase64url(nonce), output: toBase64url(output) };
  } catch {
    return undefined;
  }
}
