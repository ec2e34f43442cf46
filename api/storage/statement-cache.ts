/** Keeps prepared statements by their text: preparing costs as much as running where rows are few. */
import type { SqliteFile } from "./sqlite-file.ts";

/** More texts than the product has; lists of changing length make new ones without end. */
const MOST_STATEMENTS = 300;

type Statement = ReturnType<SqliteFile["prepare"]>;

/** What drizzle calls of a statement. Rows as arrays are a lasting mode of a statement, so there are two of each. */
type KeptStatement = Pick<Statement, "run" | "all" | "get" | "raw">;

function keep(client: SqliteFile, text: string): KeptStatement {
  const rows = client.prepare(text);
  let arrays: Statement | undefined;
  return {
    run: rows.run.bind(rows),
    all: rows.all.bind(rows),
    get: rows.get.bind(rows),
    raw: () => {
      arrays ??= client.prepare(text).raw();
      return arrays;
    },
  };
}

/**
 * Guarantee: drizzle's query builder calls prepare of a client, and of a statement what KeptStatement has
 * (test/storage/engines.test.ts runs every kind of query).
 */
function asClient(client: { readonly prepare: (text: string) => KeptStatement }): SqliteFile {
  return client as unknown as SqliteFile;
}

/** The same connection for drizzle, with statements that are prepared once. */
export function withStatementCache(client: SqliteFile): SqliteFile {
  const kept = new Map<string, KeptStatement>();
  return asClient({
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const [oldest] = kept.keys();
      if (kept.size >= MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      const statement = keep(client, text);
      kept.set(text, statement);
      return statement;
    },
  });
}
