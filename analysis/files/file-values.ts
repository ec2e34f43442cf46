/** What one cell of a file holds: never a figure that its row does not show. */
import { type FileColumn, type FileRow, type FileValue, STATUS } from "./file-book.ts";
import { SHOWN } from "./status-codes.ts";

/**
 * A row's value of a column. Figures of a row that is not shown are left out here, whatever the row holds.
 * @param column the column
 * @param row the row
 * @returns the value, or null
 * @example figureIn(count, { status: 1, count: 3 }) // null
 */
export function figureIn(column: FileColumn, row: FileRow): FileValue {
  const status = row[STATUS];
  if (column.figure === true && typeof status === "number" && status !== SHOWN) return null;
  return row[column.name] ?? null;
}

/**
 * What a cell says in words.
 * @param column the column
 * @param value its value
 * @returns the label of a code, or the value itself
 * @example labelled({ ...status, labels }, 0) // "shown"
 */
export function labelled(column: FileColumn, value: FileValue): FileValue {
  if (column.labels === undefined || typeof value !== "number") return value;
  return column.labels.find((one) => one.value === value)?.label ?? value;
}
