/** One ordinary copy of the data folder, with the key in hand: whose answers are whose, by the order in which both came. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { copyOfFiles } from "../support/bytes-at-rest.ts";
import { filledRows } from "../support/filled-rows.ts";
import { orderByPage, orderInPages, orderOfLog, placesIn } from "../support/order-told.ts";
import { noPause, openProtocolWave, type ProtocolWave, raterAt, WAVE } from "../support/protocol-wave.ts";

const RATERS = 10;
/** Of ten pairs put together by chance more than five are right once in two thousand times. */
const RIGHT_BY_CHANCE = 5;
const ANSWERS = { table: "sealedRows", key: "key" };
const TICKETS = { table: "assignments", key: "id" };

let wave: ProtocolWave;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "soundings-one-copy-"));
  const groups = [{ subject: "subject-a", group: "peer", invited: RATERS }];
  wave = await openProtocolWave({ engine: "sqlite", groups });
});
afterEach(async () => {
  await wave.close();
  rmSync(folder, { recursive: true, force: true });
});

const hex = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("hex").toUpperCase();

/** Pairs of which the nth of both orders are the same person's. */
function rightPairs(
  tickets: readonly string[],
  answers: readonly string[],
  truth: ReadonlyMap<string, string>,
): number {
  const known = new Set(truth.values());
  const filled = answers.filter((key) => known.has(key));
  return tickets.filter((ticket, place) => truth.get(ticket) === filled[place]).length;
}

test("does not put tickets and answers together, by any order that it holds", async () => {
  const truth = new Map<string, string>();
  const seen = new Set<string>();
  for (const place of [...Array(RATERS).keys()].sort(() => Math.random() - 0.5)) {
    const { rater, scope } = await raterAt(wave, place);
    expect(await sendAnswers(rater, scope, { pace: 3 }, noPause)).toEqual({ outcome: "recorded" });
    const rows = await filledRows({ answers: wave.stores.answers, keys: wave.keys }, WAVE, "answer");
    const key = rows.map((row) => hex(row.key)).find((one) => !seen.has(one)) ?? "";
    seen.add(key);
    truth.set(hex(`r${place}`), key);
  }
  // The last second is in the logs.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const copy = await copyOfFiles(wave.stores.dataFolder, join(folder, "copy"));
  const files = { people: join(copy, "identity.sqlite"), answers: join(copy, "responses.sqlite") };
  expect([orderOfLog(files.people, TICKETS), orderOfLog(files.answers, ANSWERS)]).toEqual([[], []]);
  const right = [orderByPage, orderInPages].map((order) =>
    rightPairs(
      order(placesIn(files.people, TICKETS, "ticketMark")),
      order(placesIn(files.answers, ANSWERS, "mark")),
      truth,
    ),
  );
  expect(Math.max(...right)).toBeLessThanOrEqual(RIGHT_BY_CHANCE);
});

test("puts ten of ten together where rows are put there as they come and logs are left as they are", () => {
  const open = (name: string, make: string) => {
    const db = new Database(join(folder, name));
    db.pragma("journal_mode = WAL");
    db.exec(make);
    db.pragma("wal_checkpoint(TRUNCATE)");
    return db;
  };
  const people = open(
    "identity.sqlite",
    "CREATE TABLE assignments (id TEXT PRIMARY KEY, ticketMark BLOB) STRICT, WITHOUT ROWID",
  );
  const answers = open(
    "responses.sqlite",
    "CREATE TABLE sealedRows (key BLOB PRIMARY KEY, mark BLOB) STRICT, WITHOUT ROWID",
  );
  const ids = Array.from({ length: RATERS }, (_, place) => `r${place}`);
  for (const id of ids) people.prepare("INSERT INTO assignments VALUES (?, NULL)").run(id);
  people.pragma("wal_checkpoint(TRUNCATE)");
  const truth = new Map<string, string>();
  for (const id of [...ids].sort(() => Math.random() - 0.5)) {
    people.prepare("UPDATE assignments SET ticketMark = randomblob(32) WHERE id = ?").run(id);
    const row = answers
      .prepare<[], { key: string }>(
        "INSERT INTO sealedRows VALUES (randomblob(32), randomblob(93)) RETURNING hex(key) AS key",
      )
      .get();
    truth.set(hex(id), row?.key ?? "");
  }
  const told = (name: string, sought: typeof ANSWERS) => orderOfLog(join(folder, name), sought);
  expect(rightPairs(told("identity.sqlite", TICKETS), told("responses.sqlite", ANSWERS), truth)).toBe(RATERS);
  people.close();
  answers.close();
});
