/** Rewrites tables of a Postgres database so that nothing tells the order of arrival; who reads them comes first. */
import { sql } from "drizzle-orm";
import { StorageError, withoutParameters } from "./storage-error.ts";
import type { QueryBuilder } from "./store.ts";

/** What is rewritten, and the database's name in sentences. */
export interface RewrittenTables {
  /** By name, parents first; no table that is not named here points to them. */
  readonly scrubbed: readonly string[];
  readonly name: string;
}

/** Whoever writes meanwhile waits this long at most, then the rewriting gives way. */
const LOCK_MILLISECONDS = 500;
const PATIENCE_MILLISECONDS = 30_000;
const LONGEST_PAUSE_MILLISECONDS = 4_000;

/** Somebody else's snapshot is older than the rewriting: an emptied table would look empty to them. */
class OthersRead extends Error {}

/**
 * Waits for all tables at once before anything is copied. Then looks for snapshots of others: TRUNCATE is the one
 * statement that shows through them, so that a backup which has begun but not yet come to our tables would find them
 * empty. Our own reads are single statements, which take their snapshot after waiting.
 */
async function claim(tx: QueryBuilder, tables: readonly string[]): Promise<void> {
  await tx.execute(sql.raw(`set local lock_timeout = ${LOCK_MILLISECONDS}`));
  await tx.execute(sql`lock table ${listed(tables)} in access exclusive mode`);
  const [others] = await tx
    .select({ snapshots: sql<string>`count(*)` })
    .from(sql`pg_stat_activity`)
    .where(
      sql`datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null
        and backend_type = 'client backend' and application_name <> 'soundings'`,
    );
  if (Number(others?.snapshots ?? 0) > 0) throw new OthersRead();
}

function listed(tables: readonly string[]) {
  return sql.join(
    tables.map((name) => sql.identifier(name)),
    sql`, `,
  );
}

/**
 * Row ids (ctid) and transaction ids (xmin) tell the order of arrival, also after VACUUM FULL. Rows put back in the
 * order of their random keys by one transaction into an emptied table tell nothing.
 */
async function rewrite(tx: QueryBuilder, tables: readonly string[]): Promise<void> {
  await claim(tx, tables);
  const kept = (name: string) => sql.identifier(`kept ${name}`);
  for (const name of tables) {
    await tx.execute(
      sql`create temporary table ${kept(name)} on commit drop as select * from ${sql.identifier(name)}`,
    );
  }
  // All at once, because some of them point to others.
  await tx.execute(sql`truncate ${listed(tables)}`);
  for (const name of tables) {
    // The first column is the key.
    await tx.execute(sql`insert into ${sql.identifier(name)} select * from ${kept(name)} order by 1`);
  }
}

function givesWay(error: unknown): boolean {
  if (error instanceof OthersRead) return true;
  // Not within the time, or chosen by the database to end a circle of waiting.
  return error instanceof StorageError && (error.code === "55P03" || error.code === "40P01");
}

/**
 * Tries until nobody else reads the tables; between two attempts everybody writes.
 * @param alone runs an attempt in one transaction as the only writer
 * @param patience milliseconds
 * @throws StorageError "busy" with a sentence if others read all the time
 */
export async function rewriteOrYield(
  alone: (attempt: (tx: QueryBuilder) => Promise<void>) => Promise<void>,
  { scrubbed, name }: RewrittenTables,
  patience = PATIENCE_MILLISECONDS,
): Promise<void> {
  const end = performance.now() + patience;
  for (let pause = LOCK_MILLISECONDS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
    try {
      return await alone((tx) => rewrite(tx, scrubbed));
    } catch (failure) {
      const error = withoutParameters(failure);
      if (!givesWay(error)) throw error;
      if (performance.now() + pause > end) {
        throw new StorageError(
          "busy",
          "55P03",
          `${name} could not be rewritten, because another program reads it all the time, for instance a backup. It still tells in which order answers came. It is tried again; if this goes on, end the other program.`,
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
