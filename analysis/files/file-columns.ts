/** The kinds of columns that tables of files have, each written in one way. */
import { type FileColumn, type FileLabel, STATUS } from "./file-book.ts";
import { STATUS_LABELS } from "./status-codes.ts";

/**
 * A column of words or codes.
 * @param name name as in FileColumn
 * @param label what stands in it
 * @returns the column
 * @example textColumn("code", "Item or scale")
 */
export function textColumn(name: string, label: string): FileColumn {
  return { name, label, kind: "text" };
}

/**
 * A column of numbers that are never suppressed.
 * @param name name as in FileColumn
 * @param label what stands in it
 * @param decimals decimals that statistics programs show
 * @returns the column
 * @example numberColumn("ratio", "Rate ratio, last to first", 3)
 */
export function numberColumn(name: string, label: string, decimals = 0): FileColumn {
  return { name, label, kind: "number", decimals };
}

/**
 * A column of figures: where one is suppressed, the row's status says why.
 * @param name name as in FileColumn
 * @param label what stands in it
 * @param decimals decimals that statistics programs show
 * @returns the column
 * @example figureColumn("n", "Answers")
 */
export function figureColumn(name: string, label: string, decimals = 0): FileColumn {
  return { name, label, kind: "number", decimals, figure: true };
}

/**
 * A column of numbers that stand for something.
 * @param name name as in FileColumn
 * @param label what stands in it
 * @param labels what the numbers mean
 * @returns the column
 * @example labelledColumn("record", "What the row is", [{ value: 1, label: "persons" }])
 */
export function labelledColumn(name: string, label: string, labels: readonly FileLabel[]): FileColumn {
  return { name, label, kind: "number", labels };
}

/** The column of every table with figures. */
export const STATUS_COLUMN: FileColumn = labelledColumn(STATUS, "Shown, or why not", STATUS_LABELS);
