/** The tables of the identity store: who people are, who is asked about whom, and what staff did. */
import { sql } from "drizzle-orm";
import type { SurveyAnswers, SurveyKind } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Role } from "../permissions.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";
import { defineLedgerTables } from "./ledger-tables.ts";
import { defineRelationshipTables } from "./mentoring-relationship-tables.ts";
import { defineRoundTables } from "./mentoring-round-tables.ts";
import { defineOpenWaveTables } from "./open-wave-tables.ts";
import { reference } from "./reference.ts";
import { defineSurveyTables } from "./survey-tables.ts";

export type WaveState = "draft" | "open" | "closing" | "closed" | "releasing" | "released";

function definePersonTables(kit: ColumnKit) {
  const programmes = kit.table("programmes", {
    id: kit.text().primaryKey(),
    name: kit.text().notNull(),
    createdAt: kit.time().notNull(),
  });
  const persons = kit.table(
    "persons",
    {
      id: kit.text().primaryKey(),
      /** The staff number of the organisation's own lists. */
      ref: kit.text().notNull().unique("personsRef"),
      name: kit.text().notNull(),
      mail: kit.text(),
      unit: kit.text().notNull(),
      site: kit.text().notNull(),
      grade: kit.text().notNull(),
      lineManagerRef: kit.text(),
      /** Languages beside English, as codes of the request form joined by blanks. */
      languages: kit.text().notNull().default(""),
      createdAt: kit.time().notNull(),
    },
    (person) => [kit.uniqueIndex("personsMail").on(sql`lower(${person.mail})`)],
  );
  const staffRoles = kit.table(
    "staffRoles",
    {
      personId: reference(kit, persons, "cascade"),
      role: kit.text().$type<Role>().notNull(),
      /** False: in the programmes of roleProgrammes only, of which there may be none. */
      everywhere: kit.boolean().notNull().default(true),
    },
    (role) => [kit.primaryKey({ name: "staffRolesKey", columns: [role.personId, role.role] })],
  );
  const roleProgrammes = kit.table(
    "roleProgrammes",
    {
      personId: reference(kit, persons, "cascade"),
      role: kit.text().$type<Role>().notNull(),
      programmeId: reference(kit, programmes, "cascade"),
    },
    (row) => [
      kit.primaryKey({ name: "roleProgrammesKey", columns: [row.personId, row.role, row.programmeId] }),
    ],
  );
  return { programmes, persons, staffRoles, roleProgrammes };
}

export type PersonTables = ReturnType<typeof definePersonTables>;

function defineSignInTables(kit: ColumnKit, { persons }: PersonTables) {
  const sessions = kit.table(
    "sessions",
    {
      tokenHash: kit.text().primaryKey(),
      personId: reference(kit, persons, "cascade"),
      createdAt: kit.time().notNull(),
      usedAt: kit.time().notNull(),
      expiresAt: kit.time().notNull(),
    },
    (session) => [kit.index("sessionsPerson").on(session.personId)],
  );
  const signInLinks = kit.table("signInLinks", {
    tokenHash: kit.text().primaryKey(),
    /** Null for the first coordinator, who is nobody yet. */
    personId: kit.text().references(() => persons.id, { onDelete: "cascade" }),
    purpose: kit.text().$type<"sign-in" | "first-coordinator">().notNull(),
    expiresAt: kit.time().notNull(),
    usedAt: kit.time(),
  });
  return { sessions, signInLinks };
}

function defineWaveTables(kit: ColumnKit, { programmes, persons }: PersonTables) {
  const waves = kit.table("waves", {
    id: kit.text().primaryKey(),
    programmeId: reference(kit, programmes),
    definitionId: kit.text().notNull(),
    title: kit.text().notNull(),
    kind: kit.text().$type<SurveyKind>().notNull(),
    identity: kit.text().$type<"anonymous" | "identified">().notNull(),
    state: kit.text().$type<WaveState>().notNull(),
    policy: kit.json<DisclosurePolicy>().notNull(),
    closesAt: kit.time(),
    /** Signs invitation secrets; wrapped by the key-encryption key. */
    invitationKey: kit.bytes(),
    /** The first 16 bytes of the manifest's hash, base64url, for links; null in drafts and where links go without. */
    manifestMark: kit.text(),
    openedAt: kit.time(),
    closedAt: kit.time(),
    releasedAt: kit.time(),
  });
  const subjects = kit.table(
    "subjects",
    {
      waveId: reference(kit, waves),
      code: kit.text().notNull(),
      personId: reference(kit, persons),
      coachPersonId: reference(kit, persons),
    },
    (subject) => [
      kit.primaryKey({ name: "subjectsKey", columns: [subject.waveId, subject.code] }),
      kit.unique("subjectsPerson").on(subject.waveId, subject.personId),
      kit.index("subjectsCoach").on(subject.coachPersonId),
    ],
  );
  return { waves, subjects };
}

export type WaveTables = ReturnType<typeof defineWaveTables>;

function defineRaterTables(kit: ColumnKit, { persons, waves }: PersonTables & WaveTables) {
  /** Who is asked about whom. */
  const assignments = kit.table(
    "assignments",
    {
      id: kit.text().primaryKey(),
      waveId: reference(kit, waves),
      raterPersonId: reference(kit, persons),
      subjectCode: kit.text().notNull(),
      group: kit.text().notNull(),
      /** Whether a ticket was issued, sealed (tickets/ticket-mark.ts); null until the wave opens. */
      ticketMark: kit.bytes(),
      reissues: kit.integer().notNull().default(0),
    },
    (assignment) => [
      kit.unique("assignmentsOnce").on(assignment.waveId, assignment.raterPersonId, assignment.subjectCode),
    ],
  );
  /** Keeps those on the list from being tried out against the manifest; goes with the entry. */
  const lineUpSalts = kit.table("lineUpSalts", {
    assignmentId: kit
      .text()
      .primaryKey()
      .references(() => assignments.id, { onDelete: "cascade" }),
    salt: kit.bytes().notNull(),
  });
  /** What the manifest and each amendment commit to: salted hashes, which stay where an entry is erased. */
  const lineUps = kit.table(
    "lineUps",
    {
      waveId: reference(kit, waves),
      /** 0 as opened, then the number of the amendment. */
      amendment: kit.integer().notNull(),
      /** 32 bytes an entry, sorted. */
      leaves: kit.bytes().notNull(),
    },
    (lineUp) => [kit.primaryKey({ name: "lineUpsKey", columns: [lineUp.waveId, lineUp.amendment] })],
  );
  const invitations = kit.table(
    "invitations",
    {
      id: kit.text().primaryKey(),
      waveId: reference(kit, waves),
      personId: reference(kit, persons),
      secretHash: kit.text().notNull().unique("invitationsSecret"),
      /** Counted for everybody alike, whether or not they have sent. */
      remindersSent: kit.integer().notNull().default(0),
      lastSentAt: kit.time(),
    },
    (invitation) => [kit.unique("invitationsOnce").on(invitation.waveId, invitation.personId)],
  );
  const identifiedAnswers = kit.table(
    "identifiedAnswers",
    {
      assignmentId: kit
        .text()
        .primaryKey()
        .references(() => assignments.id),
      waveId: reference(kit, waves),
      answers: kit.json<SurveyAnswers>().notNull(),
      submittedAt: kit.time().notNull(),
    },
    (answers) => [kit.index("identifiedAnswersWave").on(answers.waveId)],
  );
  return { assignments, lineUpSalts, lineUps, invitations, identifiedAnswers };
}

function defineRecordTables(kit: ColumnKit) {
  /** Mail that waits to be sent; a row is deleted once its mail has left. */
  const outbox = kit.table(
    "outbox",
    {
      id: kit.text().primaryKey(),
      /** True: its link signs the addressee in, so nobody else may read it. */
      signsIn: kit.boolean().notNull().default(false),
      /** True: that there is such a mail tells that its addressee has not sent, so no list shows it. */
      unlisted: kit.boolean().notNull().default(false),
      waveId: kit.text(),
      toAddress: kit.text().notNull(),
      subject: kit.text().notNull(),
      text: kit.text().notNull(),
      attempts: kit.integer().notNull().default(0),
      /** Null: given up, because the mail server refused it for good. */
      nextAttemptAt: kit.time(),
      /** The mail server's reply code of the last attempt; never its text, which can quote addresses. */
      lastReply: kit.integer(),
      createdAt: kit.time().notNull(),
    },
    (mail) => [kit.index("outboxNext").on(mail.nextAttemptAt)],
  );
  /** What staff did, each row chained to the one before. */
  const auditEvents = kit.table("auditEvents", {
    seq: kit.integer().primaryKey(),
    at: kit.time().notNull(),
    actorPersonId: kit.text(),
    action: kit.text().notNull(),
    details: kit.json<Readonly<Record<string, unknown>>>().notNull(),
    previousHash: kit.text().notNull(),
    hash: kit.text().notNull(),
  });
  /** Since when the clock goes evenly, or says that something is due, and when that was last seen. */
  const clockSightings = kit.table("clockSightings", {
    what: kit.text().primaryKey(),
    firstAt: kit.time().notNull(),
    lastAt: kit.time().notNull(),
  });
  /** To which generation of which installation the store belongs: the same as its other half says. One row. */
  const storeGenerations = kit.table("storeGenerations", {
    installation: kit.text().primaryKey(),
    generation: kit.integer().notNull(),
    /** Set while the other store is being told of the next one. */
    next: kit.integer(),
    /** True: whoever runs the server goes on knowing that something is missing. */
    accepted: kit.boolean().notNull().default(false),
  });
  return { outbox, auditEvents, clockSightings, storeGenerations };
}

/** Every table of the identity store, for the engine of the kit. */
export function definePeopleTables(kit: ColumnKit) {
  const people = definePersonTables(kit);
  const waves = defineWaveTables(kit, people);
  const rounds = defineRoundTables(kit, { ...people, ...waves });
  return {
    ...people,
    ...defineSignInTables(kit, people),
    ...waves,
    ...defineRaterTables(kit, { ...people, ...waves }),
    ...defineOpenWaveTables(kit, { ...people, ...waves }),
    ...defineRecordTables(kit),
    ...defineSurveyTables(kit, { ...people, ...waves }),
    ...defineLedgerTables(kit, waves),
    ...rounds,
    ...defineRelationshipTables(kit, { ...people, ...rounds }),
  };
}

export type PeopleTables = ReturnType<typeof definePeopleTables>;
