/** Whether the tables are those of the program, and none of them could keep a time or an order of answers. */
import { MIGRATIONS_TABLE } from "../storage/migrate.ts";
import { checkOf, type DoctorCheck } from "./doctor-report.ts";
import type { Installation, LookedAtAnswers, LookedAtPeople } from "./installation.ts";
import { schemaViolations } from "./schema-rules.ts";
import { columnsOf } from "./store.ts";

const COLUMNS = {
  sqlite:
    "SELECT t.name || '.' || c.name AS place FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'",
  postgres:
    "SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')",
} as const;

/** What acts by itself when rows come: it could note down more than the tables show. */
const ACTORS = {
  sqlite: "SELECT type || ' ' || name AS actor FROM sqlite_schema WHERE type IN ('trigger', 'view')",
  postgres: `SELECT 'trigger ' || tgname AS actor FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'rule ' || rulename FROM pg_rules WHERE schemaname = 'public'
    UNION ALL SELECT 'publication ' || pubname FROM pg_publication`,
} as const;

type LookedAt = Pick<LookedAtPeople | LookedAtAnswers, "engine" | "rows">;

async function strangers({ engine, rows }: LookedAt, known: ReadonlySet<string>): Promise<string[]> {
  const places = (await rows(COLUMNS[engine])).map((row) => String(row["place"]));
  const unknown = places.filter((place) => !known.has(place) && !place.startsWith(`${MIGRATIONS_TABLE}.`));
  const actors = (await rows(ACTORS[engine])).map((row) => String(row["actor"]));
  return [...unknown, ...actors];
}

const LISTED = 8;

function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  return names.slice(0, LISTED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

export async function checkSchema({ people, answers }: Installation): Promise<DoctorCheck> {
  const tables = {
    people: await people.read(async (db) => columnsOf(db.tables)),
    answers: await answers.read(async (db) => columnsOf(db.tables)),
  };
  const foreign = [
    ...(await strangers(people, tables.people)).map((name) => `${name} (people)`),
    ...(await strangers(answers, tables.answers)).map((name) => `${name} (answers)`),
  ];
  const forbidden = await schemaViolations(answers.engine, answers.rows);
  const findings = [
    ...(foreign.length === 0
      ? []
      : [
          `The stores hold what no version of this program makes: ${listed(foreign)}. Somebody added it; it could note down who answered what, or when.`,
        ]),
    ...(forbidden.length === 0
      ? []
      : [
          `The answers' store has what could keep a time or an order of arrival: ${listed(forbidden)}. Answers could be matched with tickets by it.`,
        ]),
  ];
  return checkOf(
    {
      code: "schema",
      title: "Tables of both stores",
      looked: "Every table, column, trigger and view, against the ones this program makes.",
    },
    {
      findings,
      fine: `The ${tables.people.size + tables.answers.size} columns are the program's own; beside answers there is no column for a time, a number in sequence or a person.`,
    },
  );
}
