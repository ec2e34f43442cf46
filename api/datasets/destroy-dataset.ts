/** Destroys a wave's dataset and its key for good, and leaves a tombstone. Resumable: the tombstone comes last. */
import { updateWaveSeal, waveSeal } from "../keys/store.ts";
import type { AnswerWriter } from "../storage/answer-store.ts";
import type { DatasetsContext } from "./context.ts";
import { manifestHash } from "./fingerprint.ts";
import { deleteDataset, insertTombstone } from "./store.ts";

/** @param last written together with the tombstone */
export async function destroyDataset(
  { answers }: DatasetsContext,
  wave: string,
  last: (tx: AnswerWriter) => Promise<void> = async () => {},
): Promise<void> {
  await answers.write(async (tx) => {
    await deleteDataset(tx, wave);
    await updateWaveSeal(tx, wave, {
      ticketKeyWrapped: null,
      sealKeyWrapped: null,
      datasetKeyWrapped: null,
    });
  });
  await answers.scrub();
  await answers.write(async (tx) => {
    const seal = await waveSeal(tx, wave);
    if (seal !== undefined) await insertTombstone(tx, { wave, manifestHash: manifestHash(seal.manifest) });
    await last(tx);
  });
}
