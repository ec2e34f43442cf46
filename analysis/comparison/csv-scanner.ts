/** Reads CSV text as it arrives, cell by cell, without keeping it: a million rows need no more memory than one. */
import type { CsvProblem } from "../csv-table.ts";

/** Takes one cell: `text` from `start` to `end`, quotes already taken off. */
export type CellReader = (text: string, start: number, end: number) => void;

/** Who takes the cells. */
export interface CsvTarget {
  /** Called once with the cells of the first row; returns one reader a column. */
  readonly header: (cells: readonly string[]) => readonly CellReader[];
  /** Called before the cells of each row. */
  readonly begin: (line: number) => void;
  /** Called after them, when the row has as many cells as the header and is not empty. */
  readonly end: (line: number) => void;
  readonly problem: (problem: CsvProblem) => void;
}

/** A row this long has lost its closing quotation mark. */
const LONGEST_ROW = 1_000_000;
const QUOTE = 34;
const CR = 13;
const LF = 10;
const UNREADABLE = "\uFFFD";

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

/** A CSV text in pieces: push each piece, then finish. */
export class CsvScanner {
  private rest = "";
  private line = 1;
  private delimiter = 0;
  private readers: readonly CellReader[] | undefined;
  private stopped = false;
  private readonly target: CsvTarget;

  constructor(target: CsvTarget) {
    this.target = target;
  }

  /** Reads all rows that end within the text so far. */
  push(piece: string): void {
    if (this.stopped) return;
    this.scan(this.rest === "" ? piece : this.rest + piece, false);
  }

  /** Reads the last row. */
  finish(): void {
    if (!this.stopped) this.scan(this.rest, true);
    if (this.readers === undefined && !this.stopped) {
      this.fail({ line: 1, sentence: "The file is empty. Its first line names the columns." });
    }
  }

  private fail(problem: CsvProblem): void {
    this.target.problem(problem);
    this.stopped = true;
    this.rest = "";
  }

  private scan(text: string, last: boolean): void {
    let at = 0;
    if (this.line === 1 && this.readers === undefined) {
      if (text.charCodeAt(0) === 0xfeff) at = 1;
      if (text.includes("\u0000")) this.fail({ line: 1, sentence: SENTENCES.binary });
    }
    const unreadable = text.includes(UNREADABLE);
    while (at < text.length && !this.stopped) {
      const next =
        this.readers === undefined ? this.readHeader(text, at, last) : this.readRow(text, at, last);
      if (next < 0) break;
      if (unreadable) this.reportLetters(text.slice(at, next));
      at = next;
    }
    this.rest = this.stopped ? "" : text.slice(at);
    if (this.rest.length > LONGEST_ROW) this.fail({ line: this.line, sentence: SENTENCES.quote });
  }

  private reportLetters(row: string): void {
    const place = row.indexOf(UNREADABLE);
    if (place < 0) return;
    const column = row.slice(0, place).split(String.fromCharCode(this.delimiter)).length;
    this.target.problem({ line: this.line - 1, sentence: `In column ${column}: ${SENTENCES.letters}` });
  }

  private readHeader(text: string, start: number, last: boolean): number {
    const firstLine = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
    if (firstLine.length === text.length - start && !last) return -1;
    this.delimiter = delimiterOf(firstLine);
    const cells: string[] = [];
    const next = this.readCells(text, start, last, (cell, from, to) =>
      cells.push(cell.slice(from, to).trim()),
    );
    if (next < 0) return next;
    if (cells.every((cell) => cell === "")) return next;
    this.readers = this.target.header(cells);
    return next;
  }

  private readRow(text: string, start: number, last: boolean): number {
    const first = text.charCodeAt(start);
    if (first === LF) {
      this.line += 1;
      return start + 1;
    }
    this.target.begin(this.line);
    return this.readCells(text, start, last);
  }

  /** Reads one row; returns where the next begins, or −1 when this one has not ended yet. */
  private readCells(text: string, start: number, last: boolean, reader?: CellReader): number {
    const readers = this.readers;
    const { delimiter } = this;
    const length = text.length;
    const line = this.line;
    let at = start;
    let cell = 0;
    let filled = false;
    for (;;) {
      let from = at;
      let to: number;
      let source = text;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close < 0) {
          this.line = line;
          if (last) this.fail({ line, sentence: SENTENCES.quote });
          return -1;
        }
        source = text.slice(at + 1, close).replaceAll('""', '"');
        from = 0;
        to = source.length;
        this.countLines(source);
        at = close + 1;
      } else {
        let code = text.charCodeAt(at);
        while (at < length && code !== delimiter && code !== LF && code !== CR) code = text.charCodeAt(++at);
        to = at;
      }
      if (at >= length && !last) {
        this.line = line;
        return -1;
      }
      if (to > from) filled = true;
      (reader ?? readers?.[cell])?.(source, from, to);
      cell += 1;
      const end = text.charCodeAt(at);
      if (at < length && end === delimiter) {
        at += 1;
        continue;
      }
      if (at < length && end !== LF && end !== CR) {
        this.target.problem({ line, sentence: SENTENCES.after });
        while (at < length && text.charCodeAt(at) !== LF) at += 1;
      }
      break;
    }
    // A CR at the very end may be half of a CRLF.
    if (text.charCodeAt(at) === CR && at + 1 >= length && !last) {
      this.line = line;
      return -1;
    }
    this.line += 1;
    if (reader === undefined) this.endRow(line, cell, filled);
    return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }

  private countLines(quoted: string): void {
    for (let at = quoted.indexOf("\n"); at >= 0; at = quoted.indexOf("\n", at + 1)) this.line += 1;
  }

  private endRow(line: number, cells: number, filled: boolean): void {
    const columns = this.readers?.length ?? 0;
    if (!filled) return;
    if (cells === columns) this.target.end(line);
    else {
      const sentence = `The row has ${cells} cells, the first line names ${columns} columns.`;
      this.target.problem({ line, sentence });
    }
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
