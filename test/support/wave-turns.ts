/** What goes on by itself, told by a test to go on now, with a clock that is believed. */
import { destroyDueDataset, wavesDueForDestruction } from "../../api/datasets/apply-retention.ts";
import type { WaveContext } from "../../api/waves/close-and-release.ts";
import { takeWaveTurn, type WaveTurn } from "../../api/waves/wave-turn.ts";

/** @param log receives the lines of what failed */
export function believedTurn(log: string[]): WaveTurn {
  return {
    watch: { mayEnd: () => true, mayDestroy: async () => true, destroyed: async () => {} },
    elapsed: () => performance.now(),
    log: (line) => log.push(line),
  };
}

/** @throws Error if anything failed */
export async function goOnWithWaves(context: WaveContext): Promise<void> {
  const log: string[] = [];
  await takeWaveTurn(context, believedTurn(log));
  if (log.length > 0) throw new Error(log.join("\n"));
}

/** @returns the waves whose datasets were destroyed */
export async function destroyDueDatasets(
  context: Pick<WaveContext, "answers" | "keys" | "clock">,
): Promise<readonly string[]> {
  const waves = await wavesDueForDestruction(context);
  for (const wave of waves) await destroyDueDataset(context, wave);
  return waves;
}
