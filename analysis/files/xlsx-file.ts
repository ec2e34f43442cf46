/** A book as an Excel workbook: one sheet a table, and one with the notes. */
import { utf8 } from "../../surveys/utf8.ts";
import type { FileBook, FileColumn, FileTable } from "./file-book.ts";
import { figureIn, labelled } from "./file-values.ts";
import { plainText } from "./safe-text.ts";
import { type ZipEntry, zipFile } from "./zip-file.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places in the styles: plain, heading, wrapped text, then one for each number of decimals. */
const HEADING = 1;
const WRAPPED = 2;
const FIRST_DECIMALS = 3;
const MOST_DECIMALS = 4;
/** The longest text that a cell may hold. */
const LONGEST_CELL = 32_767;
const LONGEST_SHEET_NAME = 31;
/** In characters. */
const WIDTHS = { number: 12, text: 24, note: 110 } as const;

/** Place of each text among those that cells share. */
type Texts = Map<string, number>;

/**
 * Writes a workbook. Texts are shared strings, which a spreadsheet never takes for formulas; codes are written as their
 * labels; a suppressed figure is an empty cell beside its status.
 * @param book the book
 * @returns the file
 * @see ECMA-376, Office Open XML, part 1: SpreadsheetML
 * @example xlsxFile(book).length
 */
export function xlsxFile({ tables, notes }: FileBook): Uint8Array {
  const noteTable: FileTable = {
    name: "notes",
    title: "Notes",
    columns: [
      { name: "about", label: "About", kind: "text" },
      { name: "text", label: "Note", kind: "text" },
    ],
    rows: notes.map(({ about, text }) => ({ about, text })),
  };
  const sheets = [...tables, noteTable];
  const texts: Texts = new Map();
  const written = sheets.map((sheet, place) =>
    entry(`xl/worksheets/sheet${place + 1}.xml`, worksheet(sheet, texts, sheet === noteTable)),
  );
  const entries: ZipEntry[] = [
    entry("[Content_Types].xml", contentTypes(sheets.length)),
    entry("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])),
    entry("xl/workbook.xml", workbook(sheets)),
    entry(
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, place): [string, string] => ["worksheet", `worksheets/sheet${place + 1}.xml`]),
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
      ]),
    ),
    entry("xl/styles.xml", styles()),
    entry("xl/sharedStrings.xml", sharedStrings(texts)),
    ...written,
  ];
  return zipFile(entries);
}

function entry(name: string, xml: string): ZipEntry {
  return { name, bytes: utf8(DECLARATION + xml) };
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${TYPES}">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("/xl/workbook.xml", `${MEDIA}.sheet.main+xml`),
    part("/xl/styles.xml", `${MEDIA}.styles+xml`),
    part("/xl/sharedStrings.xml", `${MEDIA}.sharedStrings+xml`),
    ...Array.from({ length: sheets }, (_, place) =>
      part(`/xl/worksheets/sheet${place + 1}.xml`, `${MEDIA}.worksheet+xml`),
    ),
    "</Types>",
  ].join("");
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const listed = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${listed.join("")}</Relationships>`;
}

function workbook(sheets: readonly FileTable[]): string {
  const listed = sheets.map(({ title }, place) => {
    const name = escaped(sheetName(title, place));
    return `<sheet name="${name}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`;
  });
  return `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`;
}

/** Excel takes no more than 31 characters and none of []:*?/\ in a sheet's name. */
function sheetName(title: string, place: number): string {
  const name = plainText(title)
    .replaceAll(/[[\]:*?/\\']/g, " ")
    .slice(0, LONGEST_SHEET_NAME)
    .trim();
  return name === "" ? `Sheet ${place + 1}` : name;
}

function styles(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count);
  const formats = decimals.map(
    (count) =>
      `<numFmt numFmtId="${164 + count}" formatCode="0${count === 0 ? "" : `.${"0".repeat(count)}`}"/>`,
  );
  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    ...decimals.map(
      (count) =>
        `<xf numFmtId="${164 + count}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    ),
  ];
  return [
    `<styleSheet xmlns="${SHEET}">`,
    `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
    "</styleSheet>",
  ].join("");
}

function worksheet({ columns, rows }: FileTable, texts: Texts, notes: boolean): string {
  const widths = columns.map(({ kind, name }, place) => {
    const width = notes && name === "text" ? WIDTHS.note : WIDTHS[kind];
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`;
  });
  const heading = columns.map(({ label }, place) => textCell(at(place, 1), label, { texts, style: HEADING }));
  const lines = rows.map((row, line) => {
    const cells = columns.map((column, place) => {
      const value = labelled(column, figureIn(column, row));
      const here = at(place, line + 2);
      if (typeof value === "string") return textCell(here, value, { texts, style: notes ? WRAPPED : 0 });
      return value === null ? "" : numberCell(here, column, value);
    });
    return `<row r="${line + 2}">${cells.join("")}</row>`;
  });
  const range = `A1:${at(columns.length - 1, rows.length + 1)}`;
  return [
    `<worksheet xmlns="${SHEET}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join("")}</cols>`,
    `<sheetData><row r="1">${heading.join("")}</row>${lines.join("")}</sheetData>`,
    notes ? "" : `<autoFilter ref="${range}"/>`,
    "</worksheet>",
  ].join("");
}

function numberCell(place: string, column: FileColumn, value: number): string {
  return `<c r="${place}" s="${FIRST_DECIMALS + Math.min(column.decimals ?? 0, MOST_DECIMALS)}"><v>${value}</v></c>`;
}

/** A number that stands for the text, and is never read as anything else. */
function textCell(place: string, text: string, { texts, style }: TextStyle): string {
  const known = texts.get(text);
  const number = known ?? texts.size;
  if (known === undefined) texts.set(text, number);
  return `<c r="${place}" s="${style}" t="s"><v>${number}</v></c>`;
}

interface TextStyle {
  readonly texts: Texts;
  readonly style: number;
}

function sharedStrings(texts: Texts): string {
  const listed = Array.from(
    texts.keys(),
    (text) => `<si><t xml:space="preserve">${escaped(plainText(text).slice(0, LONGEST_CELL))}</t></si>`,
  );
  return `<sst xmlns="${SHEET}" uniqueCount="${listed.length}">${listed.join("")}</sst>`;
}

/** A1, B1, …, Z1, AA1. */
function at(column: number, row: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return `${name}${row}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
