/** The steps of the identity store's schema, oldest first. A released step is never edited; a new one is written by
 * hand for both engines, and test/storage/schema.test.ts says whether it leads to the tables in the code. */
import type { Migration } from "../migrate.ts";
import { people0001Postgres } from "./people-0001-postgres.ts";
import { people0001Sqlite } from "./people-0001-sqlite.ts";
import { people0002Postgres } from "./people-0002-postgres.ts";
import { people0002Sqlite } from "./people-0002-sqlite.ts";
import { people0003Postgres } from "./people-0003-postgres.ts";
import { people0003Sqlite } from "./people-0003-sqlite.ts";
import { people0004Postgres } from "./people-0004-postgres.ts";
import { people0004Sqlite } from "./people-0004-sqlite.ts";
import { people0005Postgres } from "./people-0005-postgres.ts";
import { people0005Sqlite } from "./people-0005-sqlite.ts";
import { people0007Postgres } from "./people-0007-postgres.ts";
import { people0007Sqlite } from "./people-0007-sqlite.ts";
import { people0009Postgres } from "./people-0009-postgres.ts";
import { people0009Sqlite } from "./people-0009-sqlite.ts";
import { people0010Postgres } from "./people-0010-postgres.ts";
import { people0010Sqlite } from "./people-0010-sqlite.ts";
import { people0011Postgres } from "./people-0011-postgres.ts";
import { people0011Sqlite } from "./people-0011-sqlite.ts";
import { people0013Postgres } from "./people-0013-postgres.ts";
import { people0013Sqlite } from "./people-0013-sqlite.ts";
import { people0015Postgres } from "./people-0015-postgres.ts";
import { people0015Sqlite } from "./people-0015-sqlite.ts";

export const peopleMigrations: readonly Migration[] = [
  { name: "0001-identity", sqlite: people0001Sqlite, postgres: people0001Postgres },
  { name: "0002-staff-surveys", sqlite: people0002Sqlite, postgres: people0002Postgres },
  { name: "0003-mentoring", sqlite: people0003Sqlite, postgres: people0003Postgres },
  { name: "0004-links-in-hand", sqlite: people0004Sqlite, postgres: people0004Postgres },
  { name: "0005-ticket-marks", sqlite: people0005Sqlite, postgres: people0005Postgres },
  { name: "0007-line-up-commitments", sqlite: people0007Sqlite, postgres: people0007Postgres },
  { name: "0009-clock", sqlite: people0009Sqlite, postgres: people0009Postgres },
  { name: "0010-store-generations", sqlite: people0010Sqlite, postgres: people0010Postgres },
  { name: "0011-wave-ledger", sqlite: people0011Sqlite, postgres: people0011Postgres },
  { name: "0013-ended-lists", sqlite: people0013Sqlite, postgres: people0013Postgres },
  { name: "0015-roles-of-programmes", sqlite: people0015Sqlite, postgres: people0015Postgres },
];
