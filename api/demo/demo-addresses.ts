/** What there is to look at in a demo: links of raters who have not sent, reports, and ways in for staff. */
import type { StaffContext } from "../context.ts";
import { readInvitationKey } from "../invitations/invitation-key.ts";
import { invitationLink, secretOf } from "../invitations/invitation-secret.ts";
import { unsentRecipients } from "../invitations/store.ts";
import type { Role } from "../permissions.ts";
import { coacheesOf } from "../releases/store.ts";
import { everyPerson, rolesOf } from "../roster/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { wavesInStates } from "../waves/store.ts";

export interface OpenRater {
  readonly name: string;
  readonly wave: string;
  readonly about: readonly string[];
  readonly link: string;
}

/** Everybody whose link has something left to send. Known in a demo only: elsewhere the links are in mails alone. */
export async function openRaters(
  context: Pick<StaffContext, "people" | "keys" | "baseUrl">,
): Promise<OpenRater[]> {
  const raters: OpenRater[] = [];
  for (const wave of await context.people.read((db) => wavesInStates(db, ["open"]))) {
    const key = readInvitationKey(context.keys, wave);
    const recipients = await context.people.read((db) => unsentRecipients(db, wave.id, ticketMarksOf(key)));
    raters.push(
      ...recipients.map(({ name, invitation, secretHash, aboutNames }) => ({
        name,
        wave: wave.title,
        about: aboutNames,
        link: invitationLink(context.baseUrl(), wave, secretOf(key, { id: invitation, hash: secretHash })),
      })),
    );
  }
  return raters.sort((a, b) => a.name.localeCompare(b.name));
}

/** The invented person who stands for a role: the first of the list who has it. */
export async function demoPerson(db: PeopleReader, role: Role): Promise<string | undefined> {
  const people = (await everyPerson(db)).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const { id } of people) if ((await rolesOf(db, id)).includes(role)) return id;
  return undefined;
}

export interface ReleasedReport {
  readonly wave: string;
  readonly waveTitle: string;
  readonly subject: string;
  readonly name: string;
}

/** The released reports that the demo's coach reads, by wave and name. */
export async function releasedReports(context: Pick<StaffContext, "people">): Promise<ReleasedReport[]> {
  return context.people.read(async (db) => {
    const coach = await demoPerson(db, "coach");
    const coachees = coach === undefined ? [] : await coacheesOf(db, coach);
    return coachees
      .filter((coachee) => coachee.waveState === "released")
      .map(({ wave, waveTitle, subject, name }) => ({ wave, waveTitle, subject, name }))
      .sort(
        (a, b) =>
          a.waveTitle.localeCompare(b.waveTitle) || a.name.localeCompare(b.name, "en", { numeric: true }),
      );
  });
}
