/** What becomes of the cells of one column: an answer, a score, a person, a group, or a row that takes no part. */
import type { Scale } from "../../surveys/definition.ts";
import type { CsvProblem } from "../csv-table.ts";
import type { DatasetColumn, ScaleColumn } from "../dataset.ts";
import { NOT_OBSERVED_CODE, UNANSWERED } from "../dataset.ts";
import type { CellReader } from "./csv-scanner.ts";

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

const FIRST_ROOM = 4096;
const LONGEST_LABEL = 200;
const MOST_LABELS = 1000;
const ZERO = 48;

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
  private values = new Int8Array(FIRST_ROOM);
  private readonly points: number;
  /** Cells that were met and understood, so that a million equal ones are worked out once. */
  private readonly known = new Map<string, number>();

  readonly code: string;
  private readonly at: PointPlace;
  /** True when the map says of no single digit that it stands for something else. */
  private readonly digitsStand: boolean;

  constructor(code: string, at: PointPlace) {
    this.code = code;
    this.at = at;
    this.points = at.scale?.points ?? 0;
    this.digitsStand = ![...at.answers.keys()].some((cell) => /^\d$/.test(cell));
    for (const [cell, answer] of at.answers) this.known.set(cell, answer);
  }

  readonly read: CellReader = (text, start, end) => {
    const digit = text.charCodeAt(start) - ZERO;
    const { row } = this.at.counter;
    if (end - start === 1 && digit >= 1 && digit <= this.points && this.digitsStand) {
      this.values[row] = digit;
    } else {
      this.values[row] = end === start ? UNANSWERED : this.understand(text.slice(start, end).trim());
    }
  };

  grow(): void {
    if (this.at.counter.row < this.values.length) return;
    const wider = new Int8Array(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }

  column(rows: number): ScaleColumn {
    return { kind: "scale", code: this.code, points: this.points, values: this.values.subarray(0, rows) };
  }

  private understand(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined && (known <= 0 || known <= this.points)) {
      if (known !== NOT_OBSERVED_CODE || this.at.scale?.notObserved !== undefined) return known;
      this.fault('The survey does not offer "not observed" for this item.');
      return UNANSWERED;
    }
    if (text === "") return UNANSWERED;
    if (text === "not-observed" && this.at.scale?.notObserved !== undefined) return NOT_OBSERVED_CODE;
    const point = /^\d{1,3}(\.0+)?$/.test(text) ? Number(text) : 0;
    if (point >= 1 && point <= this.points) {
      this.known.set(text, point);
      return point;
    }
    this.fault(faultOf(text) || `This is no point of the scale, 1 to ${this.points}.`);
    return UNANSWERED;
  }

  private fault(sentence: string): void {
    this.at.report({ column: this.at.column, sentence });
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

  readonly read: CellReader = (text, start, end) => {
    this.scores[this.at.counter.row] =
      end === start ? Number.NaN : this.understand(text.slice(start, end).trim());
  };

  grow(): void {
    if (this.at.counter.row < this.scores.length) return;
    const wider = new Float64Array(this.scores.length * 2);
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
  readonly rows = new Map<string, number>();
  private readonly lines: number[] = [];
  private current = "";
  private readonly at: Place;

  constructor(at: Place) {
    this.at = at;
  }

  readonly read: CellReader = (text, start, end) => {
    this.current = text.slice(start, end).trim();
  };

  /** The row takes part: its person must be new. */
  accept(report: Report): void {
    const { column, counter } = this.at;
    const { current } = this;
    const before = this.rows.get(current);
    this.lines.push(counter.line);
    if (current === "") {
      report({ column, sentence: "The cell is empty; it says whose row this is." });
    } else if (isFormula(current)) {
      report({ column, sentence: "The cell holds a formula. Export the values instead." });
    } else if (before !== undefined) {
      report({
        column,
        sentence: `The same person is already in line ${this.lines[before] ?? 0}. Keep one row.`,
      });
    } else {
      this.rows.set(current, counter.row);
    }
  }
}

interface LabelPlace extends Place {
  /** Rows of other groups take no part. */
  readonly only: readonly string[] | undefined;
}

/** The group that a row belongs to. */
export class LabelCells {
  private places = new Int16Array(FIRST_ROOM);
  private readonly choices = new Map<string, number>();
  private readonly at: LabelPlace;

  constructor(at: LabelPlace) {
    this.at = at;
  }

  readonly read: CellReader = (text, start, end) => {
    const label = text.slice(start, end).trim();
    const { counter, column, report, only } = this.at;
    if (only?.includes(label) === false) {
      counter.wanted = false;
      return;
    }
    let place = label === "" ? UNANSWERED : this.choices.get(label);
    if (place === undefined) {
      const sentence = this.faultOf(label);
      if (sentence !== undefined) report({ column, sentence });
      place = this.choices.size + 1;
      if (place <= MOST_LABELS + 1) this.choices.set(label, place);
    }
    this.places[counter.row] = place;
  };

  grow(): void {
    if (this.at.counter.row < this.places.length) return;
    const wider = new Int16Array(this.places.length * 2);
    wider.set(this.places);
    this.places = wider;
  }

  labels(rows: number): DatasetColumn {
    const choices = [...this.choices.keys()];
    return { kind: "choice", code: this.at.column, choices, values: this.places.subarray(0, rows) };
  }

  private faultOf(label: string): string | undefined {
    if (isFormula(label)) return "The cell holds a formula. Export the values instead.";
    if (label.length > LONGEST_LABEL) return `A group's name has at most ${LONGEST_LABEL} characters.`;
    if (this.choices.size >= MOST_LABELS)
      return `There are more than ${MOST_LABELS} groups. Name a coarser column.`;
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
  return (text, start, end) => {
    if (!values.includes(text.slice(start, end).trim())) counter.wanted = false;
  };
}
