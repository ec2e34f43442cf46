/** A store in use cuts its log off by itself, because deleted text stays in it until then. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { openTestStores } from "../support/stores.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("empties the log every half minute, without anybody asking", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const stores = await openTestStores({ engine: "sqlite" });
  const log = () => readFileSync(join(stores.dataFolder, "identity.sqlite-wal")).length;
  await stores.people.write((tx) =>
    tx.insert(tx.tables.programmes).values({ id: "a", name: "A", createdAt: new Date(0) }),
  );
  expect(log()).toBeGreaterThan(0);
  vi.advanceTimersByTime(30_000);
  // Whatever is written next comes after the cut in the queue.
  await vi.waitFor(() => expect(log()).toBe(0));
  expect(await stores.people.read((db) => db.$count(db.tables.programmes))).toBe(1);
  await stores.cleanUp();
});
