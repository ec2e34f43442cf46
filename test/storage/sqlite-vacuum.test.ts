/** A large file is rewritten in a thread: nothing deleted is left, and the server goes on reading. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteFile, type SqliteConnections } from "../../api/storage/sqlite-file.ts";
import { vacuum } from "../../api/storage/sqlite-vacuum.ts";

/** So many that the file is rewritten in a thread. */
const ROWS = 4_000;
const SECRET = "what nobody should find any more";

let folder: string;
let file: string;
let connections: SqliteConnections;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-vacuum-"));
  file = join(folder, "large.sqlite");
  connections = openSqliteFile(file);
  const { writer } = connections;
  writer.exec("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
  writer.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
     INSERT INTO texts (id, text) SELECT i, replace(hex(zeroblob(30)), '00', '${SECRET} ') FROM n`,
  );
  writer.exec("DELETE FROM texts WHERE id % 2 = 0; UPDATE texts SET text = 'kept'");
  writer.pragma("wal_checkpoint(TRUNCATE)");
});

afterEach(() => {
  connections.reader.close();
  connections.writer.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the server reads meanwhile, and its connections see what is there afterwards", async () => {
  const { writer, reader } = connections;
  const before = statSync(file).size;
  expect(before).toBeGreaterThan(2 * 1024 * 1024);
  const count = reader.prepare("SELECT count(*) FROM texts").pluck();
  const seen: unknown[] = [];
  const timer = setInterval(() => seen.push(count.get()), 1);
  await vacuum(writer, file);
  clearInterval(timer);
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen)).toEqual(new Set([ROWS / 2]));
  expect(statSync(file).size).toBeLessThan(before / 10);
  expect(readFileSync(file).includes(SECRET)).toBe(false);
  expect(statSync(`${file}-wal`).size).toBe(0);
  writer.exec("INSERT INTO texts (text) VALUES ('after')");
  expect(count.get()).toBe(ROWS / 2 + 1);
});

test("another program that writes is told as such", async () => {
  const other = openSqliteFile(file);
  other.writer.exec("BEGIN IMMEDIATE; DELETE FROM texts WHERE id = 1");
  await expect(vacuum(connections.writer, file)).rejects.toMatchObject({
    name: "StorageError",
    kind: "busy",
  });
  other.writer.exec("ROLLBACK");
  other.reader.close();
  other.writer.close();
});
