/** The retention job: destroys datasets whose stated date has come. */
import type { Clock } from "../clock.ts";
import type { DatasetsContext } from "./context.ts";
import { destroyDataset } from "./destroy-dataset.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { sealsWithoutTombstone } from "./store.ts";

/**
 * Waves that were told a date lose their dataset when that day begins (UTC), released or not.
 * @returns the waves whose datasets were destroyed now
 */
export async function applyRetention(
  context: DatasetsContext & { readonly clock: Clock },
): Promise<readonly string[]> {
  const today = context.clock().toISOString().slice(0, 10);
  const kept = await context.answers.read(sealsWithoutTombstone);
  const due = kept.filter(({ phase, manifest }) => {
    const { retention } = manifest.policy;
    return (
      retention.rule === "until-date" &&
      retention.date <= today &&
      (phase === "closed" || phase === "released")
    );
  });
  for (const { wave } of due) await oneAtATime(wave, () => destroyDataset(context, wave));
  return due.map(({ wave }) => wave);
}
