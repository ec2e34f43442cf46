/** Turns ratings collected elsewhere into answered forms: all of them, or the reasons line by line. */

import { cleanText } from "../surveys/clean-text.ts";
import type { CheckedAnswers, Item, ItemAnswer, SurveyDefinition } from "../surveys/definition.ts";
import { NOT_OBSERVED } from "../surveys/definition.ts";
import type { CsvProblem, CsvRow, CsvTable } from "./csv-table.ts";
import type { AnsweredForm } from "./fold-answers.ts";
import type { CodeSource, RatingsMap } from "./ratings-map.ts";

export type ImportedRatings =
  | {
      readonly forms: readonly AnsweredForm[];
      /** Codes of the people rated, sorted; numbers in them by size. */
      readonly subjects: readonly string[];
    }
  | { readonly problems: readonly CsvProblem[] };

const LONGEST_CODE = 64;
const LONGEST_TEXT = 10_000;
const BETWEEN_CHOICES = ";";

type Converted = { readonly answer?: ItemAnswer } | { readonly sentence: string };

/**
 * Every row becomes one answered form. If any row is wrong nothing is imported, and every fault is named with
 * its line; what stood in the cell is not repeated.
 *
 * A cell holds a point of the scale, a choice's value, several separated by ";", true or false, or free text;
 * an empty one is unanswered. The map may say what else stands for which answer.
 *
 * @param table the CSV file as a table
 * @param map which column holds what, see readRatingsMap
 * @param definition the survey
 * @returns the forms and the people rated, or the problems
 * @example importRatings(readCsv(text), map, definition);
 */
export function importRatings(
  table: CsvTable,
  map: RatingsMap,
  definition: SurveyDefinition,
): ImportedRatings {
  const problems: CsvProblem[] = [...table.problems, ...columnProblems(table, map)];
  const items = new Map(definition.items.map((item) => [item.code, item]));
  const groups = new Set(definition.soundings.groups.map(({ code }) => code));
  const wanted = [...map.items].filter(([column]) => table.columns.includes(column));
  const forms = table.rows.map((row): AnsweredForm => {
    const report = (sentence: string, column?: string) =>
      problems.push({ line: row.line, sentence, ...(column === undefined ? {} : { column }) });
    const answers = new Map<string, ItemAnswer>();
    let faults = 0;
    for (const [column, code] of wanted) {
      const item = items.get(code);
      if (item === undefined) continue;
      const converted = convertCell(row.cells[column] ?? "", item, { map, definition });
      if ("sentence" in converted) {
        faults += 1;
        report(converted.sentence, column);
      } else if (converted.answer !== undefined) {
        answers.set(code, converted.answer);
      }
    }
    if (answers.size + faults === 0)
      report("The row holds no answer. Take it out, or map the columns that hold answers.");
    const subject = codeOf(row, map.subject, report);
    const group = codeOf(row, map.group, report);
    if (definition.soundings.kind === "360" && group !== undefined && !groups.has(group)) {
      report(`The row's group is none of the survey's: ${[...groups].join(", ")}.`);
    }
    return { subject: subject ?? "", group: group ?? "", answers: inOrder(answers, definition) };
  });
  if (forms.length + problems.length === 0)
    problems.push({ line: 1, sentence: "The file has no rows below the names of its columns." });
  if (problems.length > 0) return { problems: problems.toSorted((one, other) => one.line - other.line) };
  const subjects = [...new Set(forms.map(({ subject }) => subject))];
  return {
    forms,
    subjects: subjects.toSorted((one, other) => one.localeCompare(other, "en", { numeric: true })),
  };
}

/** Columns the map names and the file lacks, and columns of the file that nobody named. */
function columnProblems(table: CsvTable, map: RatingsMap): readonly CsvProblem[] {
  const missing = [...map.columns].filter((column) => !table.columns.includes(column));
  const unnamed = table.columns.filter((column) => !map.columns.has(column));
  return [
    ...missing.map((column) => ({
      line: 1,
      column,
      sentence: "The map names this column; the file does not have it.",
    })),
    ...unnamed.map((column) => ({
      line: 1,
      column,
      sentence: 'The map does not name this column. Give it an item, or add it to "ignore".',
    })),
  ];
}

function codeOf(
  row: CsvRow,
  source: CodeSource,
  report: (sentence: string, column: string) => void,
): string | undefined {
  if ("value" in source) return source.value;
  const text = row.cells[source.column] ?? "";
  if (text === "") {
    report("The cell is empty; it says whom the row is about.", source.column);
    return undefined;
  }
  const found = source.values === undefined ? text : source.values.get(text);
  if (found === undefined) {
    report("The map does not say what this value stands for.", source.column);
    return undefined;
  }
  const code = `${source.prefix}${found}`;
  if (code.length > LONGEST_CODE || cleanText(code, false) !== code) {
    report(`A code has at most ${LONGEST_CODE} plain characters.`, source.column);
    return undefined;
  }
  return code;
}

function convertCell(
  text: string,
  item: Item,
  { map, definition }: { readonly map: RatingsMap; readonly definition: SurveyDefinition },
): Converted {
  if (text === "") return {};
  const mapped = map.answers.get(text);
  if (mapped === null) return {};
  const cell = mapped === undefined ? text : String(mapped);
  switch (item.kind) {
    case "scale":
      return convertPoint(cell, item, definition);
    case "choice":
      return convertChoices([cell], item, (chosen) => chosen[0]);
    case "choices":
    case "ranking":
      return convertChoices(
        cell.split(BETWEEN_CHOICES).map((part) => part.trim()),
        item,
        (chosen) => chosen,
      );
    case "boolean":
      if (cell === "true" || cell === "false") return { answer: cell === "true" };
      return { sentence: "This is neither true nor false." };
    default:
      return convertText(cell);
  }
}

function convertPoint(cell: string, item: Item, definition: SurveyDefinition): Converted {
  const scale = definition.soundings.scales[item.metadata.scale ?? ""];
  const points = scale?.points ?? 0;
  if (cell === NOT_OBSERVED && scale?.notObserved !== undefined) return { answer: NOT_OBSERVED };
  const answer = /^\d{1,3}$/.test(cell) ? Number(cell) : 0;
  return answer >= 1 && answer <= points
    ? { answer }
    : { sentence: `This is no point of the scale, 1 to ${points}.` };
}

function convertChoices(
  chosen: readonly string[],
  item: Item,
  answerOf: (chosen: readonly string[]) => ItemAnswer | undefined,
): Converted {
  const known = new Set((item.choices ?? []).map(({ value }) => value));
  if (!chosen.every((value) => known.has(value))) return { sentence: "This is none of the item's choices." };
  if (new Set(chosen).size < chosen.length) return { sentence: "The same choice is there twice." };
  const answer = answerOf(chosen);
  return answer === undefined ? {} : { answer };
}

function convertText(cell: string): Converted {
  if (cell.length > LONGEST_TEXT) return { sentence: `The text is longer than ${LONGEST_TEXT} characters.` };
  const answer = cleanText(cell, true);
  return answer === "" ? {} : { answer };
}

/** In the definition's order, so that the order of the file's columns leaves no trace. */
function inOrder(answers: ReadonlyMap<string, ItemAnswer>, definition: SurveyDefinition): CheckedAnswers {
  return new Map(
    definition.items.flatMap(({ code }) => {
      const answer = answers.get(code);
      return answer === undefined ? [] : [[code, answer] as const];
    }),
  );
}
