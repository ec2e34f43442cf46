/** How large the boxes of a form must be so that every possible answer fits. */
import type { SurveyDefinition } from "./definition.ts";
import { otherKey, type Question } from "./question.ts";
import { readQuestions } from "./read-questions.ts";
import { LONGEST_OTHER } from "./text-limits.ts";

/** Quotation marks, colon, comma and brackets around one member of a JSON object. */
const JSON_MEMBER_BYTES = 8;
/** UTF-8 needs up to three bytes for a UTF-16 unit; JSON's two-character escapes need two. */
const BYTES_OF_UNIT = 3;
const NUMBER_BYTES = 24;
/** For what a draft keeps beside the answers, such as the page it was left at. */
const HEADROOM_BYTES = 256;
const BLOCK_BYTES = 512;

/**
 * The size of the boxes of a form: the longest answers it accepts as JSON in UTF-8, rounded up to whole blocks.
 * Equal for everybody who fills the form in.
 * @param definition a definition without problems
 * @returns bytes before encryption
 * @example boxBytesOf(definition) // 3072
 */
export function boxBytesOf(definition: SurveyDefinition): number {
  const questions = readQuestions(definition.survey, definition.soundings);
  const longest = questions.reduce((sum, question) => sum + memberBytes(question), HEADROOM_BYTES);
  return Math.ceil(longest / BLOCK_BYTES) * BLOCK_BYTES;
}

function memberBytes(question: Question): number {
  const other =
    "other" in question
      ? textBytes(otherKey(question.name)) + LONGEST_OTHER * BYTES_OF_UNIT + JSON_MEMBER_BYTES
      : 0;
  return textBytes(question.name) + JSON_MEMBER_BYTES + valueBytes(question) + other;
}

function valueBytes(question: Question): number {
  switch (question.answer) {
    case "boolean":
    case "number":
    case "date":
    case "code":
      return NUMBER_BYTES;
    case "text":
      return question.maximumLength * BYTES_OF_UNIT;
    case "one":
      return longestChoice(question.choices);
    case "some":
    case "order":
      return question.choices.reduce(
        (sum, { value }) => sum + textBytes(String(value)) + JSON_MEMBER_BYTES,
        NUMBER_BYTES,
      );
    case "grid":
      return question.rows.reduce(
        (sum, row) => sum + textBytes(row.value) + JSON_MEMBER_BYTES + longestChoice(question.choices),
        0,
      );
  }
}

function longestChoice(choices: readonly { readonly value: string | number }[]): number {
  return choices.reduce((longest, { value }) => Math.max(longest, textBytes(String(value))), NUMBER_BYTES);
}

function textBytes(text: string): number {
  return text.length * BYTES_OF_UNIT;
}
