/** The formats that files are written in. */
import { csvFile } from "../../analysis/files/csv-file.ts";
import type { FileBook } from "../../analysis/files/file-book.ts";
import { rBundle } from "../../analysis/files/r-bundle.ts";
import { savFile } from "../../analysis/files/sav-file.ts";
import { xlsxFile } from "../../analysis/files/xlsx-file.ts";
import { fileName } from "./file-name.ts";

/** What people ask for; r is a folder of tables, codebook and script, packed. */
export const FILE_FORMATS = ["csv", "xlsx", "sav", "r"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

interface Format {
  readonly mediaType: string;
  readonly ending: string;
  readonly write: (book: FileBook) => Uint8Array;
}

const FORMATS: Readonly<Record<FileFormat, Format>> = {
  csv: {
    mediaType: "text/csv; charset=utf-8",
    ending: "csv",
    write: (book) => new TextEncoder().encode(csvFile(book)),
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ending: "xlsx",
    write: xlsxFile,
  },
  sav: { mediaType: "application/x-spss-sav", ending: "sav", write: savFile },
  r: { mediaType: "application/zip", ending: "zip", write: rBundle },
};

export interface WrittenFile {
  /** ASCII, without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** @param called the titles that the file is named after. */
export function writeBook(book: FileBook, format: FileFormat, called: readonly string[]): WrittenFile {
  const { mediaType, ending, write } = FORMATS[format];
  return { name: `${fileName(called)}.${ending}`, mediaType, bytes: write(book) };
}
