/** Who may not be among the anonymous raters of a subject: whoever reads the report, or knows who sent when. */

export interface RaterStanding {
  readonly rater: string;
  readonly subject: string;
  /** The coach who reads the subject's report. */
  readonly coach: string | undefined;
  /** Everybody who coordinates the programme. */
  readonly coordinators: ReadonlySet<string>;
}

/**
 * Whoever knows one answer of a group knows its figures to be those of one person less.
 * @param name of the rater
 * @returns what is wrong and what to do, or undefined
 */
export function objectionTo(
  name: string,
  { rater, subject, coach, coordinators }: RaterStanding,
): string | undefined {
  const among = "cannot be among those whose answers are anonymous in it";
  if (rater === coach) {
    return `${name} is the coach, who reads this subject's report, so ${name} ${among}. Leave this rater out, or name another coach.`;
  }
  if (coordinators.has(rater)) {
    return `${name} is a coordinator, who knows the lists and hands out links for this report, so ${name} ${among}. Leave this rater out, or take the role from them first.`;
  }
  if (rater === subject) {
    return `${name} is rated in this report, so ${name} ${among}. Leave this rater out.`;
  }
  return undefined;
}
