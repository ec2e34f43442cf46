/** Exchanges a sign-in link for a session, once. */
import { appendAudit } from "../audit/append-audit.ts";
import { DomainError } from "../errors.ts";
import type { StaffMember } from "../permissions.ts";
import type { SignInContext } from "./context.ts";
import { beginSession } from "./session.ts";
import { isLink, personOfLink, staffMember, useLink } from "./store.ts";
import { tokenHash } from "./token.ts";

export interface SignedIn {
  readonly staff: StaffMember;
  /** For the browser's cookie. */
  readonly sessionToken: string;
}

/** One answer for unknown, used and expired links. */
export function linkNotValid(): DomainError {
  return new DomainError(
    "link-not-valid",
    "This link cannot be used: it is incomplete, was used already or is older than its time. Nothing is lost. Ask for a new link.",
  );
}

/**
 * A link of staff that was used or has expired is written down as refused.
 * @throws DomainError "link-not-valid"
 */
export async function redeemSignIn(
  { people, clock }: Pick<SignInContext, "people" | "clock">,
  request: {
    readonly token: string;
    readonly previousToken: string | undefined;
    /** Whether one more refusal of this person may be written down: a log that anybody could fill is none. */
    readonly mayNote: (personId: string) => boolean;
  },
): Promise<SignedIn> {
  const now = clock();
  const hash = tokenHash("sign-in link", request.token);
  // Guesses cost a look and no write: with writes a stranger could keep everybody else waiting.
  if (!(await people.read((db) => isLink(db, hash)))) throw linkNotValid();
  const signedIn = await people.write(async (tx) => {
    const link = await useLink(tx, { tokenHash: hash, purpose: "sign-in" }, now);
    const staff = link?.personId == null ? undefined : await staffMember(tx, link.personId);
    if (staff === undefined) {
      const personId = await personOfLink(tx, hash);
      const refused = { at: now, actorPersonId: null, action: "sign-in-refused", details: { personId } };
      if (personId !== undefined && request.mayNote(personId)) await appendAudit(tx, refused);
      return undefined;
    }
    const { previousToken } = request;
    const sessionToken = await beginSession(tx, { personId: staff.personId, previousToken }, now);
    await appendAudit(tx, { at: now, actorPersonId: staff.personId, action: "signed-in", details: {} });
    return { staff, sessionToken };
  });
  if (signedIn === undefined) throw linkNotValid();
  return signedIn;
}
