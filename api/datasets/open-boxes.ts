/** Opens the boxes of a wave in memory, page by page, into compact rows that wait for the fold. */
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import type { AnswerCheck } from "../../surveys/compile-check.ts";
import type { ItemAnswer, SurveyDefinition } from "../../surveys/definition.ts";
import { giveWay } from "../give-way.ts";
import type { RowKey } from "../keys/row-key.ts";
import type { SealKey } from "../keys/seal-key.ts";
import { readBox } from "../responses/read-box.ts";
import { openBox, openMark } from "../responses/row-seal.ts";
import { rowBoxes, rowMarks } from "../responses/store.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import { chunksOf } from "../storage/chunks.ts";

/** Boxes fetched at once. */
const PAGE = 50;

interface Row {
  readonly subject: string;
  readonly group: string;
  /** By place of the item in the definition: a tenth of the memory of a map. */
  readonly answers: readonly (ItemAnswer | undefined)[];
}

export interface OpenedBoxes {
  readonly rows: number;
  /** Boxes that do not open or hold answers that do not pass the check. */
  readonly invalid: number;
  /** Makes each response anew when it is asked for. */
  responses(): Iterable<AnsweredForm>;
}

export interface BoxesToOpen {
  readonly wave: string;
  readonly definition: SurveyDefinition;
  readonly check: AnswerCheck;
  readonly sealKey: SealKey;
  readonly rowKey: RowKey;
  /** Told after each page how many boxes have been opened, and of how many. */
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
}

export async function openBoxes(answers: AnswerStore, wave: BoxesToOpen): Promise<OpenedBoxes> {
  const codes = [...wave.definition.items.map((item) => item.code)];
  const rows: Row[] = [];
  let invalid = 0;
  const keys = await filledRows(answers, wave.rowKey);
  let done = 0;
  for await (const some of chunksOf(keys, PAGE)) {
    const page = await answers.read((db) => rowBoxes(db, some));
    for (const { key, subject, group, box } of page) {
      const read = readBox(wave, { wave: wave.wave, subject, group }, openBox(wave.rowKey, key, box));
      if (read?.ok) rows.push({ subject, group, answers: codes.map((code) => read.answers.get(code)) });
      else invalid += 1;
      await giveWay();
    }
    done += some.length;
    wave.progress?.({ done, total: keys.length });
  }
  return { rows: rows.length, invalid, responses: () => unfolded(rows, codes) };
}

/** The keys of the rows that hold an answer: small beside the boxes, so that these can be fetched a few at a time. */
async function filledRows(answers: AnswerStore, rowKey: RowKey): Promise<Uint8Array[]> {
  const marks = await answers.read((db) => rowMarks(db, { wave: rowKey.wave, kind: "answer" }));
  const keys: Uint8Array[] = [];
  for (const { key, mark } of marks) {
    if (openMark(rowKey, key, mark) !== undefined) keys.push(key);
    await giveWay();
  }
  return keys;
}

function* unfolded(rows: readonly Row[], codes: readonly string[]): Iterable<AnsweredForm> {
  for (const { subject, group, answers } of rows) {
    const given = new Map<string, ItemAnswer>();
    answers.forEach((answer, place) => {
      const code = codes[place];
      if (answer !== undefined && code !== undefined) given.set(code, answer);
    });
    yield { subject, group, answers: given };
  }
}
