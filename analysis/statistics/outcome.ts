/** A result that may not exist: computed with its figures, or the reason why there is none. Never NaN. */

/** Why a statistic has no value for these answers. */
export type NotComputedReason =
  /** Nobody answered. */
  | "no-answers"
  /** Some answered, but too few for this statistic. */
  | "too-few-answers"
  /** All answers (or all changes) are equal, so that there is nothing to divide by. */
  | "no-variance"
  /** The groups do not overlap at all, or another degenerate layout. */
  | "complete-separation"
  /** The iteration did not settle. */
  | "no-convergence";

/** There is no value, and why. */
export interface NotComputed {
  readonly computed: false;
  readonly reason: NotComputedReason;
}

/**
 * Figures, or the reason why there are none.
 * @template T the figures
 */
export type Outcome<T> = ({ readonly computed: true } & T) | NotComputed;

/**
 * The verdict that a statistic has no value.
 * @param reason why
 * @returns the verdict
 * @example notComputed("no-variance")
 */
export function notComputed(reason: NotComputedReason): NotComputed {
  return { computed: false, reason };
}
