/** The answer check as the screens use it: sentences by item code, and what still holds after a change. */
import type { SurveyModel } from "survey-core";
import { answerProblemSentence } from "../../surveys/answer-problem.ts";
import type { AnswerCheck } from "../../surveys/compile-check.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { elementsWithDigits, withoutPersonalCode } from "../../surveys/personal-code.ts";
import type { SurveyProblems } from "../ui/survey/survey-problems.ts";
import type { Refusal } from "./protocol/server.ts";

/**
 * Runs the same check as the server on what the form holds. The personal code is hashed at sending, so that the server
 * could not check it: here it is looked at in clear.
 */
export function findProblems(
  check: AnswerCheck,
  model: SurveyModel,
  definition: SurveyDefinition,
): SurveyProblems {
  const result = check(withoutPersonalCode(model.data, definition));
  const ofCode = elementsWithDigits(model.data, definition).map((item) => ({
    item,
    rule: "not-a-letter" as const,
    parameters: {},
  }));
  const problems = [...(result.ok ? [] : result.problems), ...ofCode];
  return new Map(problems.map((problem) => [problem.item, answerProblemSentence(problem)]));
}

/** What the server refused, in the same shape. */
export function refusedProblems({ problems }: Refusal): SurveyProblems {
  return new Map(problems.map(({ path, sentence }) => [path, sentence]));
}

/** Of what was shown, the part that a new check still finds: mended answers lose their sentence, others gain none. */
export function stillFound(shown: SurveyProblems, found: SurveyProblems): SurveyProblems {
  const kept = [...shown].filter(([item]) => found.has(item));
  return kept.length === shown.size ? shown : new Map(kept);
}
