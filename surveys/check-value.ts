/** Checks one value against one question: rules for choices, grids, rankings, numbers, dates and texts. */
import type { AnswerProblem, AnswerRule } from "./answer-problem.ts";
import { cleanText } from "./clean-text.ts";
import type { ItemAnswer } from "./definition.ts";
import { isJsonObject } from "./json-value.ts";
import { isCodeElement } from "./personal-code.ts";
import {
  type Choice,
  type ChoicesQuestion,
  type DateQuestion,
  type GridQuestion,
  type NumberQuestion,
  type Question,
  type RankingQuestion,
  rowCode,
  type TextQuestion,
} from "./question.ts";

/** What is offered at this moment: choices and rows that conditions hide are left out. */
export interface Offered {
  readonly choices: ReadonlyMap<string | number, Choice>;
  /** Choices that exist but are hidden now; an answer that names one is dropped. */
  readonly hidden: ReadonlySet<string | number>;
  readonly rows: ReadonlySet<string>;
  readonly hiddenRows: ReadonlySet<string>;
}

export interface CheckedValue {
  /**
   * As conditions see it; absent when unanswered. Also there when an answer of the right kind is refused, so that one
   * refusal does not bring others by hiding what rests on the answer.
   */
  readonly value?: unknown;
  /** By item code. */
  readonly answers: readonly (readonly [string, ItemAnswer])[];
  readonly problems: readonly AnswerProblem[];
}

const UNANSWERED: CheckedValue = { answers: [], problems: [] };

/**
 * Checks one value. What SurveyJS holds for an unanswered question (undefined, null, "", [] or {}) is no answer.
 * @param question what is asked
 * @param value what came, anything
 * @param offered the choices and rows that are shown
 * @returns the value as conditions see it, the answers by item code, and problems
 * @example checkValue(question, 3, offered).problems.length // 0
 */
export function checkValue(question: Question, value: unknown, offered: Offered): CheckedValue {
  if (value === undefined || value === null || value === "") return UNANSWERED;
  switch (question.answer) {
    case "one":
      return checkOne(question.name, value, offered);
    case "some":
      return checkSome(question, value, offered);
    case "order":
      return checkOrder(question, value, offered);
    case "grid":
      return checkGrid(question, value, offered);
    case "code":
      return isCodeElement(value) ? accept(question.name, value) : refuse(question.name, "wrong-type");
    case "boolean":
      return typeof value === "boolean" ? accept(question.name, value) : refuse(question.name, "wrong-type");
    case "number":
      return checkNumber(question, value);
    case "date":
      return checkDate(question, value);
    case "text":
      return checkText(question, value);
  }
}

/**
 * Checks a text against the limits of a text question.
 * @param question the limits, and the item code that problems name
 * @param value what came, anything
 * @returns the cleaned text, or problems
 * @example checkText({ ...question, maximumLength: 3 }, "four").problems[0]?.rule // "too-long"
 */
export function checkText(
  question: Omit<TextQuestion, "visibleIf" | "title" | "pointer">,
  value: unknown,
): CheckedValue {
  const { name, minimumLength, maximumLength, pattern } = question;
  if (typeof value !== "string") return refuse(name, "wrong-type");
  if (value.length > maximumLength) return refuse(name, "too-long", { maximum: maximumLength });
  const text = cleanText(value, question.multiline);
  if (text === "") return UNANSWERED;
  if (text.length < minimumLength) return refuse(name, "too-short", { minimum: minimumLength }, text);
  if (question.email && !isMailAddress(text)) return refuse(name, "not-an-address", {}, text);
  if (pattern !== undefined && !new RegExp(pattern.source, pattern.ignoreCase ? "i" : "").test(text))
    return refuse(name, "pattern", {}, text);
  return accept(name, text);
}

function checkOne(name: string, value: unknown, offered: Offered): CheckedValue {
  const choice = known(value);
  if (choice === undefined) return refuse(name, "wrong-type");
  if (offered.hidden.has(choice)) return UNANSWERED;
  return offered.choices.has(choice) ? accept(name, choice) : refuse(name, "unknown-choice");
}

function checkSome(question: ChoicesQuestion, value: unknown, offered: Offered): CheckedValue {
  const { name, minimumChosen, maximumChosen } = question;
  const chosen = readList(name, value, offered);
  if (!Array.isArray(chosen)) return chosen;
  if (chosen.length === 0) return UNANSWERED;
  if (chosen.length > 1 && chosen.some((choice) => offered.choices.get(choice)?.exclusive))
    return refuse(name, "exclusive-choice", {}, chosen);
  if (chosen.length > maximumChosen)
    return refuse(name, "too-many-choices", { maximum: maximumChosen }, chosen);
  if (chosen.length < minimumChosen)
    return refuse(name, "too-few-choices", { minimum: minimumChosen }, chosen);
  return { value: chosen, answers: [[name, chosen.map(String)]], problems: [] };
}

function checkOrder(question: RankingQuestion, value: unknown, offered: Offered): CheckedValue {
  const { name, maximumChosen } = question;
  const chosen = readList(name, value, offered);
  if (!Array.isArray(chosen)) return chosen;
  if (chosen.length === 0) return UNANSWERED;
  const minimum = Math.min(question.minimumChosen, offered.choices.size);
  if (chosen.length > maximumChosen)
    return refuse(name, "too-many-choices", { maximum: maximumChosen }, chosen);
  if (chosen.length < minimum) return refuse(name, "incomplete-ranking", { minimum }, chosen);
  return { value: chosen, answers: [[name, chosen.map(String)]], problems: [] };
}

/** The choices of a list without the hidden ones, or the refusal. */
function readList(name: string, value: unknown, offered: Offered): (string | number)[] | CheckedValue {
  if (!Array.isArray(value)) return refuse(name, "wrong-type");
  const maximum = offered.choices.size + offered.hidden.size;
  if (value.length > maximum) return refuse(name, "too-many-choices", { maximum });
  const chosen: (string | number)[] = [];
  for (const entry of value as readonly unknown[]) {
    const choice = known(entry);
    if (choice === undefined) return refuse(name, "wrong-type");
    if (offered.hidden.has(choice)) continue;
    if (!offered.choices.has(choice)) return refuse(name, "unknown-choice");
    if (chosen.includes(choice)) return refuse(name, "repeated-choice");
    chosen.push(choice);
  }
  return chosen;
}

function checkGrid(question: GridQuestion, value: unknown, offered: Offered): CheckedValue {
  const { name, rows } = question;
  if (!isJsonObject(value)) return refuse(name, "wrong-type");
  const keys = Object.keys(value);
  if (keys.length > rows.length) return refuse(name, "unknown-row");
  const kept: Record<string, unknown> = Object.create(null);
  const answers: (readonly [string, ItemAnswer])[] = [];
  const problems: AnswerProblem[] = [];
  for (const key of keys) {
    if (offered.hiddenRows.has(key)) continue;
    if (!offered.rows.has(key)) return refuse(name, "unknown-row");
    const cell = value[key];
    if (cell === undefined || cell === null || cell === "") continue;
    const checked = checkOne(rowCode(name, key), cell, offered);
    problems.push(...checked.problems);
    answers.push(...checked.answers);
    if (checked.value !== undefined) kept[key] = checked.value;
  }
  return answers.length === 0 ? { answers, problems } : { value: kept, answers, problems };
}

function checkNumber({ name, minimum, maximum }: NumberQuestion, value: unknown): CheckedValue {
  if (typeof value !== "number" || !Number.isFinite(value)) return refuse(name, "wrong-type");
  if (value < minimum) return refuse(name, "too-small", { minimum }, value);
  return value > maximum ? refuse(name, "too-large", { maximum }, value) : accept(name, value);
}

function checkDate({ name, minimum, maximum }: DateQuestion, value: unknown): CheckedValue {
  if (typeof value !== "string") return refuse(name, "wrong-type");
  if (!isDay(value)) return refuse(name, "not-a-date");
  if (value < minimum) return refuse(name, "too-small", { minimum }, value);
  return value > maximum ? refuse(name, "too-large", { maximum }, value) : accept(name, value);
}

/** A day of the calendar, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const host = text.slice(at + 1);
  return at > 0 && !/\s/.test(text) && text.indexOf("@") === at && /^[^.].*\.[^.]+$/.test(host);
}

function known(value: unknown): string | number | undefined {
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

function accept(item: string, answer: string | number | boolean): CheckedValue {
  return { value: answer, answers: [[item, answer]], problems: [] };
}

function refuse(
  item: string,
  rule: AnswerRule,
  parameters: AnswerProblem["parameters"] = {},
  value?: unknown,
): CheckedValue {
  const problems = [{ item, rule, parameters }];
  return value === undefined ? { answers: [], problems } : { value, answers: [], problems };
}
