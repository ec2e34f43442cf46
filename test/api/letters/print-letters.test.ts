/** Who has no mail address gets a letter, whose code opens the form as a link does. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openInvitation } from "../../../api/invitations/open-invitation.ts";
import { type LettersWanted, listLetters, printLetters } from "../../../api/letters/print-letters.ts";
import { linksInHand } from "../../../api/links-in-hand/links-in-hand.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { wordsOfMark } from "../../../surveys/fingerprint-words.ts";
import { readLetterCode } from "../../../surveys/letter-code.ts";
import { readLinkFragment } from "../../../surveys/link-fragment.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { draftWithLetters, withRole } from "../../support/survey-world.ts";

let world: StaffWorld;
let wave: string;

beforeEach(async () => {
  world = await openStaffWorld();
  wave = await draftWithLetters(world);
});
afterEach(() => world.cleanUp());

const print = (whose: LettersWanted["whose"] = "not-yet-printed") =>
  printLetters(world.context, world.coordinator, { wave, whose });
const secretOf = (code: string | undefined) => readLetterCode(code ?? "") ?? "";
const opens = (code: string | undefined) => openInvitation(world.context, { wave, secret: secretOf(code) });
const DEAD = { code: "link-not-valid" };

describe("letters", () => {
  test("go to those without a mail address, by site, and mails to the others", async () => {
    expect(await openWave(world.context, world.coordinator, { wave })).toEqual({ invited: 10 });
    const printed = await print();
    expect(printed.letters.map(({ name }) => name)).toEqual(["Ned Nomail", "Nora Nomail"]);
    expect(printed.letters[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    expect(printed.letters[0]?.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z){100,}$/);
    expect(printed.address).toBe(`http://localhost:8360/r/${wave}`);
  });

  test("carry a code that opens the form, also typed with O for 0", async () => {
    await openWave(world.context, world.coordinator, { wave });
    const printed = await print();
    expect(printed.words).toHaveLength(16);
    for (const { code, url } of printed.letters) {
      const typed = readLetterCode(code.toLowerCase().replaceAll("0", "o").replaceAll("-", " ")) ?? "";
      const link = readLinkFragment(url.split("#")[1] ?? "");
      expect(link?.secret).toBe(typed);
      expect(wordsOfMark(link?.manifestMark ?? null)).toEqual(printed.words);
      const opened = await openInvitation(world.context, { wave, secret: typed });
      expect(opened.people).toEqual([{ subject: "", name: null, group: "" }]);
    }
    await expect(openInvitation(world.context, { wave, secret: "0".repeat(20) })).rejects.toMatchObject(DEAD);
  });

  test("are printed once: again means a new code, and the one before is dead", async () => {
    await openWave(world.context, world.coordinator, { wave });
    const first = (await print()).letters;
    expect((await print()).letters).toEqual([]);
    const { people } = await listLetters(world.context, world.coordinator, { wave });
    expect(people.map(({ name, printed }) => [name, printed])).toEqual([
      ["Ned Nomail", 1],
      ["Nora Nomail", 1],
    ]);
    const [again] = (await print({ person: people[1]?.id ?? "" })).letters;
    expect(again?.name).toBe("Nora Nomail");
    await opens(first[0]?.code);
    await opens(again?.code);
    await expect(opens(first[1]?.code)).rejects.toMatchObject(DEAD);
    const all = (await print("everybody")).letters;
    await expect(opens(first[0]?.code)).rejects.toMatchObject(DEAD);
    await expect(opens(again?.code)).rejects.toMatchObject(DEAD);
    for (const { code } of all) await opens(code);
    expect(await world.context.people.read((db) => linksInHand(db, wave))).toEqual([
      { way: "letter", people: 2, again: 2, by: ["Kim Coordinator"] },
    ]);
  });

  test("die when somebody gets a mail address: the new link goes there", async () => {
    await openWave(world.context, world.coordinator, { wave });
    const before = (await print()).letters.find(({ name }) => name === "Nora Nomail");
    const csv = "staff_number,name,mail\nS3,Nora Nomail,nora@example.org\n";
    const imported = await importPeople(world.context, world.coordinator, { csv, apply: true });
    expect(imported.newLinks).toBe(1);
    await expect(opens(before?.code)).rejects.toMatchObject(DEAD);
    const mails = await world.context.people.read((db) =>
      db.select({ to: db.tables.outbox.toAddress, text: db.tables.outbox.text }).from(db.tables.outbox),
    );
    const text = mails.find(({ to }) => to === "nora@example.org")?.text ?? "";
    const secret = /#([\w-]+)/.exec(text)?.[1] ?? "";
    expect((await openInvitation(world.context, { wave, secret })).people).toHaveLength(1);
  });

  test("are printed while the wave is open, by coordinators, and that is written down", async () => {
    await expect(print()).rejects.toMatchObject({ code: "wrong-state" });
    await openWave(world.context, world.coordinator, { wave });
    const evaluator = await withRole(world, "S1", "evaluator");
    const asEvaluator = printLetters(world.context, evaluator, { wave, whose: "everybody" });
    await expect(asEvaluator).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listLetters(world.context, evaluator, { wave })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(print({ person: evaluator.personId })).rejects.toMatchObject({ code: "not-found" });
    await print();
    const events = await world.context.people.read((db) => db.select().from(db.tables.auditEvents));
    expect(events.find(({ action }) => action === "letters-printed")?.details).toEqual({
      wave,
      letters: 2,
      again: 0,
    });
  });
});
