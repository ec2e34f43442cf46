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
  /** Where they were made on a server. */
  readonly urls?: { readonly peopleUrl: string; readonly answersUrl: string };
  /** Closes both stores and deletes what they left. */
  cleanUp(): Promise<void>;
}

/** "postgres" is PGlite inside this process, "postgres-server" the server of its own that PG_URL names. */
type TestEngine = "sqlite" | "postgres" | "postgres-server";

export interface InProcessPostgres extends PostgresDatabase {
  readonly pglite: PGlite;
}

/** Postgres inside this process; takes seconds to start, so once a test file at most. */
export function inProcessPostgres(): InProcessPostgres {
  const pglite = new PGlite();
  const db = drizzle(pglite);
  return {
    pglite,
    db,
    transaction: (run) => db.transaction(run),
    name: "The test's database",
    close: () => pglite.close(),
  };
}

/** @throws Error with a sentence that says what to install, where there is no server */
function postgresServerUrl(): string {
  const url = process.env["PG_URL"];
  if (url !== undefined) return url;
  throw new Error(process.env["SOUNDINGS_NO_POSTGRES"] ?? "Run the tests with `npm test` or `npx vitest`.");
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

export interface TestDatabases {
  readonly peopleUrl: string;
  readonly answersUrl: string;
  drop(): Promise<void>;
}

/** Two new databases on a server. */
export async function createDatabases(serverUrl = postgresServerUrl()): Promise<TestDatabases> {
  const create = async (store: string): Promise<string> => {
    const url = new URL(serverUrl);
    url.pathname = `/soundings_${store}_${randomBytes(6).toString("hex")}`;
    await onServer(serverUrl, `create database ${url.pathname.slice(1)}`);
    return url.href;
  };
  const peopleUrl = await create("people");
  const answersUrl = await create("answers");
  return {
    peopleUrl,
    answersUrl,
    drop: async () => {
      for (const url of [peopleUrl, answersUrl])
        await onServer(serverUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
    },
  };
}

async function openOnServer(serverUrl: string | undefined, dataFolder: string): Promise<TestStores> {
  const { drop, ...urls } = await createDatabases(serverUrl);
  const people = await openPeopleStore({ dataFolder, ...urls });
  const answers = await openAnswerStore({ dataFolder, ...urls });
  return {
    dataFolder,
    people,
    answers,
    urls,
    cleanUp: async () => {
      await Promise.all([people.close(), answers.close()]);
      await drop();
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

/** All tests of the API run on Postgres with SOUNDINGS_TEST_ENGINE=postgres or postgres-server. */
const DEFAULT_ENGINE: TestEngine =
  (["postgres", "postgres-server"] as const).find(
    (engine) => engine === process.env["SOUNDINGS_TEST_ENGINE"],
  ) ?? "sqlite";

export interface TestStoresOptions {
  readonly engine?: TestEngine;
  /** Another server than the one for all tests. */
  readonly serverUrl?: string;
}

/** Opens empty stores at the newest schema. Call cleanUp at the end of the test. */
export async function openTestStores(options: TestStoresOptions = {}): Promise<TestStores> {
  const dataFolder = await mkdtemp(join(tmpdir(), "soundings-test-"));
  const deleteFolder = () => rm(dataFolder, { recursive: true, force: true });
  const engine = options.engine ?? DEFAULT_ENGINE;
  if (engine !== "sqlite") {
    const opened =
      engine === "postgres"
        ? await openInProcess(dataFolder)
        : await openOnServer(options.serverUrl, dataFolder);
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
