/** Declines to be a mentor, in such a way that nobody can tell it from an invitation that was never answered. */
import { randomBytes } from "node:crypto";
import type { StaffContext } from "../../context.ts";
import { secretHash } from "../../invitations/invitation-secret.ts";
import { invitationBySecret } from "../../invitations/store.ts";
import { everyRound, formsOfWave, voidWaveLink } from "./store.ts";

/**
 * The link stops working, and nothing else changes: no state, no time, no audit event. Reminders are counted as for
 * somebody who is silent, but a mail whose link is void does not leave the outbox. The answer is the same for every
 * link there is or is not.
 */
export async function declineOffer(
  context: Pick<StaffContext, "people">,
  { wave, secret }: { readonly wave: string; readonly secret: string },
): Promise<void> {
  await context.people.write(async (tx) => {
    const invitation = await invitationBySecret(tx, wave, secretHash(secret));
    const isOffer = (await everyRound(tx)).some(({ offerWaveId }) => offerWaveId === wave);
    if (invitation === undefined || !isOffer) return;
    const { personId } = invitation;
    if ((await formsOfWave(tx, wave)).some((form) => form.personId === personId)) return;
    await voidWaveLink(tx, { waveId: wave, personId }, secretHash(randomBytes(24).toString("base64url")));
  });
}
