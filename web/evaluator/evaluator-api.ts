/** What the evaluator's screens ask the server for. */
import type { Cell } from "../../analysis/disclosure/cell.ts";
import type { StaffComparison } from "../../analysis/staff-comparison/staff-comparison-model.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { answerOf } from "../ui/ask.ts";

export interface SurveyWave {
  readonly wave: string;
  readonly title: string;
  readonly programme: string;
  readonly programmeName: string;
  readonly kind: string;
  readonly state: "draft" | "open" | "closing" | "closed" | "releasing" | "released";
  readonly survey: { readonly id: string; readonly version: string; readonly title: string };
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly releasedAt: string | null;
  readonly invited: number;
  readonly answered: Cell<number> | null;
  readonly releases: number;
}

export interface WaveTables {
  readonly wave: string;
  readonly title: string;
  readonly programmeName: string;
  readonly closedAt: string | null;
  readonly releasedAt: string | null;
  readonly fingerprint: string;
  readonly datasetHash: string;
  readonly release: number;
  readonly releases: readonly {
    readonly number: number;
    readonly cuts: readonly (readonly string[])[];
    readonly publishedAt: string | null;
    readonly refused?: string | undefined;
  }[];
  readonly policy: DisclosurePolicy;
  readonly tables: StaffTables;
}

export interface WaveComparisonSheet {
  readonly waves: readonly {
    readonly wave: string;
    readonly title: string;
    readonly closedAt: string | null;
  }[];
  readonly comparison: StaffComparison;
  readonly inputs: readonly {
    readonly wave: string;
    readonly release: number;
    readonly datasetHash: string;
  }[];
  readonly hash: string;
}

/** The routes answer with these models, which are JSON through and through. */
function ask<T>(path: string): Promise<T> {
  return answerOf(fetch(path) as Promise<{ ok: boolean; json(): Promise<T> }>);
}

export async function loadSurveyWaves(): Promise<readonly SurveyWave[]> {
  const { waves } = await ask<{ waves: readonly SurveyWave[] }>("/api/evaluator/waves");
  return waves;
}

export function loadWaveTables(wave: string, release: string | null): Promise<WaveTables> {
  const query = release === null ? "" : `?${new URLSearchParams({ release })}`;
  return ask<WaveTables>(`/api/waves/${encodeURIComponent(wave)}/tables${query}`);
}

export function loadComparison(waves: readonly string[]): Promise<WaveComparisonSheet> {
  return ask<WaveComparisonSheet>(`/api/comparisons?${new URLSearchParams({ waves: waves.join(",") })}`);
}
