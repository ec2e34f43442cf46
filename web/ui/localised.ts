/** The language of the staff screens: English, or the first language a survey's text has. */
import type { LocalisedText } from "../../surveys/definition.ts";

/** The text in English, or in the first language it has; "" if it has none. */
export function inEnglish(text: LocalisedText): string {
  return text["en"] ?? Object.values(text)[0] ?? "";
}
