/** Reads the bytes of a CSV file as they arrive, cell by cell: a million rows need no more memory than one. */
import { type CsvProblem, MOST_COLUMNS, tooManyColumns } from "../csv-table.ts";
import { isReadable, textOf } from "./cell-text.ts";

/** Takes one cell: `bytes` from `start` to `end`, quotes already taken off. They stay the same until the row's end. */
export type CellReader = (bytes: Uint8Array, start: number, end: number) => void;

/** Where the single digits of a column go without a call for each: from 1 to `most`, at the row's place. */
export interface DigitCells {
  values: Int8Array;
  readonly most: number;
}

/** What becomes of a column's cells. */
export interface CellColumn {
  readonly read: CellReader;
  readonly digits?: DigitCells;
}

/** Who takes the cells. */
export interface CsvTarget {
  /** Called once with the cells of the first row; returns what becomes of each column. */
  readonly header: (cells: readonly string[]) => readonly CellColumn[];
  /** Called before the cells of each row; returns the place where its digits go. */
  readonly begin: (line: number) => number;
  /** Called after them, when the row has as many cells as the header and is not empty. */
  readonly end: (line: number) => void;
  readonly problem: (problem: CsvProblem) => void;
}

/** A row this long has lost its closing quotation mark. */
const LONGEST_ROW = 1_000_000;
const FIRST_ROOM = 1 << 16;
const QUOTE = 34;
const CR = 13;
const LF = 10;
const ZERO = 48;
const NOT_ENDED = -1;

const SENTENCES = {
  quote: "A quotation mark is not closed. Close it, or double it inside the text.",
  after: "Text follows a closing quotation mark. Double quotation marks inside the text.",
  letters: "Some letters cannot be read. Save the file as UTF-8 and try again.",
  binary: "This is not a text file in UTF-8. Export it again as CSV with the encoding UTF-8.",
} as const;

/** The separator that the header holds most often. */
function delimiterOf(header: string): number {
  const plain = header.replaceAll(/"[^"]*"/g, "");
  const count = (mark: string): number => plain.split(mark).length;
  const best = [",", ";", "\t", "|"].reduce((one, mark) => (count(mark) > count(one) ? mark : one));
  return best.charCodeAt(0);
}

/** A CSV file in pieces: push each piece, then finish. */
export class CsvScanner {
  /** What has arrived and is not read yet; behind it always stands one line break that is not of the file. */
  private bytes = new Uint8Array(FIRST_ROOM);
  private length = 0;
  private line = 1;
  private delimiter = 0;
  private columns: readonly CellColumn[] | undefined;
  private stopped = false;
  private begun = false;
  private last = false;
  /** Faults of the row being read, from 1; they count once the row has ended. */
  private unreadable = 0;
  private trailing = false;
  private filled = false;
  private cells = 0;
  private readonly target: CsvTarget;

  constructor(target: CsvTarget) {
    this.target = target;
  }

  /** Reads all rows that end within the bytes so far. */
  push(piece: Uint8Array): void {
    if (this.stopped) return;
    const length = this.length + piece.length;
    if (length + 1 > this.bytes.length) {
      const wider = new Uint8Array(length * 2);
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    this.bytes.set(piece, this.length);
    this.length = length;
    this.scan();
  }

  /** Reads the last row. */
  finish(): void {
    this.last = true;
    if (!this.stopped) this.scan();
    if (this.columns === undefined && !this.stopped) {
      this.fail({ line: 1, sentence: "The file is empty. Its first line names the columns." });
    }
  }

  private fail(problem: CsvProblem): void {
    this.target.problem(problem);
    this.stopped = true;
    this.length = 0;
  }

  private scan(): void {
    const { bytes } = this;
    bytes[this.length] = LF;
    let at = 0;
    if (!this.begun && (this.length > 2 || this.last)) {
      this.begun = true;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    }
    if (this.columns === undefined && bytes.subarray(0, this.length).includes(0)) {
      this.fail({ line: 1, sentence: SENTENCES.binary });
    }
    while (this.begun && at < this.length && !this.stopped) {
      const next = this.columns === undefined ? this.readHeader(at) : this.readRow(at, this.columns.length);
      if (next === NOT_ENDED) break;
      at = next;
    }
    if (this.stopped) return;
    const rest = Math.max(0, this.length - at);
    bytes.copyWithin(0, at, this.length);
    this.length = rest;
    if (rest > LONGEST_ROW) this.fail({ line: this.line, sentence: SENTENCES.quote });
  }

  private readHeader(start: number): number {
    const { bytes, length, line } = this;
    let end = start;
    while (bytes[end] !== LF && bytes[end] !== CR) end += 1;
    if (end >= length && !this.last) return NOT_ENDED;
    this.delimiter = delimiterOf(textOf(bytes, start, end));
    const names: string[] = [];
    const next = this.readCells(start, 0, (from, first, behind) =>
      names.push(textOf(from, first, behind).trim()),
    );
    if (next === NOT_ENDED) return next;
    if (names.length > MOST_COLUMNS) {
      this.fail(tooManyColumns());
      return next;
    }
    this.reportFaults(line);
    if (names.some((name) => name !== "")) this.columns = this.target.header(names);
    return next;
  }

  private readRow(start: number, columns: number): number {
    const { line } = this;
    if (this.bytes[start] === LF) {
      this.line += 1;
      return start + 1;
    }
    const next = this.readCells(start, this.target.begin(line));
    if (next !== NOT_ENDED) this.endRow(line, columns);
    return next;
  }

  /** Reads the cells of one row; returns where the next begins, or NOT_ENDED. */
  private readCells(start: number, row: number, collect?: CellReader): number {
    const { bytes, delimiter, columns, line } = this;
    this.unreadable = 0;
    this.trailing = false;
    this.filled = false;
    let at = start;
    let cell = 0;
    for (;;) {
      const column = columns?.[cell];
      const digits = column?.digits;
      const digit = (bytes[at] ?? 0) - ZERO;
      const behind = bytes[at + 1];
      const isAlone = behind === delimiter || behind === LF;
      if (isAlone && digits !== undefined && digit >= 1 && digit <= digits.most) {
        digits.values[row] = digit;
        this.filled = true;
        at += 1;
      } else {
        at = this.readCell(at, cell, collect ?? column?.read);
        if (at === NOT_ENDED) break;
      }
      cell += 1;
      if (bytes[at] !== delimiter || at >= this.length) break;
      at += 1;
    }
    this.cells = cell;
    const next = at === NOT_ENDED ? at : this.behindRow(at);
    if (next === NOT_ENDED) this.line = line;
    return next;
  }

  /** Reads a cell; returns where it ended, or NOT_ENDED when its end has not arrived. */
  private readCell(start: number, cell: number, read: CellReader | undefined): number {
    const { bytes, delimiter } = this;
    if (bytes[start] === QUOTE && start < this.length) return this.readQuoted(start, cell, read);
    let at = start;
    let seen = 0;
    for (;;) {
      const byte = bytes[at] ?? LF;
      if (byte === delimiter || byte === LF || byte === CR) break;
      seen |= byte;
      at += 1;
    }
    if (at >= this.length && !this.last) return NOT_ENDED;
    this.take(bytes, [start, at], { seen, cell, read });
    return at;
  }

  private readQuoted(start: number, cell: number, read: CellReader | undefined): number {
    const { bytes, length } = this;
    let at = start + 1;
    let seen = 0;
    let doubled = 0;
    let lines = 0;
    while (at < length && (bytes[at] !== QUOTE || (bytes[at + 1] === QUOTE && at + 1 < length))) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        doubled += 1;
        at += 1;
      } else if (byte === LF) lines += 1;
      seen |= byte;
      at += 1;
    }
    if (at >= length && this.last) this.fail({ line: this.line, sentence: SENTENCES.quote });
    // A quotation mark at the very end may be the first of two.
    if (at >= length || (at + 1 >= length && !this.last)) return NOT_ENDED;
    this.line += lines;
    if (doubled === 0) this.take(bytes, [start + 1, at], { seen, cell, read });
    else {
      const plain = withoutDoubled(bytes, start + 1, at);
      this.take(plain, [0, plain.length], { seen, cell, read });
    }
    return at + 1;
  }

  private take(
    bytes: Uint8Array,
    [start, end]: readonly [number, number],
    { seen, cell, read }: CellFound,
  ): void {
    if (end > start) this.filled = true;
    if (seen >= 0x80 && !isReadable(bytes, start, end)) this.unreadable ||= cell + 1;
    read?.(bytes, start, end);
  }

  /** Where the next row begins, once the last cell has ended; NOT_ENDED while that cannot be known. */
  private behindRow(end: number): number {
    const { bytes, length } = this;
    let at = end;
    if (at < length && bytes[at] !== LF && bytes[at] !== CR) {
      this.trailing = true;
      while (bytes[at] !== LF) at += 1;
    }
    // A CR at the very end may be half of a CRLF.
    const needed = bytes[at] === CR ? at + 1 : at;
    if (needed >= length && !this.last) return NOT_ENDED;
    this.line += 1;
    return bytes[at] === CR && bytes[at + 1] === LF && at + 1 < length ? at + 2 : at + 1;
  }

  private reportFaults(line: number): void {
    if (this.trailing) this.target.problem({ line, sentence: SENTENCES.after });
    if (this.unreadable > 0) {
      const sentence = `In column ${this.unreadable}: ${SENTENCES.letters}`;
      this.target.problem({ line, sentence });
    }
  }

  private endRow(line: number, columns: number): void {
    const { cells } = this;
    this.reportFaults(line);
    if (!this.filled) return;
    if (cells === columns) this.target.end(line);
    else {
      const sentence = `The row has ${cells} cells, the first line names ${columns} columns.`;
      this.target.problem({ line, sentence });
    }
  }
}

interface CellFound {
  /** All its bytes, or-ed: above 127 when one of them is. */
  readonly seen: number;
  readonly cell: number;
  readonly read: CellReader | undefined;
}

function withoutDoubled(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const plain = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end; at += 1) {
    plain[length] = bytes[at] ?? 0;
    length += 1;
    if (bytes[at] === QUOTE) at += 1;
  }
  return plain.subarray(0, length);
}
