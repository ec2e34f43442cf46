/** Whether the link that a waiting mail carries still opens anything. */
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { secretHash } from "./invitation-secret.ts";
import { invitationBySecret } from "./store.ts";

/** True where the mail carries the link of an invitation that was declined, or replaced by a newer one. */
export async function isLinkVoid(
  db: Reader<PeopleTables>,
  { waveId, text }: { readonly waveId: string | null; readonly text: string },
): Promise<boolean> {
  const secret = waveId === null ? undefined : text.split(`/r/${waveId}#`)[1]?.match(/^[\w-]+/)?.[0];
  if (waveId === null || secret === undefined) return false;
  return (await invitationBySecret(db, waveId, secretHash(secret))) === undefined;
}
