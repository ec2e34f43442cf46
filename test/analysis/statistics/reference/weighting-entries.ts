/** Computes the reference values of file 13: weights and the finite population correction. */
import { postStratify, rake } from "../../../../analysis/statistics/calibration-weights.ts";
import { marginOfShare } from "../../../../analysis/statistics/finite-population.ts";
import { countAnswers, mergeTables } from "../../../../analysis/statistics/frequency-table.ts";
import { mean, standardDeviation } from "../../../../analysis/statistics/moments.ts";
import { kishDesignEffect, weightedMean } from "../../../../analysis/statistics/weighted-mean.ts";
import { AGREE, numberOf, rowsOf, scaleScores } from "./data-sets.ts";
import { type Entry, figures, numberIn } from "./entry.ts";

const AGES = ["to24", "25to34", "35up"];
const CELLS = AGES.flatMap((age) => ["gender1", "gender2"].map((gender) => ({ age, gender })));

interface Respondent {
  readonly cell: number;
  readonly agree: number;
  readonly n1: number;
  readonly n1fav: number;
}

function respondents(): Respondent[] {
  const rows = rowsOf("personality-items");
  const scores = scaleScores(rows, AGREE, 3);
  return rows.flatMap((row, i) => {
    const agree = scores[i] ?? null;
    const n1 = numberOf(row, "n1");
    const years = numberOf(row, "age");
    if (row["gender"] === null || years === null || agree === null || n1 === null) return [];
    const age = years <= 24 ? "to24" : years <= 34 ? "25to34" : "35up";
    const cell = CELLS.findIndex((one) => one.age === age && one.gender === `gender${row["gender"]}`);
    return [{ cell, agree, n1, n1fav: n1 >= 5 ? 1 : 0 }];
  });
}

/** Weight of one answer in each cell, and the labels its weights were calibrated to. */
function weighting(
  entry: Entry,
  counts: readonly number[],
): { weights: readonly number[]; labels: string[][] } {
  const target = entry.value["target"];
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (entry.id === "weight-none") {
    return { weights: counts.map(() => numberIn(target, "total") / n), labels: CELLS.map(() => []) };
  }
  if (entry.id === "weight-poststratify") {
    const heads = CELLS.map(({ age, gender }) => numberIn(target, `${gender}_${age}`));
    return {
      weights: figures(postStratify(counts, heads)).weights,
      labels: CELLS.map((_, i) => [String(i)]),
    };
  }
  const margin = (labels: readonly string[]) =>
    new Map(labels.map((label) => [label, numberIn(target, label)]));
  const cells = CELLS.map(({ age, gender }, i) => ({ n: counts[i] ?? 0, labels: [gender, age] }));
  return {
    weights: figures(rake(cells, [margin(["gender1", "gender2"]), margin(AGES)])).weights,
    labels: cells.map((cell) => cell.labels),
  };
}

function weighted(entry: Entry): unknown {
  const people = respondents();
  const counts = CELLS.map((_, i) => people.filter((person) => person.cell === i).length);
  const { weights, labels } = weighting(entry, counts);
  const kish = kishDesignEffect(weights, counts);
  const estimate = (of: (person: Respondent) => number): unknown => {
    const tables = CELLS.map((_, i) => countAnswers(people.filter((person) => person.cell === i).map(of)));
    const all = mergeTables(tables);
    const cells = tables.map((answers, i) => ({ answers, weight: weights[i] ?? 0, labels: labels[i] ?? [] }));
    const result = figures(weightedMean(cells));
    const plain = standardDeviation(all) / Math.sqrt(all.n);
    return {
      mean: result.mean,
      se: result.standardError,
      unweighted_mean: mean(all),
      unweighted_se: plain,
      deff_linearised: (result.standardError / plain) ** 2,
    };
  };
  return {
    n: people.length,
    target: entry.value["target"],
    weight_per_cell: Object.fromEntries(CELLS.map(({ age, gender }, i) => [`${gender}_${age}`, weights[i]])),
    sum_of_weights: kish.sumOfWeights,
    kish_deff: kish.designEffect,
    effective_n: kish.effectiveN,
    estimates: {
      agree: estimate((person) => person.agree),
      n1: estimate((person) => person.n1),
      n1fav: estimate((person) => person.n1fav),
    },
  };
}

/** File 13. */
export function weightingEntry(entry: Entry): unknown {
  if (entry.id.startsWith("weight-")) return weighted(entry);
  const [share = 0, responses = 0, headcount = 0] = ["share", "responses", "headcount"].map((key) =>
    numberIn(entry.value, key),
  );
  const result = marginOfShare({ share, responses, headcount });
  return {
    share,
    responses,
    headcount,
    se_no_fpc: result.uncorrectedStandardError,
    fpc: result.factor,
    margin_95: result.margin,
  };
}
