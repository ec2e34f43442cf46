/** What somebody who runs the survey could read off counts, lists and answers of the product, and may not. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seededRandom } from "../../api/demo/invent-answers.ts";
import { submitAnswers } from "../../api/identified-answers/submit-answers.ts";
import { readInvitationKey } from "../../api/invitations/invitation-key.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { addRole } from "../../api/roster/store.ts";
import { ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { closeOpenWave } from "../../api/waves/close-and-release.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { type Assignment, assignmentsOfWave, markIssued } from "../../api/waves/store.ts";
import { definition360 } from "../support/definition-360.ts";
import { openAndAnswer } from "../support/open-and-answer.ts";
import { draftWave, RATERS_CSV } from "../support/staff-world.ts";
import { storedInstrument } from "../support/stored-instrument.ts";
import { openWholeApp, type WholeApp } from "../support/whole-app.ts";
import { reportOf, times } from "../support/world-360.ts";

let whole: WholeApp;
let wave: string;
let cookie: string;
beforeEach(async () => {
  whole = await openWholeApp();
  wave = await draftWave(whole.world);
  cookie = await whole.cookieOf("K1");
});
afterEach(() => whole.world.cleanUp());

const post = (path: string, body: unknown) =>
  whole.request(path, { method: "POST", body: JSON.stringify(body), cookie });
const assignments = () => whole.world.context.people.read((db) => assignmentsOfWave(db, wave));

async function importList(list: "subjects" | "raters", csv: string): Promise<void> {
  await importLineUp(whole.world.context, whole.world.coordinator, { wave, list, csv, apply: true });
}

describe("whether somebody has answered", () => {
  test("cannot be asked by way of a second ticket", async () => {
    const { context, coordinator } = whole.world;
    await openWave(context, coordinator, { wave });
    const [sent, silent] = (await assignments()).filter(({ group }) => group === "direct-report");
    await context.people.write((tx) => markIssued(tx, context.keys, { wave, ids: [sent?.id ?? ""] }));
    const ask = async (about: Assignment | undefined) => {
      const body = { rater: about?.raterPersonId, subject: about?.subjectCode };
      const answer = await post(`/api/waves/${wave}/reissue`, body);
      return [answer.status, await answer.text()];
    };
    expect(await ask(silent)).toEqual(await ask(sent));
    expect(await ask(silent)).toEqual(await ask(sent));
    const counted = await assignments();
    const marks = ticketMarksOf(
      readInvitationKey(context.keys, await context.people.read((db) => findWave(db, wave))),
    );
    for (const one of [sent, silent]) {
      const after = counted.find(({ id }) => id === one?.id);
      expect(after?.reissues).toBe(1);
      expect(marks.read(after?.id ?? "", after?.ticketMark ?? null)).toBeUndefined();
    }
  });

  test("does not follow from a total: nothing the coordinator reads tells how many answered in all", async () => {
    const { context, coordinator } = whole.world;
    await openAndAnswer(whole.world, wave, seededRandom(3));
    await closeOpenWave(context, coordinator, { wave });
    const read = await (await whole.request(`/api/waves/${wave}`, { cookie })).json();
    expect(read.progress).toMatchObject({ exact: false, countedAt: null, whole: null, groups: [] });
    expect(Object.keys(read)).not.toContain("answers");
    const { events } = await (await whole.request("/api/audit?offset=0&limit=100", { cookie })).json();
    const closed = events.find((event: { action: string }) => event.action === "wave-closed");
    expect(closed.details).toEqual({ wave, invalidBoxes: 0 });
  });

  test("of a group that is left out, the report is the same to the last letter", () => {
    const definition = definition360({ textItems: ["more"] });
    const answers = { c1: 4, c2: 3, s1: 2, s2: 5, more: "well" };
    const shown = { self: times(1, answers), peer: times(5, answers) };
    const policy = { smallGroups: "omit" } as const;
    const invited = { other: 2 };
    const lone = { c1: 1, c2: 1, s1: 1, s2: 1, more: "badly" };
    const answered = reportOf(definition, { ...shown, other: times(1, lone) }, policy, invited);
    expect(answered.notes).toContainEqual({ code: "groups-left-out", groups: ["other"] });
    expect(reportOf(definition, { ...shown, other: [] }, policy, invited)).toEqual(answered);
  });
});

describe("a coach who knows one of the answers", () => {
  test("is refused among the anonymous raters of the own coachee, with the line", async () => {
    await expect(importList("raters", `${RATERS_CSV}M1,C1,peer\n`)).rejects.toMatchObject({
      code: "bad-input",
      problems: [{ path: `line ${RATERS_CSV.split("\n").length}` }],
    });
    await importList("raters", `${RATERS_CSV}M1,C1,line-manager\nM1,C2,peer\n`);
  });

  test("is refused as well when the raters were listed first and the coach named later", async () => {
    await importList("subjects", "subject,coach\nM1,R1\nM2,C2\n");
    const answer = await post(`/api/waves/${wave}/open`, {});
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("cannot be among those whose answers are anonymous");
    expect((await whole.world.context.people.read((db) => findWave(db, wave))).state).toBe("draft");
  });
});

describe("a coordinator who would read reports in a coach's place", () => {
  test("by sending the coach's sign-in links elsewhere is told on: to the coach, and in the log", async () => {
    const { context, coordinator } = whole.world;
    const { personId } = await whole.world.staff("C1");
    await context.people.write((tx) => addRole(tx, personId, "coach"));
    const csv = "staff_number,name,mail\nC1,Cora Coach,kim.too@example.org\nR1,Rater 1,one@example.org\n";
    await importPeople(context, coordinator, { csv, apply: true });
    const mails = await context.people.read((db) => db.select().from(db.tables.outbox));
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(["cora@example.org"]);
    expect(mails[0]?.text).toContain("can sign in as you");
    const { events } = await (await whole.request("/api/audit?offset=0&limit=100", { cookie })).json();
    expect(events).toContainEqual(
      expect.objectContaining({ action: "staff-address-changed", details: { personId } }),
    );
  });
});

describe("an answer that its rater took back", () => {
  test("by changing the answer above it is not stored with the rater's name", async () => {
    const { context, coordinator } = whole.world;
    const { id: programme } = await createProgramme(context, coordinator, { name: "Development" });
    const { id: definition } = await storedInstrument(context, "development-request");
    const request = { programme, definition, title: "Requests" };
    const requests = await createWave(context, coordinator, request);
    const list = { wave: requests, list: "participants", csv: "person\nR1\n", apply: true } as const;
    await importLineUp(context, coordinator, list);
    await openWave(context, coordinator, { wave: requests });
    const mails = await context.people.read((db) => db.select().from(db.tables.outbox));
    const secret = /#([\w-]+)/.exec(mails.find((mail) => mail.waveId === requests)?.text ?? "")?.[1] ?? "";
    const meant = { "for-whom": "myself", situation: "overwhelmed", outcome: "More time" };
    const send = (answers: Readonly<Record<string, string>>) =>
      submitAnswers(context, { wave: requests, secret, subject: "", answers });
    expect(await send({ ...meant, person: "Max Manager" })).toEqual({ recorded: "now" });
    const stored = await context.people.read((db) => db.select().from(db.tables.identifiedAnswers));
    expect(stored.map((row) => row.answers)).toEqual([meant]);
    expect(await send({ ...meant, person: "Max Manager" })).toEqual({ recorded: "before" });
  });
});
