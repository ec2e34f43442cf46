/** Somebody with the two Postgres databases sorts rows by what Postgres keeps beside them: who came after whom. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowKeyOf } from "../../api/keys/row-key.ts";
import { beginRows, makeRows } from "../../api/responses/make-rows.ts";
import { openMark } from "../../api/responses/row-seal.ts";
import { rowsOf } from "../../api/responses/sealed-rows.ts";
import { rowMarks } from "../../api/responses/store.ts";
import { type AnswerStore, answerParts } from "../../api/storage/answer-store.ts";
import { postgresKit } from "../../api/storage/column-kit-postgres.ts";
import { type PeopleStore, peopleParts } from "../../api/storage/people-store.ts";
import { openPostgresStore } from "../../api/storage/postgres-store.ts";
import { claimAssignment } from "../../api/tickets/store.ts";
import { ticketMarksOf } from "../../api/tickets/ticket-mark.ts";
import { type InProcessPostgres, inProcessPostgres } from "../support/stores.ts";

const ARRIVALS = 60;
const SCOPE = { subject: "s", group: "peer" };

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");

let databases: { readonly people: InProcessPostgres; readonly answers: InProcessPostgres };
let people: PeopleStore;
let answers: AnswerStore;
/** Ids of assignments and keys of the rows of answers, in the order in which they came. */
const issued: string[] = [];
const spent: string[] = [];

beforeAll(async () => {
  databases = { people: inProcessPostgres(), answers: inProcessPostgres() };
  people = await openPostgresStore(databases.people, peopleParts(postgresKit));
  answers = await openPostgresStore(databases.answers, answerParts(postgresKit));
  await databases.people.pglite.exec(`
    INSERT INTO programmes VALUES ('p', 'Programme', now());
    INSERT INTO waves (id, "programmeId", "definitionId", title, kind, identity, state, policy)
      VALUES ('wave', 'p', 'd', 'Wave', '360', 'anonymous', 'open', '{}');
    INSERT INTO persons (id, ref, name, unit, site, grade, "createdAt")
      SELECT n::text, n::text, 'Rater', '', '', '', now() FROM generate_series(1, ${ARRIVALS}) n;
    INSERT INTO assignments (id, "waveId", "raterPersonId", "subjectCode", "group")
      SELECT md5(n::text), 'wave', n::text, 's', 'peer' FROM generate_series(1, ${ARRIVALS}) n`);
  const found = await databases.people.pglite.query<{ id: string }>(
    "SELECT id FROM assignments ORDER BY random()",
  );
  const rowKey = rowKeyOf("wave", new Uint8Array(randomBytes(32)));
  const epoch = await answers.write((tx) => beginRows(tx, "wave"));
  const plan = { kind: "answer", ...SCOPE, most: ARRIVALS, count: ARRIVALS + 15, boxBytes: 600 } as const;
  await makeRows(answers, rowKey, { plans: [plan], epoch });
  const names: Uint8Array[] = [];
  const marks = ticketMarksOf(new Uint8Array(randomBytes(32)));
  for (const { id } of found.rows) {
    const hash = new Uint8Array(randomBytes(32));
    await people.write((tx) => claimAssignment(tx, marks, { id, hash }));
    issued.push(id);
    const random = () => new Uint8Array(randomBytes(32));
    const content = { name: random(), companion: random(), box: new Uint8Array(randomBytes(600)) };
    await answers.write(async (tx) => (await rowsOf(tx, rowKey, "answer")).put(content, SCOPE));
    names.push(content.name);
  }
  const rows = await answers.read((db) => rowMarks(db, { wave: "wave", kind: "answer" }));
  const placed = new Map(
    rows.map(({ key, mark }) => [hex(openMark(rowKey, key, mark)?.name), hex(key)] as const),
  );
  spent.push(...names.map((name) => placed.get(hex(name)) ?? ""));
}, 180_000);
afterAll(async () => {
  await people.close();
  await answers.close();
});

/** Kendall's rank correlation of the true order with the one that rows have when sorted by a system column. */
function agreement(truth: readonly string[], seen: readonly string[]): number {
  const wanted = new Set(truth);
  const places = new Map(seen.filter((key) => wanted.has(key)).map((key, place) => [key, place]));
  let sum = 0;
  let pairs = 0;
  truth.forEach((earlier, one) => {
    for (const later of truth.slice(one + 1)) {
      sum += Math.sign((places.get(later) ?? 0) - (places.get(earlier) ?? 0));
      pairs += 1;
    }
  });
  return Math.abs(sum / pairs);
}

/** The strongest of what each system column tells. */
async function told(column: "ctid" | "xmin::text::bigint"): Promise<{ tickets: number; answers: number }> {
  const keys = async (database: InProcessPostgres, key: string, table: string) => {
    // Rows that a column does not tell apart come in the order of their keys, which are random.
    const query = `SELECT ${key} AS key FROM "${table}" ORDER BY ${column}, ${key}`;
    return (await database.pglite.query<{ key: string }>(query)).rows.map((row) => row.key);
  };
  return {
    tickets: agreement(issued, await keys(databases.people, "id", "assignments")),
    answers: agreement(spent, await keys(databases.answers, "encode(key, 'hex')", "sealedRows")),
  };
}

test("tell the order of tickets and of answers, so that one could be matched with the other", async () => {
  expect(await told("xmin::text::bigint")).toEqual({ tickets: 1, answers: 1 });
});

test("tell nothing once the server has rewritten both stores, as it does every hour, at the close and at its stop", async () => {
  await people.scrub();
  await answers.scrub();
  for (const column of ["ctid", "xmin::text::bigint"] as const) {
    const { tickets, answers: responses } = await told(column);
    expect([tickets, responses].filter((tau) => tau > 0.4)).toEqual([]);
  }
  const { rows } = await databases.people.pglite.query<{ count: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS count FROM assignments WHERE "ticketMark" IS NOT NULL`,
  );
  expect(rows).toEqual([{ count: 1 }]);
});
