/** The secret in an invitation's link: made from a key of the wave, so that only its hash is stored. */
import { createHash, createHmac } from "node:crypto";
import { letterCodeOf } from "../../surveys/letter-code.ts";
import { linkFragmentText } from "../../surveys/link-fragment.ts";

const SECRET_BYTES = 24;

/** The same link every time, so that a reminder needs no stored secret. */
export function invitationSecret(invitationKey: Uint8Array, invitationId: string): string {
  return createHmac("sha256", invitationKey)
    .update(`soundings invitation ${invitationId}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString("base64url");
}

/** The secret on a printed letter: short enough to be typed, and made from the same key. */
function letterSecret(invitationKey: Uint8Array, invitationId: string): string {
  const digest = createHmac("sha256", invitationKey).update(`soundings letter ${invitationId}`).digest();
  return letterCodeOf(new Uint8Array(digest));
}

/** The secret of somebody who is invited: by mail as a link, without mail on a letter. */
export function newSecret(key: Uint8Array, id: string, mail: string | null): string {
  return mail === null ? letterSecret(key, id) : invitationSecret(key, id);
}

/** The secret an invitation was made with, also when its person got or lost a mail address since. */
export function secretOf(
  key: Uint8Array,
  { id, hash }: { readonly id: string; readonly hash: string },
): string {
  const letter = letterSecret(key, id);
  return secretHash(letter) === hash ? letter : invitationSecret(key, id);
}

export function secretHash(secret: string): string {
  return createHash("sha256").update(`soundings invitation secret ${secret}`).digest("base64url");
}

/** What links tell of a wave. */
export interface LinkedWave {
  readonly id: string;
  /** Null for waves that were opened before links told it. */
  readonly manifestMark: string | null;
}

/** Secret and mark stand in the fragment, which browsers send to no server. */
export function invitationLink(baseUrl: string, { id, manifestMark }: LinkedWave, secret: string): string {
  const fragment = linkFragmentText({ secret, ...(manifestMark === null ? {} : { manifestMark }) });
  return `${baseUrl}/r/${id}#${fragment}`;
}
