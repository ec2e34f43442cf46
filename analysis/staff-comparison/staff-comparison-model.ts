/** What a comparison of released staff tables says: figures of each wave, changes in three states, and why not. */
import type { Bounds } from "../bounds.ts";
import type { Band, Effect, Family, NotTestedReason } from "../comparison/comparison-model.ts";
import type { Cell, SuppressionReason } from "../disclosure/cell.ts";
import type { DistributionPart } from "../staff-tables/answer-bounds.ts";
import type { Interval } from "../statistics/interval.ts";

/** Why a wave has no figure: suppressed at its release, or the wave did not ask. */
export type WaveCell<V> = Cell<V> | { readonly shown: false; readonly reason: "not-asked" };

/** The reasons a screen has to put into words. */
export type NoFigureReason = SuppressionReason | "not-asked";

/** A share of which only bounds may be known. */
export interface StaffShare {
  readonly count: Bounds;
  /** Of how many. */
  readonly n: Bounds;
  /** 0 to 1. */
  readonly share: Bounds;
  /** Wilson, 95 %: the outermost limits of all shares within the bounds. */
  readonly interval: Interval;
  /** ± with the finite population correction, the largest within the bounds; only where the headcount is known. */
  readonly margin?: number;
}

/** One wave's figures of one item, scale or index; everything here follows from released bounds of counts. */
export interface StaffFigures {
  /** How many answers the figures are of. */
  readonly given: Bounds;
  /** In scale points with high meaning much, 0 to 100 for the index; null where points were shown together. */
  readonly mean: Bounds | null;
  /** Sample standard deviation of an item; null unless every count is exact. */
  readonly sd: number | null;
  /** The answers spread no more than this; of scales, persons' scores. Null where points were shown together. */
  readonly sdAtMost: number | null;
  /** Outermost 95 % limits of the mean, narrowed where the headcount is known. */
  readonly interval: Interval | null;
  /** Favourable answers: of the item, or of all answers to the scale's items; null where points shown together hide it. */
  readonly favourable: StaffShare | null;
  /** Of an item, turned so that high means much; null for scales and index. */
  readonly parts: readonly DistributionPart[] | null;
}

/** Later minus earlier, at least and at most. */
export interface StaffDifference {
  readonly estimate: Bounds;
  /** 95 %: the outermost limits of all differences within the bounds. */
  readonly interval: Interval | null;
}

/** Change of a share. */
export interface StaffShareChange extends StaffDifference {
  readonly test: "two-proportions-z";
  /** The high end is the least favourable value within the bounds; null when not tested. */
  readonly p: Bounds | null;
  /** Benjamini-Hochberg over the family, once for all least and once for all most favourable values. */
  readonly pAdjusted: Bounds | null;
}

/** A standardised change. */
export interface StaffEffect {
  readonly name: Effect["name"];
  readonly value: Bounds;
  readonly interval: Interval | null;
}

/** The practical size of a difference. */
export interface StaffBand {
  readonly limit: number;
  /** Null where it is not the same for all differences within the bounds. */
  readonly size: Band["size"] | null;
  /** True if every difference within the bounds is shown to lie within the limit. */
  readonly equivalent: boolean | null;
}

/**
 * What a test says of everything within the bounds. "only-bounds": tested, but the verdict is not the same for all
 * values within the bounds, so that it cannot be told.
 */
export type StaffVerdict =
  | {
      readonly state: "significant" | "not-significant" | "only-bounds";
      readonly test: "welch-t" | "two-proportions-z";
      readonly statistic: Bounds;
      readonly df: Bounds | null;
      /** Two-sided, of this test alone; the high end is the least favourable value. */
      readonly p: Bounds;
      /** Adjusted for the number of tests of the family. */
      readonly pAdjusted: Bounds;
      readonly family: Family;
    }
  | { readonly state: "not-tested"; readonly reason: NotTestedReason };

/** Later minus earlier, of one measure. */
export interface StaffChange {
  /** Places of the two waves in `waves`. */
  readonly from: number;
  readonly to: number;
  readonly difference: StaffDifference | null;
  readonly shareChange: StaffShareChange | null;
  /** Not tested with reason "suppressed" where a figure is missing; the cells say why. */
  readonly verdict: StaffVerdict;
  readonly effect: StaffEffect | null;
  readonly band: StaffBand | null;
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
  readonly waves: readonly WaveCell<StaffShare>[];
  /** First wave to last. */
  readonly change: {
    readonly shareChange: StaffShareChange | null;
    readonly verdict: StaffVerdict;
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
  readonly before: Bounds;
  readonly after: Bounds;
  readonly difference: StaffDifference;
  readonly unweighted: Bounds;
}

/** The whole comparison; `waves` of every part are in the order of time. */
export interface StaffComparison {
  readonly format: 2;
  /** Of whom: null for everybody, or one category. */
  readonly of: {
    readonly codes: readonly string[];
    readonly values: readonly string[];
    readonly label: string;
  } | null;
  readonly surveys: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  /** The smallest group size of each wave. */
  readonly minimums: readonly number[];
  /** How far the bounds of a coded count lie apart, at most; null where every wave was released before there were any. */
  readonly width: number | null;
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
