/** A report that the auditor can break is not stored; its coach is told why, the others are released. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { auditReport } from "../../../analysis/report360/audit-report.ts";
import { eventsAfter } from "../../../api/audit/store.ts";
import { releaseWave } from "../../../api/datasets/release-wave.ts";
import { seededRandom } from "../../../api/demo/invent-answers.ts";
import { releaseOf } from "../../../api/releases/store.ts";
import { addRole } from "../../../api/roster/store.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { subjectsOfWave } from "../../../api/waves/store.ts";
import { openAndAnswer } from "../../support/open-and-answer.ts";
import { draftWave } from "../../support/staff-world.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let wave: string;
let withheld: string;
let released: string;

beforeAll(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  wave = await draftWave(whole.world);
  await openAndAnswer(whole.world, wave, seededRandom(7));
  await closeOpenWave(context, coordinator, { wave });
  const subjects = await context.people.read((db) => subjectsOfWave(db, wave));
  withheld = subjects.find(({ name }) => name === "Mia Manager")?.code ?? "";
  released = subjects.find(({ name }) => name === "Max Manager")?.code ?? "";
  const audit: typeof auditReport = (report) =>
    report.subject === withheld ? { publish: false, findings: [] } : { publish: true };
  await releaseWave(context, wave, { audit });
  await releaseReports(context, coordinator, { wave });
});
afterAll(() => whole.world.cleanUp());

async function readAs(ref: string, subject: string): Promise<Response> {
  const { personId } = await whole.world.staff(ref);
  await whole.world.context.people.write((tx) => addRole(tx, personId, "coach"));
  return whole.request(`/api/waves/${wave}/reports/${subject}`, { cookie: await whole.cookieOf(ref) });
}

describe("a report that the auditor can break", () => {
  test("is nowhere in the store", async () => {
    const { answers } = whole.world.context;
    expect(await answers.read((db) => releaseOf(db, wave, withheld))).toBeUndefined();
    expect(await answers.read((db) => releaseOf(db, wave, released))).toMatchObject({
      subject: released,
    });
  });

  test("is refused to its coach with the reason, while the others can be read", async () => {
    const refused = await readAs("C1", withheld);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("would tell what single people answered");
    expect((await readAs("C2", released)).status).toBe(200);
  });

  test("is counted in the audit log", async () => {
    const events = await whole.world.context.people.read((db) => eventsAfter(db, 0, 1000));
    expect(events.find(({ action }) => action === "wave-released")?.details).toEqual({
      wave,
      reports: 1,
      withheld: 1,
    });
  });
});
