/** Headcounts, headcounts of several columns, and counted events from CSV tables, checked line by line. */
import { type CsvProblem, type CsvRow, type CsvTable, columnName } from "../csv-table.ts";
import type { EventCounts, Headcount, MarginCounts } from "./comparison-plan.ts";

/** The rows, or what is wrong with them. */
export type ReadRows<T> = { readonly rows: readonly T[] } | { readonly problems: readonly CsvProblem[] };

const LARGEST = 100_000_000;

function wholeNumber(row: CsvRow, column: string, problems: CsvProblem[], least: number): number {
  const text = row.cells[column] ?? "";
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number < least || number > LARGEST) {
    problems.push({ line: row.line, column, sentence: `This is no whole number of ${least} or more.` });
  }
  return number;
}

function missing(table: CsvTable, columns: readonly string[]): readonly CsvProblem[] {
  return columns
    .filter((column) => !table.columns.includes(column))
    .map((column) => ({
      line: 1,
      column,
      sentence: `The column "${column}" is missing. The first line names the columns.`,
    }));
}

/**
 * Reads headcounts: columns "before" and "after", or "headcount" for both; with a column to compare by, its name too.
 * @param table the file
 * @param by the column compared by; undefined: one row for everybody
 * @returns the headcounts, or the problems with their lines
 * @example readHeadcounts(readCsv("site;before;after\nNorth;120;118"), "site")
 */
export function readHeadcounts(table: CsvTable, by: string | undefined): ReadRows<Headcount> {
  const problems = [...table.problems];
  const label = by === undefined ? undefined : columnName(by);
  const both = table.columns.includes("headcount");
  const needed = [...(label === undefined ? [] : [label]), ...(both ? [] : ["before", "after"])];
  problems.push(...missing(table, needed));
  if (problems.length > 0) return { problems };
  const seen = new Map<string, number>();
  const rows = table.rows.map((row): Headcount => {
    const group = label === undefined ? "" : (row.cells[label] ?? "");
    const earlier = seen.get(group);
    if (earlier !== undefined) {
      problems.push({
        line: row.line,
        sentence: `There is a headcount for the same group in line ${earlier}. Keep one.`,
      });
    }
    seen.set(group, row.line);
    return {
      group,
      before: wholeNumber(row, both ? "headcount" : "before", problems, 1),
      after: wholeNumber(row, both ? "headcount" : "after", problems, 1),
    };
  });
  if (rows.length === 0)
    problems.push({ line: 1, sentence: "The file has no rows below the names of its columns." });
  return problems.length > 0 ? { problems } : { rows };
}

/**
 * Reads the headcounts of several columns to weight by: column, value, before, after (or headcount for both).
 * @param table the file
 * @returns one entry a column, or the problems with their lines
 * @example readMargins(readCsv("column,value,headcount\nsite,North,60\nsite,South,40\ngrade,Senior,30\ngrade,Junior,70"))
 */
export function readMargins(table: CsvTable): ReadRows<MarginCounts> {
  const problems = [...table.problems];
  const both = table.columns.includes("headcount");
  problems.push(...missing(table, ["column", "value", ...(both ? [] : ["before", "after"])]));
  if (problems.length > 0) return { problems };
  const margins = new Map<string, Map<string, { readonly before: number; readonly after: number }>>();
  for (const row of table.rows) {
    const column = columnName(row.cells["column"] ?? "");
    const value = row.cells["value"] ?? "";
    const people = margins.get(column) ?? new Map();
    const { line } = row;
    if (column === "")
      problems.push({ line, column: "column", sentence: "The cell is empty; name the column." });
    if (people.has(value))
      problems.push({ line, column: "value", sentence: "This value has a headcount already. Keep one." });
    margins.set(column, people);
    people.set(value, {
      before: wholeNumber(row, both ? "headcount" : "before", problems, 0),
      after: wholeNumber(row, both ? "headcount" : "after", problems, 0),
    });
  }
  if (table.rows.length === 0)
    problems.push({ line: 1, sentence: "The file has no rows below the names of its columns." });
  const rows = [...margins].map(([column, people]): MarginCounts => ({ column, people }));
  if (problems.length === 0) problems.push(...unequalTotals(rows));
  return problems.length > 0 ? { problems } : { rows };
}

/** All columns count the same people. */
function unequalTotals(margins: readonly MarginCounts[]): readonly CsvProblem[] {
  return (["before", "after"] as const).flatMap((wave) => {
    const totals = margins.map(({ people }) =>
      [...people.values()].reduce((sum, { [wave]: count }) => sum + count, 0),
    );
    const odd = totals.findIndex((total) => total !== totals[0] || total === 0);
    if (odd < 0) return [];
    const names = [margins[0]?.column ?? "", margins[odd]?.column ?? ""];
    return [
      {
        line: 1,
        column: names[1] ?? "",
        sentence: `The headcounts ${wave} add up to ${totals[odd]} for this column and to ${totals[0]} for "${names[0]}". They count the same people: correct one, and leave nobody out.`,
      },
    ];
  });
}

/**
 * Reads events that the organisation counts: name, events_before, staff_before, events_after, staff_after.
 * @param table the file
 * @returns one entry a row, or the problems with their lines
 * @example readEventCounts(readCsv("name,events_before,staff_before,events_after,staff_after\ncomplaints,12,400,25,380"))
 */
export function readEventCounts(table: CsvTable): ReadRows<EventCounts> {
  const problems = [...table.problems];
  const numbers = ["events_before", "staff_before", "events_after", "staff_after"] as const;
  problems.push(...missing(table, ["name", ...numbers]));
  if (problems.length > 0) return { problems };
  const rows = table.rows.map((row): EventCounts => {
    const name = row.cells["name"] ?? "";
    if (name === "")
      problems.push({ line: row.line, column: "name", sentence: "The cell is empty; name the events." });
    return {
      name,
      before: {
        events: wholeNumber(row, "events_before", problems, 0),
        staff: wholeNumber(row, "staff_before", problems, 1),
      },
      after: {
        events: wholeNumber(row, "events_after", problems, 0),
        staff: wholeNumber(row, "staff_after", problems, 1),
      },
    };
  });
  return problems.length > 0 ? { problems } : { rows };
}
