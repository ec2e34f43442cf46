/** Both stores, empty, for tests that need a real database. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { Client } from "pg";
import { type AnswerStore, answerParts, openAnswerStore } from "../../api/storage/answer-store.ts";
import { postgresKit } from "../../api/storage/column-kit-postgres.ts";
import { openPeopleStore, type PeopleStore, peopleParts } from "../../api/storage/people-store.ts";
import { openPostgresStore, type PostgresDatabase } from "../../api/storage/postgres-store.ts";

export interface TestStores {
  readonly dataFolder: string;
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
  /** Closes both stores and deletes what they left. */
  cleanUp(): Promise<void>;
}

/** Postgres: the server that PG_URL names, or PGlite inside this process where it is not set. */
export type TestEngine = "sqlite" | "postgres";

export interface InProcessPostgres extends PostgresDatabase {
  readonly pglite: PGlite;
}

/** Postgres inside this process; takes seconds to start, so once a test file at most. */
export function inProcessPostgres(): InProcessPostgres {
  const pglite = new PGlite();
  return { pglite, db: drizzle(pglite), name: "The test's database", close: () => pglite.close() };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function openOnServer(serverUrl: string, dataFolder: string): Promise<TestStores> {
  const names = ["people", "answers"].map((store) => `soundings_${store}_${randomBytes(6).toString("hex")}`);
  for (const name of names) await onServer(serverUrl, `create database ${name}`);
  const [peopleUrl, answersUrl] = names.map((name) => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  });
  const people = await openPeopleStore({ dataFolder, peopleUrl });
  const answers = await openAnswerStore({ dataFolder, answersUrl });
  return {
    dataFolder,
    people,
    answers,
    cleanUp: async () => {
      await Promise.all([people.close(), answers.close()]);
      for (const name of names) await onServer(serverUrl, `drop database ${name}`);
    },
  };
}

/** Emptied databases of earlier tests of this file: making one takes seconds. */
const emptied: Record<"people" | "answers", InProcessPostgres[]> = { people: [], answers: [] };

/** Far faster than TRUNCATE where tables are small; as a replica, so that foreign keys do not matter. */
const EMPTY_EVERY_TABLE = `DO $$ DECLARE name text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schemaMigrations' LOOP
    EXECUTE format('DELETE FROM %I', name);
  END LOOP; END $$`;

function reusedPostgres(store: "people" | "answers"): PostgresDatabase {
  const database = emptied[store].pop() ?? inProcessPostgres();
  return {
    ...database,
    close: async () => {
      await database.pglite.exec(EMPTY_EVERY_TABLE);
      emptied[store].push(database);
    },
  };
}

async function openInProcess(dataFolder: string): Promise<TestStores> {
  const [people, answers] = await Promise.all([
    openPostgresStore(reusedPostgres("people"), peopleParts(postgresKit)),
    openPostgresStore(reusedPostgres("answers"), answerParts(postgresKit)),
  ]);
  return {
    dataFolder,
    people,
    answers,
    cleanUp: async () => {
      await Promise.all([people.close(), answers.close()]);
    },
  };
}

/** All tests of the API run on Postgres with SOUNDINGS_TEST_ENGINE=postgres. */
const DEFAULT_ENGINE: TestEngine =
  process.env["SOUNDINGS_TEST_ENGINE"] === "postgres" ? "postgres" : "sqlite";

/** Opens empty stores at the newest schema. Call cleanUp at the end of the test. */
export async function openTestStores(options: { readonly engine?: TestEngine } = {}): Promise<TestStores> {
  const dataFolder = await mkdtemp(join(tmpdir(), "soundings-test-"));
  const deleteFolder = () => rm(dataFolder, { recursive: true, force: true });
  if ((options.engine ?? DEFAULT_ENGINE) === "postgres") {
    const serverUrl = process.env["PG_URL"];
    const opened =
      serverUrl === undefined ? await openInProcess(dataFolder) : await openOnServer(serverUrl, dataFolder);
    return { ...opened, cleanUp: () => opened.cleanUp().finally(deleteFolder) };
  }
  const people = await openPeopleStore({ dataFolder });
  const answers = await openAnswerStore({ dataFolder });
  return {
    dataFolder,
    people,
    answers,
    cleanUp: async () => {
      await Promise.all([people.close(), answers.close()]);
      await deleteFolder();
    },
  };
}
