/** Links a wave to the one before it in its programme, once, at its release: only figures are kept. */
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import { inAuditWorker } from "../audit-worker/audit-in-worker.ts";
import type { StaffContext } from "../context.ts";
import { type WaveSeal, waveSeal } from "../keys/store.ts";
import { releasedPairs, withReleased } from "./released-pairs.ts";
import { wavesBefore } from "./store.ts";
import { waveWithAnswers } from "./wave-with-answers.ts";

/** Far more than two waves of a hundred thousand need. */
export const MOST_SECONDS = 120;

export type LinkContext = Pick<StaffContext, "people" | "answers" | "keys">;

/**
 * The newest earlier wave of the programme that carries the same code and still has its answers, as have the third
 * waves that either of the two has been linked to before.
 * @returns the changes of those found in both; null where there is no such wave, or linking took too long
 */
export async function linkEarlierWave(
  context: LinkContext,
  { seal, programme }: { readonly seal: WaveSeal; readonly programme: string },
): Promise<LinkedWaveChanges | null> {
  const own = await waveWithAnswers(context, seal);
  if (own?.dataset.personalCode === undefined || own.dataset.personalCode.length === 0) return null;
  const pairs = await releasedPairs(context, programme);
  const after = await withReleased(context, { id: seal.wave, wave: own }, pairs);
  if (after === undefined) return null;
  for (const id of await context.people.read((db) => wavesBefore(db, seal.wave))) {
    const earlier = await context.answers.read((db) => waveSeal(db, id));
    const wave = earlier === undefined ? undefined : await waveWithAnswers(context, earlier);
    const before = wave === undefined ? undefined : await withReleased(context, { id, wave }, pairs);
    if (before === undefined) continue;
    const changes = await inAuditWorker("links", { before, after }, MOST_SECONDS);
    if (changes !== undefined && changes !== null) return { wave: id, changes };
  }
  return null;
}
