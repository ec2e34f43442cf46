/** What a rater's link is for: the people they are asked about, and never whether anything was sent. Unknown and expired links look the same. */
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { waveById } from "../waves/store.ts";
import { secretHash } from "./invitation-secret.ts";
import { askedAbout, invitationBySecret } from "./store.ts";

export interface OpenedInvitation {
  readonly identity: "anonymous" | "identified";
  readonly closesAt: Date | null;
  readonly people: readonly {
    readonly subject: string;
    readonly name: string | null;
    readonly group: string;
  }[];
}

/** One answer for every link that cannot be used, so that trying links tells nothing about anybody. */
function linkNotValid(): DomainError {
  return new DomainError(
    "link-not-valid",
    "This link cannot be used: it is incomplete, or the survey is not open. If you copied it from a mail, copy the whole line and try again.",
  );
}

/** @throws DomainError "link-not-valid" */
export async function openInvitation(
  context: Pick<StaffContext, "people">,
  request: { readonly wave: string; readonly secret: string },
): Promise<OpenedInvitation> {
  const hash = secretHash(request.secret);
  return context.people.read(async (db) => {
    const wave = await waveById(db, request.wave);
    const invitation = await invitationBySecret(db, request.wave, hash);
    // Asked for links that do not exist as well, so that time does not tell which do.
    const people = await askedAbout(db, request.wave, invitation?.personId ?? "");
    if (wave === undefined || invitation === undefined || wave.state !== "open") throw linkNotValid();
    return {
      identity: wave.identity,
      closesAt: wave.closesAt,
      people: people.map(({ subject, name, group }) => ({ subject, name, group })),
    };
  });
}
