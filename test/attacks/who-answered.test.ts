/** A coordinator who would know by name who has answered: by tickets, reminders, the outbox, the log and new links. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../../api/config.ts";
import type { StaffContext } from "../../api/context.ts";
import { ticketMarksOfWave } from "../../api/invitations/invitation-key.ts";
import { listInvited } from "../../api/invitations/list-invited.ts";
import { openInvitation } from "../../api/invitations/open-invitation.ts";
import { remindRaters } from "../../api/invitations/remind-raters.ts";
import { sendNewLink } from "../../api/invitations/replace-links.ts";
import { unsentRecipients } from "../../api/invitations/store.ts";
import { deliverMail } from "../../api/outbox/deliver-mail.ts";
import { listMail } from "../../api/outbox/list-mail.ts";
import { readMail } from "../../api/outbox/read-mail.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { personById } from "../../api/roster/store.ts";
import { dueCounts } from "../../api/waves/count-progress.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { readWave } from "../../api/waves/read-wave.ts";
import { reissueTicket } from "../../api/waves/reissue-ticket.ts";
import { type Assignment, askedWithMarks, assignmentsOfWave, markIssued } from "../../api/waves/store.ts";
import { draftWave, FIRST_TIME, openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { draftWithLetters } from "../support/survey-world.ts";

const DAY = 86_400_000;
const PAGE = { offset: 0, limit: 100 };

let world: StaffWorld;
let wave: string;
beforeEach(async () => {
  world = await openStaffWorld();
});
afterEach(() => world.cleanUp());

/** The same installation with a mail server, or without. */
function installed(smtp: boolean): StaffContext {
  const settings = smtp ? { SOUNDINGS_SMTP: "smtp://127.0.0.1:1" } : {};
  return { ...world.context, config: readConfig(settings, { data: world.context.config.dataFolder }) };
}

const day = (days: number) => world.setTime(new Date(FIRST_TIME.getTime() + days * DAY));
const asked = () => world.context.people.read((db) => assignmentsOfWave(db, wave));
const issue = (rows: readonly Assignment[]) =>
  world.context.people.write((tx) =>
    markIssued(tx, world.context.keys, { wave, ids: rows.map(({ id }) => id) }),
  );
async function marksOfWave() {
  const marks = ticketMarksOfWave(
    world.context.keys,
    await world.context.people.read((db) => findWave(db, wave)),
  );
  if (marks === undefined) throw new RangeError("an open wave has marks");
  return marks;
}
async function unsent() {
  const marks = await marksOfWave();
  return world.context.people.read((db) => unsentRecipients(db, wave, marks));
}
const outbox = () => world.context.people.read((db) => db.select().from(db.tables.outbox));
const addressOf = async (personId: string) =>
  (await world.context.people.read((db) => personById(db, personId)))?.mail ?? "";

async function openSurvey(): Promise<void> {
  wave = await draftWithLetters(world);
  await openWave(world.context, world.coordinator, { wave });
}

describe("a second ticket, with progress read before and after", () => {
  async function open360(): Promise<Assignment[]> {
    wave = await draftWave(world);
    await openWave(world.context, world.coordinator, { wave });
    return (await asked()).filter(({ group }) => group === "peer");
  }
  const reissue = ({ raterPersonId: rater, subjectCode: subject }: Assignment) =>
    reissueTicket(world.context, world.coordinator, { wave, rater, subject });
  const read = async () => JSON.stringify(await readWave(world.context, world.coordinator, { wave }));
  /** What a build shows that counts tickets as they stand. */
  const live = async () => {
    const marks = await marksOfWave();
    return (await asked()).filter(({ id, ticketMark }) => marks.read(id, ticketMark) !== undefined).length;
  };

  test("tells of everybody in a build that counts live, and of nobody in ours", async () => {
    const peers = await open360();
    const sent = new Set(peers.slice(0, 3));
    await issue([...sent]);
    day(1);
    for (const { run } of await dueCounts(world.context)) await run();
    for (const peer of peers) {
      const before = { live: await live(), ours: await read() };
      await reissue(peer);
      expect(before.live - (await live()) === 1).toBe(sent.has(peer));
      expect(await read()).toBe(before.ours);
    }
  });

  test("never counts down, so that other answers do not show it at a later hour either", async () => {
    const [peer] = await open360();
    if (peer === undefined) throw new RangeError("there are peers");
    await issue([peer]);
    const marks = await marksOfWave();
    const counted = () => world.context.people.read((db) => askedWithMarks(db, marks, wave));
    const before = await counted();
    await reissue(peer);
    expect(await counted()).toEqual(before);
    expect((await unsent()).map(({ personId }) => personId)).toContain(peer.raterPersonId);
  });
});

describe("reminders", () => {
  test("without a mail server go to everybody alike, where those to the others would name all who have sent", async () => {
    await openSurvey();
    const [sent] = (await asked()).filter((row) => row.raterPersonId !== "");
    await issue(sent === undefined ? [] : [sent]);
    expect((await unsent()).map(({ personId }) => personId)).not.toContain(sent?.raterPersonId);
    day(1);
    const invited = (await outbox()).map(({ toAddress }) => toAddress).sort();
    await remindRaters(installed(false), world.coordinator, { wave });
    const { mails } = await listMail(installed(false), world.coordinator, PAGE);
    const reminded = mails.filter(({ subject }) => subject.startsWith("Reminder"));
    expect(reminded.map(({ toAddress }) => toAddress).sort()).toEqual(invited);
  });

  test("with one go to the others, and neither list, total, log nor stored counters tell so", async () => {
    await openSurvey();
    const rows = (await asked()).slice(0, 4);
    const seen = async () => ({
      list: await listMail(installed(true), world.coordinator, PAGE),
      invitations: (await world.context.people.read((db) => db.select().from(db.tables.invitations))).map(
        ({ remindersSent, lastSentAt }) => [remindersSent, lastSentAt?.getTime()],
      ),
      log: (await world.context.people.read((db) => db.select().from(db.tables.auditEvents))).map(
        ({ action, details }) => [action, details],
      ),
    });
    await issue(rows);
    day(1);
    const before = await seen();
    await remindRaters(installed(true), world.coordinator, { wave });
    const after = await seen();
    const unlisted = (await outbox()).filter((mail) => mail.unlisted);
    const addresses = await Promise.all(rows.map(({ raterPersonId }) => addressOf(raterPersonId)));
    expect(unlisted.some(({ toAddress }) => addresses.includes(toAddress))).toBe(false);
    expect(unlisted.length).toBeGreaterThan(4);
    expect(after.list).toEqual(before.list);
    expect(after.log.at(-1)).toEqual(["raters-reminded", { wave }]);
    // Those with a mail address are all counted as reminded, sent or not; the two with letters are not.
    expect(new Set(after.invitations.map(([times]) => times))).toEqual(new Set([0, 1]));
    expect(after.invitations.filter(([times]) => times === 0)).toHaveLength(2);
    for (const { id } of unlisted)
      await expect(readMail(installed(true), world.coordinator, id)).rejects.toMatchObject({
        code: "not-found",
      });
  });

  test("that are refused for good leave nothing behind, and no count in the log of mail", async () => {
    await openSurvey();
    await world.context.people.write((tx) => tx.delete(tx.tables.outbox));
    day(1);
    await remindRaters(installed(true), world.coordinator, { wave });
    const refuse = async () => {
      throw Object.assign(new Error("no such mailbox"), { responseCode: 550, command: "RCPT TO" });
    };
    const told = await deliverMail(world.context, { send: refuse, reach: refuse });
    expect(told).toMatchObject({ sent: 0, postponed: 0, givenUp: 0 });
    expect(await outbox()).toEqual([]);
  });
});

describe("a corrected address", () => {
  const secretIn = (text: string | undefined) => /#([\w-]+)/.exec(text ?? "")?.[1] ?? "";
  const importMail = (mail: string) =>
    importPeople(world.context, world.coordinator, {
      csv: `staff_number,name,mail,unit\nS1,Staff 1,${mail},Area B\n`,
      apply: true,
    });
  const toAddress = async (address: string) => (await outbox()).filter((mail) => mail.toAddress === address);

  /** Everything that is seen when S1's address goes to the coordinator's own mailbox. */
  async function hijack(hasSent: boolean) {
    await openSurvey();
    const { personId } = await world.staff("S1");
    const own = (await asked()).filter((row) => row.raterPersonId === personId);
    if (hasSent) await issue(own);
    const old = secretIn((await toAddress("staff1@example.org"))[0]?.text);
    await importMail("mine@example.org");
    day(1);
    await remindRaters(installed(true), world.coordinator, { wave });
    const mails = await toAddress("mine@example.org");
    return { old, mails, notices: await toAddress("staff1@example.org"), own };
  }

  test("kills the old link, tells the old address, and shows nobody whether a ticket was given out", async () => {
    const shape = async (hasSent: boolean) => {
      const { old, mails, notices, own } = await hijack(hasSent);
      await expect(openInvitation(world.context, { wave, secret: old })).rejects.toMatchObject({
        code: "link-not-valid",
      });
      expect(notices.map(({ subject }) => subject)).toEqual(["Your link was replaced: Review"]);
      expect(notices[0]?.text).not.toContain("#");
      const marks = await marksOfWave();
      const now = (await asked()).filter((row) => own.some(({ id }) => id === row.id));
      expect(now.map(({ id, ticketMark }) => marks.wasIssued(id, ticketMark))).toEqual([hasSent]);
      const log = await world.context.people.read((db) => db.select().from(db.tables.auditEvents));
      const details = log.find(({ action }) => action === "link-replaced")?.details;
      expect(Object.keys(details ?? {}).sort()).toEqual(["because", "wave"]);
      const invited = await listInvited(world.context, world.coordinator, {
        wave,
        search: "Staff 1",
        ...PAGE,
      });
      return {
        // A reminder that came only to those who have not sent would tell it here.
        // Links and the fingerprint's words differ from one installation to the next.
        mails: mails
          .map(({ subject, text }) => [subject, text.replaceAll(/\/r\/\S+|^ {2}[a-z]+( [a-z]+){7}$/gm, "")])
          .sort(),
        newLinks: invited.people.map(({ name, newLinks }) => [name, newLinks]),
      };
    };
    const silent = await shape(false);
    await world.cleanUp();
    world = await openStaffWorld();
    expect(await shape(true)).toEqual(silent);
    expect(silent.mails).toHaveLength(2);
  });

  test("is refused where nothing would reach the person any more", async () => {
    wave = await draftWave(world);
    await openWave(world.context, world.coordinator, { wave });
    const csv = "staff_number,name,mail\nR1,Rater 1,\n";
    const asImport = importPeople(world.context, world.coordinator, { csv, apply: true });
    await expect(asImport).rejects.toMatchObject({
      code: "bad-input",
      problems: [{ path: "staff number R1" }],
    });
  });
});

describe("a new link for a lost mail", () => {
  test("is the same for somebody who has sent and somebody who has not, and told to raters", async () => {
    await openSurvey();
    const [sent, silent] = [await world.staff("S1"), await world.staff("S2")];
    await issue((await asked()).filter((row) => row.raterPersonId === sent.personId));
    for (const { personId } of [sent, silent])
      expect(await sendNewLink(world.context, world.coordinator, { wave, person: personId })).toBe(undefined);
    const mails = (await outbox()).filter(({ toAddress }) => /staff[12]@/.test(toAddress));
    // The mail with the dead link is gone from the outbox.
    expect(mails).toHaveLength(2);
    const texts = mails.map(({ text }) => text.replaceAll(/Staff \d|\/r\/\S+/g, ""));
    expect(texts[0]).toBe(texts[1]);
    const { personId } = await world.staff("S3");
    const byLetter = sendNewLink(world.context, world.coordinator, { wave, person: personId });
    await expect(byLetter).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("the text of a mail", () => {
  test("is shown with its link only where no mail leaves at all, and that is counted", async () => {
    await openSurvey();
    const [mail] = await outbox();
    const id = mail?.id ?? "";
    await world.context.people.write((tx) =>
      tx.update(tx.tables.outbox).set({ nextAttemptAt: null }).where(eq(tx.tables.outbox.id, id)),
    );
    const handled = () => world.context.people.read((db) => db.select().from(db.tables.linkHandlings));
    const hidden = await readMail(installed(true), world.coordinator, id);
    expect(hidden.text).toContain("[personal link hidden]");
    expect(hidden.text).not.toContain("#");
    expect(await handled()).toEqual([]);
    const shown = await readMail(installed(false), world.coordinator, id);
    expect(shown.text).toContain("#");
    await readMail(installed(false), world.coordinator, id);
    expect(await handled()).toMatchObject([{ way: "mail-text", times: 2, waveId: wave }]);
  });
});
