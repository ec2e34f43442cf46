/** The personal code: a few answers only the respondent knows, each turned into a short hash before it leaves the browser. */
import type { SurveyAnswers, SurveyDefinition, SurveyJson } from "./definition.ts";
import { isJsonObject, ownValue, stringOf } from "./json-value.ts";
import { walkQuestions } from "./walk-questions.ts";

/** Four hexadecimal digits, but not 0000, which stands for "no answer" in a dataset. */
const ELEMENT = /^(?!0000)[0-9a-f]{4}$/;
const PURPOSE = "soundings personal code 1";

/**
 * Whether something is an element of a personal code as the browser sends it.
 * @param value anything
 * @returns true for four hexadecimal digits other than 0000
 * @example isCodeElement("0a3f") // true
 */
export function isCodeElement(value: unknown): value is string {
  return typeof value === "string" && ELEMENT.test(value);
}

/**
 * What is typed today and typed again next year shall be the same: without case, accents, marks and blanks.
 * @param answer as SurveyJS holds it: a text, or the value of a choice
 * @returns letters and digits only; "" where nothing is left, which is no answer
 * @example plainElement(" É.") // "e"
 */
export function plainElement(answer: unknown): string {
  if (typeof answer !== "string" && typeof answer !== "number") return "";
  return String(answer)
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, "");
}

/**
 * Elements that ask for letters and were given digits. Numbers are asked for as choices; a digit among letters was
 * typed by mistake, and would be another one next year. To be told before the answers are hashed: afterwards nobody can.
 * @param answers as SurveyJS holds them, in clear
 * @param definition the survey
 * @returns names of the code's text questions whose answer holds a digit, of any script
 * @example elementsWithDigits({ "code-mother": "7" }, definition) // ["code-mother"]
 */
export function elementsWithDigits(answers: unknown, definition: SurveyDefinition): readonly string[] {
  const { survey, soundings } = definition;
  if (soundings.personalCode === undefined || !isJsonObject(answers)) return [];
  const texts = walkQuestions(survey).filter(({ node }) => stringOf(node, "type") === "text");
  const names = new Set(texts.map(({ node }) => stringOf(node, "name")));
  return soundings.personalCode.filter(
    (name) => names.has(name) && /\p{Number}/u.test(plainElement(ownValue(answers, name))),
  );
}

/**
 * The text whose SHA-256 becomes an element. It names the programme's salt and the question, so that equal answers to
 * two questions, and in two programmes, give different elements. The salt is public and the answers are few: whoever
 * holds an opened dataset can try them all. What protects an element is that it lies sealed and encrypted, is never
 * shown, and is destroyed with the dataset; the hash only keeps it from being read in passing.
 * @param salt the manifest's linking salt, base64url
 * @param question the question's name
 * @param answer as SurveyJS holds it
 * @returns the text to hash, as a JSON list; undefined where the answer is none
 * @example textOfElement("c2FsdA", "code-mother", "m")
 */
export function textOfElement(salt: string, question: string, answer: unknown): string | undefined {
  const plain = plainElement(answer);
  return plain === "" ? undefined : JSON.stringify([PURPOSE, salt, question, plain]);
}

/**
 * The element that is sent: sixteen bits of the hash. More would tell no more about answers so few, and take more room.
 * @param digest SHA-256 of `textOfElement` in UTF-8, 32 bytes
 * @returns four hexadecimal digits, never 0000
 * @example elementOfDigest(Uint8Array.of(10, 63)) // "0a3f"
 */
export function elementOfDigest(digest: Uint8Array): string {
  const number = ((digest[0] ?? 0) << 8) | (digest[1] ?? 0);
  return (number === 0 ? 1 : number).toString(16).padStart(4, "0");
}

/**
 * The answers without those of the personal code: what the answer check is run on while they are still in clear.
 * @param answers as SurveyJS holds them
 * @param definition the survey
 * @returns a copy without the code's questions
 * @example withoutPersonalCode({ pace: 4, "code-mother": "m" }, definition) // { pace: 4 }
 */
export function withoutPersonalCode(answers: unknown, { soundings }: SurveyDefinition): unknown {
  const code = new Set(soundings.personalCode ?? []);
  if (code.size === 0 || !isJsonObject(answers)) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !code.has(question)));
}

/**
 * The answers with those of the personal code hashed: what leaves the browser.
 * @param answers as SurveyJS holds them
 * @param definition the survey
 * @param hash gives the element of a question's answer; undefined where the answer is none
 * @returns a copy; the code's questions hold elements or are absent
 * @example await sealPersonalCode(answers, definition, (question, answer) => hashElement(salt, question, answer))
 */
export async function sealPersonalCode(
  answers: SurveyAnswers,
  { soundings }: SurveyDefinition,
  hash: (question: string, answer: unknown) => Promise<string | undefined>,
): Promise<SurveyAnswers> {
  const code = new Set(soundings.personalCode ?? []);
  const sealed: [string, unknown][] = [];
  for (const [question, answer] of Object.entries(answers)) {
    const element = code.has(question) ? await hash(question, answer) : answer;
    if (element !== undefined) sealed.push([question, element]);
  }
  return Object.fromEntries(sealed);
}

/**
 * The form without the page of the personal code: for waves that are linked to none.
 * @param form SurveyJS JSON as formFor makes it
 * @param definition the survey
 * @returns a copy without pages that hold nothing but the code's questions
 * @example withoutCodePage(formFor(definition, rater), definition)
 */
export function withoutCodePage(form: SurveyJson, { soundings }: SurveyDefinition): SurveyJson {
  const code = new Set(soundings.personalCode ?? []);
  const pages = ownValue(form, "pages");
  if (code.size === 0 || !Array.isArray(pages)) return form;
  const isCodePage = (page: unknown): boolean => {
    const questions = walkQuestions({ pages: [page] });
    return questions.length > 0 && questions.every(({ node }) => code.has(stringOf(node, "name") ?? ""));
  };
  return { ...form, pages: pages.filter((page: unknown) => !isCodePage(page)) };
}
