/** Changes of linked persons as a table of a file. */
import type { Cell } from "../disclosure/cell.ts";
import type { LinkedChange, LinkedChanges } from "../linking/linked-changes-model.ts";
import type { FileColumn, FileRow, FileTable } from "./file-book.ts";
import { figureColumn, STATUS_COLUMN, textColumn } from "./file-columns.ts";
import { statusOf } from "./status-codes.ts";
import { VERDICT_COLUMNS, verdictOf } from "./verdict-columns.ts";

const COLUMNS: readonly FileColumn[] = [
  textColumn("record", "What the row is"),
  textColumn("code", "Item or scale"),
  textColumn("label", "Wording"),
  STATUS_COLUMN,
  figureColumn("n", "Persons"),
  figureColumn("difference", "Mean change, later minus earlier", 2),
  figureColumn("lower", "95 % limit, lower", 2),
  figureColumn("upper", "95 % limit, upper", 2),
  figureColumn("sd", "Standard deviation of the changes", 2),
  ...VERDICT_COLUMNS,
];

/**
 * The table of linked changes.
 * @param linked the changes, as released
 * @returns persons, items, scales and the index, one a row
 * @example linkedTable(linked).rows.length
 */
export function linkedTable(linked: LinkedChanges): FileTable {
  const { stayers, leavers, joiners, withoutCode, items, scales, index } = linked;
  return {
    name: "linked",
    title: "Linked persons",
    columns: COLUMNS,
    rows: [
      personsRow("stayers", "Found in both waves", stayers),
      personsRow("leavers", "With a code in the earlier wave only", leavers),
      personsRow("joiners", "With a code in the later wave only", joiners),
      personsRow("without-code-before", "Without a code in the earlier wave", withoutCode.before),
      personsRow("without-code-after", "Without a code in the later wave", withoutCode.after),
      ...[...items, ...scales, ...(index === null ? [] : [index])].map(changeRow),
    ],
  };
}

function personsRow(code: string, label: string, cell: Cell<number>): FileRow {
  return { record: "persons", code, label, ...statusOf(cell), ...(cell.shown ? { n: cell.value } : {}) };
}

function changeRow({ kind, code, label, change, verdict }: LinkedChange): FileRow {
  const about = { record: kind, code, label, ...statusOf(change) };
  if (!change.shown) return { ...about, ...verdictOf(verdict) };
  const { mean, sd, interval } = change.value;
  return {
    ...about,
    n: change.n,
    difference: mean,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    sd,
    ...verdictOf(verdict),
  };
}
