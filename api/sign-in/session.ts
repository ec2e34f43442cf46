/** Sessions of staff: begun at sign-in with a fresh token, ended by idleness, age or signing out. */
import type { StaffMember } from "../permissions.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import type { SignInContext } from "./context.ts";
import {
  deleteExpired,
  deleteSession,
  insertSession,
  markSessionUsed,
  sessionByHash,
  staffMember,
} from "./store.ts";
import { newToken, tokenHash } from "./token.ts";

const IDLE_MILLISECONDS = 2 * 3_600_000;
const LONGEST_MILLISECONDS = 12 * 3_600_000;
/** Writing the time of use at every request would cost a write each. */
const USE_IS_NOTED_EVERY_MILLISECONDS = 5 * 60_000;

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MILLISECONDS);
}

/**
 * Begins a session in place of the browser's previous one.
 * @returns the token for the browser; only its hash is stored
 */
export async function beginSession(
  tx: PeopleWriter,
  session: { readonly personId: string; readonly previousToken: string | undefined },
  now: Date,
): Promise<string> {
  await deleteExpired(tx, now, idleSince(now));
  if (session.previousToken !== undefined)
    await deleteSession(tx, tokenHash("session", session.previousToken));
  const token = newToken("session");
  await insertSession(tx, {
    tokenHash: tokenHash("session", token),
    personId: session.personId,
    createdAt: now,
    usedAt: now,
    expiresAt: new Date(now.getTime() + LONGEST_MILLISECONDS),
  });
  return token;
}

/** Who this token signs in; undefined for unknown, idle and old sessions and for people without a role. */
export async function readSession(
  { people, clock }: Pick<SignInContext, "people" | "clock">,
  token: string,
): Promise<StaffMember | undefined> {
  const now = clock();
  const hash = tokenHash("session", token);
  const found = await people.read(async (db) => {
    const session = await sessionByHash(db, hash);
    if (session === undefined || session.expiresAt <= now || session.usedAt < idleSince(now))
      return undefined;
    const staff = await staffMember(db, session.personId);
    return staff === undefined ? undefined : { staff, usedAt: session.usedAt };
  });
  if (found === undefined) return undefined;
  if (now.getTime() - found.usedAt.getTime() > USE_IS_NOTED_EVERY_MILLISECONDS) {
    await people.write((tx) => markSessionUsed(tx, hash, now));
  }
  return found.staff;
}

export async function endSession({ people }: Pick<SignInContext, "people">, token: string): Promise<void> {
  await people.write((tx) => deleteSession(tx, tokenHash("session", token)));
}
