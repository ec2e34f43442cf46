/** One wave from a CSV file: columns of small integers, and beside them whose rows they are. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { type CsvProblem, columnName } from "../csv-table.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import { scoredItems } from "../scoring/scored-items.ts";
import { ByteKeys } from "./byte-keys.ts";
import type { CellColumn } from "./csv-scanner.ts";
import { CsvScanner } from "./csv-scanner.ts";
import { planColumns } from "./file-columns.ts";
import type { ScoreColumn } from "./score-column.ts";
import { readyScores } from "./score-column.ts";
import type { RowCounter } from "./wave-cells.ts";
import { FIRST_ROOM, LabelCells, PersonCells, PointCells, ScoreCells, whereCells } from "./wave-cells.ts";
import type { WaveMap } from "./wave-map.ts";

/** What is to be read from a file. */
export interface WaveFilePlan {
  readonly definition: SurveyDefinition;
  readonly map: WaveMap;
  /** Column that tells whose row it is. */
  readonly link?: string;
  /** Column to compare by. */
  readonly by?: string;
  /** Column that tells whom a row is about, in 360 feedback of many people. */
  readonly subject?: string;
  /** Columns to weight by, as columnName makes them. */
  readonly margins?: readonly string[];
}

/** A wave as read. */
export interface WaveFile {
  readonly dataset: Dataset;
  /** Whose each row is: a person's place is the row; empty without a link column. */
  readonly persons: ByteKeys;
  /** Scale scores by dimension code. */
  readonly scores: ReadonlyMap<string, ScoreColumn>;
  /** Columns of the file that took no part. */
  readonly unused: readonly string[];
}

/** The wave, or every problem found; nothing in between. */
export type ReadWaveFile =
  | { readonly wave: WaveFile }
  | { readonly problems: readonly CsvProblem[]; readonly more: number };

/** Problems kept; the rest are counted. */
const MOST_PROBLEMS = 10_000;
/** As many as a column of labels can hold. */
const MOST_SUBJECTS = 30_000;
const NO_SUBJECT = "The cell is empty; it says whom the row is about.";
/** More rows than any survey has; the numbers of rows must stay within 32 bits. */
const MOST_ROWS = 50_000_000;

/** Reads one wave piece by piece: push the bytes as they come, then finish. */
export class WaveFileReader {
  private readonly scanner: CsvScanner;
  private readonly kept: CsvProblem[] = [];
  private more = 0;
  /** Problems of the row being read; they count only if the row takes part. */
  private pending: CsvProblem[] = [];
  /** So many rows fit into the columns. */
  private room = FIRST_ROOM;
  private readonly counter: RowCounter = { row: 0, line: 1, wanted: true };
  private points: readonly PointCells[] = [];
  private scores: readonly ScoreCells[] = [];
  private person: PersonCells | undefined;
  private subject: LabelCells | undefined;
  private labels: readonly LabelCells[] = [];
  private unused: readonly string[] = [];

  private readonly plan: WaveFilePlan;

  constructor(plan: WaveFilePlan) {
    this.plan = plan;
    this.scanner = new CsvScanner({
      header: (cells) => this.readHeader(cells),
      begin: (line) => {
        this.counter.line = line;
        this.counter.wanted = true;
        if (this.pending.length > 0) this.pending = [];
        if (this.counter.row === this.room) this.grow();
        return this.counter.row;
      },
      end: () => this.endRow(),
      problem: (problem) => this.report(problem),
    });
  }

  /** Takes the next piece of the file; its memory may be used again afterwards. */
  push(piece: Uint8Array): void {
    this.scanner.push(piece);
  }

  /** The wave, once all pieces were pushed. */
  finish(): ReadWaveFile {
    this.scanner.finish();
    const rows = this.counter.row;
    if (rows === 0 && this.kept.length === 0) {
      this.report({
        line: 1,
        sentence: "No row of the file takes part. Check the file, and the map's where.",
      });
    }
    if (this.kept.length > 0) {
      return { problems: this.kept.toSorted((one, other) => one.line - other.line), more: this.more };
    }
    return {
      wave: {
        dataset: this.dataset(rows),
        persons: this.person?.persons ?? new ByteKeys(),
        scores: new Map(this.scores.map((score) => [score.dimension, readyScores(score.values(rows))])),
        unused: this.unused,
      },
    };
  }

  private report(problem: CsvProblem): void {
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(problem);
    else this.more += 1;
  }

  private readHeader(cells: readonly string[]): readonly CellColumn[] {
    const columns = cells.map(columnName);
    const planned = planColumns(columns, this.plan);
    for (const problem of planned.problems) this.report({ line: 1, ...problem });
    const later = (problem: Omit<CsvProblem, "line">): void => {
      this.pending.push({ line: this.counter.line, ...problem });
    };
    const { counter, plan } = this;
    const scaleOf = new Map(scoredItems(plan.definition).map(({ item, scale }) => [item.code, scale]));
    this.unused = planned.unused;
    const points: PointCells[] = [];
    const scores: ScoreCells[] = [];
    const labels: LabelCells[] = [];
    const readers = planned.roles.map((role, place): CellColumn => {
      const column = columns[place] ?? "";
      const at = { column, counter, report: later };
      switch (role.kind) {
        case "item": {
          const scale = scaleOf.get(role.code);
          const cellsOf = new PointCells(role.code, { ...at, scale, answers: plan.map.answers });
          points.push(cellsOf);
          return cellsOf;
        }
        case "score": {
          const cellsOf = new ScoreCells(role.code, {
            ...at,
            answers: plan.map.answers,
            points: role.points,
          });
          scores.push(cellsOf);
          return cellsOf;
        }
        case "link":
          this.person = new PersonCells(at);
          return this.person;
        case "by":
        case "margin": {
          const label = new LabelCells({ ...at, only: role.kind === "by" ? role.values : undefined });
          labels.push(label);
          return label;
        }
        case "subject":
          this.subject = new LabelCells({ ...at, only: undefined, empty: NO_SUBJECT, most: MOST_SUBJECTS });
          return this.subject;
        case "where":
          return { read: whereCells(role.values, counter) };
        default:
          return { read: ignoreCell };
      }
    });
    this.points = points;
    this.labels = labels;
    this.scores = scores;
    return readers;
  }

  private grow(): void {
    this.room *= 2;
    for (const column of this.points) column.grow(this.room);
    for (const column of this.scores) column.grow(this.room);
    for (const column of this.labels) column.grow(this.room);
    this.subject?.grow(this.room);
  }

  private endRow(): void {
    const { counter, pending } = this;
    if (!counter.wanted) return;
    for (const problem of pending) this.report(problem);
    this.person?.accept((problem) => this.report({ line: counter.line, ...problem }));
    counter.row += 1;
    if (counter.row === MOST_ROWS) {
      this.report({ line: counter.line, sentence: "The file has more than 50 million rows. Split it." });
      counter.wanted = false;
    }
  }

  private dataset(rows: number): Dataset {
    const { soundings } = this.plan.definition;
    const columns: DatasetColumn[] = this.points.map((column) => column.column(rows));
    for (const label of this.labels) columns.push(label.labels(rows));
    const subject = this.subject?.labels(rows);
    return {
      format: 1,
      survey: { id: soundings.id, version: soundings.version },
      subjects: subject?.choices ?? [""],
      groups: [""],
      rows,
      subject:
        subject === undefined
          ? new Uint16Array(rows)
          : Uint16Array.from(subject.values, (value) => value - 1),
      group: new Uint8Array(rows),
      columns,
      comments: [],
    };
  }
}

function ignoreCell(): void {
  // The column takes no part.
}
