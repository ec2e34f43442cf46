/** What a draft holds: the answers as the form keeps them, and the page that was open. No time, no name. */
import type { SurveyAnswers } from "../../../surveys/definition.ts";

export interface DraftContent {
  readonly answers: SurveyAnswers;
  readonly page: number;
}

/** Reads what was decrypted; undefined if it is not a draft. */
export function readDraft(value: unknown): DraftContent | undefined {
  if (typeof value !== "object" || value === null || !("answers" in value) || !("page" in value))
    return undefined;
  const { answers, page } = value;
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) return undefined;
  return {
    answers: Object.fromEntries(Object.entries(answers)),
    page: typeof page === "number" && Number.isInteger(page) && page >= 0 ? page : 0,
  };
}
