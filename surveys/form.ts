/** The form one rater fills in: a definition in one language, in the wording of the rater's group, with names in it. */

import { cleanText } from "./clean-text.ts";
import {
  type LanguageCode,
  type LocalisedText,
  NOT_OBSERVED,
  type Scale,
  type SoundingsBlock,
  type SurveyDefinition,
  type SurveyJson,
} from "./definition.ts";
import { isJsonObject, type JsonObject, stringOf } from "./json-value.ts";
import { readText, TEXT_PROPERTIES, textIn } from "./localised-text.ts";
import { rowCode } from "./question.ts";
import { readQuestions } from "./read-questions.ts";
import { LONGEST_OTHER } from "./text-limits.ts";

export interface FormFor {
  /** Code of the rater's group; absent where there are no groups. */
  readonly group?: string;
  readonly language: LanguageCode;
  /** Names for the braces in texts, for instance { subject: "Ann Lee" }; plain text. */
  readonly pipes: Readonly<Record<string, string>>;
}

/** Longest name that is put into a text. */
const LONGEST_NAME = 120;

/**
 * The SurveyJS JSON to give to a Model for this rater. Every text is one plain string. Names are put in as text: braces
 * in a name become round brackets, so that SurveyJS cannot read them as an expression, and nothing in a definition is
 * shown as HTML. Values of hidden questions are cleared as soon as they are hidden, which is how the answer check sees
 * them.
 * @param definition a definition without problems
 * @param rater group, language and the names for the texts
 * @returns SurveyJS JSON; a copy, the definition is not changed
 * @throws RangeError when the definition has no such group
 * @example new Model(formFor(definition, { group: "peer", language: "en", pipes: { subject: "Ann Lee" } }))
 */
export function formFor(definition: SurveyDefinition, rater: FormFor): SurveyJson {
  const { soundings } = definition;
  const group = soundings.groups.find(({ code }) => code === rater.group);
  if (rater.group !== undefined && group === undefined)
    throw new RangeError("formFor requires a group of the definition");
  const writer: Writer = {
    soundings,
    self: group?.wording === "self",
    longest: longestTexts(definition),
    say: (text) => withNames(textIn(text, rater.language, soundings.languages), soundings, rater.pipes),
  };
  return {
    ...copy(definition.survey, writer),
    clearInvisibleValues: "onHidden",
    maxOthersLength: LONGEST_OTHER,
  };
}

function longestTexts({ survey, soundings }: SurveyDefinition): ReadonlyMap<string, number> {
  return new Map(
    readQuestions(survey, soundings).flatMap((question) =>
      question.answer === "text" ? [[question.name, question.maximumLength] as const] : [],
    ),
  );
}

/** A text with names in the place of its declared pipes; a pipe without a name stays empty. */
function withNames(text: string, soundings: SoundingsBlock, pipes: FormFor["pipes"]): string {
  return text.replace(/\{([a-z][a-z0-9-]*)\}/g, (braces, name: string) => {
    if (!soundings.pipes.includes(name)) return braces;
    const value = Object.hasOwn(pipes, name) ? (pipes[name] ?? "") : "";
    return cleanText(value, false).slice(0, LONGEST_NAME).replaceAll("{", "(").replaceAll("}", ")");
  });
}

interface Writer {
  readonly soundings: SoundingsBlock;
  readonly self: boolean;
  readonly say: (text: LocalisedText) => string;
  /** By question: the answer check's limit, given to the browser too, so that nobody writes what is refused. */
  readonly longest: ReadonlyMap<string, number>;
}

function copy(node: JsonObject, writer: Writer): Record<string, unknown> {
  const written = Object.entries(node).map(([key, value]): [string, unknown] => {
    if (TEXT_PROPERTIES.has(key)) {
      const text = readText(value, writer.soundings.languages);
      return [key, text === undefined ? value : writer.say(text)];
    }
    return [key, copyValue(value, writer)];
  });
  return inWordingOfGroup(Object.fromEntries(written), writer);
}

function copyValue(value: unknown, writer: Writer): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => copyValue(entry, writer));
  return isJsonObject(value) ? copy(value, writer) : value;
}

/** The question in the wording of the group, its choices labelled from its scale. */
function inWordingOfGroup(node: Record<string, unknown>, writer: Writer): Record<string, unknown> {
  const name = stringOf(node, "name");
  const type = stringOf(node, "type");
  if (name === undefined || type === undefined || type === "panel") return node;
  const titled = shownAsList(withOwnTitle(node, name, "title", writer), type);
  if (type === "matrix") return writeMatrix(titled, name, writer);
  const longest = writer.longest.get(name);
  if (longest !== undefined) return { ...titled, maxLength: longest };
  const scale = scaleOf(name, writer.soundings);
  if (scale === undefined) return titled;
  if (type !== "rating") return { ...titled, choices: scaleLabels(scale, writer) };
  return scale.notObserved === undefined ? titled : asRadiogroup(titled, scale, writer);
}

/** A tagbox holds what a checkbox holds; all choices in sight need no popup, which phones and readers handle badly. */
function shownAsList(node: Record<string, unknown>, type: string): Record<string, unknown> {
  return type === "tagbox" ? { ...node, type: "checkbox" } : node;
}

function writeMatrix(node: Record<string, unknown>, name: string, writer: Writer): Record<string, unknown> {
  const rows = Array.isArray(node["rows"]) ? node["rows"] : [];
  const codes = rows.map((row: unknown) => rowCode(name, String(isJsonObject(row) ? row["value"] : row)));
  const scale = codes.map((code) => scaleOf(code, writer.soundings)).find((found) => found !== undefined);
  return {
    ...node,
    rows: rows.map((row: unknown, place) =>
      isJsonObject(row) ? withOwnTitle(row, codes[place] ?? "", "text", writer) : row,
    ),
    ...(scale === undefined ? {} : { columns: scaleLabels(scale, writer) }),
  };
}

function withOwnTitle(node: JsonObject, code: string, key: string, writer: Writer): Record<string, unknown> {
  const { items } = writer.soundings;
  const wording = Object.hasOwn(items, code) ? items[code]?.selfWording : undefined;
  return writer.self && wording !== undefined ? { ...node, [key]: writer.say(wording) } : { ...node };
}

/** A rating has no place for "not observed" apart from its points, so every choice is given with its label. */
function asRadiogroup(node: JsonObject, scale: Scale, writer: Writer): Record<string, unknown> {
  const kept = Object.entries(node).filter(
    ([key]) => !/^(rate|minRate|maxRate|displayMode|autoGenerate)/.test(key),
  );
  return { ...Object.fromEntries(kept), type: "radiogroup", choices: scaleLabels(scale, writer) };
}

function scaleLabels(scale: Scale, writer: Writer): readonly { value: number | string; text: string }[] {
  const points = scale.labels.map((label, place) => ({ value: place + 1, text: writer.say(label) }));
  return scale.notObserved === undefined
    ? points
    : [...points, { value: NOT_OBSERVED, text: writer.say(scale.notObserved) }];
}

function scaleOf(code: string, { items, scales }: SoundingsBlock): Scale | undefined {
  const name = Object.hasOwn(items, code) ? items[code]?.scale : undefined;
  return name !== undefined && Object.hasOwn(scales, name) ? scales[name] : undefined;
}
