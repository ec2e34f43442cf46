/** Closing and releasing: what is folded, what is kept until when, and what is destroyed. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../../api/datasets/close-wave.ts";
import { releaseWave } from "../../../api/datasets/release-wave.ts";
import { sealWave } from "../../../api/datasets/seal-wave.ts";
import { openDataset } from "../../../api/datasets/sealed-dataset.ts";
import { type KeyRing, keyRingOf } from "../../../api/keys/key-ring.ts";
import { keyPurpose } from "../../../api/keys/sealed-waves.ts";
import { lineUpCommitment } from "../../../api/line-ups/line-up-commitment.ts";
import { rowsOf } from "../../../api/responses/sealed-rows.ts";
import type { AnswerStore } from "../../../api/storage/answer-store.ts";
import type { Manifest } from "../../../surveys/manifest.ts";
import { filledRows, fillRows, rowKeyOfWave } from "../../support/filled-rows.ts";
import { insertResponses, type TestResponse } from "../../support/native-seal.ts";
import { policy, sealTestWave, WAVE } from "../../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";
import { destroyDueDatasets } from "../../support/wave-turns.ts";

const NO_ENTRY = lineUpCommitment(new Uint8Array(0));

const KEY = Buffer.alloc(32, 7);
const SECRET_COMMENT = "She hides behind the printer when budgets are due.";

let stores: TestStores;
let keys: KeyRing;
let manifest: Manifest;
let answers: AnswerStore;

const RESPONSES: readonly TestResponse[] = [
  { subject: "subject-a", group: "self", answers: { pace: 5, clarity: 5, care: 5 } },
  { subject: "subject-a", group: "peer", answers: { pace: 4, more: SECRET_COMMENT } },
  { subject: "subject-a", group: "peer", answers: { pace: 3, clarity: 2, more: "Second." } },
  { subject: "subject-a", group: "peer", answers: { pace: 2, clarity: "not-observed", more: "Third." } },
  { subject: "subject-b", group: "peer", answers: { care: 1 } },
];

beforeEach(async () => {
  stores = await openTestStores();
  keys = keyRingOf(KEY);
  ({ manifest } = await sealTestWave(stores, keys));
  answers = stores.answers;
  await insertResponses({ answers, keys }, manifest, RESPONSES);
});
afterEach(() => stores.cleanUp());

const context = () => ({ answers, keys });

async function rowCounts() {
  return answers.read(async (db) => {
    const { sealedRows, datasets, releases, tombstones } = db.tables;
    return {
      rows: await db.$count(sealedRows),
      datasets: await db.$count(datasets),
      releases: await db.$count(releases),
      tombstones: await db.$count(tombstones),
    };
  });
}

async function seal() {
  const [row] = await answers.read((db) => db.select().from(db.tables.waveSeals));
  if (row === undefined) throw new Error("the wave should be sealed");
  return row;
}

async function dataset() {
  const [stored] = await answers.read((db) => db.select().from(db.tables.datasets));
  const { datasetKeyWrapped } = await seal();
  if (stored === undefined || datasetKeyWrapped === null) throw new Error("there should be a dataset");
  return openDataset(stored, keys.unwrap(datasetKeyWrapped, keyPurpose.dataset(WAVE)));
}

describe("closing", () => {
  test("folds every valid box, deletes boxes and drafts, destroys ticket and seal key", async () => {
    expect(await closeWave(context(), WAVE)).toEqual({ rows: 5, invalidBoxes: 0 });
    expect(await rowCounts()).toEqual({ rows: 0, datasets: 1, releases: 0, tombstones: 0 });
    expect(await seal()).toMatchObject({ phase: "closed", ticketKeyWrapped: null, sealKeyWrapped: null });
    const folded = await dataset();
    expect(folded.rows).toBe(5);
    const comments = folded.comments[0]?.comments.map(({ text }) => text) ?? [];
    expect(new Set(comments)).toEqual(new Set([SECRET_COMMENT, "Second.", "Third."]));
  });

  test("closing a closed wave again gives the same and changes nothing", async () => {
    await closeWave(context(), WAVE);
    const before = await seal();
    expect(await closeWave(context(), WAVE)).toEqual({ rows: 5, invalidBoxes: 0 });
    expect(await seal()).toEqual(before);
  });

  test("two closings at once fold one dataset", async () => {
    const both = await Promise.all([closeWave(context(), WAVE), closeWave(context(), WAVE)]);
    expect(both).toEqual([
      { rows: 5, invalidBoxes: 0 },
      { rows: 5, invalidBoxes: 0 },
    ]);
  });

  test("boxes that do not open or hold refused answers are counted, not dropped silently", async () => {
    await insertResponses({ answers, keys }, manifest, [
      { subject: "subject-b", group: "peer", answers: { pace: 9 } },
      { subject: "subject-b", group: "peer", answers: { unknown: 1 } },
    ]);
    const unreadable = { subject: "subject-b", group: "peer", box: new Uint8Array(manifest.boxBytes + 48) };
    const name = new Uint8Array(32).fill(9);
    await fillRows({ answers, keys }, WAVE, [{ ...unreadable, name, companion: name }]);
    expect(await closeWave(context(), WAVE)).toEqual({ rows: 5, invalidBoxes: 3 });
    expect((await seal()).invalidBoxes).toBe(3);
  });

  test("a wave without a single answer closes to an empty dataset and its reports show nothing", async () => {
    await takeAnswersAway();
    expect(await closeWave(context(), WAVE)).toEqual({ rows: 0, invalidBoxes: 0 });
    expect(await releaseWave(context(), WAVE)).toEqual({ reports: 2, withheld: 0 });
  });
});

/** As if nobody had answered. */
async function takeAnswersAway(): Promise<void> {
  const rowKey = await rowKeyOfWave({ answers, keys }, WAVE);
  const stored = await filledRows({ answers, keys }, WAVE, "answer");
  if (rowKey === undefined) throw new RangeError("the wave is open");
  await answers.write(async (tx) => {
    const rows = await rowsOf(tx, rowKey, "answer");
    for (const { name } of stored) await rows.clear(name);
  });
}

describe("releasing", () => {
  test("stores one report a subject, then destroys dataset and key and leaves a tombstone", async () => {
    await closeWave(context(), WAVE);
    expect(await releaseWave(context(), WAVE)).toEqual({ reports: 2, withheld: 0 });
    expect(await rowCounts()).toEqual({ rows: 0, datasets: 0, releases: 2, tombstones: 1 });
    expect(await seal()).toMatchObject({ phase: "released", datasetKeyWrapped: null });
    const [release] = await answers.read((db) => db.select().from(db.tables.releases));
    expect(release?.fingerprint.split(" ")).toHaveLength(16);
    expect(release?.datasetHash).toMatch(/^[\w-]{43}$/);
    expect(await releaseWave(context(), WAVE)).toEqual({ reports: 2, withheld: 0 });
  });

  test("a wave that is not closed is refused", async () => {
    await expect(releaseWave(context(), WAVE)).rejects.toMatchObject({ code: "wrong-state" });
    await expect(releaseWave(context(), "nowhere")).rejects.toMatchObject({ code: "not-found" });
  });

  test("with a retention date the dataset stays until the day begins, and not longer", async () => {
    const dated = { ...policy(), retention: { rule: "until-date", date: "2031-05-02" } } as const;
    const { definitionId } = await seal();
    const groups = [{ subject: "subject-a", group: "peer", invited: 4 }];
    await sealWave(context(), {
      wave: "w2",
      definitionId,
      kind: "360",
      policy: dated,
      groups,
      lineUp: NO_ENTRY,
    });
    await closeWave(context(), "w2");
    await releaseWave(context(), "w2");
    const kept = () => answers.read((db) => db.$count(db.tables.datasets));
    expect(await kept()).toBe(1);
    const on = (time: string) => destroyDueDatasets({ ...context(), clock: () => new Date(time) });
    expect(await on("2031-05-01T23:59:59Z")).toEqual([]);
    expect(await kept()).toBe(1);
    expect(await on("2031-05-02T00:00:00Z")).toEqual(["w2"]);
    expect(await kept()).toBe(0);
    expect(await on("2031-05-03T00:00:00Z")).toEqual([]);
  });
});

describe("sealing", () => {
  test("the same facts keep the manifest; other facts replace it only while nothing was received", async () => {
    const { definitionId } = await seal();
    const again = {
      wave: WAVE,
      definitionId,
      kind: "360",
      policy: policy(),
      groups: manifest.groups,
      lineUp: NO_ENTRY,
    } as const;
    expect(await sealWave(context(), again)).toEqual(manifest);
    const other = { ...again, lineUp: lineUpCommitment(new Uint8Array(32)) };
    await expect(sealWave(context(), other)).rejects.toMatchObject({ code: "wrong-state" });
    const more = [...manifest.groups, { subject: "subject-b", group: "direct-report", invited: 3 }];
    await expect(sealWave(context(), { ...again, groups: more })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await takeAnswersAway();
    const replaced = await sealWave(context(), { ...again, groups: more });
    expect(replaced.groups).toHaveLength(4);
    expect(replaced.ticketKey).not.toBe(manifest.ticketKey);
  });

  test("a policy below the floors is refused", async () => {
    const { definitionId } = await seal();
    const low = { ...policy(), minimumGroupSize: 2 };
    const wave = {
      wave: "w3",
      definitionId,
      kind: "360",
      policy: low,
      groups: manifest.groups,
      lineUp: NO_ENTRY,
    } as const;
    await expect(sealWave(context(), wave)).rejects.toMatchObject({ code: "bad-input" });
  });
});
