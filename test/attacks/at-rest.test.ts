/** What copies of the files give away: while the wave is open, between the two stores, and after destruction. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { releaseWave } from "../../api/datasets/release-wave.ts";
import { insertResponse } from "../../api/responses/store.ts";
import { claimAssignment } from "../../api/tickets/store.ts";
import { uploadDraft } from "../../web/rater/protocol/draft.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { copyOfFiles, filesHolding, longValues, sharedPieces } from "../support/bytes-at-rest.ts";
import {
  issuedIn,
  mapDevice,
  noPause,
  openProtocolWave,
  type ProtocolWave,
  raterAt,
  WAVE,
} from "../support/protocol-wave.ts";

const COMMENT = "The budget talk in room 4 went badly for everyone.";
const DRAFTED = "I have not dared to say this until today.";

let wave: ProtocolWave;
let copies = 0;
beforeEach(async () => {
  wave = await openProtocolWave({ engine: "sqlite" });
});
afterEach(() => wave.close());

/** Everybody sends; one rater leaves a draft on the server as well. */
async function answerEverything(): Promise<void> {
  for (const place of wave.raters.keys()) {
    const { rater, scope } = await raterAt(wave, place);
    const answers = { pace: (place % 5) + 1, more: COMMENT };
    expect(await sendAnswers(rater, scope, answers, noPause)).toEqual({ outcome: "recorded" });
  }
  const { rater, scope } = await raterAt(wave, 1, { device: mapDevice() });
  expect(await uploadDraft(rater, scope, { answers: { more: DRAFTED } })).toEqual({ outcome: "done" });
}

function copy(): Promise<string> {
  copies += 1;
  return copyOfFiles(wave.stores.dataFolder, join(wave.stores.dataFolder, `copy-${copies}`));
}

/** Does to a copy what a careless product would do. */
function carelessly(folder: string, file: string, change: (db: Database.Database) => void): void {
  const db = new Database(join(folder, file));
  change(db);
  db.close();
}

describe("while the wave is open", () => {
  test("a copy of all files holds no answer, and the search sees one that is stored in clear", async () => {
    await answerEverything();
    const folder = await copy();
    expect(await filesHolding(folder, [COMMENT, DRAFTED, COMMENT.slice(4, 24)])).toEqual([]);
    carelessly(folder, "responses.sqlite", (db) => {
      db.prepare("UPDATE responses SET box = ? WHERE spend = (SELECT min(spend) FROM responses)").run(
        Buffer.from(JSON.stringify({ pace: 3, more: COMMENT })),
      );
    });
    expect(await filesHolding(folder, [COMMENT])).toEqual(["responses.sqlite"]);
  });

  test("all boxes of the form have one size, whatever was answered", async () => {
    await answerEverything();
    const rows = await wave.stores.answers.read((db) => db.select().from(db.tables.responses));
    expect(new Set(rows.map(({ box }) => box.length))).toEqual(new Set([wave.manifest.boxBytes + 48]));
    const drafts = await wave.stores.answers.read((db) => db.select().from(db.tables.drafts));
    expect(drafts.map(({ box }) => box.length)).toEqual([wave.manifest.boxBytes + 28]);
  });

  test("neither the invitation's secret nor the wave's keys lie in any file", async () => {
    await answerEverything();
    const [seal] = await wave.stores.answers.read((db) => db.select().from(db.tables.waveSeals));
    const secret = wave.keys.unwrap(seal?.sealKeyWrapped ?? new Uint8Array(0), `seal:${WAVE}`);
    const ticket = wave.keys.unwrap(seal?.ticketKeyWrapped ?? new Uint8Array(0), `ticket:${WAVE}`);
    const folder = await copy();
    const secrets = wave.raters.map((rater) => rater.secret);
    expect(await filesHolding(folder, [secret, ticket, ...secrets])).toEqual([]);
  });
});

describe("between the two stores", () => {
  const values = (folder: string) => ({
    people: longValues(join(folder, "identity.sqlite")),
    answers: longValues(join(folder, "responses.sqlite")),
  });
  /** Policy and titles are facts of the wave, the same for everybody. */
  const withoutPublicFacts = (shared: readonly string[]) => {
    const facts = JSON.stringify(wave.manifest.policy);
    return shared.filter((piece) => !facts.includes(piece));
  };

  test("no value of sixteen bytes or more, and no part of one, occurs in both", async () => {
    await answerEverything();
    const { people, answers } = values(await copy());
    expect(people.size).toBeGreaterThan(wave.raters.length);
    expect(answers.size).toBeGreaterThan(wave.raters.length);
    expect([...people].filter((value) => answers.has(value))).toEqual([]);
    expect(withoutPublicFacts(sharedPieces(people, answers))).toEqual([]);
  });

  test("the search sees a hash that is kept on both sides", async () => {
    await answerEverything();
    const folder = await copy();
    carelessly(folder, "identity.sqlite", (db) => {
      const other = new Database(join(folder, "responses.sqlite"));
      const row = other.prepare<[], { spend: Buffer }>("SELECT spend FROM responses LIMIT 1").get();
      other.close();
      db.prepare("UPDATE assignments SET ticketMark = ? WHERE id = 'r1'").run(row?.spend);
    });
    const { people, answers } = values(folder);
    expect([...people].filter((value) => answers.has(value))).toHaveLength(1);
  });
});

describe("after destruction", () => {
  const boxes = () => wave.stores.answers.read((db) => db.select().from(db.tables.responses));

  test("nothing of the sealed rows is left in the database or its log, and the search sees them before", async () => {
    await answerEverything();
    const pieces = (await boxes()).flatMap(({ box, spend }) => [
      spend,
      box.subarray(0, 16),
      box.subarray(400, 416),
    ]);
    const drafts = await wave.stores.answers.read((db) => db.select().from(db.tables.drafts));
    const all = [...pieces, ...drafts.map(({ box }) => box.subarray(0, 16))];
    const before = await copy();
    expect((await filesHolding(before, all)).some((name) => name.startsWith("responses.sqlite"))).toBe(true);
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    expect(await filesHolding(await copy(), all)).toEqual([]);
  });

  test("deleting alone, as a careless product does, would leave them there", async () => {
    await answerEverything();
    const all = (await boxes()).map(({ box }) => box.subarray(0, 16));
    const folder = await copy();
    carelessly(folder, "responses.sqlite", (db) => {
      db.pragma("secure_delete = OFF");
      db.exec("DELETE FROM responses");
    });
    expect(await filesHolding(folder, all)).toEqual(["responses.sqlite"]);
  });

  test("after release neither the dataset nor its key is left", async () => {
    await answerEverything();
    const context = { answers: wave.stores.answers, keys: wave.keys };
    await closeWave(context, WAVE);
    const [stored] = await context.answers.read((db) => db.select().from(db.tables.datasets));
    const [seal] = await context.answers.read((db) => db.select().from(db.tables.waveSeals));
    const remains = [stored?.sealed.subarray(0, 16), seal?.datasetKeyWrapped?.subarray(0, 16)];
    const pieces = remains.filter((piece) => piece !== undefined);
    expect(pieces).toHaveLength(2);
    expect(await filesHolding(await copy(), pieces)).not.toEqual([]);
    await releaseWave(context, WAVE);
    expect(await filesHolding(await copy(), pieces)).toEqual([]);
  });
});

describe("the order of arrival", () => {
  /** Kendall's rank correlation of the places at which the pieces, given in order of arrival, are first found. */
  function orderFound(content: Buffer, pieces: readonly Uint8Array[]): number {
    const places = pieces.map((piece) => content.indexOf(piece));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    let sum = 0;
    let pairs = 0;
    places.forEach((earlier, one) => {
      for (const later of places.slice(one + 1)) {
        sum += Math.sign(later - earlier);
        pairs += 1;
      }
    });
    return sum / pairs;
  }

  const ARRIVALS = 120;

  /** Tickets issued and answers received one after the other, in the same random order of raters. */
  async function arrive(): Promise<{ readonly issued: Uint8Array[]; readonly spent: Uint8Array[] }> {
    const spent: Uint8Array[] = [];
    const { people, answers } = wave.stores;
    const { marks: sealing } = await issuedIn(wave);
    const raters = Array.from({ length: ARRIVALS }, (_, place) => `r${place}`).sort(
      () => Math.random() - 0.5,
    );
    for (const rater of raters) {
      const hash = new Uint8Array(randomBytes(32));
      await people.write((tx) => claimAssignment(tx, sealing, { id: rater, hash }));
      const row = { spend: new Uint8Array(randomBytes(32)), bodyHash: new Uint8Array(randomBytes(32)) };
      const box = new Uint8Array(randomBytes(1_000));
      await answers.write((tx) =>
        insertResponse(tx, { ...row, box, wave: WAVE, subject: "subject-a", group: "peer" }),
      );
      spent.push(row.spend);
    }
    const rows = await people.read((db) => db.select().from(db.tables.assignments));
    const marks = new Map(rows.map(({ id, ticketMark }) => [id, ticketMark ?? new Uint8Array(0)]));
    return { issued: raters.map((rater) => marks.get(rater) ?? new Uint8Array(0)), spent };
  }

  test("is in neither file after scrubbing, and the search sees it in a table with row numbers", async () => {
    await wave.close();
    wave = await openProtocolWave({
      engine: "sqlite",
      groups: [{ subject: "subject-a", group: "peer", invited: ARRIVALS }],
    });
    const { issued, spent } = await arrive();
    const file = (name: string) => readFile(join(wave.stores.dataFolder, name));
    await wave.stores.people.scrub();
    await wave.stores.answers.scrub();
    expect(Math.abs(orderFound(await file("identity.sqlite"), issued))).toBeLessThan(0.3);
    expect(Math.abs(orderFound(await file("responses.sqlite"), spent))).toBeLessThan(0.3);
    carelessly(wave.stores.dataFolder, "careless.sqlite", (db) => {
      db.exec("CREATE TABLE responses (id INTEGER PRIMARY KEY, spend BLOB, box BLOB)");
      const insert = db.prepare("INSERT INTO responses (spend, box) VALUES (?, ?)");
      for (const spend of spent) insert.run(spend, randomBytes(1_000));
      db.exec("VACUUM");
    });
    expect(Math.abs(orderFound(await file("careless.sqlite"), spent))).toBeGreaterThan(0.9);
  });
});
