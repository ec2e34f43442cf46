/** What a store is: reads on one connection, writes one after the other on another. */
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** The query builder under the type of Postgres, which offers nothing that SQLite lacks in daily use. */
export type QueryBuilder = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What may be asked. */
export interface Reader<Tables> extends Pick<QueryBuilder, "select" | "selectDistinct" | "$count"> {
  readonly tables: Tables;
}

/** What may be asked and changed inside one transaction. */
export interface Writer<Tables> extends Reader<Tables>, Pick<QueryBuilder, "insert" | "update" | "delete"> {}

export interface Store<Tables> {
  /** Each query sees what was committed when it began. */
  read<T>(ask: (db: Reader<Tables>) => Promise<T>): Promise<T>;
  /**
   * One transaction, alone: no other write runs meanwhile, on either engine, so that "count, then insert" is right.
   * It is committed when the promise resolves and undone when it rejects. Await nothing but queries inside, and never
   * another write. A query that failed ends the transaction: where a row may exist already, say onConflictDoNothing.
   */
  write<T>(change: (tx: Writer<Tables>) => Promise<T>): Promise<T>;
  /**
   * As `write`, for much that is deleted while nobody can read it any more, its key being gone: it is not overwritten
   * where it lies, which would take as long as writing it did. What was deleted is in the files until they are
   * rewritten, so `scrub` has to follow, after a crash too.
   */
  discard<T>(change: (tx: Writer<Tables>) => Promise<T>): Promise<T>;
  /**
   * Rewrites the files, so that nothing deleted and no order of arrival is left in them.
   * @param patience milliseconds during which it is tried again while other programs read
   */
  scrub(patience?: number): Promise<void>;
  /** Lays a file of moderate size out anew, so that a row that is put there later can be seen; nothing on Postgres. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Larger files would keep everything else waiting for too long. */
export const LARGEST_TIDIED_BYTES = 64 * 1024 * 1024;

/** The part of a query builder that reads, with its tables. */
export function readerOf<Tables>(db: QueryBuilder, tables: Tables): Reader<Tables> {
  return {
    tables,
    select: db.select.bind(db),
    selectDistinct: db.selectDistinct.bind(db),
    $count: db.$count.bind(db),
  };
}

/** The part of a query builder that reads and changes, with its tables. */
export function writerOf<Tables>(db: QueryBuilder, tables: Tables): Writer<Tables> {
  return {
    ...readerOf(db, tables),
    insert: db.insert.bind(db),
    update: db.update.bind(db),
    delete: db.delete.bind(db),
  };
}
