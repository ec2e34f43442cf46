/** Changes of linked persons as a table of a file. */
import type { Cell } from "../disclosure/cell.ts";
import type { LinkedChange, LinkedChanges } from "../linking/linked-changes-model.ts";
import { type FileColumn, type FileRow, type FileTable, STATUS } from "./file-book.ts";
import { SHOWN, STATUS_LABELS, statusCode } from "./status-codes.ts";
import { VERDICT_COLUMNS, verdictOf } from "./verdict-columns.ts";

const COLUMNS: readonly FileColumn[] = [
  { name: "record", label: "What the row is", kind: "text" },
  { name: "code", label: "Item or scale", kind: "text" },
  { name: "label", label: "Wording", kind: "text" },
  { name: STATUS, label: "Shown, or why not", kind: "number", labels: STATUS_LABELS },
  { name: "n", label: "Persons", kind: "number", figure: true },
  {
    name: "difference",
    label: "Mean change, later minus earlier",
    kind: "number",
    decimals: 2,
    figure: true,
  },
  { name: "lower", label: "95 % limit, lower", kind: "number", decimals: 2, figure: true },
  { name: "upper", label: "95 % limit, upper", kind: "number", decimals: 2, figure: true },
  { name: "sd", label: "Standard deviation of the changes", kind: "number", decimals: 2, figure: true },
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
  const status = cell.shown ? SHOWN : statusCode(cell.reason);
  return { record: "persons", code, label, [STATUS]: status, ...(cell.shown ? { n: cell.value } : {}) };
}

function changeRow({ kind, code, label, change, verdict }: LinkedChange): FileRow {
  const about = { record: kind, code, label };
  if (!change.shown) return { ...about, [STATUS]: statusCode(change.reason), ...verdictOf(verdict) };
  const { mean, sd, interval } = change.value;
  return {
    ...about,
    [STATUS]: SHOWN,
    n: change.n,
    difference: mean,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    sd,
    ...verdictOf(verdict),
  };
}
