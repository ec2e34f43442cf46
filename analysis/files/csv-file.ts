/** Tables as CSV: one table with its notes for people, and the coded one for programs. */
import type { FileBook, FileColumn, FileRow, FileTable, FileValue } from "./file-book.ts";
import { figureIn, labelled } from "./file-values.ts";
import { inertText } from "./safe-text.ts";

/** RFC 4180: lines end with CR LF. */
const LINE_END = "\r\n";
/** Spreadsheets know UTF-8 by it. */
const BYTE_ORDER_MARK = "\ufeff";
const NOTE = "note";

/**
 * The book's first table with labels for codes, and its notes as rows behind: a single file that carries everything.
 * A suppressed figure is empty, and the status column says why.
 * @param book the book; its first table has columns "record", "code" and "label"
 * @returns the file's text, with a byte order mark
 * @throws RangeError when the first table has no such columns
 * @see RFC 4180
 * @example csvFile(book).startsWith("\ufeffrecord,")
 */
export function csvFile({ tables, notes }: FileBook): string {
  const [table] = tables;
  const names = table.columns.map(({ name }) => name);
  if (!["record", "code", "label"].every((name) => names.includes(name))) {
    throw new RangeError("csvFile requires a table with the columns record, code and label");
  }
  const noted = notes.map(({ about, text }): FileRow => ({ record: NOTE, code: about, label: text }));
  return BYTE_ORDER_MARK + lines(table.columns, [...table.rows, ...noted], labelled);
}

/**
 * A table with codes as numbers, for programs that are told what they mean.
 * @param table the table
 * @returns the file's text, without a byte order mark; a missing value is empty
 * @example codedCsv(table)
 */
export function codedCsv({ columns, rows }: FileTable): string {
  return lines(columns, rows, (_, value) => value);
}

function lines(
  columns: readonly FileColumn[],
  rows: readonly FileRow[],
  present: (column: FileColumn, value: FileValue) => FileValue,
): string {
  const header = columns.map(({ name }) => name).join(",");
  const body = rows.map((row) =>
    columns.map((column) => field(present(column, figureIn(column, row)))).join(","),
  );
  return [header, ...body, ""].join(LINE_END);
}

function field(value: FileValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = inertText(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
