/** The organisation's list of people: from CSV rows to people, or to what is wrong with the rows. */
import { type CsvRow, readCsv } from "../../analysis/csv-table.ts";
import type { InputProblem } from "../errors.ts";
import { isWholeAddress } from "../mail-address.ts";

/** A person as the list has it; mail and line manager may be missing. */
export interface ListedPerson {
  readonly ref: string;
  readonly name: string;
  readonly mail: string | null;
  readonly unit: string;
  readonly site: string;
  readonly grade: string;
  readonly lineManagerRef: string | null;
  /** Languages beside English, as codes of the request form joined by blanks; absent where the list has no such column. */
  readonly languages?: string;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly problems: readonly InputProblem[];
}

const NEEDED = ["staff_number", "name"];
const OPTIONAL = ["mail", "unit", "site", "grade", "line_manager", "languages"];
const MAXIMUM_LENGTH = 200;

/** @param line line of the file; @param sentence what is wrong and what to do. */
export function atLine(line: number, sentence: string): InputProblem {
  return { path: `line ${line}`, sentence };
}

function rowProblems(row: CsvRow): InputProblem[] {
  const problems: InputProblem[] = [];
  const { staff_number: ref = "", name = "", mail = "" } = row.cells;
  if (ref === "") problems.push(atLine(row.line, "The staff number is missing."));
  if (name === "") problems.push(atLine(row.line, "The name is missing."));
  if (mail !== "" && !isWholeAddress(mail)) {
    problems.push(
      atLine(row.line, "The mail address is not complete. Write name@example.org, or leave it empty."),
    );
  }
  for (const [column, cell] of Object.entries(row.cells)) {
    if (cell.length > MAXIMUM_LENGTH) {
      problems.push(atLine(row.line, `The column "${column}" is longer than ${MAXIMUM_LENGTH} characters.`));
    }
    if (/\p{Cc}/u.test(cell)) {
      problems.push(
        atLine(row.line, `The column "${column}" holds a line break or another control character.`),
      );
    }
  }
  return problems;
}

/** "Welsh; Polish" as "polish welsh". */
function languageCodes(cell: string): string {
  const codes = cell
    .toLowerCase()
    .split(/[;,]/)
    .map((name) => name.trim().replaceAll(/\s+/g, "-"))
    .filter((code) => code !== "");
  return [...new Set(codes)].sort().join(" ");
}

function personOf({ cells }: CsvRow): ListedPerson {
  const orNull = (cell: string | undefined): string | null =>
    cell === undefined || cell === "" ? null : cell;
  return {
    ref: cells["staff_number"] ?? "",
    name: cells["name"] ?? "",
    mail: orNull(cells["mail"]),
    unit: cells["unit"] ?? "",
    site: cells["site"] ?? "",
    grade: cells["grade"] ?? "",
    lineManagerRef: orNull(cells["line_manager"]),
    ...(cells["languages"] === undefined ? {} : { languages: languageCodes(cells["languages"]) }),
  };
}

/** The same staff number or mail address on two lines. */
function doubles(rows: readonly CsvRow[], column: string, name: string): InputProblem[] {
  const first = new Map<string, number>();
  const problems: InputProblem[] = [];
  for (const row of rows) {
    const key = (row.cells[column] ?? "").toLowerCase();
    if (key === "") continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.line);
    else
      problems.push(
        atLine(row.line, `The ${name} stands on line ${earlier} too. Each person needs their own.`),
      );
  }
  return problems;
}

/** Line managers who are in neither list, and people who are their own. */
function managerProblems(rows: readonly CsvRow[], known: ReadonlySet<string>): InputProblem[] {
  const listed = new Set(rows.map((row) => row.cells["staff_number"] ?? ""));
  return rows.flatMap((row) => {
    const manager = row.cells["line_manager"] ?? "";
    if (manager === "") return [];
    if (manager === row.cells["staff_number"]) {
      return [
        atLine(
          row.line,
          "The person is named as their own line manager. Leave it empty at the top of the line.",
        ),
      ];
    }
    if (listed.has(manager) || known.has(manager)) return [];
    return [atLine(row.line, "The line manager's staff number is in neither this file nor the list so far.")];
  });
}

const MOST_NAMED = 3;

/** Columns that nothing is known of, as one problem: a file without a header has many of them. */
export function unknownColumns(columns: readonly string[], known: readonly string[]): InputProblem[] {
  const unknown = columns.filter((column) => !known.includes(column));
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, MOST_NAMED).map((column) => `"${column.slice(0, 40)}"`);
  const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : "";
  const subject =
    unknown.length === 1 ? `The column ${named.join("")} is` : `The columns ${named.join(", ")}${more} are`;
  return [atLine(1, `${subject} not known. Columns are ${known.join(", ")}.`)];
}

/**
 * @param csv the file's text: staff_number and name, and any of mail, unit, site, grade, line_manager, languages.
 * @param known staff numbers already on the list.
 */
export function readPeopleList(csv: string, known: ReadonlySet<string>): PeopleList {
  const table = readCsv(csv, NEEDED);
  const problems = [
    ...table.problems.map((problem) => atLine(problem.line, problem.sentence)),
    ...unknownColumns(table.columns, [...NEEDED, ...OPTIONAL]),
    ...table.rows.flatMap(rowProblems),
    ...doubles(table.rows, "staff_number", "staff number"),
    ...doubles(table.rows, "mail", "mail address"),
    ...managerProblems(table.rows, known),
  ];
  if (table.columns.length > 0 && table.rows.length === 0 && table.problems.length === 0) {
    problems.push(atLine(1, "The file names its columns but lists nobody."));
  }
  // Without a staff number there is nobody to add or change.
  const named = table.rows.filter(({ cells }) => cells["staff_number"] !== "");
  return { people: named.map(personOf), problems: problems.sort(byLine) };
}

/** Orders problems as the file's reader meets them. */
export function byLine(a: InputProblem, b: InputProblem): number {
  return Number(a.path.slice(5)) - Number(b.path.slice(5));
}
