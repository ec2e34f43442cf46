/** Opens the identity store: who people are, who is asked about whom, and what staff did. */
import { join } from "node:path";
import { type ColumnKit, postgresKit } from "./column-kit-postgres.ts";
import { sqliteKit } from "./column-kit-sqlite.ts";
import { peopleMigrations } from "./migrations/people.ts";
import { definePeopleTables, type PeopleTables } from "./people-tables.ts";
import { openPostgresStoreAt } from "./postgres-database.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Reader, Store, Writer } from "./store.ts";

export type PeopleStore = Store<PeopleTables>;
export type PeopleReader = Reader<PeopleTables>;
export type PeopleWriter = Writer<PeopleTables>;

export interface PeopleStoreSettings {
  readonly dataFolder: string;
  /** False while a server uses the folder. */
  readonly mayMigrate?: boolean | undefined;
  readonly peopleUrl?: string | undefined;
}

/** @param kit of the engine */
export function peopleParts(kit: ColumnKit) {
  return {
    tables: definePeopleTables(kit),
    migrations: peopleMigrations,
    scrubbed: [
      "outbox",
      "sessions",
      "signInLinks",
      "assignments",
      "lineUpSalts",
      "invitations",
      "identifiedAnswers",
      "ledgerPeople",
    ],
  };
}

/** @throws StorageError or MigrationError with a sentence for whoever starts the server */
export async function openPeopleStore(settings: PeopleStoreSettings): Promise<PeopleStore> {
  if (settings.peopleUrl !== undefined) {
    return openPostgresStoreAt(settings.peopleUrl, "SOUNDINGS_PEOPLE_URL", peopleParts(postgresKit));
  }
  return openSqliteStore(join(settings.dataFolder, "identity.sqlite"), {
    ...peopleParts(sqliteKit),
    mayMigrate: settings.mayMigrate,
  });
}
