/** Opens the identity store: who people are, who is asked about whom, and what staff did. */
import { join } from "node:path";
import { sqliteKit } from "./column-kit-sqlite.ts";
import { peopleMigrations } from "./migrations/people.ts";
import { definePeopleTables, type PeopleTables } from "./people-tables.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { Reader, Store, Writer } from "./store.ts";

export type PeopleStore = Store<PeopleTables>;
export type PeopleReader = Reader<PeopleTables>;
export type PeopleWriter = Writer<PeopleTables>;

export interface PeopleStoreSettings {
  readonly dataFolder: string;
  readonly peopleUrl?: string | undefined;
}

/** @throws StorageError or MigrationError with a sentence for whoever starts the server */
export async function openPeopleStore(settings: PeopleStoreSettings): Promise<PeopleStore> {
  const file = join(settings.dataFolder, "identity.sqlite");
  return openSqliteStore(file, definePeopleTables(sqliteKit), peopleMigrations);
}
