/** Which waves are chosen for a comparison; the choice stands in the address. */
import type { SurveyWave } from "../evaluator-api.ts";

/** Chosen waves that exist and are released, in the order of the list. */
export function chosenWaves(waves: readonly SurveyWave[], search: URLSearchParams): readonly SurveyWave[] {
  const wanted = new Set((search.get("waves") ?? "").split(","));
  const found = waves.filter(({ wave, state }) => state === "released" && wanted.has(wave));
  return found.filter(({ programme }) => programme === found[0]?.programme);
}

/** The choice with one wave more or less. */
export function toggled(chosen: readonly SurveyWave[], wave: string): readonly string[] {
  const ids = chosen.map((one) => one.wave);
  return ids.includes(wave) ? ids.filter((id) => id !== wave) : [...ids, wave];
}

/** The address of a comparison, the earliest wave first. */
export function comparisonHref(chosen: readonly SurveyWave[]): string {
  const inTime = chosen.toSorted((a, b) => (a.closedAt ?? "").localeCompare(b.closedAt ?? ""));
  return `/staff/comparisons?waves=${inTime.map(({ wave }) => wave).join(",")}`;
}
