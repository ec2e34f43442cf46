/** Lint rules for choices, columns and ratings: no repetitions, and the points of the scale where there is one. */
import { NOT_OBSERVED, type Scale } from "../definition.ts";
import {
  isJsonObject,
  type JsonObject,
  numberOf,
  objectsOf,
  ownValue,
  pointerTo,
  stringOf,
} from "../json-value.ts";
import { readText } from "../localised-text.ts";
import { NONE, OTHER, rowCode } from "../question.ts";
import type { PlacedQuestion } from "../walk-questions.ts";
import { type Draft, type Finding, type LintRule, quoted, repetitions } from "./finding.ts";

/** The property that holds the possible answers of a type. */
function choicesKey(node: JsonObject): "choices" | "columns" | "rateValues" {
  const type = stringOf(node, "type");
  if (type === "matrix") return "columns";
  return type === "rating" ? "rateValues" : "choices";
}

function choiceValues(node: JsonObject): readonly unknown[] {
  const list = ownValue(node, choicesKey(node));
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => (isJsonObject(entry) ? ownValue(entry, "value") : entry));
}

/** Two choices of one question with the same value. */
export const duplicateChoice: LintRule = ({ placed }) => {
  return placed.flatMap(({ node, pointer }) =>
    repetitions(choiceValues(node).map(String)).map(([place, value]) => ({
      rule: "duplicate-choice",
      pointer: pointerTo(pointer, choicesKey(node), place),
      sentence: `Two choices have the value ${quoted(value)}.`,
      repair: "Give each choice a value of its own.",
    })),
  );
};

/** "other" and "none" come from showOtherItem and showNoneItem, which also give them their behaviour. */
export const reservedChoice: LintRule = ({ placed }) => {
  return placed.flatMap(({ node, pointer }) => {
    const taken = new Set<unknown>();
    if (ownValue(node, "showOtherItem") === true || ownValue(node, "hasOther") === true) taken.add(OTHER);
    if (ownValue(node, "showNoneItem") === true || ownValue(node, "hasNone") === true) taken.add(NONE);
    return choiceValues(node).flatMap((value, place) =>
      taken.has(value)
        ? [
            {
              rule: "duplicate-choice",
              pointer: pointerTo(pointer, choicesKey(node), place),
              sentence: `The choice ${quoted(value)} is there twice: SurveyJS adds it by itself.`,
              repair: "Take it out of the choices, or rename it.",
            },
          ]
        : [],
    );
  });
};

/** The rows of a matrix share its columns, so they share one scale. */
export const mixedScales: LintRule = ({ placed, soundings }) => {
  return placed.flatMap(({ node, pointer }) => {
    const scales = rowCodes(node).map((code) => soundings.items[code]?.scale ?? "none");
    return new Set(scales).size <= 1
      ? []
      : [
          {
            rule: "mixed-scales",
            pointer,
            sentence: `The rows of this matrix are on different scales: ${[...new Set(scales)].join(", ")}.`,
            repair: "Put all its rows on one scale, or make two matrices.",
          },
        ];
  });
};

/** On a scale the choices are its points, with the scale's labels. */
export const choicesMatchScale: LintRule = (draft) => {
  return draft.placed.flatMap((placed) => {
    const scale = scaleOf(placed, draft);
    if (scale === undefined) return [];
    if (stringOf(placed.node, "type") === "rating") return ratingMatchesScale(placed, scale);
    return [...valuesMatch(placed, scale), ...labelsMatch(placed, scale, draft)];
  });
};

function valuesMatch({ node, pointer }: PlacedQuestion, scale: Scale): readonly Finding[] {
  const wanted = pointsOf(scale).join(", ");
  const found = choiceValues(node).join(", ");
  if (found === wanted) return [];
  return [
    {
      rule: "choices-match-scale",
      pointer: pointerTo(pointer, choicesKey(node)),
      sentence: `The values here are ${quoted(found)}, but those of the scale are ${quoted(wanted)}.`,
      repair: "Give the points of the scale as numbers, in order, and not-observed if the scale offers it.",
    },
  ];
}

function labelsMatch(
  { node, pointer }: PlacedQuestion,
  scale: Scale,
  { soundings }: Draft,
): readonly Finding[] {
  return objectsOf(node, choicesKey(node)).flatMap(([place, choice]) => {
    const label = [...scale.labels, ...(scale.notObserved === undefined ? [] : [scale.notObserved])][place];
    const text = readText(ownValue(choice, "text"), soundings.languages);
    if (text === undefined || label === undefined) return [];
    return Object.entries(text).every(([language, word]) => (label[language] ?? word) === word)
      ? []
      : [
          {
            rule: "choices-match-scale",
            pointer: pointerTo(pointer, choicesKey(node), place, "text"),
            sentence: `This label is not the one that the scale gives to its point ${place + 1}.`,
            repair: "Use the scale's label, or declare a scale of its own for this question.",
          },
        ];
  });
}

function ratingMatchesScale({ node, pointer }: PlacedQuestion, scale: Scale): readonly Finding[] {
  const values = choiceValues(node).map(String);
  const points = pointsOf({ ...scale, notObserved: undefined }).map(String);
  const maximum = numberOf(node, "rateMax") ?? 5;
  const fits = values.length > 0 ? values.join() === points.join() : maximum === scale.points;
  return fits
    ? []
    : [
        {
          rule: "choices-match-scale",
          pointer,
          sentence: `The rating does not go from 1 to ${scale.points}, as its scale does.`,
          repair: `Set rateMin to 1 and rateMax to ${scale.points}; "not observed" comes from the scale.`,
        },
      ];
}

/** A rating, or a number as the value of a choice, means nothing without a scale. */
export const numbersWithoutScale: LintRule = (draft) => {
  return draft.placed.flatMap((placed) => {
    if (scaleOf(placed, draft) !== undefined) return [];
    const { node, pointer } = placed;
    const isNumber = choiceValues(node).some((value) => typeof value === "number");
    if (stringOf(node, "type") !== "rating" && !isNumber) return [];
    return [
      {
        rule: "missing-scale",
        pointer,
        sentence: `The question ${quoted(stringOf(node, "name"))} is answered in numbers but is on no scale.`,
        repair: "Name its scale in soundings.items, or use codes as values, for instance once.",
      },
    ];
  });
};

/** "not-observed" is offered by a scale, and only there. */
export const notObservedWithoutScale: LintRule = (draft) => {
  return draft.placed.flatMap((placed) => {
    const place = choiceValues(placed.node).indexOf(NOT_OBSERVED);
    if (place < 0 || scaleOf(placed, draft) !== undefined) return [];
    return [
      {
        rule: "missing-scale",
        pointer: pointerTo(placed.pointer, choicesKey(placed.node), place),
        sentence: '"not-observed" is offered by a question that is on no scale.',
        repair: "Name its scale in soundings.items, or use another code.",
      },
    ];
  });
};

/** A scale for a question of a type that has no points. */
export const scaleOnOtherType: LintRule = ({ items, soundings }) => {
  return items.flatMap(({ code, kind, metadata }) =>
    metadata.scale === undefined || kind === "scale"
      ? []
      : [
          {
            rule: "scale-on-other-type",
            pointer: pointerTo("/soundings/items", code, "scale"),
            sentence: `The item ${quoted(code)} is on the scale ${quoted(metadata.scale)} but is not answered with one of its points.`,
            repair: `Ask it as rating, radiogroup, dropdown or matrix${Object.keys(soundings.scales).length === 0 ? "" : ", or take the scale away"}.`,
          },
        ],
  );
};

/** Bounds that no answer can meet. */
export const impossibleBounds: LintRule = ({ questions }) => {
  return questions.flatMap((question) => {
    const [low, high] = boundsOf(question);
    if (low <= high) return [];
    return [
      {
        rule: "impossible-bounds",
        pointer: question.pointer,
        sentence: `The question ${quoted(question.name)} asks for at least ${low} and at most ${high}.`,
        repair: "Raise the maximum or lower the minimum.",
      },
    ];
  });
};

function boundsOf(question: Draft["questions"][number]): readonly [number | string, number | string] {
  switch (question.answer) {
    case "some":
    case "order":
      return [question.minimumChosen, question.maximumChosen];
    case "number":
    case "date":
      return [question.minimum, question.maximum];
    case "text":
      return [question.minimumLength, question.maximumLength];
    default:
      return [0, 0];
  }
}

function pointsOf(
  scale: Pick<Scale, "points"> & { readonly notObserved?: unknown },
): readonly (string | number)[] {
  const points = Array.from({ length: scale.points }, (_, place) => place + 1);
  return scale.notObserved === undefined ? points : [...points, NOT_OBSERVED];
}

function rowCodes(node: JsonObject): readonly string[] {
  const name = stringOf(node, "name") ?? "";
  return objectsOf(node, "rows").map(([, row]) => rowCode(name, String(ownValue(row, "value"))));
}

/** The types that are answered with one point of a scale. */
const POINT_TYPES = new Set(["rating", "radiogroup", "dropdown", "matrix"]);

function scaleOf({ node }: PlacedQuestion, { soundings }: Draft): Scale | undefined {
  if (!POINT_TYPES.has(stringOf(node, "type") ?? "")) return undefined;
  const codes = stringOf(node, "type") === "matrix" ? rowCodes(node) : [stringOf(node, "name") ?? ""];
  const names = codes.flatMap((code) => {
    const scale = Object.hasOwn(soundings.items, code) ? soundings.items[code]?.scale : undefined;
    return scale === undefined ? [] : [scale];
  });
  const [name] = names;
  return name !== undefined && Object.hasOwn(soundings.scales, name) ? soundings.scales[name] : undefined;
}
