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

async function openInProcess(dataFolder: string): Promise<TestStores> {
  const [people, answers] = await Promise.all([
    openPostgresStore(inProcessPostgres(), peopleParts(postgresKit)),
    openPostgresStore(inProcessPostgres(), answerParts(postgresKit)),
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

/** Opens empty stores at the newest schema. Call cleanUp at the end of the test. */
export async function openTestStores(options: { readonly engine?: TestEngine } = {}): Promise<TestStores> {
  const dataFolder = await mkdtemp(join(tmpdir(), "soundings-test-"));
  const deleteFolder = () => rm(dataFolder, { recursive: true, force: true });
  if (options.engine === "postgres") {
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
