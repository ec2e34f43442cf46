/** Files that cannot be used are named in a sentence; files that can are opened the careful way. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../api/short-id.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import { openSqliteFile } from "../../api/storage/sqlite-file.ts";

describe("a SQLite file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "soundings-file-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, "identity.sqlite");
  const failure = (dataFolder: string) =>
    openPeopleStore({ dataFolder }).then(
      () => undefined,
      (error: unknown) => error,
    );

  async function fill(): Promise<void> {
    const store = await openPeopleStore({ dataFolder: folder });
    await store.write((tx) =>
      tx.insert(tx.tables.programmes).values(
        Array.from({ length: 500 }, () => ({
          id: newId(),
          name: "programme ".repeat(20),
          createdAt: new Date(0),
        })),
      ),
    );
    await store.close();
  }

  it("writes ahead, waits for the disk, wipes what is deleted and minds foreign keys", () => {
    const { writer, reader } = openSqliteFile(file());
    const settings = ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema"];
    expect(settings.map((name) => writer.pragma(name, { simple: true }))).toEqual(["wal", 2, 1, 1, 0]);
    writer.exec("CREATE TABLE t (a TEXT) STRICT");
    expect(() => reader.exec("INSERT INTO t VALUES ('x')")).toThrow(/readonly/);
    reader.close();
    writer.close();
  });

  it("is readable by nobody else, and so is its log", () => {
    const { writer, reader } = openSqliteFile(file());
    writer.exec("CREATE TABLE t (a TEXT) STRICT");
    for (const path of [file(), `${file()}-wal`, `${file()}-shm`]) {
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    reader.close();
    writer.close();
  });

  it("keeps everything over a stop and a start", async () => {
    await fill();
    const store = await openPeopleStore({ dataFolder: folder });
    expect(await store.read((db) => db.$count(db.tables.programmes))).toBe(500);
    await store.close();
  });

  it("is named with what to do when pages of it are damaged", async () => {
    await fill();
    const bytes = readFileSync(file());
    bytes.fill(0xab, 5 * 4096, 12 * 4096);
    writeFileSync(file(), bytes);
    const error = await failure(folder);
    expect(error).toMatchObject({ name: "StorageError", kind: "damaged" });
    expect(String(error)).toContain(file());
    expect(String(error)).toMatch(/Nothing was changed\. Move the file .* restore the last backup/);
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it("is named when it is cut short", async () => {
    await fill();
    writeFileSync(file(), readFileSync(file()).subarray(0, 3 * 4096));
    expect(await failure(folder)).toMatchObject({ kind: "damaged" });
  });

  it("is named when it is something else", async () => {
    writeFileSync(file(), "Dear diary, this is not a database.\n".repeat(200));
    const error = await failure(folder);
    expect(error).toMatchObject({ kind: "damaged", code: "SQLITE_NOTADB" });
    expect(String(error)).toContain("is not a database of Soundings");
  });

  it("is named when its folder cannot be written", async () => {
    // Root writes everywhere but into /sys.
    const closed = process.getuid?.() === 0 ? "/sys/soundings" : join(folder, "closed");
    if (closed !== "/sys/soundings") {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), "soundings-file-"));
      chmodSync(folder, 0o500);
    }
    const error = await failure(closed);
    expect(error).toMatchObject({ kind: "read-only" });
    expect(String(error)).toMatch(
      /cannot be written .* Give the account .* or name another folder with --data/,
    );
    chmodSync(folder, 0o700);
  });

  it("is named when another program holds it", async () => {
    await fill();
    const other = openSqliteFile(file());
    other.writer.exec("BEGIN EXCLUSIVE");
    expect(await failure(folder)).toMatchObject({ kind: "busy" });
    other.writer.exec("ROLLBACK");
    other.reader.close();
    other.writer.close();
  });
});
