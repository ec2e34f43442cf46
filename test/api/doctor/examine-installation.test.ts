/** The doctor sees what was done to an installation, each kind of it, and says nothing against one that is whole. */
import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../api/config.ts";
import type { DoctorCheck } from "../../../api/doctor/doctor-report.ts";
import { examineInstallation } from "../../../api/doctor/examine-installation.ts";
import { ENGLISH_PROMISE } from "../../../surveys/promise-sentences.ts";
import { type FilledInstallation, fillInstallation, spoil } from "../../support/filled-installation.ts";
import { testEnvironment } from "../../support/test-environment.ts";

let whole: FilledInstallation;
beforeAll(async () => {
  whole = await fillInstallation();
});
afterAll(() => whole.cleanUp());

const examine = (folder: string, now = new Date()) =>
  examineInstallation(readConfig(testEnvironment, { data: folder }), now);

async function check(folder: string, code: string, now?: Date): Promise<DoctorCheck> {
  const found = (await examine(folder, now)).checks.find((candidate) => candidate.code === code);
  if (found === undefined) throw new RangeError(`there is no check ${code}`);
  return found;
}

type Spoiling = (db: Database.Database) => void;

/** The check after somebody changed one store. */
async function after(store: "identity" | "responses", change: Spoiling, code: string): Promise<DoctorCheck> {
  const folder = whole.copy();
  spoil(folder, store, change);
  return check(folder, code);
}

test("a stopped server's folder is in order, and all that can be looked at was", async () => {
  const report = await examine(whole.folder);
  expect(report.checks.filter(({ state }) => state !== "fine").map(({ code }) => code)).toEqual([
    // The key's usual place is inside the data folder, which is worth knowing for whoever makes backups.
    "key-place",
  ]);
  expect(report.findings).toBe(0);
  expect(report.checks).toHaveLength(14);
  const told = report.notCheckable.map(({ why }) => why).join(" ");
  const { serverLimit, groupLimit, commentsLimit, copiesLimit, othersLimit, agreeLimit } = ENGLISH_PROMISE;
  for (const limit of [serverLimit, groupLimit, commentsLimit, copiesLimit, othersLimit, agreeLimit])
    expect(told).toContain(limit);
});

describe("tables", () => {
  test.each<[string, "identity" | "responses", string]>([
    [
      "a number in sequence",
      "responses",
      "CREATE TABLE arrivals (n INTEGER PRIMARY KEY AUTOINCREMENT, spend BLOB)",
    ],
    ["a time beside answers", "responses", "ALTER TABLE responses ADD COLUMN receivedAt INTEGER"],
    [
      "a trigger that notes who comes",
      "identity",
      "CREATE TRIGGER noted AFTER UPDATE ON assignments BEGIN SELECT 1; END",
    ],
    ["a column of somebody's own", "identity", "ALTER TABLE assignments ADD COLUMN address TEXT"],
  ])("with %s are found", async (_what, store, statement) => {
    expect(await after(store, (db) => db.exec(statement), "schema")).toMatchObject({ state: "finding" });
  });
});

describe("a value in both stores", () => {
  const spendOf: Spoiling = (db) => {
    db.prepare("ATTACH ? AS answers").run(db.name.replace("identity", "responses"));
  };

  test.each<[string, string]>([
    [
      "as bytes",
      "UPDATE assignments SET ticketMark = (SELECT min(key) FROM answers.sealedRows) WHERE id = (SELECT min(id) FROM assignments)",
    ],
    [
      "as text of bytes",
      "UPDATE persons SET lineManagerRef = (SELECT lower(hex(min(key))) FROM answers.sealedRows) WHERE ref = 'D01'",
    ],
    [
      "inside JSON",
      "INSERT INTO identifiedAnswers SELECT id, waveId, json_object('x', (SELECT lower(hex(min(key))) FROM answers.sealedRows)), 0 FROM assignments LIMIT 1",
    ],
  ])("is found %s", async (_how, statement) => {
    const found = await after(
      "identity",
      (db) => {
        spendOf(db);
        if (statement.includes("persons"))
          db.exec(statement.replace("'D01'", "(SELECT min(ref) FROM persons)"));
        else db.exec(statement);
      },
      "links",
    );
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain("sealedRows.key");
  });
});

describe("a cut in the ledger and in the released tables", () => {
  async function released(cut: string): Promise<DoctorCheck> {
    const folder = whole.copy();
    spoil(folder, "identity", (db) =>
      db
        .prepare("INSERT INTO releaseLedger SELECT id, 1, ?, 0, NULL FROM waves LIMIT 1")
        .run(JSON.stringify([[cut]])),
    );
    spoil(folder, "responses", (db) =>
      db
        .prepare(
          "INSERT INTO tableReleases (id, wave, tables, fingerprint, datasetHash) SELECT wave || ':1', wave, ?, '', '' FROM waveSeals LIMIT 1",
        )
        .run(JSON.stringify({ cuts: [{ codes: [cut] }] })),
    );
    return check(folder, "links");
  }

  test("is the code of a question, which links nobody", async () => {
    expect(await released("length-of-service")).toMatchObject({ state: "fine" });
  });

  test("is found where no form has such a code", async () => {
    const found = await released("known-to-one-person");
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain("releaseLedger.cuts (people) and tableReleases.tables");
  });
});

describe("sealed answers", () => {
  test.each<[string, string, Spoiling]>([
    [
      "that can be read",
      "not encrypted",
      (db) =>
        db.exec(
          "UPDATE sealedRows SET box = CAST(substr(replace(hex(zeroblob(9000)), '0', 'pace'), 1, length(box)) AS BLOB) WHERE key = (SELECT min(key) FROM sealedRows)",
        ),
    ],
    [
      "of a size of their own",
      "another size",
      (db) =>
        db.exec("UPDATE sealedRows SET box = substr(box, 2) WHERE key = (SELECT min(key) FROM sealedRows)"),
    ],
    [
      "whose keys begin with a time",
      "pattern",
      (db) => db.exec("UPDATE sealedRows SET key = CAST(x'0192f000' || substr(key, 5) AS BLOB)"),
    ],
  ])("%s are found", async (_what, word, change) => {
    const found = await after("responses", change, "boxes");
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain(word);
  });
});

describe("the order of arrival", () => {
  /** Answers put there one after the other, as by a server that was killed before it rewrote its files. */
  const arrive: Spoiling = (db) => {
    const rows = db.prepare<[], { key: Buffer }>("SELECT * FROM sealedRows").all();
    db.exec("DELETE FROM sealedRows");
    const names = Object.keys(rows[0] ?? {});
    const insert = db.prepare(
      `INSERT INTO sealedRows (${names.map((name) => `"${name}"`).join(",")}) VALUES (${names.map(() => "?").join(",")})`,
    );
    for (const row of rows) insert.run(...Object.values({ ...row, key: randomBytes(32) }));
  };

  test("is found where rows were put there later than at the opening, if only one of them", async () => {
    const folder = whole.copy();
    expect(await check(folder, "order")).toMatchObject({ state: "fine" });
    spoil(folder, "responses", arrive);
    expect(await check(folder, "order")).toMatchObject({ state: "finding" });
    spoil(folder, "responses", (db) => db.exec("VACUUM"));
    expect(await check(folder, "order")).toMatchObject({ state: "fine" });
    spoil(folder, "responses", (db) => {
      const row = db.prepare<[], object>("SELECT * FROM sealedRows LIMIT 1").get() ?? {};
      const places = Object.keys(row).map(() => "?");
      const values = Object.values({ ...row, key: randomBytes(32) });
      db.prepare(`INSERT INTO sealedRows VALUES (${places.join(",")})`).run(...values);
    });
    expect(await check(folder, "order")).toMatchObject({ state: "finding" });
  });

  test("is not there where rows are filled in place", async () => {
    const folder = whole.copy();
    spoil(folder, "responses", (db) => {
      const keys = db.prepare<[], { key: Buffer }>("SELECT key FROM sealedRows ORDER BY random()").all();
      const fill = db.prepare("UPDATE sealedRows SET box = randomblob(length(box)) WHERE key = ?");
      for (const { key } of keys) fill.run(key);
    });
    expect(await check(folder, "order")).toMatchObject({ state: "fine" });
  });

  test("of tickets is found as well", async () => {
    const folder = whole.copy();
    spoil(folder, "identity", (db) => {
      const open = "(SELECT id FROM waves WHERE state = 'open')";
      db.exec(`UPDATE assignments SET ticketMark = x'00' WHERE waveId = ${open} AND raterPersonId > 'n'`);
    });
    const found = await check(folder, "order");
    expect(found.state).toBe("finding");
    expect(found.sentences.join(" ")).toContain("Tickets of an open wave");
  });
});

describe("remains", () => {
  test("of rows that something else deleted are found in free pages", async () => {
    const found = await after(
      "responses",
      (db) => {
        db.pragma("secure_delete = OFF");
        db.exec("DELETE FROM sealedRows");
      },
      "remains",
    );
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain("free page");
  });

  test("of a killed server are found in its log", async () => {
    const folder = whole.copy();
    const other = whole.copy();
    spoil(folder, "identity", (db) => {
      db.exec("UPDATE persons SET site = 'elsewhere'");
      for (const ending of ["", "-wal"])
        copyFileSync(join(folder, `identity.sqlite${ending}`), join(other, `identity.sqlite${ending}`));
    });
    expect(await check(other, "remains")).toMatchObject({ state: "remark" });
    const before = new Date(Date.now() - 3_600_000);
    for (const ending of ["", "-wal"]) utimesSync(join(other, `identity.sqlite${ending}`), before, before);
    expect(await check(other, "remains")).toMatchObject({ state: "finding" });
  });
});

describe("what should have been destroyed", () => {
  const CLOSED = "(SELECT wave FROM waveSeals WHERE phase = 'released')";
  test.each<[string, "identity" | "responses", string, string]>([
    [
      "a key",
      "responses",
      `UPDATE waveSeals SET sealKeyWrapped = x'00' WHERE phase = 'released'`,
      "key that opens",
    ],
    [
      "sealed answers",
      "responses",
      `UPDATE sealedRows SET wave = ${CLOSED} WHERE key = (SELECT min(key) FROM sealedRows)`,
      "are left",
    ],
    ["a dataset", "responses", `INSERT INTO datasets VALUES (${CLOSED}, 'hash', x'00')`, "still kept"],
    ["no tombstone", "responses", "DELETE FROM tombstones", "no tombstone"],
    [
      "another manifest",
      "responses",
      "UPDATE waveSeals SET manifest = json_set(manifest, '$.boxBytes', 1) WHERE phase = 'released'",
      "were told was changed",
    ],
    [
      "the key of links",
      "identity",
      "UPDATE waves SET invitationKey = x'00' WHERE state = 'released'",
      "personal links",
    ],
    [
      "mails with links",
      "identity",
      "UPDATE outbox SET waveId = (SELECT id FROM waves WHERE state = 'released') WHERE id = (SELECT min(id) FROM outbox)",
      "mail",
    ],
  ])("is found: %s", async (_what, store, statement, word) => {
    const found = await after(store, (db) => db.exec(statement), "keys");
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain(word);
  });
});

describe("the key and copies", () => {
  test("are found where others may read them, where a copy lies beside them, and where the key is gone", async () => {
    const folder = whole.copy();
    chmodSync(join(folder, "keys", "key-encryption.key"), 0o644);
    expect(await check(folder, "key-place")).toMatchObject({ state: "finding" });
    const copied = whole.copy();
    copyFileSync(join(copied, "responses.sqlite"), join(copied, "keys", "monday.backup"));
    expect((await check(copied, "key-place")).sentences.join(" ")).toContain("monday.backup");
    const without = whole.copy();
    rmSync(join(without, "keys"), { recursive: true });
    expect((await check(without, "key-place")).sentences.join(" ")).toContain("missing");
  });
});

describe("what raters were told", () => {
  test.each<[string, string, string]>([
    [
      "a smaller minimum",
      "UPDATE waves SET policy = json_set(policy, '$.minimumGroupSize', 3)",
      "were changed",
    ],
    [
      "one below the floor",
      "UPDATE waves SET policy = json_set(policy, '$.minimumGroupSize', 2)",
      "smaller minimum",
    ],
    [
      "a rater added later",
      "DELETE FROM assignments WHERE id = (SELECT min(id) FROM assignments)",
      "list of raters",
    ],
  ])("is compared: %s", async (_what, statement, word) => {
    const found = await after("identity", (db) => db.exec(statement), "promises");
    expect(found).toMatchObject({ state: "finding" });
    expect(found.sentences.join(" ")).toContain(word);
  });

  test("is set beside second tickets and shared mailboxes, which are told and no fault", async () => {
    const found = await after(
      "identity",
      (db) => {
        db.exec("UPDATE assignments SET reissues = 1 WHERE id = (SELECT min(id) FROM assignments)");
        const people = db
          .prepare<[], { personId: string }>("SELECT personId FROM invitations ORDER BY waveId LIMIT 2")
          .all();
        const change = db.prepare("UPDATE persons SET mail = ? WHERE id = ?");
        for (const [place, { personId }] of people.entries())
          change.run(`kim+${place}@example.org`, personId);
      },
      "promises",
    );
    expect(found.state).toBe("remark");
    expect(found.sentences.join(" ")).toMatch(/share mailboxes.*second ticket/);
  });
});

test("an entry of the audit log that was changed is found", async () => {
  const statement = "UPDATE auditEvents SET details = '{}' WHERE seq = 5";
  const found = await after("identity", (db) => db.exec(statement), "audit-log");
  expect(found).toMatchObject({
    state: "finding",
    sentences: expect.arrayContaining([expect.stringContaining("entry 5")]),
  });
});

test("a released report that tells of too few is found", async () => {
  const found = await after(
    "responses",
    (db) => {
      const row = db
        .prepare<[], { id: string; report: string }>("SELECT id, report FROM releases LIMIT 1")
        .get();
      const report = JSON.parse(row?.report ?? "{}");
      const block = report.blocks.find(({ attributed }: { attributed: boolean }) => !attributed).code;
      report.dimensions[0].items[0].blocks[block] = {
        shown: true,
        n: 2,
        value: { mean: 3.5, bound: "exact" },
      };
      db.prepare("UPDATE releases SET report = ? WHERE id = ?").run(JSON.stringify(report), row?.id);
    },
    "releases",
  );
  expect(found).toMatchObject({ state: "finding" });
});

describe("what cannot be read", () => {
  test("is said in a sentence: no folder, no database, another program's, a newer version's", async () => {
    await expect(examine(join(whole.folder, "nowhere"))).rejects.toThrow("There is no");
    const broken = whole.copy();
    writeFileSync(join(broken, "identity.sqlite"), "no database");
    await expect(examine(broken)).rejects.toThrow("damaged or is not a database");
    const newer = whole.copy();
    spoil(newer, "responses", (db) => db.exec("INSERT INTO schemaMigrations VALUES ('9999-later', 'x')"));
    await expect(examine(newer)).rejects.toThrow("newer version");
    const other = whole.copy();
    spoil(other, "responses", (db) => db.exec("DELETE FROM schemaMigrations"));
    await expect(examine(other)).rejects.toThrow("not a store of Soundings");
  });
});
