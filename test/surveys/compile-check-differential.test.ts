/** Our answer check beside a fresh SurveyJS Model: every intended difference by name, and no other. */
import fc from "fast-check";
import { Model, type Question, QuestionSelectBase } from "survey-core";
import { describe, expect, it } from "vitest";
import type { AnswerRule } from "../../surveys/answer-problem.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import { type AnswerCheckResult, compileCheck } from "../../surveys/compile-check.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { formFor } from "../../surveys/form.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { walkQuestions } from "../../surveys/walk-questions.ts";
import { arbitrarySurvey } from "../support/arbitrary-survey.ts";
import { choices, formWith } from "../support/small-survey.ts";

type Json = Record<string, unknown>;

/** What we refuse although SurveyJS lets it pass, or refuse for reasons of our own. */
const STRICTER = {
  "unknown-question": "SurveyJS keeps keys that no question has",
  "too-many-answers": "SurveyJS keeps keys that no question has",
  "wrong-type": "SurveyJS takes a text for a number, a number for a choice, an object for a text",
  "unknown-choice": "SurveyJS takes a rating of 9 and drops or keeps choices that do not exist",
  "unknown-row": "SurveyJS keeps rows that do not exist",
  "repeated-choice": "SurveyJS keeps a choice that is there twice",
  "exclusive-choice": "SurveyJS keeps none beside other choices",
  "too-many-choices": "SurveyJS keeps more choices than the maximum",
  "incomplete-ranking": "SurveyJS completes a partial ranking, and so invents answers",
  "too-long": "SurveyJS does not hold texts against maxLength",
  "not-a-date": "SurveyJS takes any text for a date",
} satisfies Partial<Record<AnswerRule, string>>;

interface Outcome {
  /** Names of questions with an error, sorted; empty when valid. */
  readonly refused: readonly string[];
  readonly answers: Json;
}

/** As a rater would: in the order asked, and only questions that are shown. */
function bySurveyJs(definition: SurveyDefinition, answers: Json): Outcome {
  const model = new Model(formFor(definition, { language: "en", pipes: {} }));
  for (const question of model.getAllQuestions()) {
    if (!question.isVisible || !question.parent?.isVisible) continue;
    const key = `${question.name}-Comment`;
    if (isHiddenChoice(question, answers[question.name])) continue;
    if (Object.hasOwn(answers, question.name))
      model.setValue(question.name, structuredClone(answers[question.name]));
    if (typeof answers[key] === "string") model.setComment(question.name, answers[key]);
  }
  model.validate();
  const refused = model.getAllQuestions().filter((question) => question.errors.length > 0);
  model.doComplete();
  return { refused: refused.map(({ name }) => name).sort(), answers: flat(model.data, definition) };
}

/** Nobody can choose what is not shown; sent all the same, SurveyJS would take it for the text of "other". */
function isHiddenChoice(question: Question, value: unknown): boolean {
  if (!(question instanceof QuestionSelectBase)) return false;
  const exists = question.choices.some((choice: { value: unknown }) => choice.value === value);
  return exists && !question.visibleChoices.some((choice: { value: unknown }) => choice.value === value);
}

function byUs(result: AnswerCheckResult): Outcome {
  if (result.ok) return { refused: [], answers: Object.fromEntries(result.answers) };
  const names = result.problems.map(({ item }) => item.split(".")[0] ?? "");
  return { refused: [...new Set(names)].sort(), answers: {} };
}

/** SurveyJS's data by item code, in the form in which we keep answers. */
function flat(data: Json, { items }: SurveyDefinition): Json {
  const found: Json = {};
  for (const { code, question, row, kind } of items) {
    const isOther = code.endsWith(".other");
    const value = data[isOther ? `${question}-Comment` : question];
    const answer = row === undefined ? value : Object(value)[row];
    if (answer === undefined || answer === null || answer === "") continue;
    found[code] = kind === "text" && typeof answer === "string" ? cleanText(answer, true) : answer;
  }
  return found;
}

/** Takes away what a named difference is about; undefined when there is none. */
function peel(answers: Json, result: AnswerCheckResult): Json | undefined {
  if (result.ok) return undefined;
  const reasons = result.problems.filter(({ rule }) => Object.hasOwn(STRICTER, rule));
  if (reasons.length === 0) return undefined;
  const gone = new Set(reasons.map(({ item }) => item.split(".")[0]));
  const known = (key: string) => !gone.has("") || key.startsWith("ask-");
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) => known(key) && !gone.has(key.replace("-Comment", ""))),
  );
}

/** Texts as we keep them. */
function tidy(answers: Json, definition: SurveyDefinition): Json {
  const placed = walkQuestions(definition.survey);
  const comments = new Set(placed.flatMap(({ node }) => (node["type"] === "comment" ? [node["name"]] : [])));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      if (typeof value !== "string") return [[key, value]];
      const text = cleanText(value, comments.has(key));
      return text === "" ? [] : [[key, text]];
    }),
  );
}

/** More runs than a test run has time for: FUZZ_RUNS=5000 npx vitest run test/surveys/compile-check-differential */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 80);

/** The smallest case of each difference: a question, and data for it. */
const CASES: readonly (readonly [keyof typeof STRICTER, Json, Json])[] = [
  ["unknown-question", { type: "comment" }, { surprise: 1 }],
  ["too-many-answers", { type: "comment" }, { "ask-a": "said", surprise: 1 }],
  ["wrong-type", { type: "text", inputType: "number" }, { "ask-a": "3" }],
  ["wrong-type", { type: "boolean" }, { "ask-a": "yes" }],
  ["wrong-type", { type: "text" }, { "ask-a": { a: 1 } }],
  ["wrong-type", { type: "radiogroup", choices: choices("x") }, { "ask-a": ["x"] }],
  ["unknown-choice", { type: "rating", rateMin: 1, rateMax: 4 }, { "ask-a": 9 }],
  ["unknown-choice", { type: "rating", rateMin: 1, rateMax: 4 }, { "ask-a": 3.7 }],
  ["unknown-choice", { type: "rating", rateMin: 1, rateMax: 4 }, { "ask-a": "3" }],
  ["unknown-choice", { type: "dropdown", choices: choices("x") }, { "ask-a": "nope" }],
  ["unknown-choice", { type: "matrix", columns: choices("x"), rows: choices("r") }, { "ask-a": { r: 7 } }],
  ["unknown-row", { type: "matrix", columns: choices("x"), rows: choices("r") }, { "ask-a": { q: "x" } }],
  ["repeated-choice", { type: "checkbox", choices: choices("x", "y") }, { "ask-a": ["x", "x"] }],
  [
    "exclusive-choice",
    { type: "checkbox", choices: choices("x"), showNoneItem: true },
    { "ask-a": ["none", "x"] },
  ],
  [
    "too-many-choices",
    { type: "tagbox", choices: choices("x", "y"), maxSelectedChoices: 1 },
    { "ask-a": ["x", "y"] },
  ],
  ["incomplete-ranking", { type: "ranking", choices: choices("x", "y") }, { "ask-a": ["y"] }],
  ["too-long", { type: "comment", maxLength: 3 }, { "ask-a": "four" }],
  ["not-a-date", { type: "text", inputType: "date" }, { "ask-a": "soon" }],
];

function definitionWith(element: Json): SurveyDefinition {
  const items = element["type"] === "rating" ? { "ask-a": { scale: "plain" } } : {};
  return load(formWith([{ name: "ask-a", title: "Title", ...element }], items));
}

function load(file: Json): SurveyDefinition {
  const loaded = loadDefinition(JSON.stringify(file));
  if ("problems" in loaded) throw new RangeError(JSON.stringify(loaded.problems));
  return loaded.definition;
}

describe("the compiled check beside a fresh SurveyJS Model", () => {
  it("agrees on every generated survey and answer, but for the differences that are listed", () => {
    fc.assert(
      fc.property(arbitrarySurvey(), ({ file, answers }) => {
        const definition = load(file);
        const check = compileCheck(definition);
        let left: Json = answers;
        for (let next: Json | undefined = answers; next !== undefined; next = peel(next, check(next)))
          left = next;
        const tidied = tidy(left, definition);
        expect(byUs(check(tidied))).toEqual(expected(bySurveyJs(definition, tidied)));
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it.each(CASES)("%s: we refuse what SurveyJS takes, asked as %j, answered %j", (rule, element, answers) => {
    const definition = definitionWith(element);
    const result = compileCheck(definition)(answers);
    expect(result.ok ? [] : result.problems.map((problem) => problem.rule)).toEqual([rule]);
    const model = new Model(formFor(definition, { language: "en", pipes: {} }));
    model.data = structuredClone(answers);
    expect(model.validate()).toBe(true);
  });

  it("has a case for each difference that is listed", () => {
    expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual(Object.keys(STRICTER).sort());
  });

  it("takes spaces and unseen characters off texts, and spaces alone for no answer, where SurveyJS keeps them", () => {
    const check = compileCheck(definitionWith({ type: "comment", isRequired: true }));
    expect(byUs(check({ "ask-a": " said\u0000 " })).answers).toEqual({ "ask-a": "said" });
    expect(byUs(check({ "ask-a": "   " })).refused).toEqual(["ask-a"]);
  });

  it("drops the text of a choice other that was not chosen, where SurveyJS keeps it until the end", () => {
    const check = compileCheck(
      definitionWith({ type: "radiogroup", choices: choices("x"), showOtherItem: true }),
    );
    expect(byUs(check({ "ask-a": "x", "ask-a-Comment": "said" })).answers).toEqual({ "ask-a": "x" });
  });

  it("drops a hidden answer before what rests on it, where SurveyJS lets hidden data sent at once show a question", () => {
    const radio = (name: string, more: Json = {}) => ({
      type: "radiogroup",
      name,
      title: name,
      choices: choices("x", "y"),
      ...more,
    });
    const chain = load(
      formWith([
        radio("ask-a"),
        radio("ask-b", { visibleIf: "{ask-a} = 'x'" }),
        radio("ask-c", { visibleIf: "{ask-b} = 'x'", isRequired: true }),
      ]),
    );
    const answers = { "ask-a": "y", "ask-b": "x", "ask-c": "y" };
    expect(byUs(compileCheck(chain)(answers)).answers).toEqual({ "ask-a": "y" });
    const model = new Model(formFor(chain, { language: "en", pipes: {} }));
    model.data = answers;
    expect(model.getQuestionByName("ask-c").isVisible).toBe(true);
    model.clear();
    for (const [name, value] of [
      ["ask-a", "x"],
      ["ask-b", "x"],
      ["ask-c", "y"],
      ["ask-a", "y"],
    ])
      model.setValue(name ?? "", value);
    expect(model.data).toEqual({ "ask-a": "y" });
  });
});

function expected(outcome: Outcome): Outcome {
  return outcome.refused.length === 0 ? outcome : { ...outcome, answers: {} };
}
