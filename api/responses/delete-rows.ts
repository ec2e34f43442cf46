/** Deletes the rows of a wave that takes no more answers, a few in each transaction. */
import type { AnswerStore } from "../storage/answer-store.ts";
import { chunksOf } from "../storage/chunks.ts";
import { deleteRowsOfWave, deleteSomeRows, rowKeys } from "./store.ts";

/** Many boxes: more would make everybody else wait. */
const ROWS_A_TRANSACTION = 200;

/**
 * Whatever is left of them. Their keys are to be destroyed before, so that what lies in the files until these are
 * rewritten is noise; `scrub` has to follow.
 */
export async function deleteRows(answers: AnswerStore, wave: string): Promise<void> {
  const keys = await answers.read((db) => rowKeys(db, wave));
  for await (const part of chunksOf(keys, ROWS_A_TRANSACTION))
    await answers.discard((tx) => deleteSomeRows(tx, part));
  await answers.write((tx) => deleteRowsOfWave(tx, wave));
}
