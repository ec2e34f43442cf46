/** The retention rule: datasets whose stated date has come, and their end. */
import type { Clock } from "../clock.ts";
import type { DatasetsContext } from "./context.ts";
import { destroyDataset } from "./destroy-dataset.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { sealsWithoutTombstone } from "./store.ts";

/**
 * Waves that were told a date lose their dataset when that day begins (UTC), released or not; others with the release,
 * or when they have waited for one too long.
 * @param unreleased waves that nobody released in time
 */
export async function wavesDueForDestruction(
  context: Pick<DatasetsContext, "answers"> & { readonly clock: Clock },
  unreleased: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const today = context.clock().toISOString().slice(0, 10);
  const kept = await context.answers.read(sealsWithoutTombstone);
  return kept
    .filter(({ wave, phase, manifest }) => {
      const { retention } = manifest.policy;
      if (phase !== "closed" && phase !== "released") return false;
      if (retention.rule === "until-release") return phase === "closed" && unreleased.has(wave);
      return retention.date <= today;
    })
    .map(({ wave }) => wave);
}

/** After whatever is under way with this wave. */
export async function destroyDueDataset(context: DatasetsContext, wave: string): Promise<void> {
  await oneAtATime(wave, () => destroyDataset(context, wave));
}
