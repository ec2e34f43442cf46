/** Why a pair may end early, and what each reason means for matching again; nobody is at fault. */

export const EXIT_REASONS = [
  "no-time",
  "different-goals",
  "no-rapport",
  "left",
  "boundary",
  "prefer-not-to-say",
] as const;

/** The codes of the review form's question "What was the main reason?". */
export type ExitReason = (typeof EXIT_REASONS)[number];

/** back: in the pool again. aside: not proposed until they say so. stopped: until the coordinator has looked. */
export type Afterwards = "back" | "aside" | "stopped";

export interface RematchEffect {
  /** Who ended it. */
  readonly leaver: Afterwards;
  readonly other: Afterwards;
  /** Whether the two may be proposed to each other again. */
  readonly pairAgain: boolean;
}

const AFRESH: RematchEffect = { leaver: "back", other: "back", pairAgain: false };
const LEAVER_ASIDE: RematchEffect = { leaver: "aside", other: "back", pairAgain: false };

const EFFECTS: Readonly<Record<ExitReason, RematchEffect>> = {
  "no-time": LEAVER_ASIDE,
  "different-goals": AFRESH,
  "no-rapport": AFRESH,
  left: LEAVER_ASIDE,
  // Something happened that should not have: nothing goes on by itself.
  boundary: { leaver: "stopped", other: "stopped", pairAgain: false },
  "prefer-not-to-say": AFRESH,
};

/**
 * What an early end means for matching again.
 *
 * @param reason the reason given; null when none was
 * @returns where each side stands afterwards
 * @example rematchEffect("no-time").leaver; // "aside"
 */
export function rematchEffect(reason: ExitReason | null): RematchEffect {
  return reason === null ? AFRESH : EFFECTS[reason];
}
