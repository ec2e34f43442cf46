/** Pairs of waves of one programme whose linked changes have been released, and what a further pair owes to them. */
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffContext } from "../context.ts";
import { waveSeal } from "../keys/store.ts";
import type { OtherWave, WaveToLink, WaveWithAnswers } from "./linked-answer.ts";
import { ledgerOf, publishedIds, surveyWaves, tablesOf } from "./store.ts";
import { waveWithAnswers } from "./wave-with-answers.ts";

type PairsContext = Pick<StaffContext, "people" | "answers" | "keys">;

export interface ReleasedPair {
  /** The earlier wave, and the later one. */
  readonly before: string;
  readonly after: string;
  readonly changes: LinkedWaveChanges["changes"];
  /** When the later wave was first released; undefined while that is under way. */
  readonly at: number | undefined;
}

/** All pairs of a programme of which anything is shown. */
export async function releasedPairs(
  { people, answers }: PairsContext,
  programme: string,
): Promise<readonly ReleasedPair[]> {
  const waves = (await people.read((db) => surveyWaves(db))).filter((one) => one.programme === programme);
  const found: ReleasedPair[] = [];
  for (const { wave } of waves) {
    const linked = await answers.read(async (db) => {
      const [id] = await publishedIds(db, wave);
      return id === undefined ? undefined : (await tablesOf(db, id))?.linked;
    });
    // Where the number of the linked is hidden, so is everything else.
    if (!linked?.changes.stayers.shown) continue;
    const ledger = await people.read((db) => ledgerOf(db, wave));
    const first = ledger.find(({ refusal }) => refusal === null);
    found.push({
      before: linked.wave,
      after: wave,
      changes: linked.changes,
      at: first?.decidedAt.getTime(),
    });
  }
  return found;
}

/** Those released before a pair, or at the same time. */
export function releasedBefore(pairs: readonly ReleasedPair[], pair: ReleasedPair): readonly ReleasedPair[] {
  return pairs.filter(
    (other) => other !== pair && (other.at === undefined || pair.at === undefined || other.at <= pair.at),
  );
}

/**
 * A wave with the third waves that it is in released pairs with.
 * @returns undefined where the answers of one of these were destroyed: whom the pair is made of is known no more
 */
export async function withReleased(
  context: PairsContext,
  { id, wave }: { readonly id: string; readonly wave: WaveWithAnswers },
  pairs: readonly ReleasedPair[],
): Promise<WaveToLink | undefined> {
  const released: OtherWave[] = [];
  for (const { before, after } of pairs) {
    if (before !== id && after !== id) continue;
    const other = before === id ? after : before;
    const seal = await context.answers.read((db) => waveSeal(db, other));
    const found = seal === undefined ? undefined : await waveWithAnswers(context, seal);
    if (found === undefined) return undefined;
    released.push({ definition: found.definition, dataset: found.dataset, cameBefore: other === before });
  }
  return { ...wave, released };
}
