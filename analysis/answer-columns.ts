/** Which columns a definition's items become, and how one answer becomes a small integer. */
import type { Item, ItemAnswer, SurveyDefinition } from "../surveys/definition.ts";
import { NOT_OBSERVED } from "../surveys/definition.ts";
import { NOT_OBSERVED_CODE, UNANSWERED } from "./dataset.ts";

interface ColumnPlanBase {
  readonly code: string;
  /** Code of the item whose answer the column takes. */
  readonly item: string;
  /** The small integer for a given answer; undefined if the answer does not belong to the item. */
  readonly encode: (answer: ItemAnswer) => number | undefined;
}

export type ColumnPlan =
  | (ColumnPlanBase & { readonly kind: "scale"; readonly points: number })
  | (ColumnPlanBase & { readonly kind: "choice"; readonly choices: readonly string[] });

/**
 * The columns of a dataset, in the definition's order.
 *
 * A scale item and a single choice become one column; several choices one column "code=value" per choice
 * ("no", "yes"); a ranking one column per choice with its rank; a yes/no question "false", "true".
 * Numbers, dates and texts become no column: an exact age or date would tell who answered.
 *
 * @param definition the survey
 * @returns one plan a column
 * @throws RangeError if a scale item names no scale of the definition, or a scale of more than 127 points
 * @example answerColumns(definition).map((plan) => plan.code); // ["listening.asks", "languages=de"]
 */
export function answerColumns(definition: SurveyDefinition): readonly ColumnPlan[] {
  return definition.items.flatMap((item): ColumnPlan[] => {
    switch (item.kind) {
      case "scale":
        return [scalePlan(definition, item)];
      case "choice":
        return [choicePlan(item)];
      case "boolean":
        return [booleanPlan(item)];
      case "choices":
        return choiceValues(item).map((value) => chosenPlan(item, value));
      case "ranking":
        return choiceValues(item).map((value) => rankPlan(item, value));
      default:
        return [];
    }
  });
}

function choiceValues(item: Item): readonly string[] {
  return (item.choices ?? []).map((choice) => choice.value);
}

function scalePlan(definition: SurveyDefinition, item: Item): ColumnPlan {
  const scale = definition.soundings.scales[item.metadata.scale ?? ""];
  if (scale === undefined || scale.points > 127) {
    throw new RangeError(`a scale column requires a scale of at most 127 points: ${item.code}`);
  }
  const { points } = scale;
  return {
    kind: "scale",
    code: item.code,
    item: item.code,
    points,
    encode: (answer) => {
      if (answer === NOT_OBSERVED) return scale.notObserved === undefined ? undefined : NOT_OBSERVED_CODE;
      const inRange =
        typeof answer === "number" && Number.isInteger(answer) && answer >= 1 && answer <= points;
      return inRange ? answer : undefined;
    },
  };
}

function choicePlan(item: Item): ColumnPlan {
  const choices = choiceValues(item);
  const places = new Map(choices.map((value, place) => [value, place + 1]));
  return {
    kind: "choice",
    code: item.code,
    item: item.code,
    choices,
    // A choice's value may be a number in the form; its code is the same in writing.
    encode: (answer) =>
      typeof answer === "string" || typeof answer === "number" ? places.get(String(answer)) : undefined,
  };
}

function booleanPlan(item: Item): ColumnPlan {
  return {
    kind: "choice",
    code: item.code,
    item: item.code,
    choices: ["false", "true"],
    encode: (answer) => (typeof answer === "boolean" ? (answer ? 2 : 1) : undefined),
  };
}

function chosenPlan(item: Item, value: string): ColumnPlan {
  return {
    kind: "choice",
    code: `${item.code}=${value}`,
    item: item.code,
    choices: ["no", "yes"],
    encode: (answer) => (isList(answer) ? (answer.includes(value) ? 2 : 1) : undefined),
  };
}

function rankPlan(item: Item, value: string): ColumnPlan {
  return {
    kind: "choice",
    code: `${item.code}=${value}`,
    item: item.code,
    choices: choiceValues(item).map((_, place) => String(place + 1)),
    // A choice that was left unranked stays unanswered.
    encode: (answer) => (isList(answer) ? answer.indexOf(value) + 1 || UNANSWERED : undefined),
  };
}

function isList(answer: ItemAnswer): answer is readonly string[] {
  return Array.isArray(answer);
}
