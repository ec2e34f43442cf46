/** A round of matching as data: mentees, mentors with places, scores, pairs that must not or must be made. */

export const CASE_FORMAT = "mentoring-match-case/1";

/** The score from which on a pair counts as good enough, when the case does not say another. */
export const USUAL_FAIRNESS_CAP = 60;

export const MAXIMUM_SCORE = 100;

/** Why a pair must never be made. */
export const FORBIDDEN_REASONS = [
  "SELF",
  "LINE_MANAGER",
  "REPORTING_LINE",
  "SAME_TEAM",
  "GRADE_GAP",
  "LOCATION",
  "LANGUAGE_REQUEST",
  "GENDER_REQUEST",
  "EXCLUSION",
  "PREVIOUS_EXIT",
] as const;

export type ForbiddenReason = (typeof FORBIDDEN_REASONS)[number];

export interface CaseMentee {
  readonly id: string;
  /** Days since the mentee asked; only the priority stage looks at it. */
  readonly waitingDays?: number;
}

export interface CaseMentor {
  readonly id: string;
  /** Mentees this mentor takes in all, locked pairs included. */
  readonly capacity: number;
}

export interface CasePair {
  readonly mentee: string;
  readonly mentor: string;
}

export interface ForbiddenPair extends CasePair {
  readonly reason?: ForbiddenReason;
}

export interface MatchCase {
  /** The cap G of the capped leximin objective. */
  readonly fairnessCap: number;
  readonly mentees: readonly CaseMentee[];
  readonly mentors: readonly CaseMentor[];
  /** One row a mentee, one column a mentor, in the order of the two lists; integers 0..100, higher is better. */
  readonly scores: readonly (readonly number[])[];
  readonly forbidden: readonly ForbiddenPair[];
  readonly locked: readonly CasePair[];
}
