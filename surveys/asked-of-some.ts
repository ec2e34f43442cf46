/** Which items only some people are asked: those that wait for an answer to something else. */
import type { SurveyDefinition } from "./definition.ts";
import { otherCode } from "./question.ts";
import { readQuestions } from "./read-questions.ts";

/**
 * Whoever answers such an item thereby tells something of another answer.
 * @param definition the survey
 * @returns codes of items behind a condition of their own, their panel or their page, and of the texts that come with
 * the choice "other"
 * @example askedOfSome(definition).has("how-often")
 */
export function askedOfSome(definition: SurveyDefinition): ReadonlySet<string> {
  const questions = readQuestions(definition.survey, definition.soundings);
  const waiting = new Set(questions.flatMap(({ name, visibleIf }) => (visibleIf.length > 0 ? [name] : [])));
  return new Set(
    definition.items.flatMap(({ code, question }) =>
      waiting.has(question) || code === otherCode(question) ? [code] : [],
    ),
  );
}
