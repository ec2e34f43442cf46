/** Stores ratings collected elsewhere as a closed wave, so that they pass the same disclosure control. */
import type { Dataset } from "../../analysis/dataset.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { ManifestGroup } from "../../surveys/manifest.ts";
import { DomainError } from "../errors.ts";
import { createWaveKeys } from "../keys/create-wave-keys.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { insertWaveSeal, waveSeal } from "../keys/store.ts";
import { lineUpCommitment } from "../line-ups/line-up-commitment.ts";
import type { DatasetsContext } from "./context.ts";
import { formTextOf, manifestOf } from "./seal-wave.ts";
import { sealDataset } from "./sealed-dataset.ts";
import { insertDataset } from "./store.ts";

export interface ImportedWave {
  readonly wave: string;
  readonly definitionId: string;
  readonly policy: DisclosurePolicy;
  readonly dataset: Dataset;
}

/** Nobody knows how many were asked elsewhere: those who answered count as invited. */
function answered({ subjects, groups, subject, group, rows }: Dataset): ManifestGroup[] {
  const counts = new Map<number, ManifestGroup>();
  for (let row = 0; row < rows; row += 1) {
    const subjectPlace = subject[row] ?? 0;
    const groupPlace = group[row] ?? 0;
    const key = subjectPlace * 256 + groupPlace;
    counts.set(key, {
      subject: subjects[subjectPlace] ?? "",
      group: groups[groupPlace] ?? "",
      invited: (counts.get(key)?.invited ?? 0) + 1,
    });
  }
  return [...counts.values()];
}

/**
 * Stores the dataset under a new manifest whose ticket and seal keys are thrown away at once: nobody can answer.
 * `releaseWave` makes the reports.
 * @throws DomainError "wrong-state" if there is a wave of this id, "not-found" if the definition is not published
 */
export async function storeImportedWave(context: DatasetsContext, imported: ImportedWave): Promise<void> {
  const { wave, definitionId, policy, dataset } = imported;
  const keys = createWaveKeys();
  const form = await formTextOf(context, definitionId);
  // Nobody was asked here: the commitment is to no entry.
  const lineUp = lineUpCommitment(new Uint8Array(0));
  const manifest = manifestOf({ wave, definitionId, policy, groups: answered(dataset), lineUp }, form, keys);
  const stored = sealDataset(dataset, wave, keys.datasetKey);
  await context.answers.write(async (tx) => {
    if ((await waveSeal(tx, wave)) !== undefined) {
      throw new DomainError("wrong-state", "There is a wave of this id already. Nothing was imported.");
    }
    await insertWaveSeal(tx, {
      wave,
      definitionId,
      manifest,
      phase: "closed",
      datasetKeyWrapped: context.keys.wrap(keys.datasetKey, keyPurpose.dataset(wave)),
    });
    await insertDataset(tx, stored);
  });
}
