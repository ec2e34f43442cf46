/** Somebody with one copy of the data folder, taken whenever: who came after whom, and which rows hold something. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Arrivals, agreements, arrive } from "../support/arrivals.ts";
import { kendallTau, orderByPage, orderOfLog, placesIn } from "../support/order-told.ts";

const ARRIVALS = 200;
const RUNS = 3;
/** Chance alone has a deviation of 0.048 at 200 arrivals: this is more than four and a half of them. */
const CHANCE = 0.22;

describe("the order of arrival", () => {
  const runs: Arrivals[] = [];
  beforeAll(async () => {
    for (let run = 0; run < RUNS; run += 1) runs.push(await arrive(ARRIVALS));
  }, 240_000);
  afterAll(() => {
    for (const { cleanUp } of runs) cleanUp();
  });

  test.each(["running", "restarted", "stopped"] as const)(
    "is not in a copy of a %s server: not in keys, pages, places in pages, or logs",
    (moment) => {
      const strong = runs.flatMap((run) =>
        Object.entries(agreements(run[moment], run)).filter(([, tau]) => Math.abs(tau) > CHANCE),
      );
      expect(strong).toEqual([]);
    },
  );

  test("is in pages and log of a store that puts rows there as they come, under random keys as well", () => {
    const folder = mkdtempSync(join(tmpdir(), "soundings-careless-"));
    const file = join(folder, "careless.sqlite");
    const db = new Database(file);
    db.pragma("journal_mode = WAL");
    db.pragma("secure_delete = ON");
    db.exec(`CREATE TABLE answers (key BLOB PRIMARY KEY, mark BLOB, box BLOB) STRICT, WITHOUT ROWID;
      CREATE TABLE tickets (id TEXT PRIMARY KEY, mark BLOB) STRICT, WITHOUT ROWID`);
    const arrived = Array.from({ length: ARRIVALS }, () => randomBytes(32));
    const ids = arrived.map((_, place) => `r${place}`);
    for (const id of ids) db.prepare("INSERT INTO tickets VALUES (?, NULL)").run(id);
    db.pragma("wal_checkpoint(TRUNCATE)");
    const order = [...ids].sort(() => Math.random() - 0.5);
    order.forEach((id, place) => {
      db.prepare("UPDATE tickets SET mark = randomblob(32) WHERE id = ?").run(id);
      db.prepare("INSERT INTO answers VALUES (?, randomblob(93), randomblob(3000))").run(arrived[place]);
    });
    const tickets = order.map((id) => Buffer.from(id).toString("hex").toUpperCase());
    const answers = arrived.map((key) => key.toString("hex").toUpperCase());
    const rows = { answers: { table: "answers", key: "key" }, tickets: { table: "tickets", key: "id" } };
    expect(kendallTau(tickets, orderOfLog(file, rows.tickets))).toBe(1);
    expect(kendallTau(answers, orderOfLog(file, rows.answers))).toBe(1);
    db.close();
    expect(Math.abs(kendallTau(answers, orderByPage(placesIn(file, rows.answers, "box"))))).toBeGreaterThan(
      0.5,
    );
    rmSync(folder, { recursive: true, force: true });
  });
});

/** How well a number that rows have tells two kinds of them apart: 0.5 not at all, 0 or 1 for certain. */
function apart(some: readonly number[], others: readonly number[]): number {
  let above = 0;
  for (const one of some) for (const other of others) above += one > other ? 1 : one === other ? 0.5 : 0;
  return above / (some.length * others.length);
}

/** Numbers that bytes can be told apart by: length, how even they are, and single bytes, such as those of a curve's point. */
function traits(bytes: Buffer): number[] {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const even = counts.reduce((sum, count) => sum + (count - bytes.length / 256) ** 2, 0);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return [bytes.length, even, sum, bytes[0] ?? 0, bytes[12] ?? 0, (bytes[31] ?? 0) >> 7, bytes.at(-1) ?? 0];
}

/** The most that any trait tells; 0 nothing, 0.5 for certain. */
function told(some: readonly Buffer[], others: readonly Buffer[]): number {
  const [first = [], second = []] = [some, others].map((rows) => rows.map(traits));
  const count = first[0]?.length ?? 0;
  const areas = Array.from({ length: count }, (_, trait) =>
    Math.abs(
      apart(
        first.map((row) => row[trait] ?? 0),
        second.map((row) => row[trait] ?? 0),
      ) - 0.5,
    ),
  );
  return Math.max(...areas);
}

describe("which rows hold something, and who was given a ticket", () => {
  /** Seven traits of 100 against some 70: chance stays below this in all but one of some ten thousand. */
  const BY_CHANCE = 0.2;
  let run: Arrivals;
  beforeAll(async () => {
    run = await arrive(100);
  }, 120_000);
  afterAll(() => run.cleanUp());

  function partsOf(store: string, query: string, filled: readonly string[]) {
    const db = new Database(join(run.stopped, store), { readonly: true });
    const rows = db.prepare<[], { key: string; mark: Buffer; box?: Buffer }>(query).all();
    db.close();
    const known = new Set(filled);
    const is = (wanted: boolean) => rows.filter(({ key }) => known.has(key) === wanted);
    return { filled: is(true), free: is(false) };
  }

  const answers = () =>
    partsOf(
      "responses.sqlite",
      "SELECT hex(key) AS key, mark, box FROM sealedRows WHERE kind = 'answer'",
      run.answers,
    );

  test("cannot be told from a copy without the key", () => {
    const rows = answers();
    expect([rows.filled.length, rows.free.length >= 25]).toEqual([100, true]);
    const marks = told(
      rows.filled.map(({ mark }) => mark),
      rows.free.map(({ mark }) => mark),
    );
    const boxes = told(
      rows.filled.map(({ box }) => box ?? Buffer.alloc(0)),
      rows.free.map(({ box }) => box ?? Buffer.alloc(0)),
    );
    const tickets = partsOf(
      "identity.sqlite",
      "SELECT hex(id) AS key, ticketMark AS mark FROM assignments",
      run.tickets,
    );
    expect(tickets.free.length).toBe(20);
    const issued = told(
      tickets.filled.map(({ mark }) => mark),
      tickets.free.map(({ mark }) => mark),
    );
    expect([marks, boxes].filter((area) => area > BY_CHANCE)).toEqual([]);
    // Fewer have none, so that chance reaches further.
    expect(issued).toBeLessThan(0.32);
  });

  test("could be told for certain of rows that are empty until they are filled, or of marks that are made later", () => {
    const rows = answers();
    const empty = rows.free.map(() => Buffer.alloc(3_000));
    expect(
      told(
        rows.filled.map(({ box }) => box ?? Buffer.alloc(0)),
        empty,
      ),
    ).toBe(0.5);
    expect(
      told(
        rows.filled.map(({ mark }) => mark),
        rows.free.map(() => Buffer.alloc(0)),
      ),
    ).toBe(0.5);
  });

  test("could be guessed of boxes that lie there as they came: a point of the curve is no noise", () => {
    const points = Array.from({ length: 100 }, () => {
      const point = randomBytes(3_000);
      point[31] = (point[31] ?? 0) & 0x7f;
      return point;
    });
    expect(
      told(
        points,
        Array.from({ length: 100 }, () => randomBytes(3_000)),
      ),
    ).toBeGreaterThan(BY_CHANCE);
  });
});
