/** The dataset as bytes and back: what is encrypted, stored, and hashed into the content hash. */
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { CodeElement, CommentList, Dataset, DatasetColumn } from "./dataset.ts";
import { NOT_OBSERVED_CODE, UNANSWERED } from "./dataset.ts";

/** "SND"; the format's number follows. */
const MAGIC = [0x53, 0x4e, 0x44] as const;
const PLAIN_FORMAT = 1;
/** As the plain one, with the personal code at the end. */
const CODED_FORMAT = 2;
const SCALE = 1;
const CHOICE = 2;

/**
 * The dataset as bytes. The same dataset gives the same bytes on every machine, so their SHA-256 is its
 * content hash. The same answers folded twice differ: their order is random.
 *
 * @param dataset the dataset
 * @returns the bytes
 * @example encodeDataset(dataset).length;
 */
export function encodeDataset(dataset: Dataset): Uint8Array {
  const out = new ByteWriter();
  for (const byte of MAGIC) out.byte(byte);
  out.byte(dataset.personalCode === undefined ? PLAIN_FORMAT : CODED_FORMAT);
  out.text(dataset.survey.id);
  out.text(dataset.survey.version);
  out.texts(dataset.subjects);
  out.texts(dataset.groups);
  out.word(dataset.rows);
  for (const subject of dataset.subject) out.short(subject);
  for (const group of dataset.group) out.byte(group);
  out.word(dataset.columns.length);
  for (const column of dataset.columns) writeColumn(out, column);
  out.word(dataset.comments.length);
  for (const { code, comments } of dataset.comments) {
    out.text(code);
    out.word(comments.length);
    for (const { subject, group, text } of comments) {
      out.short(subject);
      out.byte(group);
      out.text(text);
    }
  }
  if (dataset.personalCode !== undefined) writePersonalCode(out, dataset.personalCode);
  return out.finish();
}

/**
 * The dataset that was encoded.
 *
 * @param bytes what encodeDataset returned
 * @returns an equal dataset
 * @throws RangeError if the bytes are cut off, of another format, or hold values no dataset has
 * @example decodeDataset(encodeDataset(dataset)).rows === dataset.rows; // true
 */
export function decodeDataset(bytes: Uint8Array): Dataset {
  const input = new ByteReader(bytes);
  for (const byte of MAGIC) {
    if (input.byte() !== byte) throw new RangeError("a dataset requires bytes of this format");
  }
  const version = input.byte();
  if (version !== PLAIN_FORMAT && version !== CODED_FORMAT) {
    throw new RangeError("a dataset requires bytes of this format");
  }
  const survey = { id: input.text(), version: input.text() };
  const subjects = input.texts();
  const groups = input.texts();
  const rows = input.length(3);
  const subject = Uint16Array.from({ length: rows }, () => below(input.short(), subjects.length));
  const group = Uint8Array.from({ length: rows }, () => below(input.byte(), groups.length));
  const columns = Array.from({ length: input.length(6) }, () => readColumn(input, rows));
  const places = { subjects: subjects.length, groups: groups.length };
  const comments = Array.from({ length: input.length(8) }, () => readComments(input, places));
  const personalCode = version === CODED_FORMAT ? { personalCode: readPersonalCode(input, rows) } : {};
  input.end();
  return { format: 1, survey, subjects, groups, rows, subject, group, columns, comments, ...personalCode };
}

function writePersonalCode(out: ByteWriter, elements: readonly CodeElement[]): void {
  out.word(elements.length);
  for (const { code, values } of elements) {
    out.text(code);
    for (const value of values) out.short(value);
  }
}

function readPersonalCode(input: ByteReader, rows: number): readonly CodeElement[] {
  return Array.from({ length: input.length(4) }, () => {
    const code = input.text();
    return { code, values: Uint16Array.from({ length: rows }, () => input.short()) };
  });
}

function writeColumn(out: ByteWriter, column: DatasetColumn): void {
  if (column.kind === "scale") {
    out.byte(SCALE);
    out.text(column.code);
    out.byte(column.points);
    for (const value of column.values) out.byte(value & 0xff);
  } else {
    out.byte(CHOICE);
    out.text(column.code);
    out.texts(column.choices);
    for (const value of column.values) out.short(value & 0xffff);
  }
}

function readColumn(input: ByteReader, rows: number): DatasetColumn {
  const kind = input.byte();
  const code = input.text();
  if (kind === SCALE) {
    const points = input.byte();
    const values = Int8Array.from({ length: rows }, () => scaleValue((input.byte() << 24) >> 24, points));
    return { kind: "scale", code, points, values };
  }
  if (kind !== CHOICE) throw new RangeError("a dataset requires columns of known kind");
  const choices = input.texts();
  const values = Int16Array.from({ length: rows }, () => below(input.short(), choices.length + 1));
  return { kind: "choice", code, choices, values };
}

function readComments(
  input: ByteReader,
  places: { readonly subjects: number; readonly groups: number },
): CommentList {
  const code = input.text();
  const comments = Array.from({ length: input.length(7) }, () => ({
    subject: below(input.short(), places.subjects),
    group: below(input.byte(), places.groups),
    text: input.text(),
  }));
  return { code, comments };
}

function below(value: number, limit: number): number {
  if (value >= limit) throw new RangeError("a dataset requires places that exist");
  return value;
}

function scaleValue(value: number, points: number): number {
  const known = value === UNANSWERED || value === NOT_OBSERVED_CODE || (value >= 1 && value <= points);
  if (!known) throw new RangeError("a dataset requires answers on their scale");
  return value;
}
