/** Whether the link that a waiting mail carries still opens anything. */
import { readLinkFragment } from "../../surveys/link-fragment.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { secretHash } from "./invitation-secret.ts";
import { invitationBySecret } from "./store.ts";

/** True where the mail carries the link of an invitation that was declined, or replaced by a newer one. */
export async function isLinkVoid(
  db: Reader<PeopleTables>,
  { waveId, text }: { readonly waveId: string | null; readonly text: string },
): Promise<boolean> {
  const fragment = waveId === null ? undefined : text.split(`/r/${waveId}#`)[1]?.match(/^[\w.-]+/)?.[0];
  const link = readLinkFragment(fragment ?? "");
  if (waveId === null || link === undefined) return false;
  return (await invitationBySecret(db, waveId, secretHash(link.secret))) === undefined;
}
