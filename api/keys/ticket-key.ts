/** The secret side of tickets: evaluates what it cannot see, and later recognises what it made (RFC 9497, POPRF). */
import { createHmac, timingSafeEqual } from "node:crypto";
import { type TokenScope, tokenInfo } from "../../surveys/ticket-info.ts";
import { type Poprf, poprfOf } from "./ticket-poprf.ts";

export interface TicketKey {
  /** Blinded element to evaluation and proof; the same request gives the same bytes. */
  evaluate(scope: TokenScope, blinded: Uint8Array): { evaluated: Uint8Array; proof: Uint8Array };
  /** True if the output belongs to the nonce under this scope; compared in constant time. */
  accepts(scope: TokenScope, nonce: Uint8Array, output: Uint8Array): boolean;
}

/** Setting up a scope costs a multiplication; a wave's scopes are few, so some are kept. */
const MOST_SCOPES = 5_000;

/** Bytes for the proof's randomness out of key and request: never twice for two requests, and always for the same. */
function proofRandomness(secret: Uint8Array, info: Uint8Array, blinded: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac("sha512", secret).update("proof").update(blinded).update(info).digest());
}

export function ticketKeyOf(secret: Uint8Array): TicketKey {
  const scopes = new Map<string, Poprf>();
  const scopeOf = (info: Uint8Array): Poprf => {
    const name = Buffer.from(info).toString("latin1");
    const kept = scopes.get(name);
    if (kept !== undefined) return kept;
    if (scopes.size >= MOST_SCOPES) scopes.clear();
    const poprf = poprfOf(secret, info);
    scopes.set(name, poprf);
    return poprf;
  };
  return {
    evaluate: (scope, blinded) => {
      const info = tokenInfo(scope);
      return scopeOf(info).blindEvaluate(blinded, proofRandomness(secret, info, blinded));
    },
    accepts: (scope, nonce, output) => {
      const expected = scopeOf(tokenInfo(scope)).evaluate(nonce);
      return output.length === expected.length && timingSafeEqual(output, expected);
    },
  };
}
