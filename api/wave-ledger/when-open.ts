/** From which day on a wave that is refused beside others can be opened as it is. */
import type { LedgerWave } from "../../analysis/wave-ledger/ledger-model.ts";
import { refusedUntil } from "../../analysis/wave-ledger/weigh-wave.ts";
import type { LedgerAnswer } from "./read-ledger.ts";

const DAY_MILLISECONDS = 86_400_000;

/** @returns undefined where nothing is refused, or a wave that refuses it is still open */
export function openFromDay({ standings, earlier }: LedgerAnswer): Date | undefined {
  const refusing = new Set(
    standings.filter(({ standing }) => standing === "refused").map((one) => one.earlier),
  );
  const waves = earlier.filter(({ wave }) => refusing.has(wave));
  const last = Math.max(...waves.map(lastRefused));
  // The day after: it is refused until some hour of the day itself.
  return Number.isFinite(last) ? new Date(last + DAY_MILLISECONDS) : undefined;
}

function lastRefused(wave: LedgerWave): number {
  return refusedUntil(wave)?.getTime() ?? Number.POSITIVE_INFINITY;
}
