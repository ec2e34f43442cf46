/** Conditions, run by survey-core's own runner so that their loose meaning is the same everywhere. Only door to it. */
import { ConditionRunner, ConditionsParser, type Operand } from "survey-core";

/** Answers by question name, as conditions see them. */
export type ConditionValues = Readonly<Record<string, unknown>>;

export type Condition = (values: ConditionValues) => boolean;

/**
 * A condition, parsed once. One that does not parse never holds; the lint refuses it before that.
 * @param expression a SurveyJS condition, for instance "{grade} = 'senior'"
 * @returns a function from answers to true or false
 * @see SurveyJS, "Expressions"
 * @example compileCondition("{a} > 2")({ a: 3 }) // true
 */
export function compileCondition(expression: string): Condition {
  const runner = new ConditionRunner(expression);
  if (!runner.canRun()) return () => false;
  return (values) => runner.runValues(values);
}

/** Longer conditions are not parsed: the parser calls itself for every bracket. The schema refuses them as well. */
const LONGEST_CONDITION = 1000;

export interface ConditionParts {
  /** Names in braces, as written. */
  readonly variables: readonly string[];
  readonly functions: readonly string[];
}

/**
 * What a condition refers to.
 * @param expression a SurveyJS condition
 * @returns the variables and functions it names, or undefined if it does not parse or names no variable
 * @example conditionParts("{a} = 1 and {b} notempty")?.variables // ["a", "b"]
 */
export function conditionParts(expression: string): ConditionParts | undefined {
  if (expression.length > LONGEST_CONDITION) return undefined;
  const operand = new ConditionsParser().parseExpression(expression);
  if (!operand) return undefined;
  const variables: string[] = [];
  operand.setVariables(variables);
  // What the parser cannot make sense of it takes for a text; a condition that names nothing was not meant so.
  if (variables.length === 0) return undefined;
  const operands: Operand[] = [];
  operand.addOperandsToList(operands);
  return { variables, functions: operands.flatMap(functionName) };
}

function functionName(operand: Operand): readonly string[] {
  if (operand.getType() !== "function" || !("functionName" in operand)) return [];
  return typeof operand.functionName === "string" ? [operand.functionName] : [];
}
