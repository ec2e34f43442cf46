/** A responses store of an older version, with an open wave that holds answers and drafts, is taken over whole. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type KeyRing, keyRingOf } from "../../api/keys/key-ring.ts";
import { sealOldRows } from "../../api/responses/seal-old-rows.ts";
import { type AnswerStore, answerParts, openAnswerStore } from "../../api/storage/answer-store.ts";
import { sqliteKit } from "../../api/storage/column-kit-sqlite.ts";
import { answerMigrations } from "../../api/storage/migrations/answers.ts";
import { openSqliteStore } from "../../api/storage/sqlite-store.ts";
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import { filesHolding } from "../support/bytes-at-rest.ts";
import { filledRows } from "../support/filled-rows.ts";
import { sealTestWave, WAVE } from "../support/protocol-wave.ts";
import { openTestStores } from "../support/stores.ts";

/** The last version that kept answers one row each as they came had two steps. */
const OLD_STEPS = 2;
const DRAFT_OVERHEAD_BYTES = 28;
const PEERS = 5;

let dataFolder: string;
let key: Buffer;
let keys: KeyRing;
let old: {
  readonly answers: readonly { readonly group: string; readonly name: Buffer; readonly box: Buffer }[];
  readonly drafts: readonly { readonly name: Buffer; readonly box: Buffer }[];
};

/** Copies what both versions have of a table. */
function copyCommonColumns(db: Database.Database, table: string): void {
  const columns = db.pragma(`table_info("${table}")`) as { name: string }[];
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  db.exec(`INSERT INTO main."${table}" (${names}) SELECT ${names} FROM newer."${table}"`);
}

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "soundings-old-rows-"));
  key = randomBytes(32);
  keys = keyRingOf(new Uint8Array(key));
  const stores = await openTestStores({ engine: "sqlite" });
  const { manifest } = await sealTestWave(stores, keys);
  await Promise.all([stores.people.close(), stores.answers.close()]);
  const file = join(dataFolder, "responses.sqlite");
  const migrations = answerMigrations.slice(0, OLD_STEPS);
  await (await openSqliteStore(file, { ...answerParts(sqliteKit), migrations })).close();
  const db = new Database(file);
  db.prepare("ATTACH ? AS newer").run(join(stores.dataFolder, "responses.sqlite"));
  for (const table of ["definitions", "waveSeals"]) copyCommonColumns(db, table);
  db.exec(
    `UPDATE "waveSeals" SET "manifest" = json_remove(json_set("manifest", '$.protocol', 1), '$.lineUp')`,
  );
  const answer = (group: string) => ({
    group,
    name: randomBytes(32),
    box: randomBytes(manifest.boxBytes + BOX_OVERHEAD_BYTES),
  });
  const draft = () => ({ name: randomBytes(32), box: randomBytes(manifest.boxBytes + DRAFT_OVERHEAD_BYTES) });
  // Every place that there was is taken.
  old = {
    answers: [answer("self"), ...Array.from({ length: PEERS }, () => answer("peer"))],
    drafts: Array.from({ length: 10 }, draft),
  };
  const addAnswer = db.prepare("INSERT INTO responses VALUES (?, ?, 'subject-a', ?, ?, ?)");
  for (const { group, name, box } of old.answers) addAnswer.run(name, WAVE, group, companionOf(name), box);
  const addDraft = db.prepare("INSERT INTO drafts VALUES (?, ?, ?)");
  for (const { name, box } of old.drafts) addDraft.run(name, WAVE, box);
  db.close();
  await stores.cleanUp().catch(() => undefined);
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Stands for the hash of an answer's body. */
const companionOf = (name: Buffer): Buffer => Buffer.from(name).reverse();

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Everything that the wave's rows hold, in an order of its own. */
async function heldIn(answers: AnswerStore) {
  const rows = [];
  for (const kind of ["answer", "draft"] as const) {
    for (const row of await filledRows({ answers, keys }, WAVE, kind)) {
      const { subject, group } = row;
      rows.push([kind, subject, group, hex(row.name), hex(row.companion), hex(row.box)].join(" "));
    }
  }
  return rows.sort();
}

/** The same of what the old version held; of drafts it kept no companion. */
const heldBefore = (): string[] =>
  [
    ...old.answers.map(({ group, name, box }) =>
      ["answer", "subject-a", group, hex(name), hex(companionOf(name)), hex(box)].join(" "),
    ),
    ...old.drafts.map(({ name, box }) =>
      ["draft", "", "", hex(name), hex(new Uint8Array(32)), hex(box)].join(" "),
    ),
  ].sort();

function countsIn(folder: string): Record<string, number> {
  const db = new Database(join(folder, "responses.sqlite"), { readonly: true });
  const count = (table: string) =>
    db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? Number.NaN;
  const counts = Object.fromEntries(
    ["responses", "drafts", "sealedRows"].map((table) => [table, count(table)]),
  );
  db.close();
  return counts;
}

test("its answers and drafts lie in sealed rows after a start, and another start changes nothing", async () => {
  const answers = await openAnswerStore({ dataFolder });
  await sealOldRows({ answers, keys });
  expect(await heldIn(answers)).toEqual(heldBefore());
  const rows = () => answers.read((db) => db.select().from(db.tables.sealedRows));
  const first = await rows();
  await sealOldRows({ answers, keys });
  expect(await rows()).toEqual(first);
  await answers.close();
  const { sealedRows, ...emptied } = countsIn(dataFolder);
  expect(emptied).toEqual({ responses: 0, drafts: 0 });
  // Of ten invited in three groups, with three more each; of drafts three more than ten.
  expect(sealedRows).toBe(10 + 3 * 3 + 10 + 3);
});

test("nothing of what was kept in the old tables can be found in the files afterwards", async () => {
  const pieces = [...old.answers, ...old.drafts].flatMap(({ name, box }) => [name, box.subarray(0, 32)]);
  expect(await filesHolding(dataFolder, pieces)).toEqual(["responses.sqlite"]);
  const answers = await openAnswerStore({ dataFolder });
  await sealOldRows({ answers, keys });
  await answers.close();
  expect(await filesHolding(dataFolder, pieces)).toEqual([]);
});

test("a server that is killed on the way leaves all of it where it was, and the next start goes on", async () => {
  const script = join(import.meta.dirname, "../support/half-sealing-process.ts");
  const args = ["--import", "tsx", script, dataFolder, key.toString("hex")];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const signal = await new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  const copy = mkdtempSync(join(tmpdir(), "soundings-old-rows-copy-"));
  cpSync(dataFolder, copy, { recursive: true });
  expect(countsIn(copy)).toEqual({ responses: 6, drafts: 10, sealedRows: 0 });
  rmSync(copy, { recursive: true, force: true });
  const answers = await openAnswerStore({ dataFolder });
  await sealOldRows({ answers, keys });
  expect(await heldIn(answers)).toEqual(heldBefore());
  await answers.close();
  expect(countsIn(dataFolder)).toMatchObject({ responses: 0, drafts: 0 });
});
