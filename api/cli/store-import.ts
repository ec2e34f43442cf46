/** Stores imported ratings as a released wave of a data folder. */
import { existsSync } from "node:fs";
import type { Dataset } from "../../analysis/dataset.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { DomainError } from "../errors.ts";
import { openInstallation } from "../open-installation.ts";
import { importWave } from "../waves/import-wave.ts";
import type { ImportTarget } from "./import-arguments.ts";

export interface FoldedImport {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
}

/** The wave's id, or the sentence why nothing was stored. */
export async function storeImport(
  { data, programme, title, coach }: ImportTarget,
  imported: FoldedImport,
): Promise<{ readonly wave: string } | { readonly sentence: string }> {
  // A mistyped name must not begin a new data folder.
  if (!existsSync(data)) return { sentence: `There is no data folder "${data}". Correct --data.` };
  if (imported.definition.soundings.kind !== "360") {
    return {
      sentence: "Only 360 feedback is stored as a wave with reports. Leave --data out to check the file.",
    };
  }
  const config = readConfig(process.env, { data });
  // Alone in the folder: a running server would take up the new wave's release at the same time.
  const { people, answers, keys, close } = await openInstallation(config);
  try {
    const context = { people, answers, keys, clock: systemClock };
    return {
      wave: await importWave(context, { ...imported, programme, title, coach, actorPersonId: null }),
    };
  } catch (error) {
    if (error instanceof DomainError) return { sentence: error.message };
    throw error;
  } finally {
    await close();
  }
}
