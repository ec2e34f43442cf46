/** What an attacker with the files can read: nothing deleted, and no order of arrival, once scrub() has run. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AnswerStore, answerParts } from "../../api/storage/answer-store.ts";
import { postgresKit } from "../../api/storage/column-kit-postgres.ts";
import { openPostgresStore } from "../../api/storage/postgres-store.ts";
import {
  type InProcessPostgres,
  inProcessPostgres,
  openTestStores,
  type TestStores,
} from "../support/stores.ts";

/** Kendall's tau of the order in which values stand against their index. */
function orderKept(places: readonly number[]): number {
  let concordant = 0;
  let pairs = 0;
  places.forEach((place, index) => {
    for (const later of places.slice(index + 1)) {
      concordant += Math.sign(later - place);
      pairs += 1;
    }
  });
  return concordant / pairs;
}

async function insert(store: AnswerStore, spend: Uint8Array, box: Uint8Array): Promise<void> {
  await store.write((tx) =>
    tx.insert(tx.tables.responses).values({
      spend,
      wave: "wave",
      subject: "s1",
      group: "peers",
      bodyHash: new Uint8Array(randomBytes(32)),
      box,
    }),
  );
}

const ARRIVALS = 60;

describe("scrubbed SQLite files", () => {
  let stores: TestStores;
  beforeEach(async () => {
    stores = await openTestStores({ engine: "sqlite" });
  });
  afterEach(() => stores.cleanUp());

  const files = () =>
    ["responses.sqlite", "responses.sqlite-wal", "responses.sqlite-shm"]
      .map((name) => join(stores.dataFolder, name))
      .filter((path) => existsSync(path));
  const holds = (needle: Uint8Array) =>
    files().some((path) => readFileSync(path).includes(Buffer.from(needle)));

  it("hold nothing of a deleted row, neither in the file nor in its log", async () => {
    const box = new TextEncoder().encode(`answers in clear ${"x".repeat(6000)}`);
    const needle = box.subarray(0, 16);
    for (let index = 0; index < 20; index += 1) await insert(stores.answers, randomBytes(32), box);
    expect(holds(needle)).toBe(true);
    await stores.answers.write(async (tx) => {
      await tx.delete(tx.tables.responses);
    });
    expect(holds(needle)).toBe(true);
    await stores.answers.scrub();
    expect(holds(needle)).toBe(false);
    expect(holds(new TextEncoder().encode("x".repeat(40)))).toBe(false);
  });

  it("hold nothing of what a later version of a row replaced", async () => {
    const id = new Uint8Array(randomBytes(32));
    const first = new TextEncoder().encode("the first draft that was typed");
    await stores.answers.write((tx) => tx.insert(tx.tables.drafts).values({ id, wave: "w", box: first }));
    await stores.answers.write((tx) => tx.update(tx.tables.drafts).set({ box: new Uint8Array(40) }));
    await stores.answers.scrub();
    expect(holds(first)).toBe(false);
  });

  it("do not tell in which order the rows arrived, which an unscrubbed file does", async () => {
    const spends: Uint8Array[] = [];
    for (let index = 0; index < ARRIVALS; index += 1) {
      const spend = new Uint8Array(randomBytes(32));
      spends.push(spend);
      await insert(stores.answers, spend, randomBytes(20));
    }
    const places = (side: "first" | "last") => {
      const bytes = Buffer.concat(files().map((path) => readFileSync(path)));
      return spends.map((spend) => (side === "first" ? bytes.indexOf(spend) : bytes.lastIndexOf(spend)));
    };
    const before = Math.max(Math.abs(orderKept(places("first"))), Math.abs(orderKept(places("last"))));
    expect(before).toBeGreaterThan(0.8);
    await stores.answers.scrub();
    expect(places("first").every((place) => place >= 0)).toBe(true);
    expect(Math.abs(orderKept(places("first")))).toBeLessThan(0.45);
    expect(Math.abs(orderKept(places("last")))).toBeLessThan(0.45);
  });

  it("leave an empty log", async () => {
    await insert(stores.answers, randomBytes(32), randomBytes(20));
    await stores.answers.scrub();
    expect(readFileSync(join(stores.dataFolder, "responses.sqlite-wal"))).toHaveLength(0);
  });

  it("still hold every row that was not deleted", async () => {
    for (let index = 0; index < 5; index += 1) await insert(stores.answers, randomBytes(32), randomBytes(20));
    await stores.answers.scrub();
    expect(await stores.answers.read((db) => db.$count(db.tables.responses))).toBe(5);
  });
});

describe("a scrubbed Postgres database", () => {
  let database: InProcessPostgres;
  let store: AnswerStore;
  beforeAll(async () => {
    database = inProcessPostgres();
    store = await openPostgresStore(database, answerParts(postgresKit));
  }, 180_000);
  afterAll(() => store.close());

  it("does not tell the order of arrival by row or transaction ids, which an unscrubbed one does", async () => {
    const spends: string[] = [];
    for (let index = 0; index < ARRIVALS; index += 1) {
      const spend = randomBytes(32);
      spends.push(spend.toString("hex"));
      await insert(store, spend, randomBytes(20));
    }
    const places = async (column: "ctid" | "xmin") => {
      const { rows } = await database.pglite.query<{ spend: string; place: string }>(
        `SELECT encode(spend, 'hex') AS spend, ${column}::text AS place FROM responses`,
      );
      const found = new Map(
        rows.map((row) => {
          const [page = "0", tuple = ""] = row.place.replaceAll(/[()]/g, "").split(",");
          return [row.spend, Number(page) * 10_000 + Number(tuple)];
        }),
      );
      return spends.map((spend) => found.get(spend) ?? -1);
    };
    expect(orderKept(await places("ctid"))).toBe(1);
    expect(orderKept(await places("xmin"))).toBeGreaterThan(0.9);
    await store.scrub();
    expect(Math.abs(orderKept(await places("ctid")))).toBeLessThan(0.45);
    expect(new Set(await places("xmin")).size).toBe(1);
    expect(await store.read((db) => db.$count(db.tables.responses))).toBe(ARRIVALS);
  });

  it("keeps its keys and checks", async () => {
    await store.scrub();
    const id = new Uint8Array(randomBytes(32));
    await insert(store, id, new Uint8Array(1));
    await expect(insert(store, id, new Uint8Array(1))).rejects.toMatchObject({ kind: "unique" });
    await expect(insert(store, new Uint8Array(3), new Uint8Array(1))).rejects.toMatchObject({
      kind: "check",
    });
    expect(await store.read((db) => db.select({ n: sql`1` }).from(db.tables.responses))).not.toEqual([]);
  });
});
