/** The 360 report as a model: every figure is a Cell, every text comes from the definition. */
import type { LocalisedText, Scale } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { Direction } from "../disclosure/beside-earlier.ts";
import type { Cell, Figure } from "../disclosure/cell.ts";

/** Groups whose answers are shown together. Decided once a report, from counts alone. */
export interface ReportBlock {
  /** The group's code, or "others-merged" if several groups were merged. */
  readonly code: string;
  readonly label: LocalisedText;
  readonly groups: readonly string[];
  readonly attributed: boolean;
  readonly invited: number;
  /** Responses of the whole block; suppressed only where nobody of an attributed group answered. */
  readonly received: Cell<number>;
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
  /** Answers per point of the scale (1 first, reverse-keyed items turned), by anonymous block. */
  readonly distributions: Readonly<Record<string, Cell<readonly number[]>>>;
  /** By block whose figures are not shown because an earlier wave asked nearly the same people; absent if there is none. */
  readonly directions?: Readonly<Record<string, DirectionSince>>;
}

/** Whether a group's answers are higher or lower than in an earlier wave, by more than those who changed could make. */
export interface DirectionSince {
  /** Title of the earlier wave. */
  readonly since: string;
  readonly direction: Direction;
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
  /** "at-most": all others are shown as "at least", so the true gap may be smaller; and so on. */
  readonly bound: Figure["bound"];
  readonly verdict: "blind-spot" | "hidden-strength" | "in-agreement" | "not-shown";
}

export interface HighlightRow {
  readonly code: string;
  readonly label: LocalisedText;
  readonly value: Cell<Figure>;
  /** Shared by equal values: 1, 2, 2, 4. */
  readonly rank: number;
  readonly scale: string;
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
  readonly gaps: {
    /** Name of the rule behind the verdicts. */
    readonly rule: string;
    /** Where the rule comes from, as a sentence. */
    readonly source: string;
    readonly rows: readonly SelfOtherGap[];
  };
  readonly highest: readonly HighlightRow[];
  readonly lowest: readonly HighlightRow[];
  readonly comments: readonly CommentSection[];
  readonly notes: readonly ReportNote[];
  /** Titles of earlier waves beside which figures are coded or not shown; absent if there is none. */
  readonly besideWaves?: readonly string[];
}

/** What a reader must know. By code, worded on the screen. */
export interface ReportNote {
  readonly code: /** These groups were too small alone and are shown together. */
    | "groups-merged"
    /** These groups are too small even together and are in no number. */
    | "groups-left-out"
    /** Too few answers of the anonymous groups: only attributed answers are shown. */
    | "attributed-only"
    /** Some means stand as "at least" or "at most". */
    | "bounds-shown"
    /** Some items or dimensions are not shown, having too few answers. */
    | "figures-suppressed"
    /** An earlier wave asked nearly the same people: some figures are not shown, or stand as bounds. */
    | "nearly-same-people"
    /** Items of these dimensions have scales of different length; their items are shown, no mean of them. */
    | "mixed-scales";
  /** Codes of the groups (of the dimensions for "mixed-scales") it speaks of; may be empty. */
  readonly groups: readonly string[];
}
