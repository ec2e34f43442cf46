/** Computes the reference values of files 01 to 04: descriptives, favourability, reliability, agreement. */
import { alphaOf, cronbachAlpha, standardisedAlphaOf } from "../../../../analysis/statistics/alpha.ts";
import {
  averageDeviation,
  averageDeviationOfScale,
} from "../../../../analysis/statistics/average-deviation.ts";
import { awg } from "../../../../analysis/statistics/awg.ts";
import { type Descriptives, describe } from "../../../../analysis/statistics/descriptives.ts";
import { favourableShares } from "../../../../analysis/statistics/favourable-share.ts";
import { countAnswers, type FrequencyTable } from "../../../../analysis/statistics/frequency-table.ts";
import { intraclassCorrelation } from "../../../../analysis/statistics/icc.ts";
import { itemAnalysis } from "../../../../analysis/statistics/item-analysis.ts";
import {
  correlations,
  itemMoments,
  pairwiseCovariances,
  pairwiseMoments,
} from "../../../../analysis/statistics/item-moments.ts";
import { mean, standardDeviation } from "../../../../analysis/statistics/moments.ts";
import { median } from "../../../../analysis/statistics/quantile.ts";
import { rwg, rwgJ } from "../../../../analysis/statistics/rwg.ts";
import { guttmanLambda6, splitHalf } from "../../../../analysis/statistics/split-half.ts";
import {
  AGREE,
  ANXIETY,
  anxietyAnswers,
  dataSetOf,
  HOSTILE,
  itemAnswers,
  LEAD,
  numberOf,
  type Row,
  rowsOf,
  type ScaleItems,
  scaleScores,
  TASK,
} from "./data-sets.ts";
import { columnsOf, type Entry, figures, limits, numberIn, wordAt } from "./entry.ts";

/** The rows an entry picks. */
function pickedRows(entry: Entry): readonly Row[] {
  return rowsOf(dataSetOf(entry)).filter((row) =>
    Object.entries(entry.where ?? {}).every(([column, value]) => row[column] === String(value)),
  );
}

function described(figure: Descriptives, level: number): Record<string, unknown> {
  return {
    n: figure.n,
    missing: figure.missing,
    mean: figure.mean,
    sd: figure.sd,
    variance: figure.variance,
    se: figure.standardError,
    median: figure.median,
    q1: figure.firstQuartile,
    q3: figure.thirdQuartile,
    min: figure.minimum,
    max: figure.maximum,
    sum: figure.sum,
    mad_about_mean: figure.meanDeviationFromMean,
    mad_about_median: figure.meanDeviationFromMedian,
    skewness_g1: figure.skewness,
    excess_kurtosis_g2: figure.excessKurtosis,
    mean_ci: figure.meanInterval === null ? null : limits(figure.meanInterval),
    ci_level: level,
  };
}

/** File 01. */
export function descriptiveEntry(entry: Entry): unknown {
  const rows = pickedRows(entry);
  const scales: Record<string, () => (number | null)[]> = {
    "scale-lc-lead": () => scaleScores(rows, LEAD, 6),
    "scale-pi-agree-half": () => scaleScores(rows, AGREE, 3),
    "scale-pi-agree-all": () => scaleScores(rows, AGREE, 5),
  };
  const column = columnsOf(entry)[0] ?? "";
  const answers = entry.id.startsWith("scale-sa")
    ? anxietyAnswers(rows, "anxiety")
    : (scales[entry.id]?.() ?? rows.map((row) => numberOf(row, column)));
  return described(figures(describe(countAnswers(answers))), 0.95);
}

/** File 02. */
export function favourabilityEntry(entry: Entry): unknown {
  const rows = pickedRows(entry);
  const table = countAnswers(rows.map((row) => numberOf(row, columnsOf(entry)[0] ?? "")));
  const five = { favourable: [4, 5], neutral: [3], unfavourable: [1, 2], lowest: 1, highest: 5 };
  const points = entry.id.includes("thirds")
    ? { favourable: [5, 6], neutral: [3, 4], unfavourable: [1, 2], lowest: 1, highest: 6 }
    : entry.id.includes("halves")
      ? { favourable: [4, 5, 6], neutral: [], unfavourable: [1, 2, 3], lowest: 1, highest: 6 }
      : entry.id.startsWith("fav-sa")
        ? { favourable: [3, 4], neutral: [], unfavourable: [1, 2], lowest: 1, highest: 4 }
        : five;
  const shares = figures(favourableShares(table, points));
  return {
    n: shares.n,
    counts: Object.fromEntries(shares.counts.map((count, i) => [String(points.lowest + i), count])),
    favourable: shares.favourable,
    neutral: shares.neutral,
    unfavourable: shares.unfavourable,
    top_box: shares.topBox,
    net_favourable: shares.netFavourable,
    index_0_100: shares.index,
    favourable_wilson_ci: limits(shares.wilson),
    favourable_exact_ci: limits(shares.exact),
    ci_level: 0.95,
  };
}

function scaleOf(entry: Entry): ScaleItems {
  const items = columnsOf(entry);
  if (entry.dataset === "state-anxiety-waves") return ANXIETY;
  if (entry.dataset === "leadership-climate") return { items, reversed: [], turn: 6 };
  const reversed =
    entry.id === "alpha-pi-agree-not-reversed" ? [] : ["a1", "c4", "c5", "e1", "e2", "o2", "o5"];
  return { items, reversed, turn: 7 };
}

/** File 03. */
export function reliabilityEntry(entry: Entry): unknown {
  const scale = scaleOf(entry);
  const rows = pickedRows(entry);
  const columns = scale.items.map((item) => itemAnswers(rows, scale, item));
  const moments = itemMoments(columns);
  const pairwise = pairwiseMoments(columns);
  const pairwiseCovariance = pairwiseCovariances(pairwise) ?? [];
  const alpha = figures(cronbachAlpha(moments));
  const lambda = guttmanLambda6(moments);
  return {
    n_complete: alpha.n,
    n_any: pairwise.answeredAny,
    k: alpha.items,
    alpha: alpha.alpha,
    alpha_standardised: alpha.standardisedAlpha,
    alpha_pairwise: alphaOf(pairwiseCovariance),
    alpha_standardised_pairwise: standardisedAlphaOf(correlations(pairwiseCovariance) ?? []).alpha,
    feldt_ci: limits(alpha.feldt),
    duhachek_se: alpha.duhachekStandardError,
    duhachek_ci: limits(alpha.duhachek),
    ci_level: 0.95,
    mean_inter_item_r: alpha.meanInterItemCorrelation,
    guttman_lambda6: lambda.computed ? lambda.lambda6 : null,
    split_half_spearman_brown_odd_even: figures(splitHalf(moments)).reliability,
    scale_mean: alpha.scaleMean,
    scale_sd: alpha.scaleSd,
    standard_error_of_measurement: alpha.standardErrorOfMeasurement,
    items: figures(itemAnalysis(moments)).items.map((item, i) => ({
      item: scale.items[i],
      mean: item.mean,
      sd: item.sd,
      item_total_r: item.itemTotalCorrelation,
      item_rest_r: item.itemRestCorrelation,
      alpha_if_dropped: item.alphaIfDropped,
    })),
  };
}

/** Tables of one column by company. */
function byCompany(answers: readonly (number | null)[]): FrequencyTable[] {
  const groups = new Map<string, (number | null)[]>();
  rowsOf("leadership-climate").forEach((row, i) => {
    const company = row["company_id"] ?? "";
    groups.set(company, [...(groups.get(company) ?? []), answers[i] ?? null]);
  });
  return [...groups.values()].map(countAnswers);
}

function iccFigures(entry: Entry): unknown {
  const rows = rowsOf("leadership-climate");
  const scales: Record<string, ScaleItems> = {
    "icc-lc-lead-scale": LEAD,
    "icc-lc-task-scale": TASK,
    "icc-lc-hostile-scale": HOSTILE,
  };
  const scale = scales[entry.id];
  const answers = scale
    ? scaleScores(rows, scale, 1)
    : rows.map((row) => numberOf(row, columnsOf(entry)[0] ?? ""));
  const icc = figures(intraclassCorrelation(byCompany(answers)));
  return {
    groups: icc.groups,
    n: icc.n,
    ms_between: icc.meanSquareBetween,
    ms_within: icc.meanSquareWithin,
    df1: icc.dfBetween,
    df2: icc.dfWithin,
    f: icc.f,
    p: icc.p,
    mean_group_size: icc.meanGroupSize,
    k0_group_size: icc.adjustedGroupSize,
    icc1_mean_size: icc.icc1,
    icc1_k0_size: icc.icc1AdjustedSize,
    icc2: icc.icc2,
    icc1_ci_mean_size: limits(icc.icc1Interval),
    icc2_ci: limits(icc.icc2Interval),
    eta_squared: icc.etaSquared,
    ci_level: 0.95,
  };
}

function oneCompany(rows: readonly Row[], nullVariance: number): Record<string, unknown> {
  const tables = LEAD.items.map((item) => countAnswers(rows.map((row) => numberOf(row, item))));
  const items = tables.map((table) => figures(rwg(table, nullVariance)));
  const deviations = tables.map((table) => figures(averageDeviation(table)));
  const scale = figures(describe(countAnswers(scaleScores(rows, LEAD, 11))));
  const all = figures(rwgJ(tables, nullVariance));
  const ad = figures(averageDeviationOfScale(tables));
  return {
    raters: items[0]?.raters,
    items: all.items,
    null_variance: nullVariance,
    item_means: tables.map(mean),
    item_variances: items.map((item) => item.variance),
    rwg_untruncated: items.map((item) => item.untruncated),
    rwg: items.map((item) => item.rwg),
    rwg_j: all.rwgJ,
    rwg_j_lindell: all.rwgJLindell,
    ad_mean_items: deviations.map((item) => item.fromMean),
    ad_mean: ad.fromMean,
    ad_median_items: deviations.map((item) => item.fromMedian),
    ad_median: ad.fromMedian,
    awg_items: tables.map((table) => figures(awg(table, 1, 5)).awg),
    scale_mean: scale.mean,
    scale_sd: scale.sd,
    scale_se: scale.standardError,
  };
}

function allCompanies(): unknown {
  const perItem = LEAD.items.map((item) =>
    byCompany(rowsOf("leadership-climate").map((row) => numberOf(row, item))),
  );
  const companies = (perItem[0] ?? []).map((_, company) =>
    perItem.flatMap((tables) => tables[company] ?? []),
  );
  const rj = companies.map((tables) => figures(rwgJ(tables, 2)).rwgJ);
  const third = (perItem[2] ?? []).map((table) => figures(rwg(table, 2)).rwg);
  const ad = companies.map((tables) => figures(averageDeviationOfScale(tables)).fromMean);
  return {
    companies: companies.length,
    rwg_j_mean: mean(countAnswers(rj)),
    rwg_j_median: median(countAnswers(rj)),
    rwg_j_min: Math.min(...rj),
    rwg_j_max: Math.max(...rj),
    rwg_j_at_least_070: rj.filter((value) => value >= 0.7).length,
    rwg_lead03_mean: mean(countAnswers(third)),
    rwg_lead03_median: median(countAnswers(third)),
    rwg_lead03_truncated_to_zero: third.filter((value) => value === 0).length,
    ad_mean_mean: mean(countAnswers(ad)),
    ad_at_most_080: ad.filter((value) => value <= 0.8).length,
  };
}

/** File 04. */
export function agreementEntry(entry: Entry): unknown {
  if (entry.id.startsWith("icc-")) return iccFigures(entry);
  if (entry.id === "agree-lc-all-companies") return allCompanies();
  if (entry.id === "means-lc-lead-company") {
    const scores = scaleScores(rowsOf("leadership-climate"), LEAD, 6);
    const means = countAnswers(byCompany(scores).map(mean));
    return {
      mean_of_company_means: mean(means),
      sd_of_company_means: standardDeviation(means),
      mean_of_respondents: mean(countAnswers(scores)),
    };
  }
  const rows = rowsOf("leadership-climate").filter(
    (row) => row["company_id"] === wordAt(entry, "company_id"),
  );
  return oneCompany(rows, numberIn(entry.value, "null_variance"));
}
