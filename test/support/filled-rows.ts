/** What the sealed rows of a wave hold, for tests that have its key; and rows that no protocol put there. */
import type { KeyRing } from "../../api/keys/key-ring.ts";
import { type RowKey, rowKeyOf } from "../../api/keys/row-key.ts";
import { keyPurpose } from "../../api/keys/sealed-waves.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { openBox, openMark, type RowContent } from "../../api/responses/row-seal.ts";
import { type RowScope, rowsOf } from "../../api/responses/sealed-rows.ts";
import { rowBoxes, rowMarks } from "../../api/responses/store.ts";
import type { AnswerStore } from "../../api/storage/answer-store.ts";
import type { RowKind } from "../../api/storage/answer-tables.ts";

interface Opened {
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}

/** Undefined once the wave has closed, and before it opened. */
export async function rowKeyOfWave({ answers, keys }: Opened, wave: string): Promise<RowKey | undefined> {
  const seal = await answers.read((db) => waveSeal(db, wave));
  if (seal?.sealKeyWrapped == null) return undefined;
  return rowKeyOf(wave, keys.unwrap(seal.sealKeyWrapped, keyPurpose.seal(wave)));
}

export interface FilledRow extends RowContent, RowScope {
  readonly key: Uint8Array;
}

/** None once the wave has closed. */
export async function filledRows(store: Opened, wave: string, kind: RowKind): Promise<FilledRow[]> {
  const rowKey = await rowKeyOfWave(store, wave);
  if (rowKey === undefined) return [];
  const marks = await store.answers.read((db) => rowMarks(db, { wave, kind }));
  const filled: FilledRow[] = [];
  for (const { key, subject, group, mark } of marks) {
    const name = openMark(rowKey, key, mark);
    if (name === undefined) continue;
    const [row] = await store.answers.read((db) => rowBoxes(db, [key]));
    if (row !== undefined) filled.push({ key, subject, group, ...name, box: openBox(rowKey, key, row.box) });
  }
  return filled;
}

/** How many rows of any wave are filled. */
export async function countFilled(store: Opened, kind: RowKind): Promise<number> {
  const seals = await store.answers.read((db) => db.select().from(db.tables.waveSeals));
  let count = 0;
  for (const { wave } of seals) count += (await filledRows(store, wave, kind)).length;
  return count;
}

/** Stores contents as if they had been received. @throws RangeError if there is no room */
export async function fillRows(
  store: Opened,
  wave: string,
  contents: readonly (RowContent & RowScope)[],
): Promise<void> {
  const rowKey = await rowKeyOfWave(store, wave);
  if (rowKey === undefined) throw new RangeError("answers arrive in open waves only");
  await store.answers.write(async (tx) => {
    const rows = await rowsOf(tx, rowKey, "answer");
    for (const { subject, group, ...content } of contents) {
      if ((await rows.put(content, { subject, group })) === "full")
        throw new RangeError("no more answers arrive than people were invited");
    }
  });
}
