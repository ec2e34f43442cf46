/** Changes of linked persons are weighed again before a wave they rest on is cut in another way. */
import { linkedStays } from "../../analysis/linking/linked-stays.ts";
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { inAuditWorker } from "../audit-worker/audit-in-worker.ts";
import { type WaveSeal, waveSeal } from "../keys/store.ts";
import { type LinkContext, MOST_SECONDS, waveWithAnswers } from "./link-earlier-wave.ts";
import type { WaveWithAnswers } from "./linked-answer.ts";
import { publishedIds, surveyWaves, tablesOf } from "./store.ts";

type Cuts = NonNullable<DisclosurePolicy["cuts"]>;

const WOULD_TELL =
  "Together with the changes of the people who were found in two waves, these groups would tell what few of them answered. Nothing was released. Leave out the questions that no earlier release was cut by.";
const CANNOT_TELL =
  "Changes of people who were found in two waves have been released, and whether these groups would tell what few of them answered can no longer be found out, because the answers of one of the waves were destroyed. Nothing was released. Leave out the questions that no earlier release was cut by.";

interface Linked {
  /** The later wave. */
  readonly after: string;
  readonly changes: LinkedWaveChanges;
}

/** What has been released of pairs that this wave belongs to, as the earlier one or as the later one. */
async function linkedWith({ people, answers }: LinkContext, wave: string): Promise<readonly Linked[]> {
  const all = await people.read((db) => surveyWaves(db));
  const programme = all.find((one) => one.wave === wave)?.programme;
  const found: Linked[] = [];
  for (const one of all.filter((other) => other.programme === programme)) {
    const changes = await answers.read(async (db) => {
      const [id] = await publishedIds(db, one.wave);
      return id === undefined ? undefined : (await tablesOf(db, id))?.linked;
    });
    if (changes == null || (one.wave !== wave && changes.wave !== wave)) continue;
    found.push({ after: one.wave, changes });
  }
  return found;
}

/** True if persons can be told apart by something that no earlier release was cut by. */
function addsCodes(cuts: Cuts, known: Cuts): boolean {
  const before = new Set(known.flat());
  return cuts.flat().some((code) => !before.has(code));
}

/**
 * @param cuts the plan that is wanted now
 * @returns the sentence that refuses it; undefined if the linked changes stay as safe as they were
 */
export async function linkedObjection(
  context: LinkContext,
  seal: WaveSeal,
  cuts: Cuts,
): Promise<string | undefined> {
  for (const { after, changes } of await linkedWith(context, seal.wave)) {
    const sides = [];
    for (const id of [changes.wave, after]) {
      const own = await context.answers.read((db) => waveSeal(db, id));
      sides.push(own === undefined ? undefined : await waveWithAnswers(context, own));
    }
    const [earlier, later] = sides;
    const own = after === seal.wave ? later : earlier;
    const known = own?.policy.cuts ?? seal.manifest.policy.cuts ?? [];
    if (!addsCodes(cuts, known)) continue;
    if (earlier === undefined || later === undefined) return CANNOT_TELL;
    const widened = (wave: WaveWithAnswers): WaveWithAnswers => ({
      ...wave,
      policy: { ...wave.policy, cuts: [...known, ...cuts] },
    });
    const isLater = after === seal.wave;
    const asked = isLater
      ? { before: earlier, after: widened(later) }
      : { before: widened(earlier), after: later };
    const now = await inAuditWorker("links", asked, MOST_SECONDS);
    if (now === undefined || now === null || !linkedStays(changes.changes, now)) return WOULD_TELL;
  }
  return undefined;
}
