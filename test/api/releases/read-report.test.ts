/** Reports reach the coach of the subject, after release, and nobody else by any address. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { seededRandom } from "../../../api/demo/invent-answers.ts";
import { addRole } from "../../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { findWave } from "../../../api/waves/find-wave.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { subjectsOfWave } from "../../../api/waves/store.ts";
import { openAndAnswer } from "../../support/open-and-answer.ts";
import { draftWave, FIRST_TIME } from "../../support/staff-world.ts";
import { goOnWithWaves } from "../../support/wave-turns.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
const subjects = new Map<string, string>();

async function cookieWith(ref: string, role: "coach" | "evaluator"): Promise<string> {
  const { personId } = await whole.world.staff(ref);
  await whole.world.context.people.write((tx) => addRole(tx, personId, role));
  return whole.cookieOf(ref);
}

const reportOf = (name: string) => `/api/waves/${wave}/reports/${subjects.get(name)}`;
const get = (path: string, cookie: string) => whole.request(path, { cookie });

beforeAll(async () => {
  whole = await openWholeApp();
  const { context } = whole.world;
  wave = await draftWave(whole.world);
  await openAndAnswer(whole.world, wave, seededRandom(7));
  for (const { name, code } of await context.people.read((db) => subjectsOfWave(db, wave)))
    subjects.set(name, code);
});
afterAll(() => whole.world.cleanUp());

const waitingMails = () => whole.world.context.people.read((db) => db.$count(db.tables.outbox));

describe("reports", () => {
  test("cannot be read before they are released, and the coach is told what is missing", async () => {
    const response = await get(reportOf("Mia Manager"), await cookieWith("C1", "coach"));
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("not released yet");
  });

  test("are released once, after the close", async () => {
    const { context, coordinator } = whole.world;
    await expect(releaseReports(context, coordinator, { wave })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect(await waitingMails()).toBe(12);
    await closeOpenWave(context, coordinator, { wave });
    expect(await waitingMails()).toBe(0);
    await releaseReports(context, coordinator, { wave });
    expect((await context.people.read((db) => findWave(db, wave))).state).toBe("released");
    // Asked once more, as after a lost answer, both do nothing.
    await releaseReports(context, coordinator, { wave });
    await closeOpenWave(context, coordinator, { wave });
    const actions = await context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    for (const done of ["wave-closed", "wave-released"])
      expect(actions.filter(({ action }) => action === done)).toHaveLength(1);
  });

  test("reach the coach of the subject, with figures that are cells", async () => {
    const response = await get(reportOf("Mia Manager"), await whole.cookieOf("C1"));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      subjectName: "Mia Manager",
      coachName: "Cora Coach",
      invalidBoxes: 0,
      report: { format: 1, dimensions: expect.any(Array) },
    });
  });

  test("of other coaches' coachees are not found, in the same words as those of nobody", async () => {
    const cookie = await whole.cookieOf("C1");
    const others = await get(reportOf("Max Manager"), cookie);
    const nobodys = await get(`/api/waves/${wave}/reports/nobody`, cookie);
    const nowhere = await get(`/api/waves/nowhere/reports/${subjects.get("Max Manager")}`, cookie);
    expect([others.status, nobodys.status, nowhere.status]).toEqual([404, 404, 404]);
    const words = await Promise.all([others.text(), nobodys.text(), nowhere.text()]);
    expect(new Set(words).size).toBe(1);
  });

  test("reach neither the coordinator nor an evaluator nor the subject", async () => {
    for (const cookie of [
      await whole.cookieOf("K1"),
      await cookieWith("B1", "evaluator"),
      await cookieWith("M1", "coach"),
    ]) {
      expect((await get(reportOf("Mia Manager"), cookie)).status).toBe(404);
    }
  });

  test("are listed for their coach alone", async () => {
    const response = await get("/api/coach/subjects", await whole.cookieOf("C1"));
    const listed = JSON.stringify(await response.json());
    expect(listed).toContain("Mia Manager");
    expect(listed).not.toContain("Max Manager");
    expect((await get("/api/coach/subjects", await whole.cookieOf("K1"))).status).toBe(403);
  });

  test("leave an audit event when they are read", async () => {
    const events = await whole.world.context.people.read((db) => eventsAfter(db, 0, 1000));
    expect(events.filter((event) => event.action === "report-read")).toHaveLength(1);
    expect(events.map((event) => event.action)).toEqual(
      expect.arrayContaining([
        "wave-opened",
        "wave-closing",
        "wave-closed",
        "wave-releasing",
        "wave-released",
      ]),
    );
  });
});

describe("a wave whose time has come", () => {
  test("closes by itself", async () => {
    const { context, coordinator } = whole.world;
    const second = await draftWave(whole.world, "Second round");
    await openWave(context, coordinator, { wave: second });
    await goOnWithWaves(context);
    expect((await context.people.read((db) => findWave(db, second))).state).toBe("open");
    whole.world.setTime(new Date(FIRST_TIME.getTime() + 15 * 86_400_000));
    await goOnWithWaves(context);
    expect((await context.people.read((db) => findWave(db, second))).state).toBe("closed");
  });
});
