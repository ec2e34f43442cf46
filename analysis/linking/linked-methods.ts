/** How linking was done, in printable sentences. */
import type { LinkedCounts } from "./linked-persons.ts";

/**
 * The methods note of linked changes.
 * @param counts stayers and the shares
 * @param elements how many questions the personal code has
 * @returns sentences for a report
 * @example linkedMethods(counts, 6).join(" ")
 */
export function linkedMethods(counts: LinkedCounts, elements: number): readonly string[] {
  const { falseShare, linkedShare } = counts;
  const percent = (share: number, decimals: number): string => `${(share * 100).toFixed(decimals)} %`;
  return [
    `Persons were linked without their names, by a personal code of ${elements} elements that were hashed in their browsers: at most one element may differ, links are one to one, and ties were left unlinked.`,
    ...(linkedShare === null
      ? []
      : [`Linked were ${percent(linkedShare, 0)} of the personal codes of the wave with fewer of them.`]),
    ...(falseShare === null
      ? []
      : [
          `By the observed frequencies of the elements, ${falseShare < 0.001 ? "less than 0.1 %" : percent(falseShare, 1)} of the links are expected to join two different persons; false links draw changes towards the difference of the two waves' means and make their spread larger.`,
        ]),
    "A change is the mean of later minus earlier answers of linked persons, tested by the paired t test from the rounded mean and standard deviation; p values are adjusted by Benjamini-Hochberg over items and by Holm over scales.",
    "A scale's change is the mean of its shown items' changes. People who can be linked are those who stayed and gave a personal code both times; they need not be like the others.",
  ];
}
