/** Opens the responses store: sealed answers, datasets and releases, and nothing that knows people. */
import { join } from "node:path";
import { defineAnswerTables } from "./answer-tables.ts";
import { type ColumnKit, postgresKit } from "./column-kit-postgres.ts";
import { sqliteKit } from "./column-kit-sqlite.ts";
import { answerMigrations } from "./migrations/answers.ts";
import { openPostgresStoreAt } from "./postgres-database.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Reader, Store, Writer } from "./store.ts";
import { defineWaveTables } from "./wave-tables.ts";

/** Every table of the responses store, for the engine of the kit. */
export function defineResponsesTables(kit: ColumnKit) {
  return { ...defineWaveTables(kit), ...defineAnswerTables(kit) };
}

export type AnswerTables = ReturnType<typeof defineResponsesTables>;
export type AnswerStore = Store<AnswerTables>;
export type AnswerReader = Reader<AnswerTables>;
export type AnswerWriter = Writer<AnswerTables>;

export interface AnswerStoreSettings {
  readonly dataFolder: string;
  /** False while a server uses the folder. */
  readonly mayMigrate?: boolean | undefined;
  readonly answersUrl?: string | undefined;
}

/** @param kit of the engine */
export function answerParts(kit: ColumnKit) {
  return {
    tables: defineResponsesTables(kit),
    migrations: answerMigrations,
    scrubbed: ["sealedRows", "rowEpochs", "responses", "drafts", "datasets", "releases", "tableReleases"],
  };
}

/** @throws StorageError or MigrationError with a sentence for whoever starts the server */
export async function openAnswerStore(settings: AnswerStoreSettings): Promise<AnswerStore> {
  if (settings.answersUrl !== undefined) {
    return openPostgresStoreAt(settings.answersUrl, "SOUNDINGS_ANSWERS_URL", answerParts(postgresKit));
  }
  return openSqliteStore(join(settings.dataFolder, "responses.sqlite"), {
    ...answerParts(sqliteKit),
    mayMigrate: settings.mayMigrate,
  });
}
