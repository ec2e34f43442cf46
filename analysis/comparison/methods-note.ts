/** The methods note: how a comparison was made, one sentence a test, ready to be printed. */
import { howMany } from "../number-text.ts";
import type { Situation, Verdict, WaveComparison } from "./comparison-model.ts";
import type { TestMinimums } from "./comparison-plan.ts";

/** What is known before the note is written. */
type Unannotated = Omit<WaveComparison, "methods">;

const TESTS: Readonly<Record<string, string>> = {
  "paired-t":
    "Changes of linked persons are tested with the paired t test, two-sided; d_av is the mean change in standard deviations (mean of both waves), with exact limits.",
  "partly-overlapping-t":
    "Because some persons answered both waves and others one, means are compared with the partially overlapping samples t test for unequal variances (Derrick and others, 2017), two-sided.",
  "welch-t":
    "Means of different persons are compared with Welch's t test, two-sided; Hedges' g is the difference in standard deviations.",
  "mcnemar-mid-p":
    "Changes of the favourable share among linked persons are tested with McNemar's mid-p and given with Newcombe's paired limits.",
  "partly-overlapping-z":
    "Favourable shares of partly linked waves are compared with the partially overlapping samples z test.",
  "two-proportions-z":
    "Favourable shares of different persons are compared with the z test of two proportions and given with Newcombe's limits.",
  "signed-rank-pratt":
    "Beside it stands the Wilcoxon signed-rank test, with persons who did not change ranked after Pratt.",
  "mann-whitney": "Beside it stands the Mann-Whitney test, corrected for ties.",
  "probability-of-superiority":
    "The probability of superiority is the chance that an answer of the second wave is above one of the first, ties half, with the Brunner-Munzel test.",
  "linked-only-change":
    "Beside it stands the change of those who answered both waves, with the paired t test.",
  "reliably-higher":
    "Persons count as reliably changed when they moved by more than the scale's own unreliability explains (Jacobson and Truax, with alpha of the first wave).",
  "regression-to-mean-expected":
    "The lowest quarter of the first wave is shown beside the rise to be expected from regression to the mean alone.",
  "difference-in-differences-linked":
    "The change of the others is compared with that of the comparison group by difference in differences on linked persons (CR2 errors, Satterthwaite degrees of freedom).",
  "difference-in-differences-unlinked":
    "The change of the others is compared with that of the comparison group by difference in differences, all persons taken as different (CR2 errors, Satterthwaite degrees of freedom).",
  ancova:
    "Beside it stands the analysis of covariance of linked persons: the difference in the second wave at equal answers in the first, with one slope for both groups (Vickers and Altman, 2001).",
  "rate-ratio-exact": "Rates are compared by their ratio with exact conditional limits.",
};

function situationSentence({ situation, persons }: Unannotated): string {
  if (persons === null) {
    return "The waves are not linked: persons who answered both are treated as if they were different people, which makes the tests cautious.";
  }
  const { both, beforeOnly, afterOnly } = persons;
  const counts = `${howMany(both)} answered both waves, ${howMany(beforeOnly)} only the first, ${howMany(afterOnly)} only the second`;
  const words: Readonly<Record<Situation, string>> = {
    linked: `The waves are linked by person (${counts}); changes are those of persons with both answers, and the few others take no part in the tests. Where more than 5 % of a wave lack the partner's answer, all answers count as partly linked.`,
    "partly-linked": `The waves are partly linked (${counts}); all of them count.`,
    unlinked: `Too few persons could be linked (${counts}); the waves are treated as different people.`,
  };
  return words[situation];
}

function leaderSentences({ leaders }: Unannotated): readonly string[] {
  if (leaders === null) return [];
  const { before, after, agreement } = leaders;
  const shares = agreement.flatMap(({ icc1 }) => (icc1 === null ? [] : [icc1]));
  const middle = shares.sort((one, other) => one - other)[Math.floor(shares.length / 2)];
  const share =
    middle === undefined ? "" : `; ICC(1) of the first wave is ${middle.toFixed(2)} for the middle scale`;
  return [
    `The person rated is the unit (${before} in the first wave, ${after} in the second): raters of one person are not independent, so their mean counts once, without self-ratings${share}. Persons in the following sentences are persons rated.`,
    ...(agreement.some(({ rwgJ }) => rwgJ !== null)
      ? [
          "Whether raters of one person agree enough to be averaged is told by r_wg(j) of persons with five raters or more, against answers at random and against slightly kind ones; ICC(1) is the part of the differences between raters that lies between the persons rated, ICC(2) the reliability of a person's mean.",
        ]
      : []),
  ];
}

function testNames(compared: Unannotated): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (verdict: Verdict): void => {
    if (verdict.state !== "not-tested") names.add(verdict.test);
  };
  const shown = (compared.groups?.cells ?? []).flatMap((cell) => (cell.shown ? cell.measures : []));
  const index = compared.index === null ? [] : [compared.index];
  for (const measure of [...compared.items, ...compared.scales, ...index, ...shown]) {
    note(measure.verdict);
    if (measure.shareChange !== null && measure.shareChange.p !== null) names.add(measure.shareChange.test);
    for (const { name } of measure.beside) names.add(name);
  }
  for (const { verdict, ancova } of compared.treatment?.effects ?? []) {
    note(verdict);
    if (ancova !== null) names.add("ancova");
  }
  for (const { verdict } of compared.rates) note(verdict);
  return names;
}

function minimumSentence({ item, scale, index }: TestMinimums): string {
  const items = item === null ? "single items are never tested" : `${item} for an item`;
  return `A difference is tested from ${items}, ${scale} for a scale and ${index} for the index, answers in each wave (or linked persons); below that it is "not tested", which is not the same as "not significant".`;
}

function adjustmentSentences(compared: Unannotated): readonly string[] {
  const tested = compared.scales.filter(({ verdict }) => verdict.state !== "not-tested").length;
  const items = compared.items.filter(({ verdict }) => verdict.state !== "not-tested").length;
  const sentences: string[] = [];
  if (tested > 1)
    sentences.push(`p values of the ${tested} scales tested are adjusted with Holm's method, as one family.`);
  if (items > 1) {
    sentences.push(
      `p values of the ${items} items tested, and separately of their favourable shares, are adjusted with the Benjamini-Hochberg method.`,
    );
  }
  if (compared.groups?.cells.some(({ shown }) => shown) === true) {
    sentences.push("p values of all groups are one family, adjusted with the Benjamini-Hochberg method.");
  }
  return sentences;
}

function dataSentences(compared: Unannotated): readonly string[] {
  const sentences: string[] = [];
  const { changes, response, groups, composition, weighted, raked } = compared;
  if (compared.scales.some(({ leftOut }) => leftOut.length > 0)) {
    sentences.push(
      "Scales are compared on the items that both waves share; a broken scale is not the scale of earlier reports.",
    );
  }
  if (changes !== null) {
    const count = changes.items.filter(({ comparable }) => comparable).length;
    sentences.push(
      `The survey changed from version ${changes.before} to ${changes.after}: ${count} of ${changes.items.length} items stay comparable.`,
    );
  }
  if (response.before.headcount !== null) {
    sentences.push(
      "Limits and margins of each wave's own figures are narrowed by the finite population correction, because the headcounts are known; limits and tests of changes are not.",
    );
  }
  if (groups !== null) {
    sentences.push(
      `Groups of fewer than ${groups.minimum} answers in either wave are not shown, and neither is a group from which one of them could be worked out.`,
    );
  }
  if (composition.some(({ computed }) => computed)) {
    sentences.push(
      "For the composition shift the second wave is reweighted to the first wave's groups: what is left is change within groups.",
    );
  }
  if (weighted.some(({ computed }) => computed)) {
    sentences.push(
      "Weighted figures are post-stratified to the headcounts; weights are cut at five times their mean, and Kish's design effect says what they cost.",
    );
  }
  if (raked?.changes.some(({ computed }) => computed) === true) {
    sentences.push(
      `Raked figures meet the headcounts of ${raked.columns.join(" and ")}, each by itself (Deming and Stephan, 1940), from ten answers for each value; who did not state one of them is left out of these figures, and weights are cut at five times their mean.`,
    );
  }
  return sentences;
}

/**
 * Writes the methods note.
 * @param compared the comparison
 * @param minimums the smallest numbers of answers for a test
 * @returns sentences, each complete in itself
 * @example methodsNote(compared, SURVEY_MINIMUMS).join(" ")
 */
export function methodsNote(compared: Unannotated, minimums: TestMinimums): readonly string[] {
  const names = testNames(compared);
  return [
    "All differences are the second wave minus the first, with 95 % limits.",
    ...leaderSentences(compared),
    situationSentence(compared),
    ...Object.entries(TESTS).flatMap(([name, sentence]) => (names.has(name) ? [sentence] : [])),
    minimumSentence(minimums),
    ...adjustmentSentences(compared),
    "A difference below 0.2 points on a five-point scale (5 % of the range), or below 3 points of 100, is called about the same, however significant.",
    ...dataSentences(compared),
  ];
}
