/** A staff survey that asks for comments, of everybody and after an answer, with authors invented by number. */
import type { Dataset } from "../../../analysis/dataset.ts";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import type { StaffComments, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { SurveyAnswers } from "../../../surveys/definition.ts";
import { DEFAULT_POLICIES, type DisclosurePolicy } from "../../../surveys/disclosure-policy.ts";
import { definitionOf } from "../../../surveys/read-definition.ts";
import { datasetOf } from "../../support/survey-tables.ts";

const CHOICES = (...values: readonly string[]) => values.map((value) => ({ value, text: value }));

/** "change" is asked of everybody, "happened" of those who were bullied, "cause.other" of those who chose "other". */
export const commentedSurvey = definitionOf({
  soundings: {
    format: 1,
    id: "commented",
    version: "1.0.0",
    kind: "staff-survey",
    identity: "anonymous",
    languages: ["en"],
    minutes: 2,
    groups: [],
    scales: {},
    dimensions: [],
    items: {},
    pipes: [],
  },
  title: "What should change?",
  pages: [
    {
      name: "one-page",
      elements: [
        { type: "radiogroup", name: "unit", title: "Unit", choices: CHOICES("north", "south") },
        { type: "radiogroup", name: "bullied", title: "Bullied?", choices: CHOICES("yes", "no") },
        {
          type: "radiogroup",
          name: "cause",
          title: "Cause",
          choices: CHOICES("work", "home"),
          showOtherItem: true,
          otherText: "Something else",
        },
        { type: "comment", name: "change", title: "Which one change?" },
        {
          type: "panel",
          name: "after",
          visibleIf: "{bullied} = 'yes'",
          elements: [{ type: "comment", name: "happened", title: "What happened?" }],
        },
      ],
    },
  ],
});

/** So many persons of both units; `of` says what each writes or chooses besides, by number. */
export function commentedDataset(count: number, of: (author: number) => SurveyAnswers): Dataset {
  const answers = Array.from({ length: count }, (_, author) => ({
    unit: author % 2 === 0 ? "north" : "south",
    bullied: author % 4 === 0 ? "yes" : "no",
    ...of(author),
  }));
  return datasetOf(commentedSurvey, answers);
}

export function commentedTables(dataset: Dataset, policy: Partial<DisclosurePolicy> = {}): StaffTables {
  return buildStaffTables({
    definition: commentedSurvey,
    dataset,
    policy: { ...DEFAULT_POLICIES["staff-survey"], cuts: [["unit"]], ...policy },
    invited: null,
  });
}

/** The comments to one question. */
export function commentsTo(tables: StaffTables, code: string): StaffComments {
  const found = tables.comments?.find((one) => one.code === code);
  if (found === undefined) throw new RangeError(`the survey asks for comments: ${code}`);
  return found;
}
