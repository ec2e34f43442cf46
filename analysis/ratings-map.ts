/** The map of an import: which column of a CSV file holds whom, and what. */
import type { ItemAnswer, SurveyDefinition } from "../surveys/definition.ts";
import { NOT_OBSERVED } from "../surveys/definition.ts";
import { isJsonObject, ownValue } from "../surveys/json-value.ts";
import { columnName } from "./csv-table.ts";

/** Where a code comes from: the same for every row, or a column, with a prefix or a translation. */
export type CodeSource =
  | { readonly value: string }
  | { readonly column: string; readonly prefix: string; readonly values?: ReadonlyMap<string, string> };

export interface RatingsMap {
  readonly subject: CodeSource;
  readonly group: CodeSource;
  /** Item code by column. */
  readonly items: ReadonlyMap<string, string>;
  /** What stands in cells, to answers; null for unanswered. */
  readonly answers: ReadonlyMap<string, ItemAnswer | null>;
  /** All columns that the map names, those to be ignored too. */
  readonly columns: ReadonlySet<string>;
}

export type ReadMap = { readonly map: RatingsMap } | { readonly problems: readonly string[] };

const KEYS = ["subject", "group", "items", "answers", "ignore"];
/** Kinds of items that a dataset keeps; exact numbers and dates would tell who answered. */
const KEPT_KINDS = new Set(["scale", "choice", "choices", "ranking", "boolean", "text"]);
const NOBODY: CodeSource = { value: "" };

/**
 * Reads a map file against a definition.
 *
 * @param json the parsed file: {"subject", "group", "items", "answers"?, "ignore"?}
 * @param definition the survey that the columns are items of
 * @returns the map, or every problem of it as a sentence
 * @example readRatingsMap({ subject: { column: "id" }, group: { value: "peer" }, items: { q1: "pace" } }, definition);
 */
export function readRatingsMap(json: unknown, definition: SurveyDefinition): ReadMap {
  if (!isJsonObject(json))
    return { problems: ["The map is not a JSON object with subject, group and items."] };
  const problems = Object.keys(json)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `The map has a part "${key.slice(0, 40)}"; it may have ${KEYS.join(", ")}.`);
  const needsSubjects = definition.soundings.kind === "360";
  const source = (part: "subject" | "group") => {
    const given = ownValue(json, part);
    if (needsSubjects) return readSource(part, given, problems);
    if (given !== undefined)
      problems.push(`The map names a ${part}, which only 360 feedback has. Take it out.`);
    return NOBODY;
  };
  const subject = source("subject");
  const group = source("group");
  if (needsSubjects) problems.push(...groupProblems(group, definition));
  const items = readItems(ownValue(json, "items"), definition, problems);
  const answers = readAnswers(ownValue(json, "answers"), problems);
  const ignored = readIgnored(ownValue(json, "ignore"), problems);
  const named = [...sourceColumns(subject), ...sourceColumns(group), ...items.keys(), ...ignored];
  const columns = new Set(named);
  if (columns.size < named.length) problems.push("The map names a column twice. Each has one meaning.");
  return problems.length > 0 ? { problems } : { map: { subject, group, items, answers, columns } };
}

function readSource(part: "subject" | "group", given: unknown, problems: string[]): CodeSource {
  const wrong = `The map's ${part} is neither {"column": "…"} nor {"value": "…"}.`;
  if (!isJsonObject(given)) {
    problems.push(wrong);
    return NOBODY;
  }
  const { value, column, prefix, values, ...more } = given;
  const known = Object.keys(more).length === 0;
  if (known && typeof value === "string" && value !== "" && column === undefined) return { value };
  const translation = values === undefined ? undefined : readTexts(values);
  const fits =
    typeof column === "string" &&
    value === undefined &&
    (prefix === undefined || typeof prefix === "string") &&
    (values === undefined || translation !== undefined);
  if (!known || !fits) {
    problems.push(wrong);
    return NOBODY;
  }
  const from = { column: columnName(column), prefix: typeof prefix === "string" ? prefix : "" };
  return translation === undefined ? from : { ...from, values: translation };
}

function readTexts(values: unknown): ReadonlyMap<string, string> | undefined {
  if (!isJsonObject(values)) return undefined;
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return texts.length === Object.keys(values).length ? new Map(texts) : undefined;
}

function groupProblems(group: CodeSource, definition: SurveyDefinition): readonly string[] {
  const codes = definition.soundings.groups.map(({ code }) => code);
  const named = "value" in group ? [group.value] : [...(group.values?.values() ?? [])];
  return named
    .filter((code) => code !== "" && !codes.includes(code))
    .map((code) => `The map names the group "${code.slice(0, 40)}"; the survey has ${codes.join(", ")}.`);
}

function readItems(
  given: unknown,
  definition: SurveyDefinition,
  problems: string[],
): ReadonlyMap<string, string> {
  if (!isJsonObject(given) || Object.keys(given).length === 0) {
    problems.push('The map has no items: {"items": {"column": "item code"}}.');
    return new Map();
  }
  const kinds = new Map(definition.items.map((item) => [item.code, item.kind]));
  const items = new Map<string, string>();
  const taken = new Set<string>();
  for (const [column, code] of Object.entries(given)) {
    const kind = typeof code === "string" ? kinds.get(code) : undefined;
    if (typeof code !== "string" || kind === undefined) {
      problems.push(`The map gives column "${column.slice(0, 40)}" an item that the survey does not have.`);
    } else if (!KEPT_KINDS.has(kind)) {
      problems.push(
        `The item "${code}" is a ${kind}, which is not kept: it would tell who answered. Ignore its column.`,
      );
    } else if (taken.has(code)) {
      problems.push(`The map names the item "${code}" twice.`);
    } else {
      taken.add(code);
      items.set(columnName(column), code);
    }
  }
  return items;
}

function readAnswers(given: unknown, problems: string[]): ReadonlyMap<string, ItemAnswer | null> {
  const answers = new Map<string, ItemAnswer | null>();
  if (given === undefined) return answers;
  if (!isJsonObject(given)) {
    problems.push(`The map's answers are not an object such as {"n/a": "${NOT_OBSERVED}", "99": null}.`);
    return answers;
  }
  for (const [cell, answer] of Object.entries(given)) {
    if (
      answer === null ||
      typeof answer === "number" ||
      typeof answer === "string" ||
      typeof answer === "boolean"
    ) {
      answers.set(cell, answer);
    } else {
      problems.push(
        `The map's answer for "${cell.slice(0, 40)}" is not a number, a text, true, false or null.`,
      );
    }
  }
  return answers;
}

function readIgnored(given: unknown, problems: string[]): readonly string[] {
  if (given === undefined) return [];
  const list: readonly unknown[] | undefined = Array.isArray(given) ? given : undefined;
  const names = (list ?? []).filter((name) => typeof name === "string");
  if (list === undefined || names.length < list.length)
    problems.push("The map's ignore is not a list of columns.");
  return names.map(columnName);
}

function sourceColumns(source: CodeSource): readonly string[] {
  return "column" in source ? [source.column] : [];
}
