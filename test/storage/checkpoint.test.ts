/** A store in use cuts its log off by itself, because the log tells in which order rows were written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { openTestStores, type TestStores } from "../support/stores.ts";

const logOf = ({ dataFolder }: TestStores) => readFileSync(join(dataFolder, "identity.sqlite-wal")).length;

const write = ({ people }: TestStores, id: string) =>
  people.write((tx) => tx.insert(tx.tables.programmes).values({ id, name: "A", createdAt: new Date(0) }));

it("within a second of a write, without anybody asking", async () => {
  const stores = await openTestStores({ engine: "sqlite" });
  for (const id of ["a", "b"]) {
    await write(stores, id);
    expect(logOf(stores)).toBeGreaterThan(0);
    await vi.waitFor(() => expect(logOf(stores)).toBe(0), { timeout: 1_000, interval: 20 });
  }
  expect(await stores.people.read((db) => db.$count(db.tables.programmes))).toBe(2);
  await stores.cleanUp();
});

it("as soon as another program has finished reading, and serves meanwhile", async () => {
  const stores = await openTestStores({ engine: "sqlite" });
  const other = new Database(join(stores.dataFolder, "identity.sqlite"), { readonly: true });
  other.exec("BEGIN");
  other.prepare("SELECT count(*) FROM programmes").get();
  await write(stores, "a");
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(performance.now() - began).toBeLessThan(4_000);
  expect(logOf(stores)).toBeGreaterThan(0);
  other.close();
  await vi.waitFor(() => expect(logOf(stores)).toBe(0), { timeout: 2_000, interval: 20 });
  await stores.cleanUp();
});
