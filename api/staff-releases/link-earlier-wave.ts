/** Links a wave to the one before it in its programme, once, at its release: only figures are kept. */
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import { inAuditWorker } from "../audit-worker/audit-in-worker.ts";
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import { openDataset } from "../datasets/sealed-dataset.ts";
import { storedDataset } from "../datasets/store.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { type WaveSeal, waveSeal } from "../keys/store.ts";
import { groupCounts } from "../waves/store.ts";
import type { WaveWithAnswers } from "./linked-answer.ts";
import { ledgerOf, wavesBefore } from "./store.ts";

/** Far more than two waves of a hundred thousand need. */
export const MOST_SECONDS = 120;

export type LinkContext = Pick<StaffContext, "people" | "answers" | "keys">;

/** A wave whose answers are there, with every cut that it has published; undefined once they were destroyed. */
export async function waveWithAnswers(
  context: LinkContext,
  seal: WaveSeal,
): Promise<WaveWithAnswers | undefined> {
  const stored = await context.answers.read((db) => storedDataset(db, seal.wave));
  if (stored === undefined || seal.datasetKeyWrapped === null) return undefined;
  const { ledger, secondTickets } = await context.people.read(async (db) => ({
    ledger: await ledgerOf(db, seal.wave),
    // As for tables: behind every figure there must be as many persons, should each of these have answered twice.
    secondTickets: (await groupCounts(db, seal.wave)).reduce((sum, { reissues }) => sum + reissues, 0),
  }));
  const published = ledger.filter(({ refusal }) => refusal === null).flatMap(({ cuts }) => cuts);
  const { policy } = seal.manifest;
  const key = context.keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(seal.wave));
  return {
    definition: await formTextOf(context, seal.definitionId),
    dataset: openDataset(stored, key),
    policy: {
      ...policy,
      minimumGroupSize: policy.minimumGroupSize + secondTickets,
      cuts: [...(policy.cuts ?? []), ...published],
    },
  };
}

/**
 * The newest earlier wave of the programme that carries the same code and still has its answers.
 * @returns the changes of those found in both; null where there is no such wave, or linking took too long
 */
export async function linkEarlierWave(
  context: LinkContext,
  seal: WaveSeal,
): Promise<LinkedWaveChanges | null> {
  const after = await waveWithAnswers(context, seal);
  if (after?.dataset.personalCode === undefined || after.dataset.personalCode.length === 0) return null;
  for (const wave of await context.people.read((db) => wavesBefore(db, seal.wave))) {
    const earlier = await context.answers.read((db) => waveSeal(db, wave));
    const before = earlier === undefined ? undefined : await waveWithAnswers(context, earlier);
    if (before === undefined) continue;
    const changes = await inAuditWorker("links", { before, after }, MOST_SECONDS);
    if (changes !== undefined && changes !== null) return { wave, changes };
  }
  return null;
}
