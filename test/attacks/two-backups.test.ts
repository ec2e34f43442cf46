/** Two backups, one from before and one from after a single answer: what they tell together, with the key and without. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { rowKeyOf } from "../../api/keys/row-key.ts";
import { sealKeyOf } from "../../api/keys/seal-key.ts";
import { openBox } from "../../api/responses/row-seal.ts";
import { fromBase64url } from "../../surveys/base64url.ts";
import { unpadBox } from "../../surveys/box-bytes.ts";
import { ticketInfo } from "../../surveys/ticket-info.ts";
import { sendAnswers } from "../../web/rater/protocol/send.ts";
import { copyOfFiles, longValues } from "../support/bytes-at-rest.ts";
import { noPause, openProtocolWave, type ProtocolWave, raterAt, WAVE } from "../support/protocol-wave.ts";

let wave: ProtocolWave;
let copies = 0;
beforeEach(async () => {
  wave = await openProtocolWave({ engine: "sqlite" });
});
afterEach(() => wave.close());

const COMMENT = "The budget talk in room 4 went badly.";

function backup(): Promise<string> {
  copies += 1;
  return copyOfFiles(wave.stores.dataFolder, join(wave.stores.dataFolder, `backup-${copies}`));
}

async function send(place: number): Promise<void> {
  const { rater, scope } = await raterAt(wave, place);
  const answers = { pace: 2, more: COMMENT };
  expect(await sendAnswers(rater, scope, answers, noPause)).toEqual({ outcome: "recorded" });
}

interface StoredBox {
  readonly key: Buffer;
  readonly subject: string;
  readonly group: string;
  readonly mark: Buffer;
  readonly box: Buffer;
}

function rowsOf<Row>(folder: string, store: string, query: string): Row[] {
  const db = new Database(join(folder, store), { readonly: true });
  try {
    return db.prepare<[], Row>(query).all();
  } finally {
    db.close();
  }
}

const boxesIn = (folder: string) =>
  rowsOf<StoredBox>(folder, "responses.sqlite", "SELECT * FROM sealedRows WHERE kind = 'answer'");
const ticketsIn = (folder: string) =>
  rowsOf<{ id: string; mark: string }>(
    folder,
    "identity.sqlite",
    "SELECT id, hex(ticketMark) AS mark FROM assignments",
  );

/** What came between two backups: whose ticket, and which box. */
function between(before: string, after: string) {
  const known = new Set(boxesIn(before).map(({ mark }) => mark.toString("hex")));
  const marks = new Set(ticketsIn(before).map(({ mark }) => mark));
  return {
    tickets: ticketsIn(after).flatMap(({ id, mark }) => (marks.has(mark) ? [] : [id])),
    boxes: boxesIn(after).filter(({ mark }) => !known.has(mark.toString("hex"))),
  };
}

/** Every run of 32 bytes in any value of both stores, and what unwraps with it, tried as the key of a box. */
function opened({ box, subject, group }: StoredBox, folder: string): string | undefined {
  const values = ["identity.sqlite", "responses.sqlite"].flatMap((name) => [
    ...longValues(join(folder, name)),
  ]);
  const bytes = values.flatMap((value) => [Buffer.from(value, "latin1"), Buffer.from(value, "base64url")]);
  const candidates = bytes.filter((value) => value.length === 32);
  const wrapped = bytes.filter((value) => value.length === 60);
  const unwrapped = candidates.flatMap((key) =>
    wrapped.flatMap((value) => {
      try {
        return [keyRingOf(new Uint8Array(key)).unwrap(new Uint8Array(value), `seal:${WAVE}`)];
      } catch {
        return [];
      }
    }),
  );
  for (const secret of [...candidates, ...unwrapped]) {
    const text = openedWith(new Uint8Array(secret), { box, subject, group });
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The rater's box in a row that is opened with the wave's key. */
function withoutSeal(row: StoredBox): StoredBox {
  const secret = wave.keys.unwrap(sealKeyWrappedIn(wave.stores.dataFolder), `seal:${WAVE}`);
  return { ...row, box: Buffer.from(openBox(rowKeyOf(WAVE, secret), row.key, row.box)) };
}

function openedWith(
  secret: Uint8Array,
  { box, subject, group }: Pick<StoredBox, "subject" | "group" | "box">,
): string | undefined {
  const key = sealKeyOf(secret, fromBase64url(wave.manifest.sealKey) ?? new Uint8Array(0));
  const padded = key.open(new Uint8Array(box), ticketInfo({ wave: WAVE, subject, group }));
  const plain = padded === undefined ? undefined : unpadBox(padded);
  return plain === undefined ? undefined : new TextDecoder().decode(plain);
}

function sealKeyWrappedIn(folder: string): Uint8Array {
  const [row] = rowsOf<{ key: Buffer }>(
    folder,
    "responses.sqlite",
    "SELECT sealKeyWrapped AS key FROM waveSeals",
  );
  return new Uint8Array(row?.key ?? []);
}

describe("two backups before and after one answer", () => {
  test("tell who has sent and which box it is, and nothing of what is in it", async () => {
    await send(1);
    const before = await backup();
    await send(2);
    const after = await backup();
    const { tickets, boxes } = between(before, after);
    expect([tickets, boxes.length]).toEqual([["r2"], 1]);
    for (const box of boxes) expect(opened(box, after)).toBeUndefined();
  });

  test("would tell the answers if the wave's key lay in the store as it is", async () => {
    const before = await backup();
    await send(2);
    const after = await backup();
    const careless = new Database(join(after, "responses.sqlite"));
    const secret = wave.keys.unwrap(sealKeyWrappedIn(after), `seal:${WAVE}`);
    careless.prepare("UPDATE waveSeals SET sealKeyWrapped = ?").run(secret);
    careless.close();
    const [box] = between(before, after).boxes;
    expect(box === undefined ? undefined : opened(withoutSeal(box), after)).toContain(COMMENT);
  });

  test("tell them to whoever has the key as well, which is why raters are told so and key and copies lie apart", async () => {
    const before = await backup();
    await send(2);
    const after = await backup();
    const [box] = between(before, after).boxes;
    if (box === undefined) throw new RangeError("one box came in between");
    const secret = wave.keys.unwrap(sealKeyWrappedIn(after), `seal:${WAVE}`);
    expect(openedWith(secret, withoutSeal(box))).toContain(COMMENT);
  });

  test("tell nothing more once a wave has closed: its box, its key and every trace of both are gone", async () => {
    await send(1);
    await send(2);
    const open = await backup();
    await closeWave({ answers: wave.stores.answers, keys: wave.keys }, WAVE);
    const closed = await backup();
    expect(boxesIn(closed)).toEqual([]);
    expect(sealKeyWrappedIn(closed)).toHaveLength(0);
    for (const box of boxesIn(open)) expect(opened(box, closed)).toBeUndefined();
  });
});
