/** Health: said within a second, and never well where the server cannot do its work. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../../api/config.ts";
import { type HealthParts, healthCheck } from "../../../api/health/check-health.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

let elapsed = 0;
async function parts(stores: TestStores): Promise<HealthParts> {
  closing.push(stores.cleanUp);
  const { people, answers, dataFolder, urls } = stores;
  const environment =
    urls === undefined
      ? {}
      : { SOUNDINGS_PEOPLE_URL: urls.peopleUrl, SOUNDINGS_ANSWERS_URL: urls.answersUrl };
  const config = readConfig(environment, { data: dataFolder });
  return { people, answers, config, clock: () => new Date(), elapsed: () => elapsed };
}

async function timed<T>(ask: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await ask();
  return { value, seconds: (performance.now() - start) / 1000 };
}

describe("health", () => {
  test("is well where both stores can be written", async () => {
    const check = healthCheck(await parts(await openTestStores({ engine: "sqlite" })));
    expect(await check()).toEqual({ ok: true, problems: [] });
  });

  test("of a store that another program holds is not well, within a second, and everything else goes on", async () => {
    const stores = await openTestStores({ engine: "sqlite" });
    const check = healthCheck(await parts(stores));
    const other = new Database(join(stores.dataFolder, "responses.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);
    const { value, seconds } = await timed(check);
    clearInterval(timer);
    expect(value.ok).toBe(false);
    expect(value.problems).toEqual([expect.stringMatching(/^A store does not answer, or cannot be written/)]);
    expect(seconds).toBeLessThan(2);
    expect(turns).toBeGreaterThan(10);
    other.exec("ROLLBACK");
    other.close();
    await stores.answers.write(async () => {});
    elapsed += 6_000;
    expect((await check()).ok).toBe(true);
  });

  test("of a data folder that is gone is not well", async () => {
    const stores = await openTestStores({ engine: "sqlite" });
    const given = await parts(stores);
    const config = { ...given.config, dataFolder: join(stores.dataFolder, "gone") };
    const { ok, problems } = await healthCheck({ ...given, config })();
    expect(ok).toBe(false);
    expect(problems).toEqual(["The data folder is gone or cannot be read."]);
  });

  test("of a database that stopped is not well, and well again with it", { timeout: 60_000 }, async () => {
    const server: PostgresServer = await startPostgres();
    closing.push(server.close);
    const check = healthCheck(
      await parts(await openTestStores({ engine: "postgres-server", serverUrl: server.url })),
    );
    expect(await check()).toEqual({ ok: true, problems: [] });
    server.stopDatabase("fast");
    elapsed += 6_000;
    const { value, seconds } = await timed(check);
    expect(value.ok).toBe(false);
    expect(seconds).toBeLessThan(2);
    server.startDatabase();
    elapsed += 6_000;
    expect((await check()).ok).toBe(true);
  });
});
