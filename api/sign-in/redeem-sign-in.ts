/** Exchanges a sign-in link for a session, once. */
import { appendAudit } from "../audit/append-audit.ts";
import { DomainError } from "../errors.ts";
import type { StaffMember } from "../permissions.ts";
import type { SignInContext } from "./context.ts";
import { beginSession } from "./session.ts";
import { isLink, staffMember, useLink } from "./store.ts";
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

/** @throws DomainError "link-not-valid" */
export async function redeemSignIn(
  { people, clock }: Pick<SignInContext, "people" | "clock">,
  request: { readonly token: string; readonly previousToken: string | undefined },
): Promise<SignedIn> {
  const now = clock();
  const hash = tokenHash("sign-in link", request.token);
  // Guesses cost a look and no write: with writes a stranger could keep everybody else waiting.
  if (!(await people.read((db) => isLink(db, hash)))) throw linkNotValid();
  return people.write(async (tx) => {
    const link = await useLink(tx, { tokenHash: hash, purpose: "sign-in" }, now);
    const staff = link?.personId == null ? undefined : await staffMember(tx, link.personId);
    if (staff === undefined) throw linkNotValid();
    const { previousToken } = request;
    const sessionToken = await beginSession(tx, { personId: staff.personId, previousToken }, now);
    await appendAudit(tx, { at: now, actorPersonId: staff.personId, action: "signed-in", details: {} });
    return { staff, sessionToken };
  });
}
