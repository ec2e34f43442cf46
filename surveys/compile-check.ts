/** The answer check: compiled once for a definition, run in the rater's browser and on the server alike. */
import type { AnswerProblem } from "./answer-problem.ts";
import { type CheckedValue, checkText, checkValue, type Offered } from "./check-value.ts";
import { orderByConditions } from "./condition-order.ts";
import { type Condition, type ConditionValues, compileCondition } from "./conditions.ts";
import type { CheckedAnswers, ItemAnswer, SurveyDefinition } from "./definition.ts";
import { isJsonObject, type JsonObject, ownValue } from "./json-value.ts";
import { type Choice, OTHER, otherCode, otherKey, type Question, type Row } from "./question.ts";
import { readQuestions } from "./read-questions.ts";
import { LONGEST_OTHER } from "./text-limits.ts";

export type AnswerCheckResult =
  | { readonly ok: true; readonly answers: CheckedAnswers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

export type AnswerCheck = (answers: unknown) => AnswerCheckResult;

/**
 * Compiles the answer check of a definition. The check takes what SurveyJS holds as data and gives answers by item
 * code, or problems; it never throws, whatever it is given.
 *
 * Visibility is decided question by question, each after those its conditions rest on; the value of a hidden question,
 * row or choice is dropped before any condition that names it is run. So if a hides b and c rests on b, then c sees no b.
 * @param definition a definition without problems
 * @returns a function from anything to checked answers or problems
 * @example compileCheck(definition)({ pace: 4 })
 */
export function compileCheck(definition: SurveyDefinition): AnswerCheck {
  const questions = readQuestions(definition.survey, definition.soundings);
  const { ordered } = orderByConditions(questions);
  const compiled = ordered.map(compileQuestion);
  const keys = new Set(
    questions.flatMap((question) =>
      "other" in question ? [question.name, otherKey(question.name)] : [question.name],
    ),
  );
  const place = new Map(definition.items.map((item, index) => [item.code, index]));
  return (answers) => {
    if (!isJsonObject(answers)) return refused("not-answers");
    const given = Object.keys(answers);
    if (given.length > keys.size) return refused("too-many-answers");
    if (given.some((key) => !keys.has(key))) return refused("unknown-question");
    const outcome = runCheck(compiled, answers);
    if (outcome.problems.length > 0) return { ok: false, problems: sorted(outcome.problems, place) };
    return { ok: true, answers: new Map(outcome.answers) };
  };
}

interface CompiledQuestion {
  readonly question: Question;
  readonly asked: Condition;
  readonly required: Condition;
  readonly offered: (values: ConditionValues) => Offered;
}

function runCheck(compiled: readonly CompiledQuestion[], answers: JsonObject) {
  const values: Record<string, unknown> = Object.create(null);
  const kept: (readonly [string, ItemAnswer])[] = [];
  const problems: AnswerProblem[] = [];
  const asked: { readonly one: CompiledQuestion; readonly offered: Offered; readonly refused: boolean }[] =
    [];
  for (const one of compiled) {
    if (!one.asked(values)) continue;
    const offered = one.offered(values);
    const checked = withOther(one.question, answers, offered);
    if (checked.value !== undefined) values[one.question.name] = checked.value;
    kept.push(...checked.answers);
    problems.push(...checked.problems);
    asked.push({ one, offered, refused: checked.problems.length > 0 });
  }
  for (const { one, offered, refused } of asked) {
    if (!refused) problems.push(...missing(one, values, offered));
  }
  return { answers: kept, problems };
}

/** The value, and with the choice "other" the text that comes with it; without that choice its text is dropped. */
function withOther(question: Question, answers: JsonObject, offered: Offered): CheckedValue {
  const checked = checkValue(question, ownValue(answers, question.name), offered);
  if (!("other" in question)) return checked;
  const { value } = checked;
  if (value !== OTHER && !(Array.isArray(value) && value.includes(OTHER))) return checked;
  const item = otherCode(question.name);
  const text = checkText(
    {
      name: item,
      answer: "text",
      multiline: false,
      minimumLength: 0,
      maximumLength: LONGEST_OTHER,
      email: false,
      required: true,
    },
    ownValue(answers, otherKey(question.name)) ?? "",
  );
  const unsaid: AnswerProblem[] =
    text.answers.length + text.problems.length === 0 ? [{ item, rule: "required", parameters: {} }] : [];
  return {
    value,
    answers: [...checked.answers, ...text.answers],
    problems: [...checked.problems, ...text.problems, ...unsaid],
  };
}

function missing(
  { question, required }: CompiledQuestion,
  values: ConditionValues,
  offered: Offered,
): readonly AnswerProblem[] {
  const value = values[question.name];
  if (question.answer === "grid" && question.everyRowRequired) {
    const given = isJsonObject(value) ? value : {};
    return [...offered.rows]
      .filter((row) => ownValue(given, row) === undefined)
      .map((row) => ({ item: `${question.name}.${row}`, rule: "required", parameters: {} }));
  }
  if (value !== undefined) return [];
  if (required(values)) return [{ item: question.name, rule: "required", parameters: {} }];
  // SurveyJS holds an empty list against its minimum too, so that such a question cannot be left out.
  if (question.answer !== "some" || question.minimumChosen === 0) return [];
  const parameters = { minimum: question.minimumChosen };
  return [{ item: question.name, rule: "too-few-choices", parameters }];
}

function compileQuestion(question: Question): CompiledQuestion {
  const visible = question.visibleIf.map(compileCondition);
  const requiredIf = question.requiredIf === undefined ? undefined : compileCondition(question.requiredIf);
  return {
    question,
    asked: (values) => visible.every((condition) => condition(values)),
    required: (values) => question.required || requiredIf?.(values) === true,
    offered: compileOffered(question),
  };
}

function compileOffered(question: Question): (values: ConditionValues) => Offered {
  const choices: Choice[] = "choices" in question ? [...question.choices] : [];
  if ("other" in question && question.other !== undefined)
    choices.push({ value: OTHER, text: question.other, exclusive: false });
  const rows: readonly Row[] = "rows" in question ? question.rows : [];
  const showing = new Map<Choice | Row, Condition>();
  for (const part of [...choices, ...rows]) {
    if (part.visibleIf !== undefined) showing.set(part, compileCondition(part.visibleIf));
  }
  const offer = (shown: (part: Choice | Row) => boolean): Offered => ({
    choices: new Map(choices.filter(shown).map((choice) => [choice.value, choice])),
    hidden: new Set(choices.filter((choice) => !shown(choice)).map((choice) => choice.value)),
    rows: new Set(rows.filter(shown).map((row) => row.value)),
    hiddenRows: new Set(rows.filter((row) => !shown(row)).map((row) => row.value)),
  });
  const everything = offer(() => true);
  if (showing.size === 0) return () => everything;
  return (values) => offer((part) => showing.get(part)?.(values) ?? true);
}

function sorted(
  problems: readonly AnswerProblem[],
  place: ReadonlyMap<string, number>,
): readonly AnswerProblem[] {
  return [...problems].sort((one, two) => (place.get(one.item) ?? -1) - (place.get(two.item) ?? -1));
}

function refused(rule: "not-answers" | "too-many-answers" | "unknown-question"): AnswerCheckResult {
  return { ok: false, problems: [{ item: "", rule, parameters: {} }] };
}
