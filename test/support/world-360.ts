/** Makes small 360 waves for tests: who answered what, and the reports about it. */
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { ItemAnswer, SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { answersOf } from "./definition-360.ts";
import { seededRandom } from "./seeded-random.ts";

export type Answers = Readonly<Record<string, ItemAnswer | undefined>>;

const POLICY: DisclosurePolicy = {
  minimumGroupSize: 4,
  minimumComments: 5,
  smallGroups: "merge",
  retention: { rule: "until-release" },
};

/** The report about one subject whose raters answered as given, by group; all who were invited did, unless said. */
export function reportOf(
  definition: SurveyDefinition,
  raters: Readonly<Record<string, readonly Answers[]>>,
  policy: Partial<DisclosurePolicy> = {},
  invitedBy: Readonly<Record<string, number>> = {},
): Report360 {
  const subject = "ann";
  const responses = Object.entries(raters).flatMap(([group, list]) =>
    list.map((answers) => ({ subject, group, answers: answersOf(answers) })),
  );
  const dataset = foldAnswers({
    definition,
    subjects: [subject],
    groups: definition.soundings.groups.map(({ code }) => code),
    responses,
    random: seededRandom(5),
  });
  const invited = Object.entries(raters).map(([group, list]) => ({
    subject,
    group,
    invited: invitedBy[group] ?? list.length,
  }));
  const [report] = reportAll({ definition, dataset, policy: { ...POLICY, ...policy }, invited });
  if (report === undefined) throw new Error("a wave with one subject has one report");
  return report;
}

/** The same answers of several raters. */
export function times(count: number, answers: Answers): readonly Answers[] {
  return Array.from({ length: count }, () => answers);
}
