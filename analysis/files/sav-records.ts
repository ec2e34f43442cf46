/** The records of an SPSS system file's dictionary, one function each. */
import { utf8 } from "../../surveys/utf8.ts";
import { ByteWriter } from "../byte-writer.ts";
import type { FileLabel } from "./file-book.ts";
import { plainText } from "./safe-text.ts";

/** Numbers from one to another mean that there is no value. */
export interface Missing {
  readonly lowest: number;
  readonly highest: number;
}

const NUMBER_FORMAT = 5;
const TEXT_FORMAT = 1;
/** Characters that a number takes on a screen. */
const NUMBER_WIDTH = 10;
const LONGEST_LABEL = 255;
const LONGEST_VALUE_LABEL = 120;
const DOCUMENT_LINE = 80;

/**
 * A text in a fixed number of bytes: cut between characters, with an ellipsis, or filled with blanks.
 * @param text the text
 * @param size bytes, at least 4
 * @returns exactly so many bytes
 * @example fitted("ab", 4) // "ab  "
 */
export function fitted(text: string, size: number): Uint8Array {
  const out = new Uint8Array(size).fill(0x20);
  out.set(shortened(text, size));
  return out;
}

function shortened(text: string, most: number): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length <= most) return bytes;
  const ending = most > 3 ? "…" : "";
  const room = most - utf8(ending).length;
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += utf8(character).length;
    if (used > room) break;
    kept += character;
  }
  return utf8(kept + ending);
}

/**
 * A variable, and the continuation records of a text wider than eight bytes.
 * @param out where to write
 * @param variable name of at most eight characters, label, width in bytes (0: a number), decimals, missing codes
 * @returns nothing
 * @example writeVariable(out, { name: "V0001", label: "Count", width: 0, decimals: 0, missing: undefined })
 */
export function writeVariable(
  out: ByteWriter,
  variable: {
    readonly name: string;
    readonly label: string;
    readonly width: number;
    readonly decimals: number;
    readonly missing: Missing | undefined;
  },
): void {
  const { name, width, decimals, missing } = variable;
  const format =
    width === 0 ? (NUMBER_FORMAT << 16) | (NUMBER_WIDTH << 8) | decimals : (TEXT_FORMAT << 16) | (width << 8);
  const label = shortened(plainText(variable.label), LONGEST_LABEL);
  out.word(2);
  out.word(width);
  out.word(1);
  out.word(missing === undefined ? 0 : -2 >>> 0);
  out.word(format);
  out.word(format);
  out.bytesOf(fitted(name, 8));
  out.word(label.length);
  out.bytesOf(label);
  pad(out, label.length, 4, 0);
  if (missing !== undefined) {
    out.double(missing.lowest);
    out.double(missing.highest);
  }
  for (let segment = 1; segment < Math.ceil(width / 8); segment += 1) {
    out.word(2);
    out.word(-1 >>> 0);
    for (let field = 0; field < 4; field += 1) out.word(field < 2 ? 0 : format);
    out.bytesOf(fitted("", 8));
  }
}

/**
 * What the values of a number mean.
 * @param out where to write
 * @param labels values and their labels
 * @param index place of the variable's first segment, from 1
 * @returns nothing
 * @example writeValueLabels(out, [{ value: 1, label: "Yes" }], 1)
 */
export function writeValueLabels(out: ByteWriter, labels: readonly FileLabel[], index: number): void {
  out.word(3);
  out.word(labels.length);
  for (const { value, label } of labels) {
    const bytes = shortened(plainText(label), LONGEST_VALUE_LABEL);
    out.double(value);
    out.byte(bytes.length);
    out.bytesOf(bytes);
    pad(out, bytes.length + 1, 8, 0x20);
  }
  out.word(4);
  out.word(1);
  out.word(index);
}

/**
 * Notes, broken between words into lines of 80 bytes.
 * @param out where to write
 * @param notes one text a note
 * @returns nothing
 * @example writeDocuments(out, ["method: …"])
 */
export function writeDocuments(out: ByteWriter, notes: readonly string[]): void {
  const lines = notes.flatMap(linesOf);
  if (lines.length === 0) return;
  out.word(6);
  out.word(lines.length);
  for (const line of lines) out.bytesOf(fitted(line, DOCUMENT_LINE));
}

function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (utf8(longer).length <= DOCUMENT_LINE) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/**
 * A record of kind 7.
 * @param out where to write
 * @param subtype which
 * @param size bytes of one of its elements
 * @param write writes the body, whole elements
 * @returns nothing
 * @example writeExtension(out, 20, 1, (body) => body.bytesOf(utf8("UTF-8")))
 */
export function writeExtension(
  out: ByteWriter,
  subtype: number,
  size: number,
  write: (body: ByteWriter) => void,
): void {
  const body = new ByteWriter();
  write(body);
  const bytes = body.finish();
  out.word(7);
  out.word(subtype);
  out.word(size);
  out.word(bytes.length / size);
  out.bytesOf(bytes);
}

function pad(out: ByteWriter, used: number, unit: number, filler: number): void {
  for (let place = used; place % unit !== 0; place += 1) out.byte(filler);
}
