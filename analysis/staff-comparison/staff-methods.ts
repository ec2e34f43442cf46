/** The methods note of a comparison of released tables: one complete sentence a method, ready to be printed. */
import { NEARLY_ALL_AGREE, ONLY_BOUNDS } from "../bound-text.ts";
import type { TestMinimums } from "../comparison/comparison-plan.ts";
import type { StaffComparison, StaffMeasure } from "./staff-comparison-model.ts";

type Unannotated = Omit<StaffComparison, "methods">;

function tested(measures: readonly StaffMeasure[]): number {
  return measures.filter(({ change }) => change.verdict.state !== "not-tested").length;
}

function adjustments({ items, scales, choices, cuts }: Unannotated): readonly string[] {
  const sentences: string[] = [];
  if (tested(scales) > 1) {
    sentences.push(
      `p values of the ${tested(scales)} scales tested are adjusted with Holm's method, as one family.`,
    );
  }
  if (tested(items) > 1) {
    sentences.push(
      `p values of the ${tested(items)} items tested, and separately of their favourable shares, are adjusted with the Benjamini-Hochberg method.`,
    );
  }
  if (choices.length > 0) {
    sentences.push(
      "Shares of choices are of those who answered the question; they are compared with the z test of two proportions, given with Newcombe's limits, and adjusted with the Benjamini-Hochberg method as one family.",
    );
  }
  const inGroups = cuts.some(({ categories }) =>
    categories.some(({ measures }) => measures.some(({ change }) => change.verdict.state !== "not-tested")),
  );
  if (inGroups) {
    sentences.push(
      "p values of all groups of one cut are one family, adjusted with the Benjamini-Hochberg method.",
    );
  }
  return sentences;
}

function dataSentences(compared: Unannotated): readonly string[] {
  const { scales, index, breaks, weighted, response, surveys, minimums } = compared;
  const measures = index === null ? scales : [...scales, index];
  const sentences: string[] = [];
  if (measures.some(({ leftOut }) => leftOut.length > 0)) {
    sentences.push(
      "Scales are compared on the items that all waves share; a broken scale is not the scale of earlier reports. It makes the test cautious that the mean of the items' spreads stands in for that of persons' scores.",
    );
  }
  if (breaks.length > 0) {
    const versions = surveys.map(({ title, version }) => `${title} ${version}`);
    sentences.push(`The waves asked ${[...new Set(versions)].join(", ")}; breaks are marked.`);
  }
  if (response.some(({ headcount }) => headcount !== null)) {
    sentences.push(
      "Limits and margins of each wave's own figures are narrowed by the finite population correction where the number of people is known; limits and tests of changes are not.",
    );
  }
  if (weighted.length > 0) {
    sentences.push(
      "Weighted figures take every category of a cut with the same weight in both waves (the first wave's composition), or with its number of people; their limits are those of a stratified mean. Categories that are not shown have no part in them.",
    );
  }
  if (compared.width !== null) {
    sentences.push(
      `${NEARLY_ALL_AGREE} Means, shares, changes and effects are then given from the least to the greatest value that the bounds allow, and limits are the outermost ones. Each test is made with the least and with the most favourable values within the bounds: a verdict stands only if it holds for all of them, otherwise it ${ONLY_BOUNDS}. p values of a family are adjusted once for all least and once for all most favourable values.`,
    );
  }
  sentences.push(
    `Everything here is worked out from released figures of ${minimumWords(minimums)} answers or more; where a figure is suppressed in one of the waves, the change is not tested, which is not the same as not significant.`,
  );
  return sentences;
}

function minimumWords(minimums: readonly number[]): string {
  return [...new Set(minimums)].join(" or ");
}

/**
 * Writes the methods note.
 * @param compared the comparison
 * @param minimums the smallest numbers of answers for a test
 * @returns sentences, each complete in itself
 * @example staffMethods(compared, SURVEY_MINIMUMS).join(" ")
 */
export function staffMethods(compared: Unannotated, { item, scale, index }: TestMinimums): readonly string[] {
  const items = item === null ? "single items are never tested" : `${item} for an item`;
  const several = compared.surveys.length > 2;
  return [
    several
      ? "Changes are the last wave minus the first, with 95 % limits; steps are each wave minus the one before."
      : "All differences are the second wave minus the first, with 95 % limits.",
    "Persons are not linked here: those who answered both waves are treated as if they were different people, which makes the tests cautious.",
    "Means are compared with Welch's t test, two-sided; Hedges' g is the difference in standard deviations.",
    "Favourable are answers above the middle of the scale; shares of items are compared with the z test of two proportions and given with Newcombe's limits.",
    "A scale's mean is the mean of its items' means, of those shown in both waves; persons' scores spread at most as much as the items do on average, and that is taken, which makes the test cautious. Its favourable share is of all answers to its items and is not tested.",
    `A difference is tested from ${items}, ${scale} for a scale and ${index} for the index, answers in each wave; below that it is "not tested".`,
    ...(several ? ["p values of one scale's steps are adjusted with Holm's method."] : []),
    ...adjustments(compared),
    "A difference below 0.2 points on a five-point scale (5 % of the range), or below 3 points of 100, is called about the same, however significant.",
    ...dataSentences(compared),
  ];
}
