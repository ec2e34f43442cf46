/** What the responses store's schema must never have: anything that keeps an order of arrival or a time. */
import type { StoredRow } from "../storage/read-only-store.ts";

/** Asks a database in its own SQL. */
export type AskRows = (query: string) => Promise<readonly StoredRow[]>;

const TELLS_TIME =
  /(^|[^a-z])(at|on|when|time|date|created|updated|inserted|stamp|seq|serial|order)([^a-z]|$)|(At|Time|Date|Seq)$/i;

/** Counters that are not of rows of answers: by table and column. */
const ALLOWED_INTEGERS: ReadonlySet<string> = new Set([
  "waveSeals.invalidBoxes",
  "storeGenerations.generation",
]);

const text = (value: unknown): string => (typeof value === "string" ? value : "");

async function sqliteObjects(ask: AskRows): Promise<string[]> {
  const objects = await ask("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'");
  return objects.flatMap((object) => {
    const [type, name, sql] = [text(object["type"]), text(object["name"]), text(object["sql"])];
    const made = /current_|strftime|unixepoch|datetime\(|julianday|random\(|uuid/i.test(sql);
    return [
      ...(type === "trigger" || type === "view" ? [`${type} ${name}`] : []),
      ...(/autoincrement/i.test(sql) ? [`autoincrement in ${name}`] : []),
      ...(made ? [`a value made by the database in ${name}`] : []),
    ];
  });
}

async function sqliteViolations(ask: AskRows): Promise<string[]> {
  const violations = await sqliteObjects(ask);
  const tables = await ask(
    "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_schema'",
  );
  for (const table of tables) {
    if (table["wr"] !== 1) violations.push(`rowid table ${text(table["name"])}`);
    if (table["strict"] !== 1) violations.push(`table ${text(table["name"])} is not strict`);
  }
  const columns = await ask(
    "SELECT t.name AS place, c.name, c.type FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_schema'",
  );
  for (const column of columns) {
    const place = `${text(column["place"])}.${text(column["name"])}`;
    const type = text(column["type"]);
    if (!/^(text|blob|integer)$/i.test(type)) violations.push(`${place} is of type ${type}`);
    if (/integer/i.test(type) && !ALLOWED_INTEGERS.has(place)) violations.push(`${place} is a number`);
    if (TELLS_TIME.test(text(column["name"]))) violations.push(`${place} sounds like a time`);
  }
  return violations;
}

/** As much of the same as Postgres can have; row and transaction ids are scrub()'s business. */
const POSTGRES_OBJECTS = `
  SELECT 'sequence ' || relname AS violation FROM pg_class WHERE relkind = 'S'
  UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'view ' || table_name FROM information_schema.views WHERE table_schema = 'public'
  UNION ALL SELECT 'identity ' || table_name || '.' || column_name
    FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`;

async function postgresViolations(ask: AskRows): Promise<string[]> {
  const violations = (await ask(POSTGRES_OBJECTS)).map((row) => text(row["violation"]));
  const columns = await ask(
    "SELECT table_name, column_name, data_type, column_default FROM information_schema.columns WHERE table_schema = 'public'",
  );
  for (const column of columns) {
    const place = `${text(column["table_name"])}.${text(column["column_name"])}`;
    if (ALLOWED_INTEGERS.has(place)) continue;
    const type = text(column["data_type"]);
    if (!["text", "bytea", "json"].includes(type)) violations.push(`${place} is of type ${type}`);
    if (column["column_default"] !== null) violations.push(`default of ${place}`);
    if (TELLS_TIME.test(text(column["column_name"]))) violations.push(`${place} sounds like a time`);
  }
  return violations;
}

/** @returns one name a violation */
export async function schemaViolations(engine: "sqlite" | "postgres", ask: AskRows): Promise<string[]> {
  return engine === "sqlite" ? sqliteViolations(ask) : postgresViolations(ask);
}
