/** A table as an SPSS system file (.sav): labels of variables and values, missing codes, and the notes as documents. */

import { utf8 } from "../../surveys/utf8.ts";
import { ByteWriter } from "../byte-writer.ts";
import { type FileBook, type FileColumn, type FileLabel, type FileRow, STATUS } from "./file-book.ts";
import { figureIn } from "./file-values.ts";
import { plainText } from "./safe-text.ts";
import { SavCases } from "./sav-cases.ts";
import {
  fitted,
  type Missing,
  writeDocuments,
  writeExtension,
  writeValueLabels,
  writeVariable,
} from "./sav-records.ts";
import { MISSING_LABELS, MISSING_RANGE, missingCode, SHOWN } from "./status-codes.ts";

/** A longer text is cut, with an ellipsis: wider variables need another layout. */
const WIDEST = 255;
const PRODUCT = "@(#) SPSS DATA FILE Soundings";
/** No clock: the same figures give the same bytes. */
const NO_DATE = "01 Jan 00";
const NO_TIME = "00:00:00";
const BIAS = 100;

interface Variable {
  readonly column: FileColumn;
  /** Eight characters at most. */
  readonly short: string;
  /** In bytes; 0 for a number. */
  readonly width: number;
  /** Place of its first segment of eight bytes, from 1. */
  readonly index: number;
}

/**
 * Writes the book's first table. A figure that is not shown holds a user-missing code that names the reason.
 * @param book the book; notes become the file's documents
 * @returns the file
 * @see PSPP Developers Guide, System File Format: records 1, 2, 3, 4, 6, 7 (subtypes 3, 4, 13, 20) and 999
 * @example savFile(book).subarray(0, 4) // "$FL2"
 */
export function savFile({ title, tables: [table], notes }: FileBook): Uint8Array {
  const variables = variablesOf(table.columns, table.rows);
  const out = new ByteWriter();
  writeHeader(out, { title, segments: segmentsOf(variables), cases: table.rows.length });
  for (const { column, short, width } of variables) {
    writeVariable(out, {
      name: short,
      label: column.label,
      width,
      decimals: column.decimals ?? 0,
      missing: missingOf(column),
    });
  }
  for (const { column, index } of variables) {
    const labels = labelsOf(column);
    if (labels.length > 0) writeValueLabels(out, labels, index);
  }
  writeDocuments(
    out,
    notes.map(({ about, text }) => plainText(`${about}: ${text}`)),
  );
  writeExtensions(out, variables);
  out.word(999);
  out.word(0);
  const cases = new SavCases(out, BIAS);
  const fits = new Map<string, Uint8Array>();
  for (const row of table.rows) {
    for (const variable of variables) writeValue({ cases, fits }, variable, row);
  }
  cases.end();
  return out.finish();
}

function variablesOf(columns: readonly FileColumn[], rows: readonly FileRow[]): readonly Variable[] {
  let index = 1;
  return columns.map((column, place) => {
    const width = column.kind === "number" ? 0 : widthOf(column, rows);
    const variable = { column, short: `V${String(place + 1).padStart(4, "0")}`, width, index };
    index += Math.max(1, Math.ceil(width / 8));
    return variable;
  });
}

function widthOf(column: FileColumn, rows: readonly FileRow[]): number {
  let widest = 1;
  // Wordings come once for every cell of their item.
  for (const text of new Set(rows.map((row) => textOf(column, row)))) {
    widest = Math.max(widest, utf8(text).length);
  }
  return Math.min(WIDEST, widest);
}

function textOf(column: FileColumn, row: FileRow): string {
  const value = figureIn(column, row);
  return value === null ? "" : plainText(String(value));
}

function segmentsOf(variables: readonly Variable[]): number {
  return variables.reduce((sum, { width }) => sum + Math.max(1, Math.ceil(width / 8)), 0);
}

function writeHeader(
  out: ByteWriter,
  { title, segments, cases }: { readonly title: string; readonly segments: number; readonly cases: number },
): void {
  out.bytesOf(utf8("$FL2"));
  out.bytesOf(fitted(PRODUCT, 60));
  out.word(2);
  out.word(segments);
  out.word(1);
  out.word(0);
  out.word(cases);
  out.double(BIAS);
  out.bytesOf(fitted(NO_DATE, 9));
  out.bytesOf(fitted(NO_TIME, 8));
  out.bytesOf(fitted(plainText(title), 64));
  for (let pad = 0; pad < 3; pad += 1) out.byte(0);
}

function missingOf({ figure }: FileColumn): Missing | undefined {
  return figure === true ? MISSING_RANGE : undefined;
}

function labelsOf({ kind, labels, figure }: FileColumn): readonly FileLabel[] {
  if (kind !== "number") return [];
  return [...(labels ?? []), ...(figure === true ? MISSING_LABELS : [])];
}

/** Integers, floats, long names, encoding: what a reader must know of the bytes and could not see. */
function writeExtensions(out: ByteWriter, variables: readonly Variable[]): void {
  writeExtension(out, 3, 4, (body) => {
    for (const fact of [1, 0, 0, -1, 1, 1, 2, 65001]) body.word(fact >>> 0);
  });
  writeExtension(out, 4, 8, (body) => {
    body.double(-Number.MAX_VALUE);
    body.double(Number.MAX_VALUE);
    // The number next above the one that stands for "missing".
    body.word(0xfffffffe);
    body.word(0xffefffff);
  });
  const names = variables.map(({ short, column }) => `${short}=${column.name}`).join("\t");
  writeExtension(out, 13, 1, (body) => body.bytesOf(utf8(names)));
  writeExtension(out, 20, 1, (body) => body.bytesOf(utf8("UTF-8")));
}

interface Written {
  readonly cases: SavCases;
  /** Texts already cut or filled, by width and text. */
  readonly fits: Map<string, Uint8Array>;
}

function writeValue({ cases, fits }: Written, { column, width }: Variable, row: FileRow): void {
  if (width > 0) {
    const text = textOf(column, row);
    const key = `${width} ${text}`;
    const bytes = fits.get(key) ?? fitted(text, width);
    fits.set(key, bytes);
    cases.text(bytes, width);
    return;
  }
  const value = figureIn(column, row);
  if (typeof value === "number") cases.number(value);
  else cases.number(missingNumber(column, row));
}

/** undefined is SPSS's own missing value. */
function missingNumber({ figure }: FileColumn, row: FileRow): number | undefined {
  const status = row[STATUS];
  return figure === true && typeof status === "number" && status !== SHOWN ? missingCode(status) : undefined;
}
