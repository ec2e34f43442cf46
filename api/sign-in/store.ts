/** Queries on sign-in links, sessions and the staff they belong to. */
import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Role, RoleLimits, StaffMember } from "../permissions.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";

export interface MailedPerson {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

/** Whoever has this address, whatever its capitals. */
export async function personByMail(db: PeopleReader, mail: string): Promise<MailedPerson | undefined> {
  const { persons } = db.tables;
  const [found] = await db
    .select({ id: persons.id, name: persons.name, mail: persons.mail })
    .from(persons)
    .where(sql`lower(${persons.mail}) = lower(${mail})`);
  return found?.mail == null ? undefined : { ...found, mail: found.mail };
}

/** A person with roles; undefined for somebody without, who is not staff. */
export async function staffMember(db: PeopleReader, personId: string): Promise<StaffMember | undefined> {
  const { persons, staffRoles } = db.tables;
  const rows = await db
    .select({ name: persons.name, role: staffRoles.role })
    .from(staffRoles)
    .innerJoin(persons, eq(persons.id, staffRoles.personId))
    .where(eq(staffRoles.personId, personId))
    .orderBy(asc(staffRoles.role));
  const [first] = rows;
  if (first === undefined) return undefined;
  const limits = await limitsOf(db, personId);
  const roles = rows.map((row) => row.role);
  return { personId, name: first.name, roles, ...(Object.keys(limits).length === 0 ? {} : { limits }) };
}

/** The programmes of those roles that a person does not hold everywhere. */
export async function limitsOf(db: PeopleReader, personId: string): Promise<RoleLimits> {
  const { roleProgrammes, staffRoles } = db.tables;
  const limited = await db
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(and(eq(staffRoles.personId, personId), eq(staffRoles.everywhere, false)));
  const own = await db
    .select({ role: roleProgrammes.role, programme: roleProgrammes.programmeId })
    .from(roleProgrammes)
    .where(eq(roleProgrammes.personId, personId))
    .orderBy(asc(roleProgrammes.programmeId));
  return Object.fromEntries(
    limited.map(({ role }) => [
      role,
      own.filter((row) => row.role === role).map(({ programme }) => programme),
    ]),
  );
}

export async function hasCoordinator(db: PeopleReader): Promise<boolean> {
  const { staffRoles } = db.tables;
  return (await db.$count(staffRoles, eq(staffRoles.role, "coordinator"))) > 0;
}

export async function insertPerson(
  tx: PeopleWriter,
  person: { readonly id: string; readonly ref: string; readonly name: string; readonly mail: string },
  now: Date,
): Promise<void> {
  await tx
    .insert(tx.tables.persons)
    .values({ ...person, unit: "", site: "", grade: "", lineManagerRef: null, createdAt: now });
}

export async function refIsTaken(db: PeopleReader, ref: string): Promise<boolean> {
  return (await db.$count(db.tables.persons, eq(db.tables.persons.ref, ref))) > 0;
}

export async function insertRole(tx: PeopleWriter, personId: string, role: Role): Promise<void> {
  await tx.insert(tx.tables.staffRoles).values({ personId, role }).onConflictDoNothing();
}

type Link = PeopleTables["signInLinks"]["$inferSelect"];

export async function insertLink(tx: PeopleWriter, link: Omit<Link, "usedAt">): Promise<void> {
  await tx.insert(tx.tables.signInLinks).values(link);
}

/** True for a link that was made, used up or not. */
export async function isLink(db: PeopleReader, hash: string): Promise<boolean> {
  const { signInLinks } = db.tables;
  return (await db.$count(signInLinks, eq(signInLinks.tokenHash, hash))) > 0;
}

/** Uses a link up. Undefined for unknown, used and expired links alike. */
export async function useLink(
  tx: PeopleWriter,
  link: Pick<Link, "tokenHash" | "purpose">,
  now: Date,
): Promise<Link | undefined> {
  const { signInLinks } = tx.tables;
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInLinks.tokenHash, link.tokenHash),
        eq(signInLinks.purpose, link.purpose),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, now),
      ),
    )
    .returning();
  return used;
}

/** Ends what signs this person in now: sessions, links, and mails with links that have not left. */
export async function signOutEverywhere(
  tx: PeopleWriter,
  person: { readonly id: string; readonly mail: string | null },
): Promise<void> {
  const { sessions, signInLinks } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.personId, person.id));
  await tx.delete(signInLinks).where(eq(signInLinks.personId, person.id));
  if (person.mail !== null) await deleteWaitingSignInMail(tx, person.mail);
}

/** Whom a link was made for, also after it was used or has expired; undefined for a made-up one. */
export async function personOfLink(db: PeopleReader, hash: string): Promise<string | undefined> {
  const { signInLinks } = db.tables;
  const [found] = await db
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hash));
  return found?.personId ?? undefined;
}

export async function deleteLinksOf(tx: PeopleWriter, purpose: Link["purpose"]): Promise<void> {
  await tx.delete(tx.tables.signInLinks).where(eq(tx.tables.signInLinks.purpose, purpose));
}

/** Removes what time has made worthless. */
export async function deleteExpired(tx: PeopleWriter, now: Date, idleSince: Date): Promise<void> {
  const { sessions, signInLinks } = tx.tables;
  await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, now));
  await tx.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.usedAt, idleSince)));
}

/** Mail with an older link that has not left would only confuse. */
export async function deleteWaitingSignInMail(tx: PeopleWriter, toAddress: string): Promise<void> {
  const { outbox } = tx.tables;
  await tx.delete(outbox).where(and(eq(outbox.toAddress, toAddress), eq(outbox.signsIn, true)));
}

type Session = PeopleTables["sessions"]["$inferSelect"];

export async function insertSession(tx: PeopleWriter, session: Session): Promise<void> {
  await tx.insert(tx.tables.sessions).values(session);
}

export async function sessionByHash(db: PeopleReader, hash: string): Promise<Session | undefined> {
  const [session] = await db.select().from(db.tables.sessions).where(eq(db.tables.sessions.tokenHash, hash));
  return session;
}

export async function markSessionUsed(tx: PeopleWriter, hash: string, now: Date): Promise<void> {
  await tx.update(tx.tables.sessions).set({ usedAt: now }).where(eq(tx.tables.sessions.tokenHash, hash));
}

export async function deleteSession(tx: PeopleWriter, hash: string): Promise<void> {
  await tx.delete(tx.tables.sessions).where(eq(tx.tables.sessions.tokenHash, hash));
}
