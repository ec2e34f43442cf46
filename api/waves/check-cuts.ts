/** Whether a policy's cuts can be made: each by one or two questions of the survey that offer choices. */
import { cutTrees } from "../../analysis/staff-tables/cut-trees.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { DomainError, type InputProblem } from "../errors.ts";

/** More ways of cutting show less, since each makes others be left out. */
export const MOST_CUTS = 12;

/** The questions whose answers can form groups, in the words of the form. */
export function cutQuestions({ soundings, items }: SurveyDefinition) {
  if (soundings.kind !== "staff-survey" || soundings.identity !== "anonymous") return [];
  const language = soundings.languages[0] ?? "en";
  return items
    .filter(({ kind }) => kind === "choice")
    .map(({ code, title, choices = [] }) => ({
      code,
      label: title[language] ?? code,
      choices: choices.length,
    }));
}

function problemOf(cut: readonly string[], definition: SurveyDefinition): string | undefined {
  if (new Set(cut).size < cut.length) return "The cut names the same question twice. Name two questions.";
  const bad = cut.find((code) => !definition.items.some((item) => item.code === code));
  if (bad !== undefined)
    return "The cut names a question that this survey does not ask. Choose one of its questions.";
  const open = cut.some((code) => definition.items.find((item) => item.code === code)?.kind !== "choice");
  return open
    ? "Only questions with one answer out of several choices can form groups. Choose another question."
    : undefined;
}

const CROSSES =
  "Answers can be counted by a first cut and by one more, alone and together with another question. This cut would cross both, and three that cross could tell what single people answered. Leave it out, or put what matters most first.";

/** One entry for each cut that cannot be made. */
function problemsOf(cuts: readonly (readonly string[])[], definition: SurveyDefinition): InputProblem[] {
  const seen = new Set<string>();
  const outside = new Set(cutTrees(cuts).outside);
  return cuts.flatMap((cut, place) => {
    const key = JSON.stringify([...cut].sort());
    const twice = seen.has(key) ? "The same cut is named twice. Keep one." : undefined;
    seen.add(key);
    const sentence = problemOf(cut, definition) ?? twice ?? (outside.has(place) ? CROSSES : undefined);
    return sentence === undefined ? [] : [{ path: `policy.cuts.${place}`, sentence }];
  });
}

/** @throws DomainError "bad-input" naming each cut that the survey cannot make, or if it shows no groups at all */
export function requireCuts(policy: Pick<DisclosurePolicy, "cuts">, definition: SurveyDefinition): void {
  if (policy.cuts === undefined) return;
  const { kind, identity } = definition.soundings;
  const problems =
    kind === "staff-survey" && identity === "anonymous"
      ? problemsOf(policy.cuts, definition)
      : [
          {
            path: "policy.cuts",
            sentence: "Only an anonymous staff survey is shown by cuts. Leave them out.",
          },
        ];
  if (problems.length === 0) return;
  throw new DomainError("bad-input", "The figures cannot be cut like this. Nothing was changed.", problems);
}
