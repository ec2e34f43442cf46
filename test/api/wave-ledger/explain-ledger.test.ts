/** What a coordinator reads of other waves before opening one, over HTTP; and what the ledger keeps. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { DomainError } from "../../../api/errors.ts";
import { createProgramme } from "../../../api/programmes/create-programme.ts";
import { importPeople } from "../../../api/roster/import-people.ts";
import { addRole } from "../../../api/roster/store.ts";
import { noteOldWaves } from "../../../api/wave-ledger/note-wave.ts";
import { closeOpenWave } from "../../../api/waves/close-and-release.ts";
import { createWave } from "../../../api/waves/create-wave.ts";
import { importLineUp } from "../../../api/waves/import-line-up.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { FIRST_TIME, PEOPLE_CSV } from "../../support/staff-world.ts";
import { storedInstrument } from "../../support/stored-instrument.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

const DAY = 86_400_000;

let whole: WholeApp;
let programme: string;
beforeEach(async () => {
  whole = await openWholeApp();
  const { context, coordinator } = whole.world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  programme = (await createProgramme(context, coordinator, { name: "Better managers" })).id;
});
afterEach(() => whole.world.cleanUp());

/** A draft about these, with the lines of its list of raters. */
async function draftOf(
  title: string,
  subjects: readonly string[],
  raters: readonly string[],
): Promise<string> {
  const { context, coordinator } = whole.world;
  const { id: definition } = await storedInstrument(context, "leadership-360");
  const wave = await createWave(context, coordinator, { programme, definition, title });
  const lists = [
    ["subjects", ["subject,coach", ...subjects.map((subject) => `${subject},C1`)]],
    ["raters", ["subject,rater,group", ...raters]],
  ] as const;
  for (const [list, lines] of lists)
    await importLineUp(context, coordinator, { wave, list, csv: lines.join("\n"), apply: true });
  return wave;
}

/** A draft about Mia with so many peers, and her line manager, who answers by name. */
async function draft(title: string, peers: number): Promise<string> {
  const raters = Array.from({ length: peers }, (_, n) => `M1,R${n + 1},peer`);
  return draftOf(title, ["M1"], ["M1,B1,line-manager", ...raters]);
}

async function closed(title: string, peers: number): Promise<string> {
  const { context, coordinator } = whole.world;
  const wave = await draft(title, peers);
  await openWave(context, coordinator, { wave });
  await closeOpenWave(context, coordinator, { wave });
  return wave;
}

async function told(wave: string): Promise<unknown> {
  const response = await whole.request(`/api/waves/${wave}/ledger`, { cookie: await whole.cookieOf("K1") });
  expect(response.status).toBe(200);
  return response.json();
}

const after = (days: number) => whole.world.setTime(new Date(FIRST_TIME.getTime() + days * DAY));
const standing = (joined: number, days: number, name: string) => ({
  standing: name,
  earlier: "Spring",
  about: "Mia Manager",
  groups: ["Peers"],
  stayed: 5,
  joined,
  left: 0,
  days,
});

test("before opening: refused until when, direction, groups of their own, or nothing", async () => {
  await closed("Spring", 5);
  after(30);
  expect(await told(await draft("One more", 6))).toEqual({
    standings: [standing(1, 30, "refused")],
    openFrom: "2026-06-01T09:00:00.000Z",
  });
  expect(await told(await draft("Four more", 9))).toEqual({
    standings: [standing(4, 30, "cells")],
    openFrom: null,
  });
  expect(await told(await draft("The same", 5))).toEqual({ standings: [], openFrom: null });
  after(100);
  const later = await draft("One more, later", 6);
  expect(await told(later)).toEqual({ standings: [standing(1, 100, "direction")], openFrom: null });
  await openWave(whole.world.context, whole.world.coordinator, { wave: later });
  expect(await told(later)).toEqual({ standings: [standing(1, 100, "direction")], openFrom: null });
});

test("while the other wave is open no day can be named", async () => {
  const { context, coordinator } = whole.world;
  await openWave(context, coordinator, { wave: await draft("Spring", 5) });
  const wave = await draft("At once", 6);
  expect(await told(wave)).toMatchObject({ standings: [{ standing: "refused", days: 0 }], openFrom: null });
  await expect(openWave(context, coordinator, { wave })).rejects.toThrow(
    "wait until 90 days after it has closed",
  );
});

test("where two groups of before tell the same, it is said once; everybody together is a line of its own", async () => {
  const { context, coordinator } = whole.world;
  const inGroups = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `M1,R${n},${n < 5 ? "peer" : "direct-report"}`);
  await openWave(context, coordinator, { wave: await draftOf("Spring", ["M1"], inGroups) });
  const asOne = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `M1,R${n},other`);
  const wave = await draftOf("Renamed", ["M1"], asOne);
  expect(await told(wave)).toMatchObject({
    standings: [
      { standing: "cells", groups: ["Others"], stayed: 4, joined: 5, left: 0 },
      { standing: "refused", groups: ["Others"], stayed: 8, joined: 1, left: 0 },
    ],
  });
});

test("a refusal names the first twenty, and says how many more there are", async () => {
  const { context, coordinator } = whole.world;
  const subjects = Array.from({ length: 23 }, (_, n) => `S${n + 1}`);
  const csv = ["staff_number,name,mail,unit,site,grade,line_manager"];
  csv.push(
    ...subjects.map((one) => `${one},Subject ${one},${one}@example.org,Planning,Riverside,Manager,B1`),
  );
  await importPeople(context, coordinator, { csv: csv.join("\n"), apply: true });
  const lines = (raters: number) =>
    subjects.flatMap((one) => Array.from({ length: raters }, (_, n) => `${one},R${n + 1},peer`));
  await openWave(context, coordinator, { wave: await draftOf("Spring", subjects, lines(5)) });
  const refusal = openWave(context, coordinator, { wave: await draftOf("Again", subjects, lines(6)) });
  const error: unknown = await refusal.catch((reason: unknown) => reason);
  const problems = error instanceof DomainError ? (error.problems ?? []) : [];
  expect(problems).toHaveLength(21);
  expect(new Set(problems.map(({ path }) => path)).size).toBe(21);
  expect(problems[0]?.sentence).toBe("Since “Spring”, 1 joined.");
  expect(problems.at(-1)).toEqual({ path: "others", sentence: "The same is so of 3 more." });
});

test("coaches and evaluators are not told", async () => {
  const wave = await draft("Spring", 5);
  const { personId } = await whole.world.staff("C1");
  await whole.world.context.people.write((tx) => addRole(tx, personId, "coach"));
  const answer = await whole.request(`/api/waves/${wave}/ledger`, { cookie: await whole.cookieOf("C1") });
  expect(answer.status).toBe(403);
});

test("kept are digests: no ids, no names, nothing of those who answer by name, and nothing of sixteen bytes", async () => {
  const { context } = whole.world;
  const wave = await closed("Spring", 5);
  const { people, persons } = await context.people.read(async (db) => ({
    people: await db.select().from(db.tables.ledgerPeople),
    persons: await db.select().from(db.tables.persons),
  }));
  expect(people).toHaveLength(5);
  for (const row of people) {
    expect(row).toMatchObject({ waveId: wave, group: "peer" });
    for (const digest of [row.about, row.person]) expect(Buffer.from(digest, "base64url").length).toBe(15);
  }
  const kept = JSON.stringify(people.map(({ about, person }) => [about, person]));
  for (const { id, ref, name } of persons)
    for (const known of [id, `"${ref}"`, name]) expect(kept).not.toContain(known);
});

test("a wave that an older version opened is noted at the next start, as it would have been", async () => {
  const { context } = whole.world;
  await closed("Spring", 5);
  const read = () => context.people.read((db) => db.select().from(db.tables.ledgerPeople));
  const before = await read();
  await context.people.write(async (tx) => {
    await tx.delete(tx.tables.ledgerPeople);
    await tx.delete(tx.tables.ledgerWaves);
  });
  await noteOldWaves(context);
  expect(await read()).toEqual(before);
});
