/** Boxes are large enough: the longest answers that any shipped form accepts fit, with room for a draft's place. */
import { describe, expect, test } from "vitest";
import { padToBox } from "../../surveys/box-bytes.ts";
import { boxBytesOf } from "../../surveys/box-size.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { SHIPPED_INSTRUMENTS } from "../../surveys/library.ts";
import type { Question } from "../../surveys/question.ts";
import { otherKey } from "../../surveys/question.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { readQuestions } from "../../surveys/read-questions.ts";
import { LONGEST_OTHER } from "../../surveys/text-limits.ts";

/** Three bytes in UTF-8 for each UTF-16 unit that a length limit counts. */
const WIDEST = "語";

function longest(question: Question): unknown {
  switch (question.answer) {
    case "text":
      return question.email ? "a@example.org" : WIDEST.repeat(question.maximumLength);
    case "one":
      return question.choices
        .map(({ value }) => value)
        .sort((a, b) => String(b).length - String(a).length)[0];
    case "some":
    case "order":
      return question.choices.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
    case "grid":
      return Object.fromEntries(question.rows.map((row) => [row.value, question.choices.at(-1)?.value]));
    case "boolean":
      return false;
    case "number":
      return question.maximum;
    case "date":
      return question.maximum;
  }
}

describe.each(SHIPPED_INSTRUMENTS.map((file) => readDefinition(canonicalJson(file))))(
  "$soundings.id",
  (definition) => {
    test("the longest answers fit its boxes", () => {
      const questions = readQuestions(definition.survey, definition.soundings);
      const answers = Object.fromEntries(
        questions.flatMap((question) => [
          [question.name, longest(question)],
          ...("other" in question ? [[otherKey(question.name), WIDEST.repeat(LONGEST_OTHER)]] : []),
        ]),
      );
      const draft = { answers, page: 12, savedAt: "2030-01-01T00:00:00.000Z" };
      const bytes = new TextEncoder().encode(JSON.stringify(draft));
      expect(padToBox(bytes, boxBytesOf(definition))?.length).toBe(boxBytesOf(definition));
    });
  },
);

test("every character of an answer may need as much room as JSON and UTF-8 can ask for", () => {
  const escaped = '"\\\n\t'.repeat(50);
  expect(JSON.stringify(escaped).length - 2).toBeLessThanOrEqual(escaped.length * 3);
  expect(new TextEncoder().encode(JSON.stringify("🌍".repeat(50))).length - 2).toBeLessThanOrEqual(
    "🌍".length * 50 * 3,
  );
});
