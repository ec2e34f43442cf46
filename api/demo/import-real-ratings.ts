/** Brings real ratings into the demo: 2,042 of the leaders of 49 companies, kept with the tests under their licence. */
import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { readImport } from "../cli/import-input.ts";
import type { StaffContext } from "../context.ts";
import { importWave } from "../waves/import-wave.ts";
import { DEMO_COACHES } from "./demo-people.ts";

/** The same place seen from the sources and from the built server. */
const FOLDER = join(import.meta.dirname, "../../test/fixtures/leadership-climate");

export const REAL_RATINGS_TITLE = "Real leadership climate ratings (imported)";

/** An installation without the sources has no such files; its demo then does without. */
export async function importRealRatings(context: StaffContext, programme: string): Promise<void> {
  if (!existsSync(FOLDER)) return;
  const input = await readImport({
    ratings: join(FOLDER, "data.csv"),
    survey: join(FOLDER, "leadership-climate.json"),
    map: join(FOLDER, "map.json"),
  });
  if ("problems" in input)
    throw new RangeError("the demo's ratings have problems: run soundings import on them");
  const { definition, forms, subjects } = input;
  const groups = definition.soundings.groups.map((group) => group.code);
  await importWave(context, {
    programme,
    title: REAL_RATINGS_TITLE,
    definition,
    dataset: foldAnswers({ definition, subjects, groups, responses: forms, random: randomInt }),
    coach: DEMO_COACHES[0]?.ref ?? "",
    actorPersonId: null,
  });
}
