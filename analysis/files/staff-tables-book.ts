/** Released staff tables as a book: every cell a row, with the codebook and the notes. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { shareOf } from "../bounds.ts";
import type { Cell } from "../disclosure/cell.ts";
import type { LinkedChanges } from "../linking/linked-changes-model.ts";
import { meanBounds, partsOf } from "../staff-tables/answer-bounds.ts";
import { besideSentences, directionText } from "../staff-tables/beside-words.ts";
import type {
  StaffCells,
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
  StaffTables,
} from "../staff-tables/staff-tables-model.ts";
import { boundedColumns, boundedValues } from "./bound-columns.ts";
import { codebookOf } from "./codebook.ts";
import type { FileBook, FileColumn, FileRow, FileTable } from "./file-book.ts";
import { figureColumn, labelledColumn, numberColumn, STATUS_COLUMN, textColumn } from "./file-columns.ts";
import { boundNotes, type FileSource, GENERAL_NOTES, sourceNotes } from "./file-notes.ts";
import { linkedTable } from "./linked-table.ts";
import { statusOf, UNCOUNTED_LABELS } from "./status-codes.ts";

/** One wave's release. */
export interface TablesToWrite {
  readonly source: FileSource;
  readonly definition: SurveyDefinition;
  readonly tables: StaffTables;
  /** Changes of linked persons since an earlier wave, if there are any. */
  readonly linked: LinkedChanges | null;
}

const RECORDS = { answered: 1, answer: 2, item: 3, scale: 4, index: 5 } as const;

const COLUMNS: readonly FileColumn[] = [
  labelledColumn("record", "What the row is", [
    { value: RECORDS.answered, label: "persons" },
    { value: RECORDS.answer, label: "answers to an item" },
    { value: RECORDS.item, label: "mean of an item" },
    { value: RECORDS.scale, label: "scale" },
    { value: RECORDS.index, label: "index, 0 to 100" },
  ]),
  textColumn("code", "Item or scale"),
  textColumn("label", "Wording"),
  textColumn("dimension", "Dimension"),
  textColumn("cut", "Compared by (empty: everybody)"),
  textColumn("category", "Group, as a code"),
  textColumn("category_label", "Group"),
  STATUS_COLUMN,
  figureColumn("n", "Answers"),
  labelledColumn("answer_from", "First point or choice", UNCOUNTED_LABELS),
  labelledColumn("answer_to", "Last point or choice", UNCOUNTED_LABELS),
  textColumn("answer", "Point or choice"),
  ...boundedColumns("count", "How many gave it"),
  ...boundedColumns("percent", "Per cent of the answers", 1),
  ...boundedColumns("mean", "Mean, as answered", 2),
  figureColumn("sd_at_most", "Standard deviation of persons' scores, at most", 2),
  numberColumn("headcount", "People there are"),
];

const COMMENT_COLUMNS: readonly FileColumn[] = [
  textColumn("code", "Question"),
  textColumn("label", "Wording"),
  numberColumn("minimum", "Comments are shown from this number on"),
  STATUS_COLUMN,
  textColumn("comment", "Comment of anybody, in random order"),
];

/**
 * Makes the book of one release.
 * @param wave the release and where it comes from
 * @returns figures, comments if any were asked for, codebook, linked changes if there are any, and notes
 * @example csvFile(staffTablesBook({ source, definition, tables, linked: null }))
 */
export function staffTablesBook({ source, definition, tables, linked }: TablesToWrite): FileBook {
  const figures = {
    name: "figures",
    title: "Figures",
    columns: COLUMNS,
    rows: [
      ...answeredRows(tables),
      ...tables.items.flatMap((item) => eachCell(tables, item.cells, (cell) => itemRows(item, cell))),
      ...[...tables.scales, ...(tables.index === null ? [] : [tables.index])].flatMap((scale) =>
        eachCell(tables, scale.cells, (cell) => [scaleRow(scale, cell)]),
      ),
    ],
  };
  return {
    title: `${tables.survey.title}: ${source.title}`,
    tables: [
      figures,
      ...commentTables(tables),
      codebookOf([definition]),
      ...(linked === null ? [] : [linkedTable(linked)]),
    ],
    notes: [
      ...sourceNotes(source),
      ...methodNotes(tables),
      ...(linked?.methods ?? []).map((text) => ({ about: "linking", text })),
      ...GENERAL_NOTES,
    ],
  };
}

function methodNotes(tables: StaffTables) {
  const { method, minimum, width, items } = tables;
  const text =
    method === "passes"
      ? `Which cells are shown was decided from numbers of answers alone, so that no sum or difference of shown cells rests on fewer than ${minimum} persons; what they show was checked by an independent audit, which found nothing.`
      : `Only groups of at least twice ${minimum} answers are shown, by a simpler rule than usual, because weighing every cell would have taken too long; an independent audit found nothing.`;
  return [
    { about: "method", text },
    ...boundNotes(width).map((sentence) => ({ about: "bounds", text: sentence })),
    ...besideSentences(tables).map((sentence) => ({ about: "other waves", text: sentence })),
    ...items.flatMap(({ kind, label, beside }) =>
      beside?.told === "direction" && kind === "scale"
        ? [{ about: "direction", text: `${label}: ${directionText(beside)}` }]
        : [],
    ),
    {
      about: "method",
      text: "Percentages and means follow from the counts and their bounds. Means of items are as answered (reverse-keyed items are not turned), those of scales and of the index have reverse-keyed items turned. In groups of further cuts points are told together, from answer_from to answer_to; such items have no mean.",
    },
  ];
}

/** None where the survey asks for no comments, or the release was made before they were shown. */
function commentTables({ comments = [] }: StaffTables): readonly FileTable[] {
  if (comments.length === 0) return [];
  const rows = comments.flatMap(({ code, label, minimum, list }): readonly FileRow[] => {
    const about = { code, label, minimum, ...statusOf(list) };
    return list.shown ? list.value.map((comment) => ({ ...about, comment })) : [about];
  });
  return [{ name: "comments", title: "Comments", columns: COMMENT_COLUMNS, rows }];
}

interface Place {
  readonly cut: string | null;
  readonly category: string | null;
  readonly category_label: string;
}

const EVERYBODY: Place = { cut: null, category: null, category_label: "Everybody" };

/** Rows of everybody, then of each category of each cut. */
function eachCell<V>(
  { cuts }: StaffTables,
  cells: StaffCells<V>,
  rowsOf: (cell: Cell<V>) => readonly FileRow[],
): readonly FileRow[] {
  const at = (place: Place, cell: Cell<V>): FileRow[] => rowsOf(cell).map((row) => ({ ...place, ...row }));
  return [
    ...at(EVERYBODY, cells.total),
    ...cuts.flatMap(({ codes, categories }, cut) =>
      categories.flatMap(({ values, label }, category) => {
        const cell = cells.cuts[cut]?.[category];
        const place = { cut: codes.join("+"), category: values.join("+"), category_label: label };
        return cell === undefined ? [] : at(place, cell);
      }),
    ),
  ];
}

function answeredRows(tables: StaffTables): readonly FileRow[] {
  const cells = {
    total: tables.answered,
    cuts: tables.cuts.map(({ categories }) => categories.map(({ answered }) => answered)),
  };
  const headcounts = [
    tables.invited,
    ...tables.cuts.flatMap(({ categories }) => categories.map((one) => one.headcount)),
  ];
  return eachCell(tables, cells, (cell) => [
    { record: RECORDS.answered, label: "Persons who answered", ...statusOf(cell), ...nOf(cell) },
  ]).map((row, place) => ({ ...row, headcount: headcounts[place] ?? null }));
}

function itemRows(item: StaffItem, cell: Cell<StaffDistribution>): readonly FileRow[] {
  const { code, label, dimension, points } = item;
  const about = { code, label, dimension, ...statusOf(cell), ...nOf(cell) };
  if (!cell.shown) return [{ record: RECORDS.answer, ...about }];
  const { given } = cell.value;
  const parts = partsOf(item, cell).map(({ from, to, low, high }) => ({
    record: RECORDS.answer,
    ...about,
    answer_from: from,
    answer_to: to,
    answer: from === to ? (points[from - 1] ?? "") : `${points[from - 1] ?? ""} to ${points[to - 1] ?? ""}`,
    ...boundedValues("count", { low, high }),
    ...boundedValues("percent", shareOf({ low, high }, given), (share) => rounded(share * 100, 1)),
  }));
  const mean = meanBounds({ ...item, reverseKeyed: false }, cell);
  if (mean === undefined) return parts;
  return [...parts, { record: RECORDS.item, ...about, ...boundedValues("mean", mean, exactEnough) }];
}

function scaleRow({ code, label }: StaffScale, cell: Cell<StaffScore>): FileRow {
  const record = code === "index" ? RECORDS.index : RECORDS.scale;
  const about = { record, code, label, ...statusOf(cell), ...nOf(cell) };
  if (!cell.shown) return about;
  const { mean, sdAtMost } = cell.value;
  return {
    ...about,
    ...boundedValues("mean", mean, exactEnough),
    sd_at_most: sdAtMost === null ? null : exactEnough(sdAtMost),
  };
}

function exactEnough(value: number): number {
  return rounded(value, 6);
}

function nOf(cell: Cell<unknown>): FileRow {
  return cell.shown ? { n: cell.n } : {};
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
