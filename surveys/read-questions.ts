/** Reads typed questions out of a SurveyJS JSON whose shape the schema has accepted. */
import {
  type LocalisedText,
  NOT_OBSERVED,
  type Scale,
  type SoundingsBlock,
  type SurveyJson,
} from "./definition.ts";
import { isJsonObject, type JsonObject, numberOf, ownValue, stringOf } from "./json-value.ts";
import { firstLanguage, readText } from "./localised-text.ts";
import { type Choice, NONE, type Question, type Row, rowCode } from "./question.ts";
import { LONGEST_LINE, LONGEST_PATTERN_TEXT, LONGEST_TEXT } from "./text-limits.ts";
import { type PlacedQuestion, walkQuestions } from "./walk-questions.ts";

const LARGEST_NUMBER = 1e12;

/**
 * The questions of a survey in the order asked. A question of a type outside the format is passed over.
 * @param survey the SurveyJS JSON
 * @param soundings the metadata: scales give the choices of items on a scale
 * @returns the questions
 * @example readQuestions(definition.survey, definition.soundings).map((question) => question.name)
 */
export function readQuestions(survey: SurveyJson, soundings: SoundingsBlock): readonly Question[] {
  return walkQuestions(survey).flatMap((placed) => {
    const question = readQuestion(placed, soundings);
    return question === undefined ? [] : [question];
  });
}

type Reader = (placed: PlacedQuestion, soundings: SoundingsBlock) => Question;

const READERS: Readonly<Record<string, Reader>> = {
  rating: readOne,
  radiogroup: readOne,
  dropdown: readOne,
  checkbox: readSome,
  tagbox: readSome,
  ranking: readRanking,
  matrix: readGrid,
  boolean: (placed, soundings) => ({ ...asked(placed, soundings), answer: "boolean" }),
  text: readLine,
  comment: readComment,
};

/** The SurveyJS types that a definition may use for questions. */
export const QUESTION_TYPES: readonly string[] = Object.keys(READERS);

function readQuestion(placed: PlacedQuestion, soundings: SoundingsBlock): Question | undefined {
  const reader = READERS[stringOf(placed.node, "type") ?? ""];
  const name = stringOf(placed.node, "name");
  if (name === undefined || reader === undefined) return undefined;
  if (soundings.personalCode?.includes(name)) return { ...asked(placed, soundings), answer: "code" };
  return reader(placed, soundings);
}

function asked({ node, pointer, containers }: PlacedQuestion, { languages }: SoundingsBlock) {
  const name = stringOf(node, "name") ?? "";
  const requiredIf = stringOf(node, "requiredIf");
  return {
    name,
    pointer,
    title: readText(ownValue(node, "title"), languages) ?? { [firstLanguage(languages)]: name },
    visibleIf: [...containers.map((container) => container.node), node].flatMap((holder) => {
      const condition = stringOf(holder, "visibleIf");
      return condition === undefined || condition.trim() === "" ? [] : [condition];
    }),
    required: ownValue(node, "isRequired") === true,
    ...(requiredIf === undefined || requiredIf.trim() === "" ? {} : { requiredIf }),
  };
}

function readOne(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  const { node } = placed;
  const scale = scaleOf(stringOf(node, "name") ?? "", soundings);
  if (scale !== undefined)
    return { ...asked(placed, soundings), answer: "one", choices: scaleChoices(scale) };
  return {
    ...asked(placed, soundings),
    answer: "one",
    choices: [...readChoices(ownValue(node, "choices"), soundings), ...noneChoice(node, soundings)],
    ...readOther(node, soundings),
  };
}

function readSome(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  const { node } = placed;
  const choices = [...readChoices(ownValue(node, "choices"), soundings), ...noneChoice(node, soundings)];
  const other = readOther(node, soundings);
  return {
    ...asked(placed, soundings),
    answer: "some",
    choices,
    ...other,
    ...limits(node, choices.length + (other.other === undefined ? 0 : 1)),
  };
}

function readRanking(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  const choices = readChoices(ownValue(placed.node, "choices"), soundings);
  const partly = ownValue(placed.node, "selectToRankEnabled") === true;
  return {
    ...asked(placed, soundings),
    answer: "order",
    choices,
    ...(partly
      ? limits(placed.node, choices.length)
      : { minimumChosen: choices.length, maximumChosen: choices.length }),
  };
}

function readGrid(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  const { node } = placed;
  const rows = readChoices(ownValue(node, "rows"), soundings).map(
    ({ value, text, visibleIf }): Row => ({
      value: String(value),
      text,
      ...(visibleIf === undefined ? {} : { visibleIf }),
    }),
  );
  const scale = rows
    .map((row) => scaleOf(rowCode(stringOf(node, "name") ?? "", row.value), soundings))
    .find((found) => found !== undefined);
  return {
    ...asked(placed, soundings),
    answer: "grid",
    rows,
    choices: scale === undefined ? readChoices(ownValue(node, "columns"), soundings) : scaleChoices(scale),
    everyRowRequired:
      ownValue(node, "isAllRowRequired") === true || ownValue(node, "eachRowRequired") === true,
  };
}

function readLine(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  const { node } = placed;
  switch (stringOf(node, "inputType")) {
    case "number":
      return {
        ...asked(placed, soundings),
        answer: "number",
        minimum: numberOf(node, "min") ?? validatorNumber(node, "numeric", "minValue") ?? -LARGEST_NUMBER,
        maximum: numberOf(node, "max") ?? validatorNumber(node, "numeric", "maxValue") ?? LARGEST_NUMBER,
      };
    case "date":
      return {
        ...asked(placed, soundings),
        answer: "date",
        minimum: stringOf(node, "min") ?? "0001-01-01",
        maximum: stringOf(node, "max") ?? "9999-12-31",
      };
    default:
      return { ...writing(placed, soundings, LONGEST_LINE), multiline: false };
  }
}

function readComment(placed: PlacedQuestion, soundings: SoundingsBlock): Question {
  return { ...writing(placed, soundings, LONGEST_TEXT), multiline: true };
}

function writing(placed: PlacedQuestion, soundings: SoundingsBlock, longest: number) {
  const { node } = placed;
  const expression = validatorOf(node, "regex");
  const source = expression && stringOf(expression, "regex");
  const ignoreCase = expression !== undefined && ownValue(expression, "caseInsensitive") === true;
  const declared = numberOf(node, "maxLength") ?? -1;
  const limit = Math.min(
    declared < 0 ? longest : declared,
    validatorNumber(node, "text", "maxLength") || LONGEST_TEXT,
    source === undefined ? LONGEST_TEXT : LONGEST_PATTERN_TEXT,
  );
  return {
    ...asked(placed, soundings),
    answer: "text" as const,
    minimumLength: validatorNumber(node, "text", "minLength") ?? 0,
    maximumLength: limit,
    email: stringOf(node, "inputType") === "email" || validatorOf(node, "email") !== undefined,
    ...(source === undefined ? {} : { pattern: { source, ignoreCase } }),
  };
}

function validatorOf(node: JsonObject, type: string): JsonObject | undefined {
  const validators = ownValue(node, "validators");
  if (!Array.isArray(validators)) return undefined;
  return validators.find(
    (validator: unknown): validator is JsonObject =>
      isJsonObject(validator) && stringOf(validator, "type") === type,
  );
}

function validatorNumber(node: JsonObject, type: string, key: string): number | undefined {
  const validator = validatorOf(node, type);
  return validator && numberOf(validator, key);
}

function limits(node: JsonObject, choices: number) {
  const maximum = numberOf(node, "maxSelectedChoices") ?? 0;
  return {
    minimumChosen: numberOf(node, "minSelectedChoices") ?? 0,
    maximumChosen: maximum > 0 ? Math.min(maximum, choices) : choices,
  };
}

function readChoices(value: unknown, { languages }: SoundingsBlock): readonly Choice[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): Choice[] => {
    const node = isJsonObject(entry) ? entry : { value: entry };
    const code = ownValue(node, "value");
    if (typeof code !== "string" && typeof code !== "number") return [];
    const visibleIf = stringOf(node, "visibleIf");
    return [
      {
        value: code,
        text: readText(ownValue(node, "text"), languages) ?? { [firstLanguage(languages)]: String(code) },
        exclusive: ownValue(node, "isExclusive") === true,
        ...(visibleIf === undefined || visibleIf.trim() === "" ? {} : { visibleIf }),
      },
    ];
  });
}

function scaleOf(code: string, { items, scales }: SoundingsBlock): Scale | undefined {
  const name = Object.hasOwn(items, code) ? items[code]?.scale : undefined;
  return name !== undefined && Object.hasOwn(scales, name) ? scales[name] : undefined;
}

function scaleChoices(scale: Scale): readonly Choice[] {
  const points = scale.labels.map((text, place): Choice => ({ value: place + 1, text, exclusive: false }));
  return scale.notObserved === undefined
    ? points
    : [...points, { value: NOT_OBSERVED, text: scale.notObserved, exclusive: false }];
}

function noneChoice(node: JsonObject, { languages }: SoundingsBlock): readonly Choice[] {
  if (ownValue(node, "showNoneItem") !== true && ownValue(node, "hasNone") !== true) return [];
  const text = readText(ownValue(node, "noneText"), languages) ?? { en: "None" };
  return [{ value: NONE, text, exclusive: true }];
}

function readOther(node: JsonObject, { languages }: SoundingsBlock): { readonly other?: LocalisedText } {
  if (ownValue(node, "showOtherItem") !== true && ownValue(node, "hasOther") !== true) return {};
  return { other: readText(ownValue(node, "otherText"), languages) ?? { en: "Other (describe)" } };
}
