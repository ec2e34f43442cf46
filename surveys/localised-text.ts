/** Texts in several languages: SurveyJS writes a string or an object, we always hold an object. */
import type { LanguageCode, LocalisedText } from "./definition.ts";
import { isJsonObject } from "./json-value.ts";

/** Properties of SurveyJS objects that hold a text somebody reads. */
export const TEXT_PROPERTIES: ReadonlySet<string> = new Set([
  "title",
  "description",
  "text",
  "minRateDescription",
  "maxRateDescription",
  "otherText",
  "otherPlaceholder",
  "otherErrorText",
  "noneText",
  "placeholder",
  "labelTrue",
  "labelFalse",
  "requiredErrorText",
  "completeText",
  "pageNextText",
  "pagePrevText",
]);

/**
 * The language that texts fall back to.
 * @param languages the languages of a definition
 * @returns the first of them
 * @example firstLanguage(["de", "en"]) // "de"
 */
export function firstLanguage(languages: readonly LanguageCode[]): LanguageCode {
  return languages[0] ?? "en";
}

/**
 * A text as SurveyJS holds it, in our form. A plain string and the key "default" are the first language.
 * @param value a string, or an object from language code to string
 * @param languages the definition's languages, the first being the fall-back
 * @returns the text by language, or undefined when the value is no text
 * @example readText("Hello", ["en"]) // { en: "Hello" }
 */
export function readText(value: unknown, languages: readonly LanguageCode[]): LocalisedText | undefined {
  if (typeof value === "string") return { [firstLanguage(languages)]: value };
  if (!isJsonObject(value)) return undefined;
  const texts: [LanguageCode, string][] = [];
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === "string") texts.push([key === "default" ? firstLanguage(languages) : key, text]);
  }
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

/**
 * The text in one language, or in the language that texts fall back to.
 * @param text the text by language
 * @param language the language wanted
 * @param languages the definition's languages
 * @returns one string, "" when the text has neither
 * @example textIn({ en: "Yes", de: "Ja" }, "de", ["en", "de"]) // "Ja"
 */
export function textIn(
  text: LocalisedText,
  language: LanguageCode,
  languages: readonly LanguageCode[],
): string {
  return text[language] ?? text[firstLanguage(languages)] ?? "";
}
