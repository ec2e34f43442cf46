/** Opens a staff survey's answers for linking, with every cut that can tell its people apart. */
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import { openDataset } from "../datasets/sealed-dataset.ts";
import { storedDataset } from "../datasets/store.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import type { WaveSeal } from "../keys/store.ts";
import { minimumOfFigures } from "../waves/people-behind-figures.ts";
import type { WaveWithAnswers } from "./linked-answer.ts";
import { ledgerOf } from "./store.ts";

/** A wave whose answers are there, with every cut that it has published; undefined once they were destroyed. */
export async function waveWithAnswers(
  context: Pick<StaffContext, "people" | "answers" | "keys">,
  seal: WaveSeal,
): Promise<WaveWithAnswers | undefined> {
  const stored = await context.answers.read((db) => storedDataset(db, seal.wave));
  if (stored === undefined || seal.datasetKeyWrapped === null) return undefined;
  const { ledger, minimumGroupSize } = await context.people.read(async (db) => ({
    ledger: await ledgerOf(db, seal.wave),
    minimumGroupSize: await minimumOfFigures(db, seal.wave, seal.manifest.policy.minimumGroupSize),
  }));
  const published = ledger.filter(({ refusal }) => refusal === null).flatMap(({ cuts }) => cuts);
  const { policy } = seal.manifest;
  const key = context.keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(seal.wave));
  return {
    definition: await formTextOf(context, seal.definitionId),
    dataset: openDataset(stored, key),
    policy: {
      ...policy,
      minimumGroupSize,
      cuts: [...(policy.cuts ?? []), ...published],
    },
  };
}
