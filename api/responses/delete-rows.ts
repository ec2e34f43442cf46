/** Deletes the rows of a wave that takes no more answers, a few in each transaction. */
import { giveWay } from "../give-way.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import { deleteRowsOfWave, deleteSomeRows } from "./store.ts";

/** Zeros are written over all of them: more would make everybody else wait. */
const ROWS_A_TRANSACTION = 50;

/** Whatever is left of them. Their keys are to be destroyed before: what a copy meanwhile holds is noise. */
export async function deleteRows(answers: AnswerStore, wave: string): Promise<void> {
  while (await answers.write((tx) => deleteSomeRows(tx, wave, ROWS_A_TRANSACTION))) await giveWay();
  await answers.write((tx) => deleteRowsOfWave(tx, wave));
}
