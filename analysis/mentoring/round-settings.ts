/** What a coordinator may set for a round of mentoring. */
import { USUAL_FAIRNESS_CAP } from "../matching/match-case.ts";

export interface RoundSettings {
  /** Grades from the lowest to the highest; a grade that is not among them forbids nothing. */
  readonly grades: readonly string[];
  /** From this score on a pair is good enough. */
  readonly fairnessCap: number;
  /** Days that a mentor, or a mentee with a choice, has to answer. */
  readonly answerDays: number;
  /** Whether mentees choose among three where there are places to spare. */
  readonly choice: boolean;
  /** Whether the next mentor is asked by itself when a pair did not come about. */
  readonly cascade: boolean;
  /** Whether a mentor is proposed only after the one-day workshop. */
  readonly workshopRequired: boolean;
  /** How long mentoring lasts unless a pair agrees otherwise. */
  readonly months: number;
  /** Fewest people behind a figure that an evaluator sees. */
  readonly minimumGroupSize: number;
}

export const SMALLEST_GROUP = 5;

export const USUAL_ROUND_SETTINGS: RoundSettings = {
  grades: [],
  fairnessCap: USUAL_FAIRNESS_CAP,
  answerDays: 7,
  choice: true,
  cascade: true,
  workshopRequired: false,
  months: 9,
  minimumGroupSize: SMALLEST_GROUP,
};
