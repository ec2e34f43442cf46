/** What ends by itself: answers that nobody releases, and the list of who was asked; told before, and looked at after. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { destroyDueDataset } from "../../../api/datasets/apply-retention.ts";
import { storedDataset } from "../../../api/datasets/store.ts";
import { seededRandom } from "../../../api/demo/invent-answers.ts";
import { checkWaveLedger } from "../../../api/doctor/check-wave-ledger.ts";
import { readReport } from "../../../api/releases/read-report.ts";
import { forgetWavesWithoutFigures } from "../../../api/wave-ledger/forget-waves.ts";
import { noteOldWaves } from "../../../api/wave-ledger/note-wave.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { remindOfRelease } from "../../../api/waves/end-unreleased.ts";
import { minimumOfFigures } from "../../../api/waves/people-behind-figures.ts";
import { readWave } from "../../../api/waves/read-wave.ts";
import { groupCounts, subjectsOfWave } from "../../../api/waves/store.ts";
import { openAndAnswer } from "../../support/open-and-answer.ts";
import { draftWave, FIRST_TIME, openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { goOnWithWaves } from "../../support/wave-turns.ts";

const DAY = 86_400_000;

let world: StaffWorld;
let wave: string;
beforeEach(async () => {
  world = await openStaffWorld();
  wave = await draftWave(world);
  await openAndAnswer(world, wave, seededRandom(5));
  await closeOpenWave(world.context, world.coordinator, { wave });
});
afterEach(() => world.cleanUp());

const after = (days: number) => world.setTime(new Date(FIRST_TIME.getTime() + days * DAY));
const kept = () => world.context.answers.read((db) => storedDataset(db, wave));
const seen = () => readWave(world.context, world.coordinator, { wave });
const actions = async () =>
  (await world.context.people.read((db) => eventsAfter(db, 0, 1_000))).map(({ action }) => action);
const mails = async () =>
  (await world.context.people.read((db) => db.select().from(db.tables.outbox))).filter(({ subject }) =>
    subject.includes("never released"),
  );

test("answers that nobody releases are destroyed after a year, and the coordinator is told before", async () => {
  expect((await seen()).unreleasedEnds).toBe(new Date(FIRST_TIME.getTime() + 365 * DAY).toISOString());
  after(334);
  await remindOfRelease(world.context);
  expect(await mails()).toEqual([]);
  after(336);
  for (let turn = 0; turn < 3; turn += 1) await remindOfRelease(world.context);
  const told = await mails();
  expect(told.map(({ toAddress }) => toAddress)).toEqual(["kim@example.org"]);
  expect(told[0]?.text).toContain("On Tuesday, 2 March 2027 its answers are destroyed");
  after(364);
  await goOnWithWaves(world.context);
  expect(await kept()).toBeDefined();
  after(365);
  await goOnWithWaves(world.context);
  expect(await kept()).toBeUndefined();
  expect(await actions()).toEqual(expect.arrayContaining(["release-reminded", "dataset-destroyed"]));
  await expect(releaseReports(world.context, world.coordinator, { wave })).rejects.toMatchObject({
    code: "wrong-state",
    message: expect.stringContaining("nobody released them within a year"),
  });
  expect((await seen()).state).toBe("closed");
});

test("of a wave without figures the ledger keeps nothing either, also where a stop came in between", async () => {
  const { context } = world;
  const noted = () =>
    context.people.read(async (db) => ({
      people: await db.$count(db.tables.ledgerPeople),
      items: (await db.select().from(db.tables.ledgerWaves)).map(({ items }) => Object.keys(items).length),
    }));
  const before = await noted();
  expect(before.people).toBeGreaterThan(5);
  after(364);
  await goOnWithWaves(context);
  await forgetWavesWithoutFigures(context);
  expect(await noted()).toEqual(before);
  after(365);
  await destroyDueDataset(context, wave);
  expect(await noted()).toEqual(before);
  await forgetWavesWithoutFigures(context);
  await noteOldWaves(context);
  expect(await noted()).toEqual({ people: 0, items: [0] });
  expect((await checkWaveLedger(context)).state).toBe("fine");
});

test("answers and ledger go in one turn", async () => {
  after(365);
  await goOnWithWaves(world.context);
  expect(await world.context.people.read((db) => db.$count(db.tables.ledgerPeople))).toBe(0);
});

test("what was released in time is not touched by it", async () => {
  await releaseReports(world.context, world.coordinator, { wave });
  expect((await seen()).unreleasedEnds).toBeNull();
  after(400);
  await remindOfRelease(world.context);
  await goOnWithWaves(world.context);
  expect(await mails()).toEqual([]);
});

test("the list of who was asked goes after fifteen months; reports, numbers and the ledger stay", async () => {
  const { context } = world;
  await releaseReports(context, world.coordinator, { wave });
  const tables = async () =>
    context.people.read(async (db) => ({
      assignments: await db.$count(db.tables.assignments),
      invitations: await db.$count(db.tables.invitations),
      salts: await db.$count(db.tables.lineUpSalts),
      ledger: await db.$count(db.tables.ledgerPeople),
    }));
  const counts = () => context.people.read(async (db) => [...(await groupCounts(db, wave))].sort(byGroup));
  const byGroup = (a: { subject: string; group: string }, b: { subject: string; group: string }) =>
    JSON.stringify([a.subject, a.group]) < JSON.stringify([b.subject, b.group]) ? -1 : 1;
  const before = { tables: await tables(), counts: await counts(), seen: await seen() };
  expect(before.tables.assignments).toBeGreaterThan(5);
  after(454);
  await goOnWithWaves(context);
  expect(await tables()).toEqual(before.tables);
  after(455);
  await goOnWithWaves(context);
  expect(await tables()).toEqual({ assignments: 0, invitations: 0, salts: 0, ledger: before.tables.ledger });
  expect(await counts()).toEqual(before.counts);
  expect(await actions()).toContain("list-deleted");
  const now = await seen();
  expect([now.raters, now.invitations, now.warnings]).toEqual([
    before.seen.raters,
    before.seen.invitations,
    before.seen.warnings,
  ]);
  expect(now.listEnds).toBe(new Date(FIRST_TIME.getTime() + 455 * DAY).toISOString());
  expect(await context.people.read((db) => minimumOfFigures(db, wave, 4))).toBe(4);
  const [subject] = await context.people.read((db) => subjectsOfWave(db, wave));
  const coach = await world.staff("C1", "coach");
  const mine = (await context.people.read((db) => subjectsOfWave(db, wave))).find(
    ({ coachPersonId }) => coachPersonId === coach.personId,
  );
  expect(subject).toBeDefined();
  const report = await readReport(context, coach, { wave, subject: mine?.code ?? "" });
  expect(report.report.blocks.length).toBeGreaterThan(0);
  // Once more changes nothing.
  await goOnWithWaves(context);
  expect((await actions()).filter((action) => action === "list-deleted")).toHaveLength(1);
});
