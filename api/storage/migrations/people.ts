/** The steps of the identity store's schema, oldest first. */
import type { Migration } from "../migrate.ts";
import { people0001Postgres } from "./people-0001-postgres.ts";
import { people0001Sqlite } from "./people-0001-sqlite.ts";

export const peopleMigrations: readonly Migration[] = [
  { name: "0001-identity", sqlite: people0001Sqlite, postgres: people0001Postgres },
];
