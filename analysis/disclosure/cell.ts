/** The cell: a figure that may be shown with its count, or the reason why it may not. Nothing else leaves. */

export type SuppressionReason =
  /** Fewer answers than the policy's minimum. */
  | "too-few-answers"
  /** The block it belongs to is not shown: see the report's blocks. */
  | "group-not-shown"
  /** Fewer than half of the items below it are shown. */
  | "too-few-items"
  /** Items below it have scales of different length. */
  | "mixed-scales"
  /** Shown, it would let another suppressed figure be worked out. */
  | "would-reveal-another"
  /** The answers lie so close together that the figure would tell single ones. */
  | "too-uniform"
  /** Beside an earlier wave of nearly the same people, it would tell of those who joined or left. */
  | "nearly-same-people"
  /** Nobody was asked, or nobody answered. */
  | "no-answers";

/**
 * @template V what is shown; for a mean see Figure.
 */
export type Cell<V> =
  | { readonly shown: true; readonly n: number; readonly value: V }
  | { readonly shown: false; readonly reason: SuppressionReason };

/** A mean as displayed: rounded, and coded as a bound where the exact value would fix single answers. */
export interface Figure {
  readonly mean: number;
  /** "about": worked out from figures shown as "at least" and others shown as "at most". */
  readonly bound: "exact" | "at-least" | "at-most" | "about";
}
