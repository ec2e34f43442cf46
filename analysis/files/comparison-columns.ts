/** The columns of a comparison's figures, and what its rows can be. */
import { boundedColumns } from "./bound-columns.ts";
import type { FileColumn } from "./file-book.ts";
import { figureColumn, labelledColumn, numberColumn, STATUS_COLUMN, textColumn } from "./file-columns.ts";
import { BOUNDED_VERDICT_COLUMNS } from "./verdict-columns.ts";

/** Codes of the column "record". */
export const RECORDS = {
  persons: 1,
  item: 2,
  scale: 3,
  index: 4,
  choice: 5,
  itemChange: 6,
  scaleChange: 7,
  indexChange: 8,
  choiceChange: 9,
} as const;

/** The columns; what a row has no figure for is empty. */
export const COMPARISON_COLUMNS: readonly FileColumn[] = [
  labelledColumn("record", "What the row is", [
    { value: RECORDS.persons, label: "persons of a wave" },
    { value: RECORDS.item, label: "item in a wave" },
    { value: RECORDS.scale, label: "scale in a wave" },
    { value: RECORDS.index, label: "index in a wave" },
    { value: RECORDS.choice, label: "choice in a wave" },
    { value: RECORDS.itemChange, label: "change of an item" },
    { value: RECORDS.scaleChange, label: "change of a scale" },
    { value: RECORDS.indexChange, label: "change of the index" },
    { value: RECORDS.choiceChange, label: "change of a choice" },
  ]),
  textColumn("code", "Item or scale"),
  textColumn("label", "Wording"),
  textColumn("answer", "Choice"),
  textColumn("dimension", "Dimension"),
  textColumn("cut", "Compared by (empty: everybody)"),
  textColumn("category", "Group, as a code"),
  textColumn("category_label", "Group"),
  textColumn("from_wave", "Earlier wave of a change"),
  textColumn("wave", "Wave, or later wave of a change"),
  STATUS_COLUMN,
  figureColumn("n", "Answers"),
  ...boundedColumns("mean", "Mean, high meaning much", 3),
  figureColumn("sd", "Standard deviation (empty: a count is only known by bounds)", 3),
  figureColumn("sd_at_most", "Standard deviation, at most", 3),
  ...boundedColumns("difference", "Change, later minus earlier", 3),
  figureColumn("lower", "Outermost 95 % limit of mean or change, lower", 3),
  figureColumn("upper", "Outermost 95 % limit of mean or change, upper", 3),
  ...boundedColumns("share", "Per cent favourable or of the choice, or its change in points", 1),
  figureColumn("share_lower", "Outermost 95 % limit of the share or its change, lower", 1),
  figureColumn("share_upper", "Outermost 95 % limit of the share or its change, upper", 1),
  ...boundedColumns("share_p", "p of the change of the share", 4),
  ...boundedColumns("share_p_adjusted", "p of the change of the share, adjusted", 4),
  ...BOUNDED_VERDICT_COLUMNS,
  textColumn("effect", "Standardised change: which"),
  ...boundedColumns("effect_size", "Standardised change", 3),
  figureColumn("effect_lower", "95 % limit of the standardised change, lower", 3),
  figureColumn("effect_upper", "95 % limit of the standardised change, upper", 3),
  textColumn("band", "Practical size (empty with a change: not the same within the bounds)"),
  figureColumn("band_limit", "Changes below this are about the same", 2),
  numberColumn("headcount", "People there are"),
  numberColumn("response_rate", "Response, per cent", 1),
];
