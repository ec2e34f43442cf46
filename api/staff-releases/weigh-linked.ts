/** Changes of linked persons are weighed again before a wave they rest on is cut in another way. */
import { linkedStays } from "../../analysis/linking/linked-stays.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { inAuditWorker } from "../audit-worker/audit-in-worker.ts";
import { type WaveSeal, waveSeal } from "../keys/store.ts";
import { type LinkContext, MOST_SECONDS } from "./link-earlier-wave.ts";
import type { WaveToLink } from "./linked-answer.ts";
import { type ReleasedPair, releasedBefore, releasedPairs, withReleased } from "./released-pairs.ts";
import { waveWithAnswers } from "./wave-with-answers.ts";

type Cuts = NonNullable<DisclosurePolicy["cuts"]>;

const WOULD_TELL =
  "Together with the changes of the people who were found in two waves, these groups would tell what few of them answered. Nothing was released. Leave out the questions that no earlier release was cut by.";
const CANNOT_TELL =
  "Changes of people who were found in two waves have been released, and whether these groups would tell what few of them answered can no longer be found out, because the answers of one of the waves were destroyed. Nothing was released. Leave out the questions that no earlier release was cut by.";

/** True if persons can be told apart by something that no earlier release was cut by. */
function addsCodes(cuts: Cuts, known: Cuts): boolean {
  const before = new Set(known.flat());
  return cuts.flat().some((code) => !before.has(code));
}

/** One wave of a pair, beside the pairs that were released before that one. */
async function sideOf(
  context: LinkContext,
  id: string,
  before: readonly ReleasedPair[],
): Promise<WaveToLink | undefined> {
  const seal = await context.answers.read((db) => waveSeal(db, id));
  const wave = seal === undefined ? undefined : await waveWithAnswers(context, seal);
  return wave === undefined ? undefined : withReleased(context, { id, wave }, before);
}

/** One plan of one wave of a programme. */
export interface WantedCuts {
  readonly seal: WaveSeal;
  readonly programme: string;
  readonly cuts: Cuts;
}

/** @returns the sentence that refuses a plan; undefined if the linked changes stay as safe as they were */
export async function linkedObjection(
  context: LinkContext,
  { seal, programme, cuts }: WantedCuts,
): Promise<string | undefined> {
  const pairs = await releasedPairs(context, programme);
  for (const pair of pairs) {
    if (pair.before !== seal.wave && pair.after !== seal.wave) continue;
    const others = releasedBefore(pairs, pair);
    const before = await sideOf(context, pair.before, others);
    const after = await sideOf(context, pair.after, others);
    const own = pair.after === seal.wave ? after : before;
    const known = own?.policy.cuts ?? seal.manifest.policy.cuts ?? [];
    if (!addsCodes(cuts, known)) continue;
    if (before === undefined || after === undefined) return CANNOT_TELL;
    const widened = (wave: WaveToLink): WaveToLink => ({
      ...wave,
      policy: { ...wave.policy, cuts: [...known, ...cuts] },
    });
    const asked =
      pair.after === seal.wave ? { before, after: widened(after) } : { before: widened(before), after };
    const now = await inAuditWorker("links", asked, MOST_SECONDS);
    if (now === undefined || now === null || !linkedStays(pair.changes, now)) return WOULD_TELL;
  }
  return undefined;
}
