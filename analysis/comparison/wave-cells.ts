/** What becomes of the cells of one column: an answer, a score, a person, a group, or a row that takes no part. */
import type { Scale } from "../../surveys/definition.ts";
import type { CsvProblem } from "../csv-table.ts";
import type { DatasetColumn, ScaleColumn } from "../dataset.ts";
import { NOT_OBSERVED_CODE, UNANSWERED } from "../dataset.ts";
import { ByteKeys } from "./byte-keys.ts";
import { cellText, trimEnd, trimStart } from "./cell-text.ts";
import type { CellReader, DigitCells } from "./csv-scanner.ts";

/** Where the reader is. */
export interface RowCounter {
  /** Rows accepted so far: the place that the current row would take. */
  row: number;
  line: number;
  /** False once a cell of the current row says that it takes no part. */
  wanted: boolean;
}

type Report = (problem: Omit<CsvProblem, "line">) => void;

interface Place {
  readonly column: string;
  readonly counter: RowCounter;
  readonly report: Report;
}

/** So many rows fit into a column at first. */
export const FIRST_ROOM = 4096;
const LONGEST_LABEL = 200;
const MOST_LABELS = 1000;
/** So many different cells of a column are remembered, so that a million equal ones are understood once. */
const MOST_REMEMBERED = 1000;

/** A cell that a spreadsheet would work out; nobody's answer. */
function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-](?![\d.,]+$)/.test(text);
}

function faultOf(text: string): string {
  if (isFormula(text)) return "The cell holds a formula. Export the values instead.";
  if (/^[+-]?\d+,\d+$/.test(text)) return "The number has a decimal comma. Write it with a point.";
  return "";
}

interface PointPlace extends Place {
  readonly scale: Scale | undefined;
  readonly answers: ReadonlyMap<string, number>;
}

/** The answers to one scale item. */
export class PointCells {
  /** The column; single digits go there straight away, unless the map says that one stands for something else. */
  private readonly cells: DigitCells;
  readonly digits?: DigitCells;
  /** Cells that were met and understood, and the answer of each. */
  private readonly met = new ByteKeys();
  private readonly answers: number[] = [];

  readonly code: string;
  private readonly at: PointPlace;

  constructor(code: string, at: PointPlace) {
    this.code = code;
    this.at = at;
    this.cells = { values: new Int8Array(FIRST_ROOM), most: Math.min(9, at.scale?.points ?? 0) };
    if (![...at.answers.keys()].some((cell) => /^\d$/.test(cell))) this.digits = this.cells;
  }

  readonly read: CellReader = (bytes, start, end) => {
    this.cells.values[this.at.counter.row] = end === start ? UNANSWERED : this.answerOf(bytes, start, end);
  };

  grow(room: number): void {
    const { values } = this.cells;
    this.cells.values = new Int8Array(room);
    this.cells.values.set(values);
  }

  column(rows: number): ScaleColumn {
    const points = this.at.scale?.points ?? 0;
    return { kind: "scale", code: this.code, points, values: this.cells.values.subarray(0, rows) };
  }

  private answerOf(bytes: Uint8Array, start: number, end: number): number {
    const place = this.met.find(bytes, start, end);
    if (place >= 0) return this.answers[place] ?? UNANSWERED;
    const read = this.understand(cellText(bytes, start, end));
    if (typeof read === "string") {
      this.at.report({ column: this.at.column, sentence: read });
      return UNANSWERED;
    }
    if (this.answers.length < MOST_REMEMBERED) this.answers[this.met.add(bytes, start, end)] = read;
    return read;
  }

  /** The answer, or what is wrong with the cell. */
  private understand(text: string): number | string {
    const { scale, answers } = this.at;
    const points = scale?.points ?? 0;
    const offersNotObserved = scale?.notObserved !== undefined;
    const known = answers.get(text);
    if (known !== undefined && known <= points) {
      if (known !== NOT_OBSERVED_CODE || offersNotObserved) return known;
      return 'The survey does not offer "not observed" for this item.';
    }
    if (text === "") return UNANSWERED;
    if (text === "not-observed" && offersNotObserved) return NOT_OBSERVED_CODE;
    const point = /^\d{1,3}(\.0+)?$/.test(text) ? Number(text) : 0;
    if (point >= 1 && point <= points) return point;
    return faultOf(text) || `This is no point of the scale, 1 to ${points}.`;
  }
}

interface ScorePlace extends Place {
  readonly answers: ReadonlyMap<string, number>;
  readonly points: number;
}

/** Scale scores that somebody else worked out. */
export class ScoreCells {
  private scores = new Float64Array(FIRST_ROOM);

  readonly dimension: string;
  private readonly at: ScorePlace;

  constructor(dimension: string, at: ScorePlace) {
    this.dimension = dimension;
    this.at = at;
  }

  readonly read: CellReader = (bytes, start, end) => {
    this.scores[this.at.counter.row] =
      end === start ? Number.NaN : this.understand(cellText(bytes, start, end));
  };

  grow(room: number): void {
    const wider = new Float64Array(room);
    wider.set(this.scores);
    this.scores = wider;
  }

  values(rows: number): Float64Array {
    return this.scores.subarray(0, rows);
  }

  private understand(text: string): number {
    if (text === "") return Number.NaN;
    const { answers, points, column, report } = this.at;
    const mapped = answers.get(text);
    if (mapped !== undefined) return mapped < 1 ? Number.NaN : mapped;
    const score = /^\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : 0;
    if (score >= 1 && score <= points) return score;
    report({ column, sentence: faultOf(text) || `This is no score between 1 and ${points}.` });
    return Number.NaN;
  }
}

/** Whose row it is. */
export class PersonCells {
  /** In the order of the rows: a person's place is the row. */
  readonly persons = new ByteKeys();
  private lines = new Uint32Array(FIRST_ROOM);
  private bytes: Uint8Array = new Uint8Array();
  private start = 0;
  private end = 0;
  private readonly at: Place;

  constructor(at: Place) {
    this.at = at;
  }

  readonly read: CellReader = (bytes, start, end) => {
    this.bytes = bytes;
    this.start = trimStart(bytes, start, end);
    this.end = trimEnd(bytes, this.start, end);
  };

  /** The row takes part: its person must be new. */
  accept(report: Report): void {
    const { bytes, start, end, persons } = this;
    const { column, counter } = this.at;
    if (counter.row === this.lines.length) {
      const { lines } = this;
      this.lines = new Uint32Array(lines.length * 2);
      this.lines.set(lines);
    }
    this.lines[counter.row] = counter.line;
    if (start === end) {
      report({ column, sentence: "The cell is empty; it says whose row this is." });
    } else if (SIGNS.includes(bytes[start] ?? 0) && isFormula(cellText(bytes, start, end))) {
      report({ column, sentence: "The cell holds a formula. Export the values instead." });
    } else {
      const count = persons.size;
      const place = persons.add(bytes, start, end);
      if (place === count) return;
      const line = this.lines[place] ?? 0;
      report({ column, sentence: `The same person is already in line ${line}. Keep one row.` });
    }
  }
}

/** What a formula may begin with. */
const SIGNS: readonly number[] = Array.from("=@+-", (sign) => sign.charCodeAt(0));

interface LabelPlace extends Place {
  /** Rows of other groups take no part. */
  readonly only: readonly string[] | undefined;
  /** What is said of a cell that is empty; by default an empty cell is no group. */
  readonly empty?: string;
  /** The most different labels; by default a thousand. */
  readonly most?: number;
}

/** The row takes no part: it is of another group. */
const UNWANTED = -1;

/** The group that a row belongs to. */
export class LabelCells {
  private places = new Int16Array(FIRST_ROOM);
  private readonly choices = new Map<string, number>();
  /** Cells that were met, and the place of each. */
  private readonly met = new ByteKeys();
  private readonly metPlaces: number[] = [];
  private readonly at: LabelPlace;

  constructor(at: LabelPlace) {
    this.at = at;
  }

  readonly read: CellReader = (bytes, start, end) => {
    const { counter } = this.at;
    const met = this.met.find(bytes, start, end);
    const place = met < 0 ? this.understand(bytes, start, end) : (this.metPlaces[met] ?? UNANSWERED);
    if (place === UNWANTED) counter.wanted = false;
    else this.places[counter.row] = place;
  };

  private understand(bytes: Uint8Array, start: number, end: number): number {
    const { column, report, only } = this.at;
    const label = cellText(bytes, start, end);
    let place = label === "" ? UNANSWERED : this.choices.get(label);
    if (label === "" && this.at.empty !== undefined) {
      report({ column, sentence: this.at.empty });
      return UNANSWERED;
    }
    if (only?.includes(label) === false) place = UNWANTED;
    if (place === undefined) {
      const sentence = this.faultOf(label);
      place = this.choices.size + 1;
      if (sentence !== undefined) {
        report({ column, sentence });
        return place;
      }
      this.choices.set(label, place);
    }
    if (this.metPlaces.length < MOST_REMEMBERED) this.metPlaces[this.met.add(bytes, start, end)] = place;
    return place;
  }

  grow(room: number): void {
    const wider = new Int16Array(room);
    wider.set(this.places);
    this.places = wider;
  }

  labels(rows: number): Extract<DatasetColumn, { readonly kind: "choice" }> {
    const choices = [...this.choices.keys()];
    return { kind: "choice", code: this.at.column, choices, values: this.places.subarray(0, rows) };
  }

  private faultOf(label: string): string | undefined {
    if (isFormula(label)) return "The cell holds a formula. Export the values instead.";
    if (label.length > LONGEST_LABEL) return `A group's name has at most ${LONGEST_LABEL} characters.`;
    const most = this.at.most ?? MOST_LABELS;
    if (this.choices.size >= most) return `There are more than ${most} groups. Name a coarser column.`;
    return undefined;
  }
}

/**
 * Rows count only where a column has one of some values.
 * @param values the values wanted
 * @param counter the row being read
 * @returns the reader of the column
 * @example whereCells(["2"], counter)
 */
export function whereCells(values: readonly string[], counter: RowCounter): CellReader {
  return (bytes, start, end) => {
    if (!values.includes(cellText(bytes, start, end))) counter.wanted = false;
  };
}
