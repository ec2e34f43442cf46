/** The secret side of tickets: evaluates what it cannot see, and later recognises what it made (RFC 9497, POPRF). */
import { createHmac, timingSafeEqual } from "node:crypto";
import { ristretto255, ristretto255_oprf } from "@noble/curves/ed25519.js";
import { type TicketScope, ticketInfo } from "../../surveys/ticket-info.ts";

export interface TicketKey {
  /** Blinded element to evaluation and proof; the same request gives the same bytes. */
  evaluate(scope: TicketScope, blinded: Uint8Array): { evaluated: Uint8Array; proof: Uint8Array };
  /** True if the output belongs to the nonce under this scope; compared in constant time. */
  accepts(scope: TicketScope, nonce: Uint8Array, output: Uint8Array): boolean;
}

/** Setting up a scope costs a multiplication; a wave's scopes are few, so some are kept. */
const MOST_SCOPES = 5_000;

/** What of the library's POPRF the server needs. */
interface Poprf {
  readonly blindEvaluate: (
    secret: Uint8Array,
    blinded: Uint8Array,
    random: (length?: number) => Uint8Array<ArrayBuffer>,
  ) => { evaluated: Uint8Array; proof: Uint8Array };
  readonly evaluate: (secret: Uint8Array, nonce: Uint8Array) => Uint8Array;
}

/** True for the encoding of a group element that is not the identity; nothing else may be evaluated. */
export function isBlindedElement(bytes: Uint8Array): boolean {
  try {
    return !ristretto255.Point.fromBytes(bytes).equals(ristretto255.Point.ZERO);
  } catch {
    return false;
  }
}

/** Bytes for the proof's randomness out of key and request: never twice for two requests, and always for the same. */
function proofRandomness(secret: Uint8Array, info: Uint8Array, blinded: Uint8Array) {
  return (length = 64): Uint8Array<ArrayBuffer> => {
    const mac = createHmac("sha512", secret).update("proof").update(blinded).update(info).digest();
    return new Uint8Array(mac.subarray(0, length));
  };
}

export function ticketKeyOf(secret: Uint8Array): TicketKey {
  const scopes = new Map<string, Poprf>();
  const poprfOf = (info: Uint8Array): Poprf => {
    const key = Buffer.from(info).toString("latin1");
    const kept = scopes.get(key);
    if (kept !== undefined) return kept;
    if (scopes.size >= MOST_SCOPES) scopes.clear();
    const library = ristretto255_oprf.poprf(info);
    const poprf: Poprf = {
      blindEvaluate: (key, blinded, random) => library.blindEvaluate(key, blinded, random),
      evaluate: (key, nonce) => library.evaluate(key, nonce),
    };
    scopes.set(key, poprf);
    return poprf;
  };
  return {
    evaluate: (scope, blinded) => {
      const info = ticketInfo(scope);
      return poprfOf(info).blindEvaluate(secret, blinded, proofRandomness(secret, info, blinded));
    },
    accepts: (scope, nonce, output) => {
      const expected = poprfOf(ticketInfo(scope)).evaluate(secret, nonce);
      return output.length === expected.length && timingSafeEqual(output, expected);
    },
  };
}
