/** Eight ways to fool the doctor, each done to a copy of an installation as somebody with its files could. */
import type Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chainHash, FIRST_PREVIOUS_HASH } from "../../../api/audit/chain.ts";
import { readConfig } from "../../../api/config.ts";
import { examineInstallation } from "../../../api/doctor/examine-installation.ts";
import { type FilledInstallation, fillInstallation, spoil } from "../../support/filled-installation.ts";

let whole: FilledInstallation;
beforeAll(async () => {
  whole = await fillInstallation();
});
afterAll(() => whole.cleanUp());

type Spoiling = (db: Database.Database) => void;

/** Codes and sentences of what was found after both stores were changed. */
async function foundAfter(
  changes: { readonly identity?: Spoiling; readonly responses?: Spoiling },
  head?: string,
): Promise<{ readonly codes: readonly string[]; readonly text: string }> {
  const folder = whole.copy();
  for (const store of ["identity", "responses"] as const) {
    const change = changes[store];
    if (change !== undefined) spoil(folder, store, change);
  }
  const { checks } = await examineInstallation(readConfig({}, { data: folder }), new Date(), head);
  const found = checks.filter(({ state }) => state === "finding");
  return {
    codes: found.map(({ code }) => code),
    text: found.flatMap(({ sentences }) => sentences).join(" "),
  };
}

interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly actorPersonId: string | null;
  readonly action: string;
  readonly details: string;
}

/** Chains the log anew after its entries were changed: every hash follows, as if nothing had been done. */
function rechain(db: Database.Database): void {
  let previous = FIRST_PREVIOUS_HASH;
  const change = db.prepare("UPDATE auditEvents SET previousHash = ?, hash = ? WHERE seq = ?");
  for (const row of db.prepare<[], Entry>("SELECT * FROM auditEvents ORDER BY seq").all()) {
    const hash = chainHash(previous, { ...row, at: new Date(row.at), details: JSON.parse(row.details) });
    change.run(previous, hash, row.seq);
    previous = hash;
  }
}

const lowerK = "json_set(policy, '$.minimumGroupSize', 3)";
const lowerInManifest = "json_set(manifest, '$.policy.minimumGroupSize', 3)";
const spend = Buffer.alloc(32, "a value that stands in both stores");

describe("found", () => {
  test("1: k lowered in both stores", async () => {
    const { codes, text } = await foundAfter({
      identity: (db) => db.exec(`UPDATE waves SET policy = ${lowerK}`),
      responses: (db) => db.exec(`UPDATE waveSeals SET manifest = ${lowerInManifest}`),
    });
    expect(codes).toContain("audit-log");
    expect(text).toContain("are not those that the log has of its opening");
    expect(text).toContain("other words in their mails and letters");
  });

  test("1, with the log rewritten and chained anew as well", async () => {
    const { codes, text } = await foundAfter({
      identity: (db) => {
        db.exec(`UPDATE waves SET policy = ${lowerK}`);
        db.exec(
          "UPDATE auditEvents SET details = json_remove(json_set(details, '$.policy.minimumGroupSize', 3), '$.manifest') WHERE action = 'wave-opened'",
        );
        db.exec("UPDATE waves SET manifestMark = NULL");
        rechain(db);
      },
      responses: (db) => db.exec(`UPDATE waveSeals SET manifest = ${lowerInManifest}`),
    });
    expect(codes).toContain("audit-log");
    expect(text).toContain("cut off or rewritten");
  });

  test("2: a link hidden in a ticket's mark, with a row of forms that names it", async () => {
    const { codes, text } = await foundAfter({
      identity: (db) =>
        db
          .prepare("UPDATE assignments SET ticketMark = ? WHERE id = (SELECT min(id) FROM assignments)")
          .run(spend),
      responses: (db) => {
        db.prepare("UPDATE sealedRows SET key = ? WHERE key = (SELECT min(key) FROM sealedRows)").run(spend);
        const canonical = JSON.stringify({ word: spend.toString("base64url") });
        db.prepare("INSERT INTO definitions VALUES ('explains', ?, '{}')").run(canonical);
      },
    });
    expect(codes).toEqual(expect.arrayContaining(["links", "definitions"]));
    expect(text).toContain("sealedRows.key");
  });

  test("3: a rater swapped for somebody else", async () => {
    const { codes, text } = await foundAfter({
      identity: (db) =>
        db.exec(
          "UPDATE assignments SET raterPersonId = (SELECT id FROM persons WHERE ref = 'K1') WHERE id = (SELECT min(id) FROM assignments)",
        ),
    });
    expect(codes).toContain("line-ups");
    expect(text).toContain("somebody was put in another's place");
  });

  test("4: notes kept as one more draft, of a wave that is not", async () => {
    const { codes } = await foundAfter({
      responses: (db) =>
        db.exec(
          "INSERT INTO sealedRows SELECT randomblob(32), 'not-a-wave', 'draft', '', '', mark, box FROM sealedRows LIMIT 1",
        ),
    });
    expect(codes).toContain("boxes");
  });

  test("5: entries cut off the end of the log", async () => {
    const last = "(SELECT max(seq) FROM auditEvents WHERE action = 'wave-opened')";
    const { codes, text } = await foundAfter({
      identity: (db) => db.exec(`DELETE FROM auditEvents WHERE seq >= ${last}`),
    });
    expect(codes).toContain("audit-log");
    expect(text).toContain("was its last when wave");
    expect(text).toContain("has no entry that wave");
  });

  test("6: a second ticket given out and not written down", async () => {
    const { codes, text } = await foundAfter({
      identity: (db) =>
        db.exec("UPDATE assignments SET reissues = 1 WHERE id = (SELECT min(id) FROM assignments)"),
    });
    expect(codes).toContain("audit-log");
    expect(text).toContain("second tickets");
  });

  test("7: a rater moved into another group", async () => {
    const { codes } = await foundAfter({
      identity: (db) => {
        const [one, other] = db
          .prepare<[], { id: string; group: string }>(
            `SELECT min(id) AS id, "group" FROM assignments WHERE "group" IN ('peer', 'direct-report') GROUP BY "group"`,
          )
          .all();
        const change = db.prepare('UPDATE assignments SET "group" = ? WHERE id = ?');
        change.run(other?.group, one?.id);
        change.run(one?.group, other?.id);
      },
    });
    expect(codes).toContain("line-ups");
  });

  test("8: a key of one's own put into the manifest of an open wave", async () => {
    const { codes, text } = await foundAfter({
      responses: (db) =>
        db.exec(
          `UPDATE waveSeals SET manifest = json_set(manifest, '$.ticketKey', '${"A".repeat(43)}') WHERE phase = 'open'`,
        ),
    });
    expect(codes).toContain("audit-log");
    expect(text).toContain("other words in their mails and letters");
  });
});

describe("a hash of the log that was noted earlier", () => {
  test("is looked for: there while the log holds it, missing after it was cut", async () => {
    let head = "";
    const first = await foundAfter({
      identity: (db) => {
        const [row] = db
          .prepare<[], { hash: string }>("SELECT hash FROM auditEvents ORDER BY seq DESC LIMIT 1")
          .all();
        head = row?.hash ?? "";
      },
    });
    expect(first.codes).toEqual([]);
    expect((await foundAfter({}, head)).codes).toEqual([]);
    const cut = await foundAfter(
      {
        identity: (db) =>
          db.exec(
            "DELETE FROM auditEvents WHERE hash = (SELECT hash FROM auditEvents ORDER BY seq DESC LIMIT 1)",
          ),
      },
      head,
    );
    expect(cut.text).toContain(`does not hold the hash ${head}`);
  });
});
