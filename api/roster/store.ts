/** Queries on people and the roles of staff. */
import { and, asc, count, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Role, RoleLimits } from "../permissions.ts";
import { newId } from "../short-id.ts";
import { limitsOf } from "../sign-in/store.ts";
import { allPages, chunksOf } from "../storage/chunks.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import type { ListedPerson } from "./people-list.ts";

type Db = Reader<PeopleTables>;
type Tx = Writer<PeopleTables>;

export interface StoredPerson extends ListedPerson {
  readonly id: string;
  readonly languages: string;
}

export async function everyPerson(db: Db): Promise<StoredPerson[]> {
  const { persons } = db.tables;
  return allPages((after: StoredPerson | undefined, rows) =>
    db
      .select()
      .from(persons)
      .where(after && gt(persons.id, after.id))
      .orderBy(asc(persons.id))
      .limit(rows),
  );
}

export async function holdsPeople(db: Db): Promise<boolean> {
  return (await db.$count(db.tables.persons)) > 0;
}

export interface PersonPage {
  readonly people: readonly (StoredPerson & {
    readonly roles: readonly Role[];
    readonly limits: RoleLimits;
  })[];
  readonly total: number;
}

/** Text as a LIKE pattern that means just itself. */
function containing(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** Everybody on a list of these programmes: who is rated, coaches, is asked, or was asked to take part in mentoring. */
function onListsOf(db: Db, programmes: readonly string[]) {
  const { assignments, mentoringInvitations, mentoringRounds, persons, subjects, waves } = db.tables;
  const own = inArray(waves.programmeId, [...programmes]);
  const ofSubjects = (id: typeof subjects.personId | typeof subjects.coachPersonId) =>
    db.select({ id }).from(subjects).innerJoin(waves, eq(waves.id, subjects.waveId)).where(own);
  const raters = db
    .select({ id: assignments.raterPersonId })
    .from(assignments)
    .innerJoin(waves, eq(waves.id, assignments.waveId))
    .where(own);
  const invited = db
    .select({ id: mentoringInvitations.personId })
    .from(mentoringInvitations)
    .innerJoin(mentoringRounds, eq(mentoringRounds.id, mentoringInvitations.roundId))
    .where(inArray(mentoringRounds.programmeId, [...programmes]));
  return or(
    inArray(persons.id, ofSubjects(subjects.personId)),
    inArray(persons.id, ofSubjects(subjects.coachPersonId)),
    inArray(persons.id, raters),
    inArray(persons.id, invited),
  );
}

/** @param page with programmes: people on their lists only, without anybody's roles */
export async function personPage(
  db: Db,
  page: {
    readonly search: string;
    readonly offset: number;
    readonly limit: number;
    readonly programmes?: readonly string[] | undefined;
  },
): Promise<PersonPage> {
  const { persons } = db.tables;
  const pattern = containing(page.search);
  const found =
    page.search === ""
      ? undefined
      : or(
          sql`lower(${persons.name}) like ${pattern} escape '\\'`,
          sql`lower(${persons.unit}) like ${pattern} escape '\\'`,
          eq(persons.ref, page.search),
        );
  const matches = and(found, page.programmes && onListsOf(db, page.programmes));
  const [counted] = await db.select({ total: count() }).from(persons).where(matches);
  const people = await db
    .select()
    .from(persons)
    .where(matches)
    .orderBy(asc(persons.name), asc(persons.ref))
    .limit(page.limit)
    .offset(page.offset);
  const held = new Map<string, Pick<PersonPage["people"][number], "roles" | "limits">>();
  for (const { id } of page.programmes === undefined ? people : []) {
    held.set(id, { roles: await rolesOf(db, id), limits: await limitsOf(db, id) });
  }
  return {
    people: people.map((person) => ({ ...person, ...(held.get(person.id) ?? { roles: [], limits: {} }) })),
    total: counted?.total ?? 0,
  };
}

export async function insertPeople(tx: Tx, people: readonly ListedPerson[], now: Date): Promise<void> {
  for await (const part of chunksOf(people)) {
    await tx
      .insert(tx.tables.persons)
      .values(part.map((person) => ({ ...person, id: newId(), createdAt: now })));
  }
}

/** Mail addresses are cleared first, so that two people may swap theirs in one file. */
export async function updatePeople(tx: Tx, people: readonly ListedPerson[]): Promise<void> {
  const { persons } = tx.tables;
  for await (const part of chunksOf(people.map((person) => person.ref))) {
    await tx.update(persons).set({ mail: null }).where(inArray(persons.ref, part));
  }
  for (const { ref, ...fields } of people) await tx.update(persons).set(fields).where(eq(persons.ref, ref));
}

export async function personById(db: Db, id: string): Promise<StoredPerson | undefined> {
  const [person] = await db.select().from(db.tables.persons).where(eq(db.tables.persons.id, id));
  return person;
}

export async function rolesOf(db: Db, personId: string): Promise<Role[]> {
  const { staffRoles } = db.tables;
  return (await db.select().from(staffRoles).where(eq(staffRoles.personId, personId))).map((row) => row.role);
}

/** Ids of everybody who has the role in this programme. */
export async function peopleWithRole(db: Db, role: Role, programme: string): Promise<string[]> {
  const { roleProgrammes, staffRoles } = db.tables;
  const everywhere = await db
    .select({ id: staffRoles.personId })
    .from(staffRoles)
    .where(and(eq(staffRoles.role, role), eq(staffRoles.everywhere, true)));
  const here = await db
    .select({ id: roleProgrammes.personId })
    .from(roleProgrammes)
    .where(and(eq(roleProgrammes.role, role), eq(roleProgrammes.programmeId, programme)));
  return [...new Set([...everywhere, ...here].map(({ id }) => id))];
}

/** How many coordinate all programmes; only they give roles. */
export async function coordinatorCount(db: Db): Promise<number> {
  const { staffRoles } = db.tables;
  return db.$count(staffRoles, and(eq(staffRoles.role, "coordinator"), eq(staffRoles.everywhere, true)));
}

/** Gives a role, in these programmes or everywhere, whatever it reached before. */
export async function addRole(
  tx: Tx,
  personId: string,
  role: Role,
  programmes?: readonly string[],
): Promise<void> {
  const { roleProgrammes, staffRoles } = tx.tables;
  await removeRole(tx, personId, role);
  await tx.insert(staffRoles).values({ personId, role, everywhere: programmes === undefined });
  for (const programmeId of programmes ?? []) {
    await tx.insert(roleProgrammes).values({ personId, role, programmeId });
  }
}

export async function removeRole(tx: Tx, personId: string, role: Role): Promise<void> {
  const { roleProgrammes, staffRoles } = tx.tables;
  await tx
    .delete(roleProgrammes)
    .where(and(eq(roleProgrammes.personId, personId), eq(roleProgrammes.role, role)));
  await tx.delete(staffRoles).where(and(eq(staffRoles.personId, personId), eq(staffRoles.role, role)));
}
