/** The map of a comparison: which column of each file holds which item, and what its cells stand for. */
import { NOT_OBSERVED, type SurveyDefinition } from "../../surveys/definition.ts";
import type { Equivalence } from "../../surveys/definition-changes.ts";
import { isJsonObject, ownValue } from "../../surveys/json-value.ts";
import { columnName } from "../csv-table.ts";
import { NOT_OBSERVED_CODE, UNANSWERED } from "../dataset.ts";

/** How one file is read. */
export interface WaveMap {
  /** Item code by column; undefined: columns named like the items. */
  readonly items: ReadonlyMap<string, string> | undefined;
  /** Dimension code by column that holds scale scores worked out elsewhere. */
  readonly scores: ReadonlyMap<string, string>;
  /** What stands in cells, as the answer's number; UNANSWERED or NOT_OBSERVED_CODE too. */
  readonly answers: ReadonlyMap<string, number>;
  /** Only rows with one of these values count, by column. */
  readonly where: ReadonlyMap<string, readonly string[]>;
}

/** How both files are read. */
export interface ComparisonMap {
  readonly before: WaveMap;
  readonly after: WaveMap;
  readonly equivalent: Equivalence;
  readonly index: readonly string[] | undefined;
}

/** The map, or every problem of it as a sentence. */
export type ReadComparisonMap = { readonly map: ComparisonMap } | { readonly problems: readonly string[] };

const WAVE_KEYS = ["items", "scores", "answers", "where"];
const KEYS = [...WAVE_KEYS, "before", "after", "equivalent", "index"];

/**
 * Reads a map. What stands at the top holds for both files; "before" and "after" add to it or replace it.
 * @param json the parsed file: {"items"?, "scores"?, "answers"?, "where"?, "before"?, "after"?, "equivalent"?, "index"?}
 * @param definition the survey of the second wave
 * @returns the map, or its problems
 * @example readComparisonMap({ items: { q1: "pace" }, answers: { "99": null }, before: { where: { wave: "1" } } }, definition)
 */
export function readComparisonMap(json: unknown, definition: SurveyDefinition): ReadComparisonMap {
  if (!isJsonObject(json)) {
    return {
      problems: ["The map is not a JSON object with parts such as items, answers, before and after."],
    };
  }
  const problems: string[] = [];
  unknownKeys(json, KEYS, "The map", problems);
  const sides = { before: sideOf(json, "before", problems), after: sideOf(json, "after", problems) };
  const map: ComparisonMap = {
    before: readWave(json, sides.before, problems),
    after: readWave(json, sides.after, problems),
    equivalent: readEquivalence(ownValue(json, "equivalent"), problems),
    index: readIndex(ownValue(json, "index"), definition, problems),
  };
  const distinct = [...new Set(problems)];
  return distinct.length > 0 ? { problems: distinct } : { map };
}

/**
 * The map of files whose columns are named like the items.
 * @returns a map that names nothing
 * @example plainMap().before.items // undefined
 */
export function plainMap(): ComparisonMap {
  const wave: WaveMap = { items: undefined, scores: new Map(), answers: new Map(), where: new Map() };
  return { before: wave, after: wave, equivalent: new Map(), index: undefined };
}

function unknownKeys(json: object, known: readonly string[], whose: string, problems: string[]): void {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) {
      problems.push(`${whose} has a part "${key.slice(0, 40)}"; it may have ${known.join(", ")}.`);
    }
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function sideOf(json: JsonObject, side: "before" | "after", problems: string[]): JsonObject {
  const given = ownValue(json, side);
  if (given === undefined) return {};
  if (!isJsonObject(given)) {
    problems.push(`The map's ${side} is not an object such as {"where": {"wave": "1"}}.`);
    return {};
  }
  unknownKeys(given, WAVE_KEYS, `The map's ${side}`, problems);
  return given;
}

function readWave(top: JsonObject, side: JsonObject, problems: string[]): WaveMap {
  const part = (name: string): readonly (readonly [string, unknown])[] | undefined => {
    const both = [ownValue(top, name), ownValue(side, name)].filter((given) => given !== undefined);
    if (both.some((given) => !isJsonObject(given))) {
      problems.push(`The map's ${name} is not an object.`);
      return [];
    }
    return both.length === 0 ? undefined : both.flatMap((given) => Object.entries(Object(given)));
  };
  const items = part("items");
  return {
    items: items === undefined ? undefined : new Map(texts(items, "items", problems)),
    scores: new Map(texts(part("scores") ?? [], "scores", problems)),
    answers: new Map(answers(part("answers") ?? [], problems)),
    where: new Map(lists(part("where") ?? [], problems)),
  };
}

function texts(
  entries: readonly (readonly [string, unknown])[],
  name: string,
  problems: string[],
): readonly (readonly [string, string])[] {
  return entries.flatMap(([column, text]) => {
    if (typeof text === "string") return [[columnName(column), text] as const];
    problems.push(`The map's ${name} gives "${column.slice(0, 40)}" no text.`);
    return [];
  });
}

function lists(
  entries: readonly (readonly [string, unknown])[],
  problems: string[],
): readonly (readonly [string, readonly string[]])[] {
  return entries.map(([column, given]) => {
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    const values = list.filter((value) => typeof value === "string");
    if (values.length === 0 || values.length < list.length) {
      problems.push(`The map's where gives "${column.slice(0, 40)}" neither a text nor a list of texts.`);
    }
    return [columnName(column), values];
  });
}

function answers(
  entries: readonly (readonly [string, unknown])[],
  problems: string[],
): readonly (readonly [string, number])[] {
  return entries.flatMap(([cell, answer]) => {
    if (answer === null) return [[cell, UNANSWERED] as const];
    if (answer === NOT_OBSERVED) return [[cell, NOT_OBSERVED_CODE] as const];
    if (typeof answer === "number" && Number.isInteger(answer) && answer >= 1 && answer <= 127) {
      return [[cell, answer] as const];
    }
    problems.push(
      `The map's answer for "${cell.slice(0, 40)}" is no point of a scale, "${NOT_OBSERVED}" or null.`,
    );
    return [];
  });
}

function readEquivalence(given: unknown, problems: string[]): Equivalence {
  if (given === undefined) return new Map();
  if (!isJsonObject(given)) {
    problems.push('The map\'s equivalent is not an object such as {"new-code": "old-code", "other": null}.');
    return new Map();
  }
  const entries = Object.entries(given);
  if (entries.some(([, code]) => code !== null && typeof code !== "string")) {
    problems.push("The map's equivalent gives an item something that is neither an item's code nor null.");
  }
  return new Map(entries.map(([newer, older]) => [newer, typeof older === "string" ? older : null]));
}

function readIndex(
  given: unknown,
  definition: SurveyDefinition,
  problems: string[],
): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const codes = new Set(definition.items.map(({ code }) => code));
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const known = list.filter((code): code is string => typeof code === "string" && codes.has(code));
  if (known.length < list.length)
    problems.push("The map's index names something that is no item of the survey.");
  return known;
}
