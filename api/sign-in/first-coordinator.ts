/** The first coordinator: a one-time link, printed where the server is started, makes somebody coordinator. */
import { appendAudit } from "../audit/append-audit.ts";
import { DomainError } from "../errors.ts";
import { newId } from "../short-id.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import type { SignInContext } from "./context.ts";
import { linkNotValid, type SignedIn } from "./redeem-sign-in.ts";
import { beginSession } from "./session.ts";
import {
  deleteLinksOf,
  hasCoordinator,
  insertLink,
  insertPerson,
  insertRole,
  isLink,
  personByMail,
  refIsTaken,
  staffMember,
  useLink,
} from "./store.ts";
import { newToken, tokenHash } from "./token.ts";

const LINK_HOURS = 24;

/** What stands before the token in the address, so that the page knows that it has to ask for name and mail. */
const FIRST = "first.";

/**
 * Makes the link, and makes earlier ones worthless.
 * @returns the address to open, or undefined if there is a coordinator
 */
export async function createFirstCoordinatorLink(context: SignInContext): Promise<string | undefined> {
  const now = context.clock();
  const token = newToken("sign-in link");
  const made = await context.people.write(async (tx) => {
    if (await hasCoordinator(tx)) return false;
    await deleteLinksOf(tx, "first-coordinator");
    await insertLink(tx, {
      tokenHash: tokenHash("sign-in link", token),
      personId: null,
      purpose: "first-coordinator",
      expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
    });
    await appendAudit(tx, {
      at: now,
      actorPersonId: null,
      action: "first-coordinator-link-made",
      details: {},
    });
    return true;
  });
  return made ? `${context.baseUrl()}/sign-in#${FIRST}${token}` : undefined;
}

export interface FirstCoordinator {
  readonly name: string;
  readonly mail: string;
  /** The staff number in the organisation's lists, if known, so that a later import finds the same person. */
  readonly ref?: string | undefined;
}

async function findOrInsert(tx: PeopleWriter, person: FirstCoordinator, now: Date): Promise<string> {
  const known = await personByMail(tx, person.mail);
  if (known !== undefined) return known.id;
  const id = newId();
  const ref = person.ref ?? `coordinator-${id}`;
  if (await refIsTaken(tx, ref)) {
    throw new DomainError(
      "bad-input",
      "Somebody with this staff number is on the list of people with another mail address. Use that address, or leave the number empty.",
      [{ path: "ref", sentence: "This staff number belongs to another mail address." }],
    );
  }
  await insertPerson(tx, { id, ref, name: person.name, mail: person.mail }, now);
  return id;
}

/** @throws DomainError "link-not-valid", also when there is a coordinator by now; "bad-input" for a taken staff number */
export async function redeemFirstCoordinator(
  { people, clock }: Pick<SignInContext, "people" | "clock">,
  request: FirstCoordinator & { readonly token: string; readonly previousToken: string | undefined },
): Promise<SignedIn> {
  const now = clock();
  const bare = request.token.startsWith(FIRST) ? request.token.slice(FIRST.length) : request.token;
  const hash = tokenHash("sign-in link", bare);
  if (!(await people.read((db) => isLink(db, hash)))) throw linkNotValid();
  return people.write(async (tx) => {
    const link = await useLink(tx, { tokenHash: hash, purpose: "first-coordinator" }, now);
    if (link === undefined || (await hasCoordinator(tx))) throw linkNotValid();
    const personId = await findOrInsert(tx, request, now);
    await insertRole(tx, personId, "coordinator");
    const sessionToken = await beginSession(tx, { personId, previousToken: request.previousToken }, now);
    await appendAudit(tx, {
      at: now,
      actorPersonId: personId,
      action: "first-coordinator-named",
      details: {},
    });
    const staff = await staffMember(tx, personId);
    if (staff === undefined) throw linkNotValid();
    return { staff, sessionToken };
  });
}
