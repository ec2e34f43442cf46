/** A coordinator who prints letters: to see who has answered, and to answer in the place of those who have not. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { openInvitation } from "../../api/invitations/open-invitation.ts";
import { invitedPeople, unsentRecipients } from "../../api/invitations/store.ts";
import { type LettersWanted, printLetters } from "../../api/letters/print-letters.ts";
import { promiseScreen } from "../../api/rater-page/promise-screen.ts";
import { readRaterPage } from "../../api/rater-page/read-rater-page.ts";
import { explainWave } from "../../api/staff-releases/explain-wave.ts";
import { ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { assignmentsOfWave, markIssued } from "../../api/waves/store.ts";
import { readLetterCode } from "../../surveys/letter-code.ts";
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
const print = (whose: LettersWanted["whose"] = "not-yet-printed") =>
  printLetters(world.context, world.coordinator, { wave, whose });
const audited = async () =>
  (await world.context.people.read((db) => db.select().from(db.tables.auditEvents)))
    .filter(({ action }) => action === "letters-printed")
    .map(({ details }) => details);

const marksOfWave = async () =>
  ticketMarksOf(
    readInvitationKey(world.context.keys, await world.context.people.read((db) => findWave(db, wave))),
  );

/** What a build prints that makes letters for those only who have not sent. */
const careless = () =>
  world.context.people.read(async (db) => {
    const waiting = new Set(named(await unsentRecipients(db, wave, await marksOfWave())));
    return named((await invitedPeople(db, wave)).filter(({ mail }) => mail === null)).filter((name) =>
      waiting.has(name),
    );
  });

describe("who has answered", () => {
  test("is told by letters for the others alone, and not by ours, first or again", async () => {
    expect(await careless()).toEqual(["Ned Nomail", "Nora Nomail"]);
    await answers("Nora Nomail");
    expect(await careless()).toEqual(["Ned Nomail"]);
    expect(named((await print()).letters)).toEqual(["Ned Nomail", "Nora Nomail"]);
    const again = await print("everybody");
    expect(named(again.letters)).toEqual(["Ned Nomail", "Nora Nomail"]);
    for (const { code, qr } of again.letters)
      expect([code.length, qr.size]).toEqual([again.letters[0]?.code.length, again.letters[0]?.qr.size]);
    expect(await audited()).toEqual([
      { wave, letters: 2, again: 0 },
      { wave, letters: 2, again: 2 },
    ]);
  });

  test("is inherited by a new code, unseen: a used one stays used, an unused one unused", async () => {
    await answers("Nora Nomail");
    await print();
    await print("everybody");
    const left = await world.context.people.read(async (db) =>
      unsentRecipients(db, wave, await marksOfWave()),
    );
    expect(named(left).filter((name) => name.includes("Nomail"))).toEqual(["Ned Nomail"]);
  });
});

describe("answering in somebody's place", () => {
  const opens = (code: string) => openInvitation(world.context, { wave, secret: readLetterCode(code) ?? "" });

  test("with a kept copy ends with the next print, where codes that stay the same would serve for ever", async () => {
    const kept = (await print()).letters;
    // A build whose letters are made anew from the same link.
    const sameAgain = kept.map(({ code }) => code);
    for (const code of sameAgain) await expect(opens(code)).resolves.toBeDefined();
    await print("everybody");
    for (const { code } of kept) await expect(opens(code)).rejects.toMatchObject({ code: "link-not-valid" });
  });

  test("cannot be hidden: raters and readers are told how many letters were printed again, and by whom", async () => {
    const page = async () => {
      const read = await readRaterPage(world.context, wave);
      if (read.state !== "open") throw new RangeError("the wave is open");
      return String(await promiseScreen(read));
    };
    expect(await page()).not.toContain("Letters for");
    const [puppet] = (await print()).letters;
    const people = await world.context.people.read((db) => invitedPeople(db, wave));
    const victim = people.find(({ name }) => name === puppet?.name)?.personId ?? "";
    await print({ person: victim });
    const told = "Letters for 2 people were printed by Kim Coordinator";
    expect(await page()).toContain(told);
    expect(await page()).toContain("For 1 of them a letter was printed again");
    const { rules } = await explainWave(world.context, world.coordinator, { wave });
    expect(rules.find(({ title }) => title === "Links in other hands")?.text).toContain(told);
  });
});
