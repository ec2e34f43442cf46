/** The secret in an invitation's link: made from a key of the wave, so that only its hash is stored. */
import { createHash, createHmac } from "node:crypto";

const SECRET_BYTES = 24;

/** The same link every time, so that a reminder needs no stored secret. */
export function invitationSecret(invitationKey: Uint8Array, invitationId: string): string {
  return createHmac("sha256", invitationKey)
    .update(`soundings invitation ${invitationId}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString("base64url");
}

export function secretHash(secret: string): string {
  return createHash("sha256").update(`soundings invitation secret ${secret}`).digest("base64url");
}

/** The secret stands in the fragment, which browsers send to no server. */
export function invitationLink(baseUrl: string, wave: string, secret: string): string {
  return `${baseUrl}/r/${wave}#${secret}`;
}
