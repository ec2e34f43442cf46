/** In which order questions must be looked at, so that a condition is decided after everything that it rests on. */
import { conditionParts } from "./conditions.ts";
import type { Question } from "./question.ts";

/**
 * The question a variable of a condition speaks of: {a}, {a.row} and {a.length} speak of question "a".
 * @param variable the name in braces
 * @returns the question's name, as far as the variable names one
 * @example questionOfVariable("listening.lets-finish") // "listening"
 */
export function questionOfVariable(variable: string): string {
  return variable.split(/[.[]/, 1)[0] ?? "";
}

/** Every condition on whether a question, its rows or its choices are shown; requiredIf hides nothing. */
function showingConditions(question: Question): readonly string[] {
  const parts = [
    ...("choices" in question ? question.choices : []),
    ...("rows" in question ? question.rows : []),
  ];
  return [
    ...question.visibleIf,
    ...parts.flatMap(({ visibleIf }) => (visibleIf === undefined ? [] : [visibleIf])),
  ];
}

export interface ConditionOrder {
  /** All questions; each after those that its showing rests on, and otherwise as asked. */
  readonly ordered: readonly Question[];
  /** Names of questions whose showing rests on itself, directly or through others. */
  readonly circular: readonly string[];
}

/**
 * Puts questions in the order in which their conditions can be decided.
 * @param questions the questions in the order asked
 * @returns the order, and the questions that stand in a circle
 * @example orderByConditions(questions).circular // []
 */
export function orderByConditions(questions: readonly Question[]): ConditionOrder {
  const byName = new Map(questions.map((question) => [question.name.toLowerCase(), question]));
  const ordered: Question[] = [];
  const circular: string[] = [];
  const state = new Map<Question, "open" | "done">();
  const visit = (question: Question): void => {
    if (state.get(question) === "done") return;
    if (state.get(question) === "open") {
      circular.push(question.name);
      return;
    }
    state.set(question, "open");
    for (const condition of showingConditions(question)) {
      for (const variable of conditionParts(condition)?.variables ?? []) {
        const needed = byName.get(questionOfVariable(variable).toLowerCase());
        if (needed !== undefined) visit(needed);
      }
    }
    state.set(question, "done");
    ordered.push(question);
  };
  questions.forEach(visit);
  return { ordered, circular };
}
