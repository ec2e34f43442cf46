/** The one-page agreement of a pair: what both accept before they begin. */

export const FREQUENCIES = ["fortnightly", "monthly", "two-monthly"] as const;
type Frequency = (typeof FREQUENCIES)[number];

/** That what is said stays between the two, and that the mentee brings a live issue, is part of every agreement. */
export interface Agreement {
  readonly frequency: Frequency;
  /** The day on which it ends and is looked back on, such as "2027-03-31". */
  readonly endsOn: string;
}

const SHORTEST_DAYS = 28;
const LONGEST_DAYS = 3 * 366;
const DAY = 86_400_000;

/**
 * The agreement that is proposed to both sides: the same for every pair of a round, so that it shows nothing of what
 * either asked for.
 *
 * @param today when it is made
 * @param months how long mentoring lasts in this round, 1 to 36
 * @returns the agreement, for either side to change before both accept
 * @example proposedAgreement(new Date("2026-03-02"), 9).endsOn; // "2026-12-02"
 */
export function proposedAgreement(today: Date, months: number): Agreement {
  const end = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate()));
  return { frequency: "monthly", endsOn: end.toISOString().slice(0, 10) };
}

/**
 * What is wrong with the end date of an agreement.
 *
 * @param agreement what a side wants to accept
 * @param today when it does
 * @returns a sentence, or undefined when it is fine
 * @example agreementProblem({ frequency: "monthly", endsOn: "2026-03-03" }, new Date("2026-03-02")); // "The end ..."
 */
export function agreementProblem({ endsOn }: Agreement, today: Date): string | undefined {
  const days = (Date.parse(`${endsOn}T00:00:00Z`) - today.getTime()) / DAY;
  if (days >= SHORTEST_DAYS && days <= LONGEST_DAYS) return undefined;
  return "The end lies between four weeks and three years from today. Choose another day.";
}

/**
 * Whether two agreements say the same.
 *
 * @param one an agreement, or null when there is none yet
 * @param other another
 * @returns true when frequency and end are equal
 * @example sameAgreement(null, null); // false
 */
export function sameAgreement(one: Agreement | null, other: Agreement | null): boolean {
  return one !== null && other !== null && one.frequency === other.frequency && one.endsOn === other.endsOn;
}
