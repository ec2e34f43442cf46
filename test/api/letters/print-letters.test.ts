/** Who has no mail address gets a letter, whose code opens the form as a link does. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openInvitation } from "../../../api/invitations/open-invitation.ts";
import { remindRaters } from "../../../api/invitations/remind-raters.ts";
import { printLetters } from "../../../api/letters/print-letters.ts";
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

const letters = () => printLetters(world.context, world.coordinator, { wave });

describe("letters", () => {
  test("go to those without a mail address, by site, and mails to the others", async () => {
    expect(await openWave(world.context, world.coordinator, { wave })).toEqual({ invited: 10 });
    const printed = await letters();
    expect(printed.letters.map(({ name }) => name)).toEqual(["Ned Nomail", "Nora Nomail"]);
    expect(printed.letters[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    expect(printed.letters[0]?.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z){100,}$/);
    expect(printed.address).toBe(`http://localhost:8360/r/${wave}`);
  });

  test("carry a code that opens the form, also typed with O for 0", async () => {
    await openWave(world.context, world.coordinator, { wave });
    const printed = await letters();
    expect(printed.words).toHaveLength(16);
    for (const { code, url } of printed.letters) {
      const typed = readLetterCode(code.toLowerCase().replaceAll("0", "o").replaceAll("-", " ")) ?? "";
      const link = readLinkFragment(url.split("#")[1] ?? "");
      expect(link?.secret).toBe(typed);
      expect(wordsOfMark(link?.manifestMark ?? null)).toEqual(printed.words);
      const opened = await openInvitation(world.context, { wave, secret: typed });
      expect(opened.people).toEqual([{ subject: "", name: null, group: "", sent: false }]);
    }
    await expect(openInvitation(world.context, { wave, secret: "0".repeat(20) })).rejects.toMatchObject({
      code: "link-not-valid",
    });
  });

  test("stay valid when somebody gets a mail address, and their reminder carries the same secret", async () => {
    await openWave(world.context, world.coordinator, { wave });
    const before = (await letters()).letters.find(({ name }) => name === "Nora Nomail");
    const csv = "staff_number,name,mail\nS3,Nora Nomail,nora@example.org\n";
    await importPeople(world.context, world.coordinator, { csv, apply: true });
    world.setTime(new Date("2026-03-20T09:00:00Z"));
    const reminded = await remindRaters(world.context, world.coordinator, { wave });
    expect(reminded.sent).toBe(11);
    const mails = await world.context.people.read((db) =>
      db.select({ to: db.tables.outbox.toAddress, text: db.tables.outbox.text }).from(db.tables.outbox),
    );
    expect(mails.find(({ to }) => to === "nora@example.org")?.text).toContain(before?.url);
  });

  test("are printed while the wave is open, by coordinators, and that is written down", async () => {
    await expect(letters()).rejects.toMatchObject({ code: "wrong-state" });
    await openWave(world.context, world.coordinator, { wave });
    const evaluator = await withRole(world, "S1", "evaluator");
    await expect(printLetters(world.context, evaluator, { wave })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await letters();
    const events = await world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(events.map(({ action }) => action)).toContain("letters-printed");
  });
});
