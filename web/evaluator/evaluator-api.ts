/** What the evaluator's screens ask the server for. */
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffComparison } from "../../analysis/staff-comparison/staff-comparison-model.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { comparisonsApi, evaluatorApi, wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";

export async function loadSurveyWaves() {
  return (await answerOf(evaluatorApi.waves.$get())).waves;
}

export type SurveyWave = Awaited<ReturnType<typeof loadSurveyWaves>>[number];

function askForTables(wave: string, release: string | null) {
  const query = release === null ? {} : { release };
  return answerOf(wavesApi[":wave"].tables.$get({ param: { wave }, query }));
}

type SentTables = Awaited<ReturnType<typeof askForTables>>;

export interface WaveTables extends Omit<SentTables, "tables"> {
  readonly tables: StaffTables;
}

/** The route answers with StaffTables, JSON through and through; only the client's type mapping loses that. */
function asTables(sent: SentTables["tables"]): StaffTables {
  return sent as StaffTables;
}

export async function loadWaveTables(wave: string, release: string | null): Promise<WaveTables> {
  const sent = await askForTables(wave, release);
  return { ...sent, tables: asTables(sent.tables) };
}

/** One category of a cut instead of everybody: codes and values, joined by plus signs. */
export interface OfCategory {
  readonly cut: string;
  readonly category: string;
}

function askForComparison(waves: readonly string[], of: OfCategory | undefined) {
  return answerOf(comparisonsApi.$get({ query: { waves: waves.join(","), ...of } }));
}

type SentComparison = Awaited<ReturnType<typeof askForComparison>>;

export interface WaveComparisonSheet extends Omit<SentComparison, "comparison" | "linked"> {
  readonly comparison: StaffComparison;
  readonly linked: LinkedWaveChanges | null;
}

/** The route answers with a StaffComparison, JSON through and through; only the client's type mapping loses that. */
function asComparison(sent: SentComparison["comparison"]): StaffComparison {
  return sent as StaffComparison;
}

/** What the release stored about linked persons is what analysis/linking made, JSON through and through. */
function asLinked(sent: SentComparison["linked"]): LinkedWaveChanges | null {
  return sent as LinkedWaveChanges | null;
}

export async function loadComparison(
  waves: readonly string[],
  of: OfCategory | undefined,
): Promise<WaveComparisonSheet> {
  const sent = await askForComparison(waves, of);
  return { ...sent, comparison: asComparison(sent.comparison), linked: asLinked(sent.linked) };
}
