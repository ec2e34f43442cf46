/** What the auditor is given: published figures, who is in which of them, and what the rules themselves tell. */

export interface AuditedItem {
  readonly code: string;
  /** The scale runs from 1 to this. */
  readonly points: number;
  /** The possible values of each answer must stay at least this far apart. */
  readonly width: number;
  /** The same where a distribution is shown; 1 stands for "at least two possible values". */
  readonly distributionWidth: number;
}

/** The answers of some persons to one item, each weighing the same. */
interface SumTerm {
  readonly item: string;
  readonly persons: readonly string[];
  /** A whole number other than 0. */
  readonly weight: number;
}

/** low <= sum of weight × answer <= high: what a displayed number says, its rounding undone. */
export interface PublishedSum {
  readonly name: string;
  readonly terms: readonly SumTerm[];
  readonly low: number;
  readonly high: number;
}

/** Answers per point of the scale, as displayed: 1 first. */
export interface ShownDistribution {
  readonly name: string;
  readonly item: string;
  readonly persons: readonly string[];
  readonly counts: readonly number[];
}

/**
 * A distribution that the rules would have shown, had two or more answers been outside every run of `window`
 * neighbouring points, and which is not shown. That tells something: how close the answers lie together.
 */
export interface HiddenDistribution {
  readonly name: string;
  readonly item: string;
  readonly persons: readonly string[];
  readonly window: number;
}

/** A displayed number with its count and whether it stands for a bound. */
export interface DisplayedFigure {
  readonly value: number;
  readonly n: number;
  readonly bound: "exact" | "at-least" | "at-most" | "about";
}

/**
 * A displayed figure that claims to be made of other displayed figures alone, in tenths and halves up. If that
 * is so it tells nothing new; if not, nobody knows what it tells.
 */
export interface DerivedFigure {
  readonly name: string;
  readonly shown: DisplayedFigure;
  /** Whole weights; the weighted sum is divided by `divisor`. A negative weight turns the part's bound. */
  readonly parts: readonly { readonly figure: DisplayedFigure; readonly weight: number }[];
  readonly divisor: number;
  /** What the displayed count must be: the sum of the parts' counts, or the smallest of them. */
  readonly count: "sum" | "least";
}

/** Texts shown together, without saying whose they are. */
export interface TextList {
  readonly name: string;
  readonly size: number;
  readonly minimum: number;
}

export interface Published {
  /** No figure may rest on fewer persons. */
  readonly minimum: number;
  readonly items: readonly AuditedItem[];
  readonly sums: readonly PublishedSum[];
  readonly shownDistributions: readonly ShownDistribution[];
  readonly hiddenDistributions: readonly HiddenDistribution[];
  readonly derived: readonly DerivedFigure[];
  readonly texts: readonly TextList[];
  /** Names of what is published and follows no rule known to whoever prepared this. */
  readonly unexplained: readonly string[];
}
