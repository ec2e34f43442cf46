/** Questions and answers of the shipped forms of mentoring in words, read from the forms themselves. */

import { isJsonObject } from "../../surveys/json-value.ts";
import menteeRequest from "../../surveys/library/mentee-request.json" with { type: "json" };
import mentorOffer from "../../surveys/library/mentor-offer.json" with { type: "json" };
import mentoringCheckIn from "../../surveys/library/mentoring-check-in.json" with { type: "json" };
import mentoringReview from "../../surveys/library/mentoring-review.json" with { type: "json" };

interface Question {
  readonly title: string;
  readonly choices: ReadonlyMap<string, string>;
}

function choicesOf(choices: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const choice of Array.isArray(choices) ? choices : []) {
    if (!isJsonObject(choice)) continue;
    const { value, text } = choice;
    if (typeof value === "string" && typeof text === "string") found.set(value, text);
  }
  return found;
}

function addQuestions(found: Map<string, Question>, value: unknown): void {
  if (Array.isArray(value)) {
    for (const one of value) addQuestions(found, one);
    return;
  }
  if (!isJsonObject(value)) return;
  const { name, title, elements } = value;
  if (elements !== undefined) {
    addQuestions(found, elements);
  } else if (typeof name === "string" && typeof title === "string") {
    found.set(name, { title, choices: choicesOf(value["choices"]) });
  }
}

function questionsOf(form: { readonly pages: unknown }): ReadonlyMap<string, Question> {
  const found = new Map<string, Question>();
  addQuestions(found, form.pages);
  return found;
}

const FORMS = {
  request: questionsOf(menteeRequest),
  offer: questionsOf(mentorOffer),
  review: questionsOf(mentoringReview),
  pulse: questionsOf(mentoringCheckIn),
} as const;

export type MentoringForm = keyof typeof FORMS;

/** The question as the form asks it, or its name where the form has changed. */
export function questionText(form: MentoringForm, item: string): string {
  return FORMS[form].get(item)?.title ?? item;
}

/** The answer as the form says it: words for codes, texts as they are, lists joined. */
export function answerText(form: MentoringForm, item: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => answerText(form, item, one)).join(", ");
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  return FORMS[form].get(item)?.choices.get(value) ?? value;
}

/** The choices of a question, codes with their words, in the form's order. */
export function choicesOfQuestion(form: MentoringForm, item: string): readonly (readonly [string, string])[] {
  return [...(FORMS[form].get(item)?.choices ?? [])];
}

/** The words of the points of a rating, the lowest first. */
export function scaleWords(form: "pulse" | "review", item: string): readonly string[] {
  const { items, scales } = form === "pulse" ? mentoringCheckIn.soundings : mentoringReview.soundings;
  const scale = Object.entries(items).find(([name]) => name === item)?.[1].scale;
  const labels = Object.entries(scales).find(([name]) => name === scale)?.[1].labels ?? [];
  return labels.map(({ en }) => en);
}

/** The words of an area of help. */
export function areaText(area: string): string {
  return answerText("offer", "areas", area);
}
