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
  const count = (mark: string): number => header.split(mark).length;
  return [",", ";", "\t", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function parseLines(text: string, problems: CsvProblem[]): ParsedLine[] {
  const lines: ParsedLine[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: (result) => {
      const end = result.meta.cursor;
      if (result.errors.some((error) => error.type === "Quotes")) {
        problems.push({
          line,
          sentence: "A quotation mark is not closed. Close it, or double it inside the text.",
        });
      }
      if (result.data.some((cell) => cell.trim() !== "")) lines.push({ line, cells: result.data });
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
  columns.forEach((column, place) => {
    if (columns.indexOf(column) !== place) {
      problems.push({
        line: 1,
        column,
        sentence: `The column "${column}" is there twice. Keep one of them.`,
      });
    }
  });
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
  const columns = header.cells.map(columnName);
  problems.push(...headerProblems(columns, needed));
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
  return { columns, rows, problems };
}
