/** The personal link of a mentee or mentor in a round: one for everything that concerns them, without an account. */
import { createHash, createHmac } from "node:crypto";
import type { StaffContext } from "../../context.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import type { StoredRound } from "../rounds/store.ts";
import { insertLink, linkOfPerson } from "./store.ts";

export const LINK_KEY_PURPOSE = "mentoring-link-key";
const SECRET_BYTES = 24;

/** What is stored instead of the secret. */
export function personalSecretHash(secret: string): string {
  return createHash("sha256").update(`soundings mentoring link secret ${secret}`).digest("base64url");
}

/** The same link every time, so that no secret needs to be stored. */
function secretOf(key: Uint8Array, linkId: string): string {
  return createHmac("sha256", key)
    .update(`soundings mentoring link ${linkId}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString("base64url");
}

/**
 * The link of this person, made at its first use. The secret stands in the fragment, which browsers send to no server.
 */
export async function personalLink(
  tx: PeopleWriter,
  context: Pick<StaffContext, "keys" | "baseUrl">,
  { round, personId }: { readonly round: StoredRound; readonly personId: string },
): Promise<string> {
  const key = context.keys.unwrap(round.linkKey, LINK_KEY_PURPOSE);
  const known = await linkOfPerson(tx, round.id, personId);
  const id = known?.id ?? newId();
  const secret = secretOf(key, id);
  if (known === undefined) {
    await insertLink(tx, { id, roundId: round.id, personId, secretHash: personalSecretHash(secret) });
  }
  return `${context.baseUrl()}/m/${round.id}#${secret}`;
}
