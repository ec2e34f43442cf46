/** One person's score on a scale: the mean of the answered items. */

/**
 * The mean of a person's answered items. Items must already point the same way.
 * @param answers one an item, in scale points; null is a missing answer
 * @param minimumAnswered how many items must be answered, 1 or more
 * @returns the mean of the answered items, or null when fewer than the minimum are answered
 * @throws RangeError when the minimum is not a whole number of 1 or more
 * @see person-mean rule: Graham (2009), Missing data analysis, section on scales
 * @example scaleScore([4, null, 5], 2) // 4.5
 */
export function scaleScore(answers: readonly (number | null)[], minimumAnswered: number): number | null {
  if (!Number.isInteger(minimumAnswered) || minimumAnswered < 1) {
    throw new RangeError("scaleScore requires a minimum of at least one answered item");
  }
  let sum = 0;
  let answered = 0;
  for (const answer of answers) {
    if (answer === null) continue;
    sum += answer;
    answered += 1;
  }
  return answered < minimumAnswered ? null : sum / answered;
}
