/** Released tables of invented staff, made without a server: fold, tables. */
import { readFileSync } from "node:fs";
import type { Dataset } from "../../analysis/dataset.ts";
import { type AnsweredForm, foldAnswers } from "../../analysis/fold-answers.ts";
import { buildStaffTables, type StaffHeadcount } from "../../analysis/staff-tables/build-staff-tables.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { compileCheck } from "../../surveys/compile-check.ts";
import type { SurveyAnswers, SurveyDefinition } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { seededRandom } from "./seeded-random.ts";

/** A shipped instrument. */
export function shipped(instrument: string): SurveyDefinition {
  const file = new URL(`../../surveys/library/${instrument}.json`, import.meta.url);
  return readDefinition(readFileSync(file, "utf8"));
}

/** Answers that pass the survey's own check, ready to be folded. */
export function checkedOf(
  definition: SurveyDefinition,
  answers: readonly SurveyAnswers[],
): readonly AnsweredForm[] {
  const check = compileCheck(definition);
  return answers.map((given) => {
    const checked = check(given);
    if (!checked.ok) throw new RangeError(`invented answers fit: ${JSON.stringify(checked)}`);
    return { subject: "", group: "", answers: checked.answers };
  });
}

/** The dataset of answers that pass the survey's own check. */
export function datasetOf(definition: SurveyDefinition, answers: readonly SurveyAnswers[]): Dataset {
  const responses = checkedOf(definition, answers);
  return foldAnswers({ definition, subjects: [""], groups: [""], responses, random: seededRandom(1) });
}

export interface TablesWanted {
  readonly cuts?: readonly (readonly string[])[];
  readonly minimum?: number;
  readonly invited?: number | null;
  readonly headcounts?: readonly StaffHeadcount[];
}

export function tablesOf(
  definition: SurveyDefinition,
  dataset: Dataset,
  { cuts = [], minimum = 5, invited = null, headcounts = [] }: TablesWanted = {},
): StaffTables {
  const policy = { ...DEFAULT_POLICIES["staff-survey"], minimumGroupSize: minimum, cuts };
  return buildStaffTables({ definition, dataset, policy, invited, headcounts });
}
