/** The life of a mentoring pair: asked, accepted, active, ended; a pair that did not come about has passed. */

export const SIDES = ["mentee", "mentor"] as const;
export type Side = (typeof SIDES)[number];

export const RELATIONSHIP_STATES = ["asked", "accepted", "active", "ended", "passed"] as const;

/**
 * asked: the mentor has been asked and has until a date to answer. accepted: the mentor said yes, the mentee has been
 * told, and the agreement waits for both. active: both accepted the agreement. ended: it was active and is over.
 * passed: it did not come about; declined, left unanswered and taken back are one state, so that nobody can tell
 * which it was.
 */
export type RelationshipState = (typeof RELATIONSHIP_STATES)[number];

/** How an active pair ended. moved: both agreed to another pairing that placed somebody else. */
export type Ending = "as-planned" | "early" | "moved";

export type RelationshipStep = "accept" | "pass" | "agree" | "end";

const STEPS: Readonly<
  Record<RelationshipStep, { readonly from: readonly RelationshipState[]; readonly to: RelationshipState }>
> = {
  accept: { from: ["asked"], to: "accepted" },
  pass: { from: ["asked", "accepted"], to: "passed" },
  agree: { from: ["accepted"], to: "active" },
  end: { from: ["accepted", "active"], to: "ended" },
};

/**
 * Takes one step.
 *
 * @param state where the pair is
 * @param step what happens
 * @returns the state after it, or undefined when the step cannot be taken from here
 * @example nextRelationshipState("asked", "accept"); // "accepted"
 */
export function nextRelationshipState(
  state: RelationshipState,
  step: RelationshipStep,
): RelationshipState | undefined {
  const { from, to } = STEPS[step];
  return from.includes(state) ? to : undefined;
}

/**
 * Whether a pair takes one of its mentor's places and keeps its mentee out of the pool.
 *
 * @param state where the pair is
 * @returns true until it has ended or passed
 * @example takesPlace("asked"); // true
 */
export function takesPlace(state: RelationshipState): boolean {
  return state === "asked" || state === "accepted" || state === "active";
}
