/** A process killed while it closes or releases: nothing is lost at any step, and nothing is left behind. */
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ClosingStep, closeWave } from "../../../api/datasets/close-wave.ts";
import { type ReleasingStep, releaseWave } from "../../../api/datasets/release-wave.ts";
import { keyRingOf } from "../../../api/keys/key-ring.ts";
import { type AnswerStore, openAnswerStore } from "../../../api/storage/answer-store.ts";
import { insertResponses, type TestResponse } from "../../support/native-seal.ts";
import { sealTestWave, WAVE } from "../../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const KEY = Buffer.alloc(32, 7);
const RESPONSES: readonly TestResponse[] = [
  { subject: "subject-a", group: "self", answers: { pace: 5, clarity: 5, care: 5 } },
  { subject: "subject-a", group: "peer", answers: { pace: 4, more: "First." } },
  { subject: "subject-a", group: "peer", answers: { pace: 3, clarity: 2, more: "Second." } },
  { subject: "subject-a", group: "peer", answers: { pace: 2, clarity: "not-observed" } },
  { subject: "subject-b", group: "peer", answers: { care: 1 } },
];

let stores: TestStores;
let answers: AnswerStore;
const context = () => ({ answers, keys: keyRingOf(KEY) });

beforeEach(async () => {
  stores = await openTestStores({ engine: "sqlite" });
  const { manifest } = await sealTestWave(stores, keyRingOf(KEY));
  answers = stores.answers;
  await insertResponses(context(), manifest, RESPONSES);
});
afterEach(() => stores.cleanUp());

async function dieAfter(step: ClosingStep | ReleasingStep): Promise<void> {
  const script = fileURLToPath(new URL("../../support/close-until.ts", import.meta.url));
  const parameters = [script, stores.dataFolder, KEY.toString("base64"), WAVE, step];
  const child = spawn(process.execPath, ["--import", "tsx", ...parameters], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const signal = await new Promise((resolve) => child.once("exit", (_code, how) => resolve(how)));
  expect({ signal, said }).toEqual({ signal: "SIGKILL", said: expect.anything() });
}

/** Files of the data folder in which some sixteen bytes of a box are found. */
async function filesHolding(boxes: readonly { readonly box: Uint8Array }[]): Promise<string[]> {
  const pieces = boxes.flatMap(({ box }) =>
    [0, 100, 300].map((at) => Buffer.from(box.subarray(at, at + 16))),
  );
  const found: string[] = [];
  for (const name of await readdir(stores.dataFolder)) {
    const bytes = await readFile(join(stores.dataFolder, name));
    if (pieces.some((piece) => bytes.includes(piece))) found.push(name);
  }
  return found;
}

const steps: readonly (ClosingStep | ReleasingStep)[] = [
  "closing",
  "opened",
  "folded",
  "destroyed",
  "emptied",
  "scrubbed",
  "closed",
  "computed",
  "released",
];
test.each(steps)(
  "killed after %s, it loses nothing, and going on ends as if nothing had happened",
  async (step) => {
    const sealed = await answers.read((db) =>
      db.select({ box: db.tables.sealedRows.box }).from(db.tables.sealedRows),
    );
    await stores.answers.close();
    expect(await filesHolding(sealed)).toEqual(["responses.sqlite"]);
    await dieAfter(step);
    answers = await openAnswerStore({ dataFolder: stores.dataFolder });
    const closed = await closeWave(context(), WAVE);
    expect(closed.invalidBoxes).toBe(0);
    if (step !== "released") expect(closed.rows).toBe(5);
    expect(await releaseWave(context(), WAVE)).toEqual({ reports: 2, withheld: 0 });
    const left = await answers.read(async ({ tables, $count }) => ({
      rows: await $count(tables.sealedRows),
      datasets: await $count(tables.datasets),
      tombstones: await $count(tables.tombstones),
    }));
    expect(left).toEqual({ rows: 0, datasets: 0, tombstones: 1 });
    const [self] = await answers.read((db) => db.select().from(db.tables.releases));
    expect(self?.report.responses.find(({ group }) => group === "peer")?.received).toMatchObject({ n: 3 });
    await answers.close();
    expect(await filesHolding(sealed)).toEqual([]);
  },
);
