/** What a comparison of released staff tables says: figures of each wave, changes in three states, and why not. */
import type {
  Band,
  Change,
  Effect,
  ShareChange,
  ShareFigure,
  Verdict,
} from "../comparison/comparison-model.ts";
import type { Cell, SuppressionReason } from "../disclosure/cell.ts";
import type { DistributionPart } from "../staff-tables/answer-bounds.ts";
import type { Interval } from "../statistics/interval.ts";

/** Why a wave has no figure: suppressed at its release, or the wave did not ask. */
export type WaveCell<V> = Cell<V> | { readonly shown: false; readonly reason: "not-asked" };

/** The reasons a screen has to put into words. */
export type NoFigureReason = SuppressionReason | "not-asked";

/** One wave's figures of one item, scale or index; everything here follows from released counts. */
export interface StaffFigures {
  /** In scale points with high meaning much, 0 to 100 for the index; null where points were shown together. */
  readonly mean: number | null;
  /** Sample standard deviation; null where it was not released. */
  readonly sd: number | null;
  /** 95 % limits of the mean, narrowed where the headcount is known. */
  readonly interval: Interval | null;
  /** Favourable answers: of the item, or of all answers to the scale's items; null where points shown together hide it. */
  readonly favourable: ShareFigure | null;
  /** Of an item, turned so that high means much; null for scales and index. */
  readonly parts: readonly DistributionPart[] | null;
}

/** Later minus earlier, of one measure. */
export interface StaffChange {
  /** Places of the two waves in `waves`. */
  readonly from: number;
  readonly to: number;
  readonly difference: Change | null;
  readonly shareChange: ShareChange | null;
  /** Not tested with reason "suppressed" where a figure is missing; the cells say why. */
  readonly verdict: Verdict;
  readonly effect: Effect | null;
  readonly band: Band | null;
}

/** One item on a scale, one scale, or the index, in all waves. */
export interface StaffMeasure {
  readonly kind: "item" | "scale" | "index";
  readonly code: string;
  readonly label: string;
  /** Of an item; null for scales and index. */
  readonly dimension: string | null;
  readonly reverseKeyed: boolean;
  readonly lowest: number;
  readonly highest: number;
  /** Of an item: what its points mean, the least first (reverse-keyed items are turned). */
  readonly points: readonly string[];
  /** Of a scale or the index: the items it rests on in every wave. */
  readonly items: readonly string[];
  /** Items of the scale in some wave that not all waves share; not empty: the scale has a break. */
  readonly leftOut: readonly string[];
  /** One a wave. */
  readonly waves: readonly WaveCell<StaffFigures>[];
  /** First wave to last. */
  readonly change: StaffChange;
  /** Each wave to the next, adjusted together; empty for items, and when there are two waves only. */
  readonly steps: readonly StaffChange[];
}

/** One choice of a question that is no scale, in all waves: its share of those who answered the question. */
export interface StaffChoice {
  readonly label: string;
  readonly waves: readonly WaveCell<ShareFigure>[];
  /** First wave to last; `test` is "two-proportions-z". */
  readonly change: {
    readonly shareChange: ShareChange | null;
    readonly verdict: Verdict;
  };
}

/** A question with choices that is no cut, such as whether somebody was bullied: shares are rates per 100. */
export interface StaffChoiceItem {
  readonly code: string;
  readonly label: string;
  readonly choices: readonly StaffChoice[];
}

/** Who answered, of how many, in one wave. */
export interface StaffResponse {
  readonly answered: WaveCell<number>;
  readonly headcount: number | null;
  /** 0 to 1; null where either is not known or not shown. */
  readonly rate: number | null;
}

/** One category of a cut: a row of the heat map. */
export interface ComparedCategory {
  readonly values: readonly string[];
  readonly label: string;
  /** "gone" and "new": the first or the last wave has no such category, for instance a unit that was renamed. */
  readonly presence: "both" | "gone" | "new" | "neither";
  /** One a wave. */
  readonly response: readonly StaffResponse[];
  /** In the order of `scales`, then the index if there is one. */
  readonly measures: readonly CategoryMeasure[];
}

/** A cell of the heat map. */
export interface CategoryMeasure {
  readonly code: string;
  readonly waves: readonly WaveCell<StaffFigures>[];
  readonly change: StaffChange;
}

/** One cut that at least one of the waves has. */
export interface ComparedCut {
  readonly codes: readonly string[];
  readonly label: string;
  readonly categories: readonly ComparedCategory[];
}

/** Where a trend is broken: what two neighbouring waves do not share. */
export interface StaffBreak {
  /** Place of the later of the two waves. */
  readonly wave: number;
  /** "dimension": its scale rests on fewer items than it had; "item": gone, new, or asked differently. */
  readonly kind: "dimension" | "item";
  readonly code: string;
  readonly label: string;
  /** Sentences. */
  readonly reasons: readonly string[];
}

/** First wave to last, with both waves weighted to the same composition by a cut. */
export interface StaffWeighted {
  readonly code: string;
  readonly to: "first-wave" | "headcounts";
  /** Codes of the cut. */
  readonly cut: readonly string[];
  readonly before: number;
  readonly after: number;
  readonly difference: Change;
  readonly unweighted: number;
}

/** The whole comparison; `waves` of every part are in the order of time. */
export interface StaffComparison {
  readonly format: 1;
  /** Of whom: null for everybody, or one category. */
  readonly of: {
    readonly codes: readonly string[];
    readonly values: readonly string[];
    readonly label: string;
  } | null;
  readonly surveys: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  /** The smallest group size of each wave. */
  readonly minimums: readonly number[];
  /** One a wave. */
  readonly response: readonly StaffResponse[];
  readonly items: readonly StaffMeasure[];
  readonly choices: readonly StaffChoiceItem[];
  readonly scales: readonly StaffMeasure[];
  readonly index: StaffMeasure | null;
  /** Empty when the comparison is of one category. */
  readonly cuts: readonly ComparedCut[];
  readonly breaks: readonly StaffBreak[];
  readonly weighted: readonly StaffWeighted[];
  /** Printable sentences: how this comparison was made. */
  readonly methods: readonly string[];
}
