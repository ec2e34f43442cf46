/** The steps of the responses store's schema, oldest first. A released step is never edited; a new one is written by
 * hand for both engines, and test/storage/schema.test.ts says whether it leads to the tables in the code. */
import type { Migration } from "../migrate.ts";
import { answers0001Postgres } from "./answers-0001-postgres.ts";
import { answers0001Sqlite } from "./answers-0001-sqlite.ts";
import { answers0002Postgres } from "./answers-0002-postgres.ts";
import { answers0002Sqlite } from "./answers-0002-sqlite.ts";
import { answers0003Postgres } from "./answers-0003-postgres.ts";
import { answers0003Sqlite } from "./answers-0003-sqlite.ts";
import { answers0004Postgres } from "./answers-0004-postgres.ts";
import { answers0004Sqlite } from "./answers-0004-sqlite.ts";
import { answers0010Postgres } from "./answers-0010-postgres.ts";
import { answers0010Sqlite } from "./answers-0010-sqlite.ts";

export const answerMigrations: readonly Migration[] = [
  { name: "0001-responses", sqlite: answers0001Sqlite, postgres: answers0001Postgres },
  { name: "0002-table-releases", sqlite: answers0002Sqlite, postgres: answers0002Postgres },
  { name: "0003-sealed-rows", sqlite: answers0003Sqlite, postgres: answers0003Postgres },
  { name: "0004-manifest-chain", sqlite: answers0004Sqlite, postgres: answers0004Postgres },
  { name: "0010-store-generations", sqlite: answers0010Sqlite, postgres: answers0010Postgres },
];
