/** A real Postgres that breaks under a running server: nothing acknowledged is lost, nothing doubled, and it goes on. */
import { connect, createServer, type Server } from "node:net";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPeopleStore, type PeopleStore } from "../../api/storage/people-store.ts";
import { StorageError } from "../../api/storage/storage-error.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { openProtocolWave } from "../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../support/stores.ts";

let server: PostgresServer;
let stores: TestStores;

beforeAll(async () => {
  server = await startPostgres();
}, 120_000);
afterAll(() => server.close());
beforeEach(async () => {
  stores = await openTestStores({ engine: "postgres-server", serverUrl: server.url });
});
afterEach(() => stores.cleanUp());

async function ask(statement: string, url = server.url): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const peopleUrl = () => stores.urls?.peopleUrl ?? "";
const TERMINATE =
  "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'soundings' and pid <> pg_backend_pid()";

const insert = (id: string, people: PeopleStore = stores.people) =>
  people.write((tx) => tx.insert(tx.tables.programmes).values({ id, name: id, createdAt: new Date(0) }));

const ids = async () =>
  (await stores.people.read((db) => db.select({ id: db.tables.programmes.id }).from(db.tables.programmes)))
    .map(({ id }) => id)
    .sort();

interface Written {
  readonly acknowledged: string[];
  readonly undone: string[];
  readonly errors: unknown[];
}

/** Writes without pause, four at a time, while something happens to the database. */
async function writeDuring(fault: () => Promise<void>): Promise<Written> {
  const written: Written = { acknowledged: [], undone: [], errors: [] };
  let going = true;
  const writer = async (name: number) => {
    for (let count = 0; going; count += 1) {
      const id = `${name}-${count}`;
      await insert(id).then(
        () => written.acknowledged.push(id),
        (error: unknown) => {
          written.undone.push(id);
          written.errors.push(error);
        },
      );
    }
  };
  const writers = [1, 2, 3, 4].map(writer);
  try {
    await fault();
  } finally {
    going = false;
    await Promise.all(writers);
  }
  return written;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What was acknowledged is stored once; what was refused is not, and was refused as busy. */
async function expectExact({ acknowledged, undone, errors }: Written): Promise<void> {
  await insert("afterwards");
  const stored = await ids();
  expect(stored).toEqual([...acknowledged, "afterwards"].sort());
  expect(undone.length).toBeGreaterThan(0);
  const kinds = errors.map((error) => (error instanceof StorageError ? error.kind : error));
  expect(new Set(kinds)).toEqual(new Set(["busy"]));
}

describe("a Postgres store", () => {
  it("outlives the end of its connections during writes, twelve times", { timeout: 60_000 }, async () => {
    const written = await writeDuring(async () => {
      for (let time = 0; time < 12; time += 1) {
        await pause(60);
        await ask(TERMINATE);
      }
    });
    await expectExact(written);
  });

  it.each(["fast", "immediate"] as const)(
    "outlives a restart of the database (%s), twice",
    { timeout: 60_000 },
    async (mode) => {
      const written = await writeDuring(async () => {
        for (let time = 0; time < 2; time += 1) {
          await pause(200);
          server.stopDatabase(mode);
          await pause(200);
          server.startDatabase();
        }
        await pause(300);
      });
      await expectExact(written);
    },
  );

  it("loses no connection of its pool, however often they break at rest", { timeout: 60_000 }, async () => {
    for (let time = 0; time < 15; time += 1) {
      await insert(`before-${time}`);
      await ask(TERMINATE);
      await insert(`at-once-${time}`).catch(() => undefined);
    }
    await insert("afterwards");
    expect(await ids()).toContain("afterwards");
  });

  it("refuses what takes longer than the database allows, and goes on", async () => {
    await insert("locked");
    await ask(`alter role soundings set statement_timeout = '300ms'`);
    try {
      await ask(TERMINATE);
      const holder = new Client({ connectionString: peopleUrl() });
      await holder.connect();
      await holder.query(`begin; select * from programmes where id = 'locked' for update`);
      const rename = (name: string) =>
        stores.people.write((tx) =>
          tx.update(tx.tables.programmes).set({ name }).where(eq(tx.tables.programmes.id, "locked")),
        );
      const fate = Promise.allSettled([rename("late"), insert("neighbour")]);
      const [late, neighbour] = await fate;
      expect(late).toMatchObject({ status: "rejected", reason: { kind: "busy", code: "57014" } });
      expect(neighbour?.status).toBe("fulfilled");
      await holder.query("rollback");
      await holder.end();
      await rename("in time");
    } finally {
      await ask("alter role soundings reset statement_timeout");
    }
  });

  it("says at its start in a sentence that nobody listens", async () => {
    const nobody = { peopleUrl: "postgres://soundings@127.0.0.1:1/none", dataFolder: stores.dataFolder };
    await expect(openPeopleStore(nobody)).rejects.toMatchObject({
      kind: "busy",
      message:
        "The database that SOUNDINGS_PEOPLE_URL names cannot be used: it was not reached. Check that it runs and that the address in the setting is right. Nothing was changed. (ECONNREFUSED)",
    });
  });
});

/** Passes everything on between server and database, but cuts a connection off once COMMIT was asked for. */
async function cutAtCommit(
  cut: "before" | "after",
): Promise<{ url: string; arm: () => void; proxy: Server }> {
  let armed = false;
  const target = new URL(peopleUrl());
  const proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let committing = false;
    near.on("data", (bytes: Buffer) => {
      if (armed && bytes.includes("commit")) {
        armed = false;
        committing = true;
        if (cut === "before") {
          far.destroy();
          return;
        }
      }
      far.write(bytes);
    });
    far.on("data", (bytes: Buffer) => {
      if (committing) near.destroy();
      else near.write(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  const place = proxy.address();
  const url = new URL(target);
  url.port = String(typeof place === "object" && place !== null ? place.port : 0);
  return {
    url: url.href,
    arm: () => {
      armed = true;
    },
    proxy,
  };
}

describe("a connection that breaks at COMMIT", () => {
  it.each([
    { cut: "after" as const, outcome: "fulfilled" },
    { cut: "before" as const, outcome: "rejected" },
  ])("just $cut it is answered as the database has it: $outcome", async ({ cut, outcome }) => {
    const { url, arm, proxy } = await cutAtCommit(cut);
    const people = await openPeopleStore({ peopleUrl: url, dataFolder: stores.dataFolder });
    arm();
    const [fate] = await Promise.allSettled([insert("at the end", people)]);
    expect(fate?.status).toBe(outcome);
    expect(await ids()).toEqual(outcome === "fulfilled" ? ["at the end"] : []);
    await insert("next", people);
    await people.close();
    await new Promise((closed) => proxy.close(closed));
  });
});

describe("rewriting tables that another program reads", () => {
  const respond = (place: number) =>
    stores.answers.write((tx) =>
      tx.insert(tx.tables.responses).values({
        spend: new Uint8Array(32).fill(place),
        wave: "w",
        subject: "s",
        group: "g",
        bodyHash: new Uint8Array(32),
        box: new Uint8Array(10),
      }),
    );

  it.each([
    { backup: "reads our tables", statement: "select count(*) from responses" },
    { backup: "has begun and not yet come to them", statement: "select 1" },
  ])("gives way to a backup that $backup, and lets everybody write", { timeout: 30_000 }, async (given) => {
    await respond(1);
    const backup = new Client({ connectionString: stores.urls?.answersUrl ?? "" });
    await backup.connect();
    await backup.query(`begin isolation level repeatable read; ${given.statement}`);
    const rewriting = stores.answers.scrub(3_000).then(
      () => undefined,
      (error: unknown) => error,
    );
    const waits: number[] = [];
    for (let place = 2; place < 12; place += 1) {
      const start = performance.now();
      await respond(place);
      waits.push(performance.now() - start);
      await pause(200);
    }
    // Half a second is what an attempt holds the writers up for, and the machine may be busy.
    expect(Math.max(...waits)).toBeLessThan(3_000);
    expect(await rewriting).toMatchObject({
      kind: "busy",
      message: expect.stringMatching(/another program reads it all the time, for instance a backup/),
    });
    const { rows } = await backup.query<{ n: string }>("select count(*) as n from responses");
    expect(Number(rows[0]?.n)).toBe(1);
    const again = stores.answers.scrub(20_000);
    await backup.query("commit");
    await backup.end();
    await again;
    const places = await ask("select distinct xmin::text from responses", stores.urls?.answersUrl);
    expect(places).toHaveLength(1);
  });
});

describe("the routes of a server whose database stops", () => {
  it("answer 503 with a sentence, and serve again when it is back", { timeout: 60_000 }, async () => {
    const wave = await openProtocolWave({ engine: "postgres-server", serverUrl: server.url });
    const manifest = () => fetch(`${wave.origin}/api/waves/${wave.manifest.wave}/manifest`);
    expect((await manifest()).status).toBe(200);
    server.stopDatabase("fast");
    try {
      const refused = await manifest();
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        code: "store-busy",
        detail: expect.stringMatching(/^The server cannot store anything just now\./),
      });
    } finally {
      server.startDatabase();
    }
    expect((await manifest()).status).toBe(200);
    expect(wave.logged).toEqual([]);
    await wave.close();
  });
});
