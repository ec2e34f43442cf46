/** Both engines behave alike: values, transactions, refusals. */
import { count, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isUniqueViolation, StorageError } from "../../api/storage/storage-error.ts";
import { openTestStores, type TestStores } from "../support/stores.ts";

const ENGINES = ["sqlite", "postgres", "postgres-server"] as const;

describe.each(ENGINES)("a store on %s", (engine) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await openTestStores({ engine });
  }, 180_000);
  afterAll(() => stores.cleanUp());

  const programme = (id: string) => ({ id, name: `Programme ${id}`, createdAt: new Date(1_700_000_000_123) });

  it("gives back what was stored: text, time, JSON, bytes, null", async () => {
    const box = new Uint8Array([0, 1, 255, 0]);
    await stores.people.write(async (tx) => {
      await tx.insert(tx.tables.programmes).values(programme("values"));
      await tx.insert(tx.tables.waves).values({
        id: "wave",
        programmeId: "values",
        definitionId: "definition",
        title: "Führung – 360° 😀",
        kind: "360",
        identity: "anonymous",
        state: "draft",
        policy: {
          minimumGroupSize: 4,
          minimumComments: 5,
          smallGroups: "merge",
          retention: { rule: "until-release" },
        },
        invitationKey: box,
      });
    });
    const [wave] = await stores.people.read((db) => db.select().from(db.tables.waves));
    expect(wave).toMatchObject({
      title: "Führung – 360° 😀",
      closesAt: null,
      policy: { minimumGroupSize: 4 },
    });
    expect(wave?.invitationKey).toEqual(box);
    const [stored] = await stores.people.read((db) =>
      db.select().from(db.tables.programmes).where(eq(db.tables.programmes.id, "values")),
    );
    expect(stored).toEqual(programme("values"));
  });

  it("undoes a write that rejects and leaves its neighbours of the same moment alone", async () => {
    const insert = (id: string, fails: boolean) =>
      stores.people.write(async (tx) => {
        await tx.insert(tx.tables.programmes).values(programme(id));
        if (fails) throw new RangeError("changed my mind");
        return id;
      });
    const outcomes = await Promise.allSettled([insert("a", false), insert("b", true), insert("c", false)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const left = await stores.people.read((db) =>
      db.select({ id: db.tables.programmes.id }).from(db.tables.programmes),
    );
    expect(left.map((row) => row.id).sort()).toEqual(["a", "c", "values"]);
  });

  it("lets nobody count between another's count and insert", async () => {
    const bytes = (first: number) => new Uint8Array(32).fill(first);
    const upToThree = (index: number) =>
      stores.answers.write(async (tx) => {
        const { responses } = tx.tables;
        const [found] = await tx.select({ n: count() }).from(responses);
        if ((found?.n ?? 0) >= 3) return "full";
        await tx.insert(responses).values({
          spend: bytes(index),
          wave: "w",
          subject: "s",
          group: "g",
          bodyHash: bytes(0),
          box: bytes(0),
        });
        return "stored";
      });
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => upToThree(index)));
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(3);
  });

  it("answers the same query again, with rows, returned rows and none, after hundreds of others", async () => {
    const programmes = await stores.people.read(async (db) => db.tables.programmes);
    const names = () =>
      stores.people.read((db) =>
        db.select({ name: programmes.name }).from(programmes).where(eq(programmes.id, "values")),
      );
    const rename = (name: string) =>
      stores.people.write((tx) =>
        tx
          .update(programmes)
          .set({ name })
          .where(eq(programmes.id, "values"))
          .returning({ id: programmes.id }),
      );
    expect(await names()).toEqual([{ name: "Programme values" }]);
    for (const name of ["first", "second"]) {
      expect(await rename(name)).toEqual([{ id: "values" }]);
      expect(await names()).toEqual([{ name }]);
    }
    for (let length = 1; length <= 320; length += 1) {
      const ids = Array.from({ length }, (_, index) => `${index}`);
      const found = await stores.people.read((db) =>
        db.select().from(programmes).where(inArray(programmes.id, ids)),
      );
      expect(found).toEqual([]);
    }
    expect(await names()).toEqual([{ name: "second" }]);
    await stores.people.write((tx) =>
      tx.update(programmes).set(programme("values")).where(eq(programmes.id, "values")),
    );
    expect(await names()).toEqual([{ name: "Programme values" }]);
  });

  it("names a unique violation, and no parameter leaves with the error", async () => {
    const twice = stores.people.write((tx) => tx.insert(tx.tables.programmes).values(programme("a")));
    const error = await twice.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isUniqueViolation(error)).toBe(true);
    expect(error).toBeInstanceOf(StorageError);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("Programme");
  });

  it("refuses a row that points to nobody", async () => {
    const orphan = stores.people.write((tx) =>
      tx.insert(tx.tables.staffRoles).values({ personId: "nobody", role: "coach" }),
    );
    await expect(orphan).rejects.toMatchObject({ kind: "reference" });
  });

  it("stores a text with a NUL character or refuses it as text, and goes on either way", async () => {
    const stored = await stores.people
      .write((tx) => tx.insert(tx.tables.programmes).values({ ...programme("nul"), name: "a\u0000b" }))
      .then(
        () => "stored",
        (error: unknown) => (error instanceof StorageError ? error.kind : "other"),
      );
    expect(stored).toBe(engine === "sqlite" ? "stored" : "text");
    const [found] = await stores.people.read((db) =>
      db.select().from(db.tables.programmes).where(eq(db.tables.programmes.id, "values")),
    );
    expect(found?.id).toBe("values");
  });

  it("refuses keys of responses that are not 32 bytes", async () => {
    const short = stores.answers.write((tx) =>
      tx.insert(tx.tables.drafts).values({ id: new Uint8Array(16), wave: "w", box: new Uint8Array(1) }),
    );
    await expect(short).rejects.toMatchObject({ kind: "check" });
  });
});
