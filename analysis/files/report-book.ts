/** A released 360 report as a book: what the coach reads on the screen, one figure a row. */
import type { LocalisedText, SurveyDefinition } from "../../surveys/definition.ts";
import type { Cell, Figure } from "../disclosure/cell.ts";
import type { FigureRow, ItemRow, Report360 } from "../report360/report-model.ts";
import { codebookOf, firstText } from "./codebook.ts";
import type { FileBook, FileColumn, FileRow, FileTable } from "./file-book.ts";
import { figureColumn, numberColumn, STATUS_COLUMN, textColumn } from "./file-columns.ts";
import { type FileSource, GENERAL_NOTES, sourceNotes } from "./file-notes.ts";
import { statusOf } from "./status-codes.ts";

/** One subject's report. */
export interface ReportToWrite {
  readonly source: FileSource;
  readonly definition: SurveyDefinition;
  readonly report: Report360;
}

const COLUMNS: readonly FileColumn[] = [
  textColumn("record", "What the row is"),
  textColumn("code", "Dimension or item"),
  textColumn("label", "Wording"),
  textColumn("dimension", "Dimension of the item"),
  textColumn("group", "Group, as a code"),
  textColumn("group_label", "Group"),
  STATUS_COLUMN,
  figureColumn("n", "Answers"),
  figureColumn("mean", "Mean, high meaning much", 1),
  textColumn("bound", "exact, at-least, at-most or about"),
  numberColumn("answer", "Point of the scale"),
  textColumn("answer_label", "What the point means"),
  figureColumn("count", "How many gave it"),
  figureColumn("gap", "Self minus all others", 1),
  textColumn("verdict", "What the gap is called"),
  textColumn("direction", "higher, lower or not-told: beside an earlier wave of nearly the same people"),
  textColumn("since", "The earlier wave"),
  numberColumn("invited", "People asked"),
];

/** The code and label under which all anonymous groups stand together. */
const ALL_OTHERS = { group: "all-others", group_label: "All others" };

/**
 * Makes the book of one report.
 * @param one the report and where it comes from
 * @returns figures, comments, codebook and notes
 * @example xlsxFile(reportBook({ source, definition, report }))
 */
export function reportBook({ source, definition, report }: ReportToWrite): FileBook {
  const say = (text: LocalisedText): string => firstText(text, definition);
  const writer: Writer = { report, say, groups: groupsOf(report, say) };
  const items = report.dimensions.flatMap(({ code, items: own }) =>
    own.flatMap((item) => itemRows(item, code, writer)),
  );
  return {
    title: say(report.survey.title),
    tables: [
      {
        name: "figures",
        title: "Figures",
        columns: COLUMNS,
        rows: [
          ...responseRows(writer),
          ...report.dimensions.flatMap((row) => figureRows("dimension", row, writer)),
          ...items,
          ...report.otherItems.flatMap((item) => itemRows(item, null, writer)),
          ...gapRows(writer),
        ],
      },
      commentTable(writer),
      codebookOf([definition]),
    ],
    notes: [
      ...sourceNotes(source),
      { about: "method", text: `${report.gaps.rule}: ${report.gaps.source}` },
      {
        about: "method",
        text: "“At least” and “at most” stand where the exact mean would fix single answers. Figures of all others follow from the shown figures of the anonymous groups and from nothing else. Means and counts of answers have reverse-keyed items turned, so that high means much.",
      },
      ...GENERAL_NOTES,
    ],
  };
}

interface Writer {
  readonly report: Report360;
  readonly say: (text: LocalisedText) => string;
  /** Labels of the blocks by code. */
  readonly groups: ReadonlyMap<string, string>;
}

function groupsOf({ blocks }: Report360, say: Writer["say"]): ReadonlyMap<string, string> {
  return new Map(blocks.map(({ code, label }) => [code, say(label)]));
}

function responseRows({ report, say }: Writer): readonly FileRow[] {
  return report.responses.map(({ group, label, invited, received }) => ({
    record: "response",
    label: "Answers received",
    group,
    group_label: say(label),
    ...statusOf(received),
    ...(received.shown ? { n: received.value } : {}),
    invited,
  }));
}

function figureRows(
  record: string,
  row: FigureRow & Pick<ItemRow, "directions">,
  { say, groups }: Writer,
): readonly FileRow[] {
  const directions: Readonly<Record<string, FileRow>> = Object.fromEntries(
    Object.entries(row.directions ?? {}).map(([block, told]) => [block, { ...told }]),
  );
  const about = { record, code: row.code, label: say(row.label) };
  return [
    ...Object.entries(row.blocks).map(([block, cell]) => ({
      ...about,
      group: block,
      group_label: groups.get(block) ?? block,
      ...figureOf(cell),
      ...directions[block],
    })),
    { ...about, ...ALL_OTHERS, ...figureOf(row.allOthers) },
  ];
}

function itemRows(item: ItemRow, dimension: string | null, writer: Writer): readonly FileRow[] {
  const { report, say, groups } = writer;
  const scale = report.scales[item.scale];
  const points = (scale?.labels ?? []).map(say);
  const answers = Object.entries(item.distributions).flatMap(([block, cell]): FileRow[] => {
    const about = {
      record: "answers",
      code: item.code,
      label: say(item.label),
      dimension,
      group: block,
      group_label: groups.get(block) ?? block,
      ...statusOf(cell),
    };
    if (!cell.shown) return [about];
    return cell.value.map((count, place) => ({
      ...about,
      n: cell.n,
      answer: place + 1,
      answer_label: points[item.reverseKeyed ? points.length - 1 - place : place] ?? "",
      count,
    }));
  });
  return [...figureRows("item", item, writer).map((row) => ({ ...row, dimension })), ...answers];
}

function gapRows({ report, say }: Writer): readonly FileRow[] {
  return report.gaps.rows.map(({ code, label, gap, bound, verdict }) => ({
    record: "gap",
    code,
    label: say(label),
    ...ALL_OTHERS,
    ...statusOf(gap),
    ...(gap.shown ? { n: gap.n, gap: gap.value, bound } : {}),
    verdict,
  }));
}

function commentTable({ report, say }: Writer): FileTable {
  return {
    name: "comments",
    title: "Comments",
    columns: [
      textColumn("code", "Question"),
      textColumn("label", "Wording"),
      textColumn("group_label", "Whose"),
      STATUS_COLUMN,
      textColumn("comment", "Comment, in random order"),
    ],
    rows: report.comments.flatMap(({ code, label, lists }) =>
      lists.flatMap(({ label: whose, comments }): FileRow[] => {
        const about = { code, label: say(label), group_label: say(whose), ...statusOf(comments) };
        return comments.shown ? comments.value.map((comment) => ({ ...about, comment })) : [about];
      }),
    ),
  };
}

function figureOf(cell: Cell<Figure>): FileRow {
  if (!cell.shown) return statusOf(cell);
  return { ...statusOf(cell), n: cell.n, mean: cell.value.mean, bound: cell.value.bound };
}
