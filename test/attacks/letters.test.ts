/** A coordinator who prints letters again and again, to see who has answered. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { invitedWithoutMail, unsentRecipients } from "../../api/invitations/store.ts";
import { printLetters } from "../../api/letters/print-letters.ts";
import { ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { assignmentsOfWave, markIssued } from "../../api/waves/store.ts";
import { openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { draftWithLetters } from "../support/survey-world.ts";

let world: StaffWorld;
let wave: string;
beforeEach(async () => {
  world = await openStaffWorld();
  const { context, coordinator } = world;
  wave = await draftWithLetters(world);
  await openWave(context, coordinator, { wave });
});
afterEach(() => world.cleanUp());

/** The ticket of the person with this name has been given out. */
async function answers(name: string): Promise<void> {
  await world.context.people.write(async (tx) => {
    const { persons } = tx.tables;
    const people = await tx.select({ id: persons.id, name: persons.name }).from(persons);
    const person = people.find((one) => one.name === name);
    const own = (await assignmentsOfWave(tx, wave)).filter((row) => row.raterPersonId === person?.id);
    await markIssued(tx, world.context.keys, { wave, ids: own.map(({ id }) => id) });
  });
}

const named = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).sort();

/** What a build prints that makes letters for those only who have not sent. */
const careless = () =>
  world.context.people.read(async (db) => {
    const marks = ticketMarksOf(readInvitationKey(world.context.keys, await findWave(db, wave)));
    const waiting = new Set(named(await unsentRecipients(db, wave, marks)));
    return named(await invitedWithoutMail(db, wave)).filter((name) => waiting.has(name));
  });

test("letters of those who have not answered tell who has, and ours are the same for everybody without mail", async () => {
  const print = async () => printLetters(world.context, world.coordinator, { wave });
  const before = await print();
  expect(await careless()).toEqual(["Ned Nomail", "Nora Nomail"]);
  await answers("Nora Nomail");
  expect(await careless()).toEqual(["Ned Nomail"]);
  expect(await print()).toEqual(before);
  expect(named(before.letters)).toEqual(["Ned Nomail", "Nora Nomail"]);
});

test("the audit log counts letters, and not those who have something left to send", async () => {
  await answers("Nora Nomail");
  await printLetters(world.context, world.coordinator, { wave });
  const events = await world.context.people.read((db) => db.select().from(db.tables.auditEvents));
  expect(events.find(({ action }) => action === "letters-printed")?.details).toEqual({ wave, letters: 2 });
});
