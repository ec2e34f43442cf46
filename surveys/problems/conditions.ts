/** Lint rules for conditions: they parse, speak of items that exist, and do not rest on themselves. */
import { orderByConditions, questionOfVariable } from "../condition-order.ts";
import { conditionParts } from "../conditions.ts";
import { objectsOf, pointerTo, stringOf } from "../json-value.ts";
import { type Draft, type LintRule, quoted } from "./finding.ts";

/** Functions whose result depends on the answers alone: not on the clock, the screen or the page. */
const FUNCTIONS = new Set(["iif", "sum", "min", "max", "avg", "count", "round", "trunc"]);

interface PlacedCondition {
  readonly text: string;
  readonly pointer: string;
}

/**
 * Every condition of a draft: of pages, panels, questions, choices and rows.
 * @param draft the definition, whatever is wrong with it
 * @returns texts with the place of each
 * @example conditionsOf(draft).map(({ text }) => text)
 */
export function conditionsOf({ placed, containers }: Draft): readonly PlacedCondition[] {
  return [...containers, ...placed].flatMap(({ node, pointer }) => {
    const own = ["visibleIf", "requiredIf"].flatMap((key) => {
      const text = stringOf(node, key);
      return text === undefined ? [] : [{ text, pointer: pointerTo(pointer, key) }];
    });
    const parts = ["choices", "rows"].flatMap((list) =>
      objectsOf(node, list).flatMap(([place, part]) => {
        const text = stringOf(part, "visibleIf");
        return text === undefined ? [] : [{ text, pointer: pointerTo(pointer, list, place, "visibleIf") }];
      }),
    );
    return [...own, ...parts];
  });
}

/** A condition that SurveyJS cannot read. */
export const conditionSyntax: LintRule = (draft) => {
  return conditionsOf(draft).flatMap(({ text, pointer }) =>
    conditionParts(text) !== undefined
      ? []
      : [
          {
            rule: "condition-syntax",
            pointer,
            sentence: `The condition ${quoted(text)} cannot be read.`,
            repair: "Write it like {question} = 'choice' and {other} notempty.",
          },
        ],
  );
};

/** A condition on something that is not asked. */
export const conditionUnknownItem: LintRule = (draft) => {
  const known = new Set([
    ...draft.questions.map(({ name }) => name),
    ...draft.items.filter(({ row }) => row !== undefined).map(({ code }) => code),
  ]);
  const lists = new Set(
    draft.questions.flatMap(({ answer, name }) => (answer === "some" || answer === "order" ? [name] : [])),
  );
  const isKnown = (variable: string) =>
    known.has(variable) ||
    (/^[^.[]+(\.length|\[\d+\])$/.test(variable) && lists.has(questionOfVariable(variable)));
  return conditionsOf(draft).flatMap(({ text, pointer }) =>
    [...new Set(conditionParts(text)?.variables ?? [])]
      .filter((variable) => !isKnown(variable))
      .map((variable) => ({
        rule: "condition-unknown-item",
        pointer,
        sentence: `The condition ${quoted(text)} names ${quoted(variable)}, which is not asked.`,
        repair: "Use the code of a question, or question.row for a row of a matrix.",
      })),
  );
};

/** A condition with a function whose result may differ between browser and server. */
export const conditionFunction: LintRule = (draft) => {
  return conditionsOf(draft).flatMap(({ text, pointer }) =>
    (conditionParts(text)?.functions ?? [])
      .filter((name) => !FUNCTIONS.has(name))
      .map((name) => ({
        rule: "condition-function",
        pointer,
        sentence: `The condition ${quoted(text)} uses the function ${quoted(name)}.`,
        repair: `Use operators alone, or one of: ${[...FUNCTIONS].join(", ")}.`,
      })),
  );
};

/** A question that is shown or hidden by its own answer, directly or through others. */
export const conditionCircle: LintRule = ({ questions }) => {
  return orderByConditions(questions).circular.map((name) => ({
    rule: "condition-circle",
    pointer: questions.find((question) => question.name === name)?.pointer ?? "",
    sentence: `Whether ${quoted(name)} is shown rests on its own answer.`,
    repair: "Break the circle: let the condition rest on questions that are asked before.",
  }));
};

/** A condition that compares with a value that is none of the choices, and so can never hold as meant. */
export const conditionUnknownChoice: LintRule = (draft) => {
  const choices = new Map(
    draft.items.flatMap(({ code, choices: list }) =>
      list === undefined ? [] : [[code, new Set(list.map(({ value }) => value))] as const],
    ),
  );
  const comparison =
    /\{([a-z0-9.-]+)\}\s*(?:=|==|<>|!=|anyof|allof|noneof|contains|notcontains)\s*(\[[^\]]*\]|'[^']*'|"[^"]*")/g;
  return conditionsOf(draft).flatMap(({ text, pointer }) =>
    [...text.matchAll(comparison)].flatMap(([, code = "", values = ""]) => {
      const list = choices.get(code);
      if (list === undefined) return [];
      const named = [...values.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, one, two]) => one ?? two ?? "");
      return named
        .filter((value) => !list.has(value))
        .map((value) => ({
          rule: "condition-unknown-choice",
          pointer,
          sentence: `The condition compares ${quoted(code)} with ${quoted(value)}, which is none of its choices.`,
          repair: "Correct the value.",
        }));
    }),
  );
};
