/** What copies of the files give away: while the wave is open, between the two stores, and after destruction. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { releaseWave } from "../../api/datasets/release-wave.ts";
import { uploadDraft } from "../../web/rater/protocol/draft.ts";
import { leaveSentPlaces } from "../../web/rater/protocol/place.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { copyOfFiles, filesHolding, longValues, sharedPieces } from "../support/bytes-at-rest.ts";
import {
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
    // As a browser does after the receipt.
    expect(await leaveSentPlaces(rater, [scope], noPause)).toBe(true);
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
      db.prepare("UPDATE sealedRows SET box = ? WHERE key = (SELECT min(key) FROM sealedRows)").run(
        Buffer.from(JSON.stringify({ pace: 3, more: COMMENT })),
      );
    });
    expect(await filesHolding(folder, [COMMENT])).toEqual(["responses.sqlite"]);
  });

  test("all boxes of the form have one size, whatever was answered", async () => {
    await answerEverything();
    const rows = await wave.stores.answers.read((db) => db.select().from(db.tables.sealedRows));
    const sizes = (kind: string) =>
      new Set(
        rows.filter((row) => row.kind === kind).map(({ box, mark }) => [mark.length, box.length].join()),
      );
    const { boxBytes } = wave.manifest;
    expect(sizes("answer")).toEqual(new Set([`93,${boxBytes + 48 + 28}`]));
    expect(sizes("draft")).toEqual(new Set([`93,${boxBytes + 28 + 28}`]));
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
      const row = other.prepare<[], { mark: Buffer }>("SELECT mark FROM sealedRows LIMIT 1").get();
      other.close();
      db.prepare("UPDATE assignments SET ticketMark = ? WHERE id = 'r1'").run(row?.mark);
    });
    const { people, answers } = values(folder);
    expect([...people].filter((value) => answers.has(value))).toHaveLength(1);
  });
});

describe("after destruction", () => {
  const rows = () => wave.stores.answers.read((db) => db.select().from(db.tables.sealedRows));

  test("nothing of the sealed rows is left in the database or its log, and the search sees them before", async () => {
    await answerEverything();
    const all = (await rows()).flatMap(({ key, mark, box }) => [
      key,
      mark.subarray(0, 16),
      box.subarray(0, 16),
      box.subarray(400, 416),
    ]);
    const before = await copy();
    expect((await filesHolding(before, all)).some((name) => name.startsWith("responses.sqlite"))).toBe(true);
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    expect(await filesHolding(await copy(), all)).toEqual([]);
  });

  test("deleting alone, as a careless product does, would leave them there", async () => {
    await answerEverything();
    const all = (await rows()).map(({ box }) => box.subarray(0, 16));
    const folder = await copy();
    carelessly(folder, "responses.sqlite", (db) => {
      db.pragma("secure_delete = OFF");
      db.exec("DELETE FROM sealedRows");
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
