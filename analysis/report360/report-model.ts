/** The 360 report as a model: every figure is a Cell, every text comes from the definition. */
import type { LocalisedText, Scale } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Cell, Figure } from "../disclosure/cell.ts";

/** Groups whose answers are shown together. Decided once a report, from counts alone. */
export interface ReportBlock {
  /** The group's code, or "others-merged" if several groups were merged. */
  readonly code: string;
  readonly label: LocalisedText;
  readonly groups: readonly string[];
  readonly attributed: boolean;
}

export interface GroupResponse {
  readonly group: string;
  readonly label: LocalisedText;
  readonly attributed: boolean;
  readonly invited: number;
  /** Suppressed where the group is too small to be counted apart. */
  readonly received: Cell<number>;
  /** The block it is shown in; absent if the group is left out of every number. */
  readonly block?: string;
}

/** One line of figures: an item or a dimension over all blocks. */
export interface FigureRow {
  readonly code: string;
  readonly label: LocalisedText;
  /** By block code, attributed blocks included. Every block of the report has an entry. */
  readonly blocks: Readonly<Record<string, Cell<Figure>>>;
  /** Over the displayed cells of the anonymous blocks; never over everyone. */
  readonly allOthers: Cell<Figure>;
}

export interface ItemRow extends FigureRow {
  readonly scale: string;
  readonly reverseKeyed: boolean;
  /** What a self-rater read, if it differs. */
  readonly selfLabel?: LocalisedText;
}

export interface DimensionRow extends FigureRow {
  readonly description?: LocalisedText;
  readonly items: readonly ItemRow[];
}

/** Self minus all others, at the named rule's thresholds. */
export interface SelfOtherGap {
  /** Code of the dimension or item. */
  readonly code: string;
  readonly label: LocalisedText;
  readonly level: "dimension" | "item";
  readonly gap: Cell<number>;
  readonly verdict: "blind-spot" | "hidden-strength" | "in-agreement" | "not-shown";
}

export interface HighlightRow {
  readonly code: string;
  readonly label: LocalisedText;
  readonly value: Cell<Figure>;
  /** Shared by equal values: 1, 2, 2, 4. */
  readonly rank: number;
}

export interface CommentSection {
  readonly code: string;
  readonly label: LocalisedText;
  readonly lists: readonly {
    /** Label of whose comments: a block, an attributed group, or all anonymous blocks pooled. */
    readonly label: LocalisedText;
    readonly attributed: boolean;
    readonly comments: Cell<readonly string[]>;
  }[];
}

export interface Report360 {
  readonly format: 1;
  readonly subject: string;
  readonly survey: { readonly id: string; readonly version: string; readonly title: LocalisedText };
  readonly policy: DisclosurePolicy;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly blocks: readonly ReportBlock[];
  readonly responses: readonly GroupResponse[];
  readonly dimensions: readonly DimensionRow[];
  /** Scale items that belong to no dimension. */
  readonly otherItems: readonly ItemRow[];
  readonly gaps: { readonly rule: string; readonly rows: readonly SelfOtherGap[] };
  readonly highest: readonly HighlightRow[];
  readonly lowest: readonly HighlightRow[];
  readonly comments: readonly CommentSection[];
  /** What a reader must know: merged groups, bounds, what was left out. By code, worded on the screen. */
  readonly notes: readonly { readonly code: string; readonly groups: readonly string[] }[];
}
