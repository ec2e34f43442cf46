/** Declines to be a mentor, in such a way that nobody can tell it from an invitation that was never answered. */
import { randomBytes } from "node:crypto";
import type { StaffContext } from "../../context.ts";
import { secretHash } from "../../invitations/invitation-secret.ts";
import { everyRound, formsOfWave, invitationsOf, personOfWaveLink, voidWaveLink } from "./store.ts";

/**
 * The link stops working, and nothing else changes: no state, no time, no audit event, and no reminder would have
 * come in any case. The answer is the same for every link there is or is not.
 */
export async function declineOffer(
  context: Pick<StaffContext, "people">,
  { wave, secret }: { readonly wave: string; readonly secret: string },
): Promise<void> {
  await context.people.write(async (tx) => {
    const personId = await personOfWaveLink(tx, wave, secretHash(secret));
    const round = (await everyRound(tx)).find(({ offerWaveId }) => offerWaveId === wave);
    if (personId === undefined || round === undefined) return;
    const invited = (await invitationsOf(tx, round.id)).some(
      (invitation) => invitation.personId === personId && invitation.side === "mentor",
    );
    const offered = (await formsOfWave(tx, wave)).some((form) => form.personId === personId);
    if (!invited || offered) return;
    await voidWaveLink(tx, { waveId: wave, personId }, secretHash(randomBytes(24).toString("base64url")));
  });
}
