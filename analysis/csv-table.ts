/** A CSV text as a table whose rows know their line, with every fault named by line. */
import Papa from "papaparse";

export interface CsvRow {
  /** Line of the file on which the row begins; the header is line 1. */
  readonly line: number;
  /** By column name; a cell is trimmed text. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvProblem {
  readonly line: number;
  readonly column?: string;
  readonly sentence: string;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
}

/** No list or export has more; a first line with more is no header, and would cost more than it says. */
export const MOST_COLUMNS = 5_000;
/** Kept one by one; the rest is counted. Nobody mends more at once. */
const MOST_PROBLEMS = 1_000;

/**
 * What to say of a first line that is no header.
 *
 * @returns the problem, at line 1.
 * @example tooManyColumns().line // 1
 */
export function tooManyColumns(): CsvProblem {
  return {
    line: 1,
    sentence: `The first line names more than ${MOST_COLUMNS.toLocaleString("en")} columns. Export the table again, with one line a row, and leave out what is not needed.`,
  };
}

/**
 * The first problems, and in place of the rest one that says how many there are.
 *
 * @param problems in the order to be read.
 * @param most how many to keep, at least 1.
 * @param more makes the last one from the number of those left out.
 * @returns the same list where it is not longer than `most`.
 * @example firstProblems(["a", "b", "c"], 1, (count) => `${count} more`) // ["a", "2 more"]
 */
export function firstProblems<Problem>(
  problems: readonly Problem[],
  most: number,
  more: (count: number) => Problem,
): readonly Problem[] {
  return problems.length <= most ? problems : [...problems.slice(0, most), more(problems.length - most)];
}

/**
 * The sentence in place of problems that are not listed.
 *
 * @param count how many there are, at least 1.
 * @returns the sentence.
 * @example moreProblems(3) // "There are 3 more problems. Mend these first and try again."
 */
export function moreProblems(count: number): string {
  const counted = count === 1 ? "is 1 more problem" : `are ${count.toLocaleString("en")} more problems`;
  return `There ${counted}. Mend these first and try again.`;
}

interface ParsedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

function wrongLength(cells: number, columns: number): string {
  const sentence = `The row has ${cells} cells, the first line names ${columns} columns.`;
  return cells < columns
    ? sentence
    : `${sentence} A cell that holds the separator stands in quotation marks.`;
}

/** The separator that the first line holds most often; papaparse's own guess gives up on ragged files. */
function delimiterOf(text: string): string {
  const header = /[^\r\n]+/.exec(text)?.[0].replaceAll(/"[^"]*"/g, "") ?? "";
  const count = (mark: string): number => {
    let marks = 0;
    for (let at = header.indexOf(mark); at >= 0; at = header.indexOf(mark, at + 1)) marks += 1;
    return marks;
  };
  return [",", ";", "\t", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function parseLines(text: string, problems: CsvProblem[]): ParsedLine[] {
  const lines: ParsedLine[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: (result, parser) => {
      const end = result.meta.cursor;
      if (result.errors.some((error) => error.type === "Quotes")) {
        problems.push({
          line,
          sentence: "A quotation mark is not closed. Close it, or double it inside the text.",
        });
      }
      if (result.data.some((cell) => cell.trim() !== "")) lines.push({ line, cells: result.data });
      if (lines.length === 1 && result.data.length > MOST_COLUMNS) {
        parser.abort();
        return;
      }
      for (let place = start; place < end; place += 1) {
        const code = text.charCodeAt(place);
        if (code === 10 || (code === 13 && text.charCodeAt(place + 1) !== 10)) line += 1;
      }
      start = end;
    },
  });
  return lines;
}

/**
 * The name under which a column is found: lower case, "_" for spaces and hyphens.
 *
 * @param text what the header, or a file about it, says.
 * @returns the name.
 * @example columnName(" Company ID ") // "company_id"
 */
export function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}

/** What is wrong with the header: columns that are missing, unknown or there twice. */
function headerProblems(columns: readonly string[], needed: readonly string[]): CsvProblem[] {
  const problems: CsvProblem[] = [];
  for (const column of needed) {
    if (!columns.includes(column)) {
      problems.push({
        line: 1,
        column,
        sentence: `The column "${column}" is missing. The first line names the columns.`,
      });
    }
  }
  const seen = new Set<string>();
  for (const column of columns) {
    if (seen.has(column)) {
      problems.push({
        line: 1,
        column,
        sentence: `The column "${column}" is there twice. Keep one of them.`,
      });
    }
    seen.add(column);
  }
  return problems;
}

/**
 * Reads CSV as tools write it: comma, semicolon, tab or bar, quotes, byte-order mark, CRLF, empty lines.
 *
 * @param text the whole file.
 * @param needed names of columns that must be there. Names are compared in lower case with "_" for spaces.
 * @returns the rows with their lines; rows that are too long or too short are problems and left out. Without a
 *   needed column no row can be read, so the header's problems stand alone.
 * @example readCsv("ref;name\n17;Ada", ["ref"]).rows[0] // { line: 2, cells: { ref: "17", name: "Ada" } }
 */
export function readCsv(text: string, needed: readonly string[] = []): CsvTable {
  const problems: CsvProblem[] = [];
  const clean = text.replace(/^\uFEFF/, "");
  if (clean.includes("\uFFFD")) {
    problems.push({
      line: 1,
      sentence: "Some letters cannot be read. Save the file as UTF-8 and try again.",
    });
  }
  const [header, ...body] = parseLines(clean, problems);
  if (header === undefined) {
    return {
      columns: [],
      rows: [],
      problems: [{ line: 1, sentence: "The file is empty. Its first line names the columns." }],
    };
  }
  if (header.cells.length > MOST_COLUMNS) return { columns: [], rows: [], problems: [tooManyColumns()] };
  const columns = header.cells.map(columnName);
  problems.push(...headerProblems(columns, needed));
  const last = (count: number): CsvProblem => ({
    line: body.at(-1)?.line ?? 1,
    sentence: moreProblems(count),
  });
  const rows: CsvRow[] = [];
  if (needed.some((column) => !columns.includes(column))) return { columns, rows, problems };
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      problems.push({
        line,
        sentence: wrongLength(cells.length, columns.length),
      });
      continue;
    }
    rows.push({
      line,
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place]?.trim() ?? ""])),
    });
  }
  return { columns, rows, problems: firstProblems(problems, MOST_PROBLEMS, last) };
}
