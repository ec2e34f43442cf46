/** What an attacker with the files reads of an order: from keys, pages, places in pages, and logs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Kendall's rank correlation of the true order with the one in which the same things are seen. */
export function kendallTau(truth: readonly string[], seen: readonly string[]): number {
  const wanted = new Set(truth);
  const places = new Map(seen.filter((one) => wanted.has(one)).map((one, place) => [one, place]));
  const order = truth.flatMap((one) => places.get(one) ?? []);
  let sum = 0;
  order.forEach((earlier, one) => {
    for (const later of order.slice(one + 1)) sum += Math.sign(later - earlier);
  });
  const pairs = (order.length * (order.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}

export interface RowsSought {
  /** A column of bytes or text that is the first of its table. */
  readonly table: string;
  readonly key: string;
}

const PAGE_BYTES = 4_096;

/** A log is a header of 32 bytes and frames of a header of 24 bytes and a page. */
function framesOf(log: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 32; at + 24 + PAGE_BYTES <= log.length; at += 24 + PAGE_BYTES)
    frames.push(log.subarray(at, at + 24 + PAGE_BYTES));
  return frames;
}

function inNewFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "soundings-order-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keys in hexadecimal and all that stands beside them, by a copy of database and log. */
function rowsIn(database: Buffer, log: Buffer, { table, key }: RowsSought): Map<string, string> {
  return inNewFolder((folder) => {
    const file = join(folder, "copy.sqlite");
    writeFileSync(file, database);
    if (log.length > 0) writeFileSync(`${file}-wal`, log);
    const db = new Database(file);
    try {
      const names = db.pragma(`table_info("${table}")`) as { name: string }[];
      const values = names.map(({ name }) => `quote("${name}")`).join(" || ");
      const rows = db
        .prepare<[], { key: string; value: string }>(
          `SELECT hex("${key}") AS key, ${values} AS value FROM "${table}" ORDER BY "${key}"`,
        )
        .all();
      return new Map(rows.map((row) => [row.key, row.value]));
    } finally {
      db.close();
    }
  });
}

/** Keys of rows in the order in which the log says that they changed: it is replayed transaction by transaction. */
export function orderOfLog(file: string, sought: RowsSought): string[] {
  const database = readFileSync(file);
  let log: Buffer;
  try {
    log = readFileSync(`${file}-wal`);
  } catch {
    return [];
  }
  const frames = framesOf(log);
  const changed: string[] = [];
  let before = rowsIn(database, Buffer.alloc(0), sought);
  frames.forEach((frame, place) => {
    if (frame.readUInt32BE(4) === 0) return;
    const now = rowsIn(database, log.subarray(0, 32 + (place + 1) * (24 + PAGE_BYTES)), sought);
    for (const [key, value] of now) if (before.get(key) !== value) changed.push(key);
    before = now;
  });
  return changed;
}

/** Where in a file some bytes of each row are found that stand nowhere else, by key in hexadecimal. */
export type PlacesOfRows = ReadonlyMap<string, number>;

/** @param column whose last bytes are looked for, of the rows of a table */
export function placesIn(file: string, { table, key }: RowsSought, column: string): PlacesOfRows {
  const content = readFileSync(file);
  const db = new Database(file, { readonly: true });
  try {
    const rows = db
      .prepare<[], { key: string; value: Buffer }>(
        `SELECT hex("${key}") AS key, "${column}" AS value FROM "${table}" ORDER BY "${key}"`,
      )
      .all();
    return new Map(rows.map((row) => [row.key, content.indexOf(row.value.subarray(-24))]));
  } finally {
    db.close();
  }
}

const keysBy = (places: PlacesOfRows, compare: (a: number, b: number) => number): string[] =>
  [...places].sort(([, a], [, b]) => compare(a, b)).map(([key]) => key);

const page = (at: number): number => Math.floor(at / PAGE_BYTES);

/** By page, and from the end of each page to its beginning: so rows are put into pages. */
export const orderByPage = (places: PlacesOfRows): string[] =>
  keysBy(places, (a, b) => page(a) - page(b) || b - a);

/** By the place in the page alone, whatever page: what came first lies last. */
export const orderInPages = (places: PlacesOfRows): string[] =>
  keysBy(places, (a, b) => (b % PAGE_BYTES) - (a % PAGE_BYTES) || a - b);
