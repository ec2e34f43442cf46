/** What the responses store's schema must never have: anything that keeps an order of arrival or a time. */
import type Database from "better-sqlite3";

type SqliteDatabase = InstanceType<typeof Database>;

const TELLS_TIME =
  /(^|[^a-z])(at|on|when|time|date|created|updated|inserted|stamp|seq|serial|order)([^a-z]|$)|(At|Time|Date|Seq)$/i;

/** Counters that are not of rows: by table and column. */
const ALLOWED_INTEGERS: ReadonlySet<string> = new Set(["waveSeals.invalidBoxes"]);

/** @returns one sentence a violation */
export function sqliteSchemaViolations(db: SqliteDatabase): string[] {
  const violations: string[] = [];
  const objects = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
    )
    .all();
  for (const { type, name, sql } of objects) {
    if (type === "trigger" || type === "view") violations.push(`${type} ${name}`);
    if (/autoincrement/i.test(sql ?? "")) violations.push(`autoincrement in ${name}`);
    if (/current_|strftime|unixepoch|datetime\(|julianday|random\(|uuid/i.test(sql ?? "")) {
      violations.push(`a value made by the database in ${name}`);
    }
  }
  const tables = db
    .prepare<[], { name: string; wr: number; strict: number }>(
      "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_schema'",
    )
    .all();
  for (const table of tables) {
    if (table.wr !== 1) violations.push(`rowid table ${table.name}`);
    if (table.strict !== 1) violations.push(`table ${table.name} is not strict`);
    const columns = db
      .prepare<[string], { name: string; type: string }>("SELECT name, type FROM pragma_table_xinfo(?)")
      .all(table.name);
    for (const column of columns) {
      if (!/^(text|blob|integer)$/i.test(column.type)) {
        violations.push(`${table.name}.${column.name} is of type ${column.type}`);
      }
      if (/integer/i.test(column.type) && !ALLOWED_INTEGERS.has(`${table.name}.${column.name}`)) {
        violations.push(`${table.name}.${column.name} is a number`);
      }
      if (TELLS_TIME.test(column.name)) violations.push(`${table.name}.${column.name} sounds like a time`);
    }
  }
  return violations;
}

/** As much of the same as Postgres can have; row and transaction ids are scrub()'s business. */
export const POSTGRES_VIOLATIONS = `
  SELECT 'sequence ' || relname AS violation FROM pg_class WHERE relkind = 'S'
  UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'view ' || table_name FROM information_schema.views WHERE table_schema = 'public'
  UNION ALL SELECT 'column ' || table_name || '.' || column_name || ' is of type ' || data_type
    FROM information_schema.columns WHERE table_schema = 'public'
    AND data_type NOT IN ('text', 'bytea', 'json')
    AND table_name || '.' || column_name <> 'waveSeals.invalidBoxes'
  UNION ALL SELECT 'default of ' || table_name || '.' || column_name
    FROM information_schema.columns WHERE table_schema = 'public'
    AND column_default IS NOT NULL AND table_name || '.' || column_name <> 'waveSeals.invalidBoxes'
  UNION ALL SELECT 'identity ' || table_name || '.' || column_name
    FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`;
