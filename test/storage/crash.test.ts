/** What a store has confirmed survives the sudden end of its process. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openPeopleStore } from "../../api/storage/people-store.ts";

it("keeps every write it confirmed when its process is killed", { timeout: 120_000 }, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "soundings-crash-"));
  const script = join(import.meta.dirname, "../support/writing-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let confirmed = "";
  await new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
    child.stdout.on("data", (chunk: Buffer) => {
      confirmed += chunk.toString();
      if (confirmed.length > 13 * 200) child.kill("SIGKILL");
    });
  });
  const ids = confirmed.split("\n").filter((id) => id.length === 12);
  expect(ids.length).toBeGreaterThan(150);
  const store = await openPeopleStore({ dataFolder });
  const stored = await store.read((db) =>
    db.select({ id: db.tables.programmes.id }).from(db.tables.programmes),
  );
  const storedIds = new Set(stored.map((row) => row.id));
  expect(ids.filter((id) => !storedIds.has(id))).toEqual([]);
  await store.close();
  rmSync(dataFolder, { recursive: true, force: true });
});
