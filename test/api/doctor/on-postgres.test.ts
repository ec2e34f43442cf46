/** The doctor on two Postgres databases: the same checks, the engine's own places of order, and no right to write. */
import { drizzle } from "drizzle-orm/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../../api/config.ts";
import type { StaffContext } from "../../../api/context.ts";
import { examine } from "../../../api/doctor/examine-installation.ts";
import type { Installation } from "../../../api/doctor/installation.ts";
import { keyRingOf } from "../../../api/keys/key-ring.ts";
import { answerParts } from "../../../api/storage/answer-store.ts";
import { postgresKit } from "../../../api/storage/column-kit-postgres.ts";
import { peopleParts } from "../../../api/storage/people-store.ts";
import { openPostgresStore } from "../../../api/storage/postgres-store.ts";
import { readOnlyPostgres } from "../../../api/storage/read-only-store.ts";
import { fillStores } from "../../support/filled-installation.ts";
import { type InProcessPostgres, inProcessPostgres } from "../../support/stores.ts";
import { testEnvironment } from "../../support/test-environment.ts";

let databases: { readonly people: InProcessPostgres; readonly answers: InProcessPostgres };
let installation: Installation;
let context: StaffContext;

beforeAll(async () => {
  databases = { people: inProcessPostgres(), answers: inProcessPostgres() };
  context = {
    people: await openPostgresStore(databases.people, peopleParts(postgresKit)),
    answers: await openPostgresStore(databases.answers, answerParts(postgresKit)),
    keys: keyRingOf(new Uint8Array(32).fill(7)),
    config: readConfig(testEnvironment, { data: "nowhere" }),
    clock: () => new Date(),
    baseUrl: () => "http://localhost",
  };
  await fillStores(context);
  const lookAt = <Tables>(database: InProcessPostgres, tables: Tables) =>
    readOnlyPostgres(drizzle(database.pglite), { name: "a test's", tables, close: async () => {} });
  installation = {
    name: "two databases",
    people: lookAt(databases.people, peopleParts(postgresKit).tables),
    answers: lookAt(databases.answers, answerParts(postgresKit).tables),
    dataFolder: "nowhere",
    keyFile: undefined,
    now: new Date(),
  };
}, 180_000);

afterAll(async () => {
  await databases.people.close();
  await databases.answers.close();
});

const states = async (at: Installation) =>
  Object.fromEntries((await examine(at)).checks.map(({ code, state }) => [code, state]));

test("sees the order that system columns keep until the stores are rewritten", async () => {
  expect(await states(installation)).toEqual({
    schema: "fine",
    stores: "fine",
    links: "fine",
    boxes: "fine",
    order: "remark",
    remains: "not-checked",
    keys: "fine",
    "key-place": "fine",
    promises: "fine",
    "line-ups": "fine",
    definitions: "fine",
    "audit-log": "fine",
    releases: "fine",
    "wave-ledger": "fine",
  });
  await context.answers.scrub();
  await context.people.scrub();
  expect(await states(installation)).toMatchObject({ order: "fine" });
});

test("finds what was added to the schema", async () => {
  await databases.answers.pglite.exec(
    'ALTER TABLE responses ADD COLUMN "receivedAt" timestamptz DEFAULT now()',
  );
  await databases.people.pglite.exec("CREATE TABLE noted (who text)");
  const report = await examine(installation);
  const schema = report.checks.find(({ code }) => code === "schema");
  expect(schema?.state).toBe("finding");
  expect(schema?.sentences.join(" ")).toMatch(/noted\.who.*receivedAt/);
});

test("cannot write", async () => {
  await expect(installation.people.rows("DELETE FROM persons")).rejects.toMatchObject({ code: "25006" });
  await expect(installation.answers.rows("CREATE TABLE mine (x text)")).rejects.toMatchObject({
    code: "25006",
  });
});
