/** A question as we understand it, whatever SurveyJS type asks it: what may be answered, and when it is asked. */
import type { LocalisedText } from "./definition.ts";

/** One possible answer. A number on a scale, a code otherwise. */
export interface Choice {
  readonly value: string | number;
  readonly text: LocalisedText;
  readonly visibleIf?: string;
  /** True: cannot be chosen together with another. */
  readonly exclusive: boolean;
}

export interface Row {
  readonly value: string;
  readonly text: LocalisedText;
  readonly visibleIf?: string;
}

interface Asked {
  readonly name: string;
  /** Where it stands in the file, as a JSON pointer. */
  readonly pointer: string;
  readonly title: LocalisedText;
  /** All must hold for the question to be asked: those of its page and panels first, then its own. */
  readonly visibleIf: readonly string[];
  readonly required: boolean;
  readonly requiredIf?: string;
}

/** rating, radiogroup, dropdown: one of the choices. */
interface ChoiceQuestion extends Asked {
  readonly answer: "one";
  readonly choices: readonly Choice[];
  /** The label of the choice "other", which comes with a text of its own; absent if it is not offered. */
  readonly other?: LocalisedText;
}

/** checkbox, tagbox: some of the choices. */
export interface ChoicesQuestion extends Asked {
  readonly answer: "some";
  readonly choices: readonly Choice[];
  readonly other?: LocalisedText;
  readonly minimumChosen: number;
  readonly maximumChosen: number;
}

/** ranking: all choices in an order, or some of them when a part may be ranked. */
export interface RankingQuestion extends Asked {
  readonly answer: "order";
  readonly choices: readonly Choice[];
  readonly minimumChosen: number;
  readonly maximumChosen: number;
}

/** matrix: one of the columns for each row. */
export interface GridQuestion extends Asked {
  readonly answer: "grid";
  readonly rows: readonly Row[];
  readonly choices: readonly Choice[];
  readonly everyRowRequired: boolean;
}

interface BooleanQuestion extends Asked {
  readonly answer: "boolean";
}

export interface NumberQuestion extends Asked {
  readonly answer: "number";
  readonly minimum: number;
  readonly maximum: number;
}

export interface DateQuestion extends Asked {
  readonly answer: "date";
  /** First and last day, as YYYY-MM-DD. */
  readonly minimum: string;
  readonly maximum: string;
}

/** text, comment: what somebody writes. */
export interface TextQuestion extends Asked {
  readonly answer: "text";
  readonly multiline: boolean;
  /** In UTF-16 code units, as browsers count. */
  readonly minimumLength: number;
  readonly maximumLength: number;
  readonly email: boolean;
  readonly pattern?: { readonly source: string; readonly ignoreCase: boolean };
}

/** An element of the personal code: hashed before it leaves the browser, whatever control asks for it. */
interface CodeQuestion extends Asked {
  readonly answer: "code";
}

export type Question =
  | CodeQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | RankingQuestion
  | GridQuestion
  | BooleanQuestion
  | NumberQuestion
  | DateQuestion
  | TextQuestion;

/** The value SurveyJS gives to the choice "other". */
export const OTHER = "other";
/** The value SurveyJS gives to the choice "none", which excludes all others. */
export const NONE = "none";

/**
 * Where SurveyJS keeps the text that comes with the choice "other".
 * @param question the question's name
 * @returns the key in SurveyJS's data
 * @example otherKey("reason") // "reason-Comment"
 */
export function otherKey(question: string): string {
  return `${question}-Comment`;
}

/**
 * The item code of the text that comes with the choice "other".
 * @param question the question's name
 * @returns the item code
 * @example otherCode("reason") // "reason.other"
 */
export function otherCode(question: string): string {
  return `${question}.other`;
}

/**
 * The item code of one row of a matrix.
 * @param question the matrix's name
 * @param row the row's value
 * @returns the item code
 * @example rowCode("listening", "lets-finish") // "listening.lets-finish"
 */
export function rowCode(question: string, row: string): string {
  return `${question}.${row}`;
}
