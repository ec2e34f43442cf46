/** The columns of a comparison's figures, and what its rows can be. */
import { type FileColumn, STATUS } from "./file-book.ts";
import { STATUS_LABELS } from "./status-codes.ts";
import { VERDICT_COLUMNS } from "./verdict-columns.ts";

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

const figure = (name: string, label: string, decimals: number): FileColumn => ({
  name,
  label,
  kind: "number",
  decimals,
  figure: true,
});

/** The columns; what a row has no figure for is empty. */
export const COMPARISON_COLUMNS: readonly FileColumn[] = [
  {
    name: "record",
    label: "What the row is",
    kind: "number",
    labels: [
      { value: RECORDS.persons, label: "persons of a wave" },
      { value: RECORDS.item, label: "item in a wave" },
      { value: RECORDS.scale, label: "scale in a wave" },
      { value: RECORDS.index, label: "index in a wave" },
      { value: RECORDS.choice, label: "choice in a wave" },
      { value: RECORDS.itemChange, label: "change of an item" },
      { value: RECORDS.scaleChange, label: "change of a scale" },
      { value: RECORDS.indexChange, label: "change of the index" },
      { value: RECORDS.choiceChange, label: "change of a choice" },
    ],
  },
  { name: "code", label: "Item or scale", kind: "text" },
  { name: "label", label: "Wording", kind: "text" },
  { name: "answer", label: "Choice", kind: "text" },
  { name: "dimension", label: "Dimension", kind: "text" },
  { name: "cut", label: "Compared by (empty: everybody)", kind: "text" },
  { name: "category", label: "Group, as a code", kind: "text" },
  { name: "category_label", label: "Group", kind: "text" },
  { name: "from_wave", label: "Earlier wave of a change", kind: "text" },
  { name: "wave", label: "Wave, or later wave of a change", kind: "text" },
  { name: STATUS, label: "Shown, or why not", kind: "number", labels: STATUS_LABELS },
  figure("n", "Answers", 0),
  figure("mean", "Mean, high meaning much", 3),
  figure("sd", "Standard deviation", 3),
  figure("difference", "Change, later minus earlier", 3),
  figure("lower", "95 % limit of mean or change, lower", 3),
  figure("upper", "95 % limit of mean or change, upper", 3),
  figure("share", "Per cent favourable or of the choice, or its change in points", 1),
  figure("share_lower", "95 % limit of the share or its change, lower", 1),
  figure("share_upper", "95 % limit of the share or its change, upper", 1),
  figure("share_p", "p of the change of the share", 4),
  figure("share_p_adjusted", "p of the change of the share, adjusted", 4),
  ...VERDICT_COLUMNS,
  { name: "effect", label: "Standardised change: which", kind: "text" },
  figure("effect_size", "Standardised change", 3),
  figure("effect_lower", "95 % limit of the standardised change, lower", 3),
  figure("effect_upper", "95 % limit of the standardised change, upper", 3),
  { name: "band", label: "Practical size", kind: "text" },
  figure("band_limit", "Changes below this are about the same", 2),
  { name: "headcount", label: "People there are", kind: "number" },
  { name: "response_rate", label: "Response, per cent", kind: "number", decimals: 1 },
];
