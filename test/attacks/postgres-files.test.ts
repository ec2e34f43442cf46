/** Somebody with dumps and system columns of a real Postgres server: who came after whom, and who was given a ticket. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import { type Arrival, sendAll } from "../support/arrivals.ts";
import { filledRows } from "../support/filled-rows.ts";
import { kendallTau } from "../support/order-told.ts";
import { installPostgres, type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { sealTestWave, smallForm, WAVE } from "../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../support/stores.ts";

const ARRIVALS = 100;
/** Chance alone has a deviation of 0.068 at 100 arrivals: this is more than four and a half of them. */
const CHANCE = 0.32;
const ITEMS = Array.from({ length: 60 }, (_, place) => `item-${place}`);

interface Told {
  readonly tickets: readonly string[];
  readonly answers: readonly string[];
  /** Ids of assignments in the order of the transactions that wrote them, without the one that wrote most. */
  readonly changed: readonly string[];
  /** Keys of answers by the number of their box in the table of long values. */
  readonly toast: readonly string[];
}

let server: PostgresServer;
let stores: TestStores;
let tickets: string[];
let answers: string[];
let before: Told;
let after: Told;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

async function ask<Row extends Record<string, unknown>>(url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** First columns of a table in the order of a dump's lines. */
function dumped(url: string, table: string): string[] {
  const { stdout, status } = spawnSync(
    join(installPostgres(), "pg_dump"),
    ["--data-only", `--table="${table}"`, url],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  expect(status).toBe(0);
  const lines = stdout.split("\n");
  const start = lines.findIndex((line) => line.startsWith("COPY "));
  const rows = lines.slice(start + 1, lines.indexOf("\\.", start));
  return rows.map((row) => (row.split("\t")[0] ?? "").replace("\\\\x", ""));
}

async function toldBy({ peopleUrl, answersUrl }: NonNullable<TestStores["urls"]>): Promise<Told> {
  const changed = await ask<{ id: string }>(
    peopleUrl,
    `select id from assignments where xmin <> (select xmin from assignments group by xmin order by count(*) desc limit 1)
      order by xmin::text::bigint`,
  );
  const [table] = await ask<{ name: string }>(
    answersUrl,
    `select reltoastrelid::regclass::text as name from pg_class where relname = 'sealedRows'`,
  );
  const toast = await ask<{ key: Buffer }>(
    answersUrl,
    `select key from "sealedRows" join ${table?.name ?? ""} on chunk_seq = 0
      and substring(chunk_data from 1 for 32) = substring(box from 1 for 32) order by chunk_id`,
  );
  return {
    tickets: dumped(peopleUrl, "assignments"),
    answers: dumped(answersUrl, "sealedRows"),
    changed: changed.map(({ id }) => id),
    toast: toast.map(({ key }) => hex(key)),
  };
}

beforeAll(async () => {
  server = await startPostgres();
  stores = await openTestStores({ engine: "postgres-server", serverUrl: server.url });
  const keys = keyRingOf(new Uint8Array(randomBytes(32)));
  const groups = [{ subject: "subject-a", group: "peer", invited: ARRIVALS + 20 }];
  const { manifest } = await sealTestWave(stores, keys, { form: smallForm(ITEMS), groups });
  const arrived: Arrival[] = await sendAll(
    { ...stores, keys },
    ARRIVALS,
    manifest.boxBytes + BOX_OVERHEAD_BYTES,
  );
  const rows = await filledRows({ ...stores, keys }, WAVE, "answer");
  const keyOf = new Map(rows.map((row) => [hex(row.name), hex(row.key)]));
  tickets = arrived.map(({ ticket }) => ticket);
  answers = arrived.map(({ name }) => keyOf.get(hex(name)) ?? "");
  const urls = stores.urls;
  if (urls === undefined) throw new Error("the stores are on a server");
  before = await toldBy(urls);
  await stores.answers.scrub();
  await stores.people.scrub();
  after = await toldBy(urls);
}, 240_000);
afterAll(async () => {
  await stores.cleanUp();
  await server.close();
});

const strengths = ({ tickets: issued, answers: filled, toast }: Told) => ({
  tickets: Math.abs(kendallTau(tickets, issued)),
  answers: Math.abs(kendallTau(answers, filled)),
  toast: Math.abs(kendallTau(answers, toast)),
});

test("tell the order as long as the tables were not rewritten, and whose tickets were issued", () => {
  // Space of rows that were rewritten is used again, so that dumps tell less than the numbers of long values.
  expect(strengths(before).toast).toBeGreaterThan(0.9);
  expect(before.changed).toEqual(tickets);
});

test("tell neither by dumps, long values and numbers of transactions once they were", () => {
  const told = strengths(after);
  expect(Object.entries(told).filter(([, tau]) => tau > CHANCE)).toEqual([]);
  expect(after.changed).toEqual([]);
  // Nothing was left out of what is looked at.
  expect([after.tickets.length, after.toast.length > ARRIVALS]).toEqual([ARRIVALS + 20, true]);
});
