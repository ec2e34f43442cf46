/** Computes the reference values of files 10, 11, 14 and 15: treated groups, several waves, power, change. */
import { cronbachAlpha } from "../../../../analysis/statistics/alpha.ts";
import { ancova } from "../../../../analysis/statistics/ancova.ts";
import { differenceInDifferences } from "../../../../analysis/statistics/difference-in-differences.ts";
import { type EstimateWithError, equivalenceTest } from "../../../../analysis/statistics/equivalence-test.ts";
import { countAnswers } from "../../../../analysis/statistics/frequency-table.ts";
import { itemMoments } from "../../../../analysis/statistics/item-moments.ts";
import type { MixedObservation } from "../../../../analysis/statistics/mixed-likelihood.ts";
import { mixedModel } from "../../../../analysis/statistics/mixed-model.ts";
import { pairedT } from "../../../../analysis/statistics/paired-t.ts";
import { linkWaves, type PairedTable } from "../../../../analysis/statistics/paired-table.ts";
import {
  pairsNeeded,
  powerOfPairedT,
  powerOfTwoSampleT,
  smallestDetectableDz,
} from "../../../../analysis/statistics/power.ts";
import { regressionToMean } from "../../../../analysis/statistics/regression-to-mean.ts";
import { reliableChange } from "../../../../analysis/statistics/reliable-change.ts";
import { retestCorrelation } from "../../../../analysis/statistics/retest-correlation.ts";
import { studentT, welchT } from "../../../../analysis/statistics/welch-t.ts";
import {
  ANXIETY,
  anxietyAnswers,
  itemAnswers,
  LEAD,
  linkedAnxiety,
  numberOf,
  rowsOf,
  scaleScores,
} from "./data-sets.ts";
import { columnsOf, type Entry, figures, limits, numberIn, numbersIn, wordAt } from "./entry.ts";
import { pairedFigures, pairsOf, wavesOf } from "./paired-entries.ts";
import { samplesOf, tFigures } from "./two-sample-entries.ts";

/** One group of an entry that compares two conditions of a study: the persons' columns and their pairs. */
function conditionGroup(entry: Entry, role: "treated" | "control") {
  const [first = 0, second = 0] = wordAt(entry, "waves").split(",").map(Number);
  const study = wordAt(entry, "study");
  const waves = linkedAnxiety(study, "anxiety", [first, second]);
  const members = new Set(
    rowsOf("state-anxiety-waves")
      .filter((row) => row["study"] === study && row["condition"] === wordAt(entry, role))
      .map((row) => row["person_id"]),
  );
  const pick = (column: readonly (number | null)[]) =>
    column.filter((_, i) => members.has(waves.persons[i] ?? ""));
  return linkWaves(pick(waves.before), pick(waves.after)).linked;
}

/** Changes of single persons, for the tests on change scores. */
function changeScores(table: PairedTable) {
  const scores = Array.from(table.counts).flatMap((count, i) =>
    new Array<number>(count).fill((table.after[i] ?? 0) - (table.before[i] ?? 0)),
  );
  return countAnswers(scores);
}

/** File 10. */
export function differenceInDifferencesEntry(entry: Entry): unknown {
  const treated = conditionGroup(entry, "treated");
  const control = conditionGroup(entry, "control");
  const did = figures(differenceInDifferences(treated, control));
  return {
    persons_treated: did.treated.n,
    persons_control: did.comparison.n,
    mean_control_before: did.comparison.meanBefore,
    mean_control_after: did.comparison.meanAfter,
    mean_treated_before: did.treated.meanBefore,
    mean_treated_after: did.treated.meanAfter,
    estimate: did.estimate,
    se_ols: did.ordinaryStandardError,
    se_cr0: did.cr0,
    se_cr1_sandwich: did.cr1,
    ci_cr1_t_clusters_minus_1: limits(did.cr1Interval),
    se_cr2: did.cr2.standardError,
    df_cr2: did.cr2.df,
    p_cr2: did.cr2.p,
    ci_cr2: limits(did.cr2.interval),
    change_scores_welch: tFigures(figures(welchT(changeScores(control), changeScores(treated)))),
    change_scores_student: tFigures(figures(studentT(changeScores(control), changeScores(treated)))),
  };
}

/** The observations of a mixed model's entry, with the names of its predictors and groups. */
function mixedData(entry: Entry): { rows: MixedObservation[]; names: string[]; person: string } {
  const complete = (outcome: number | null, one: Omit<MixedObservation, "outcome">): MixedObservation[] =>
    outcome === null ? [] : [{ outcome, ...one }];
  if (entry.dataset === "leadership-climate") {
    const all = rowsOf("leadership-climate");
    const scores = scaleScores(all, LEAD, 6);
    const rows = all.flatMap((row, i) =>
      complete(scores[i] ?? null, { predictors: [1], person: row["company_id"] ?? "", unit: 0 }),
    );
    return { rows, names: ["(Intercept)"], person: "company_id" };
  }
  if (entry.dataset === "state-anxiety-waves") {
    const all = rowsOf("state-anxiety-waves").filter((row) => row["study"] === wordAt(entry, "study"));
    const scores = anxietyAnswers(all, "anxiety");
    const rows = all.flatMap((row, i) => {
      const predictors = [1, Number(row["wave"]) > 1 ? 1 : 0];
      return complete(scores[i] ?? null, { predictors, person: row["person_id"] ?? "", unit: 0 });
    });
    return { rows, names: ["(Intercept)", "after"], person: "person_id" };
  }
  const rows = rowsOf("job-attitudes-waves").flatMap((row) => {
    const wave = Number(row["wave"]);
    const predictors = [1, wave === 2 ? 1 : 0, wave === 3 ? 1 : 0];
    const unit = `${row["battalion"]} ${row["company"]}`;
    return complete(numberOf(row, columnsOf(entry)[0] ?? ""), {
      predictors,
      person: row["person_id"] ?? "",
      unit,
    });
  });
  return { rows, names: ["(Intercept)", "wave2", "wave3"], person: "person_id" };
}

/** File 11. */
export function mixedModelEntry(entry: Entry): unknown {
  const { rows, names, person } = mixedData(entry);
  const nested = entry.id.includes("nested");
  const model = figures(mixedModel(rows, { restricted: entry.id.endsWith("-reml"), units: nested }));
  return {
    observations: model.observations,
    groups: { [person]: model.persons, unit: model.units },
    fixed: Object.fromEntries(
      model.effects.map((effect, i) => [
        names[i],
        { ...tFigures(effect), estimate: effect.estimate, df_satterthwaite: effect.df },
      ]),
    ),
    variances: {
      [person]: model.variances.person,
      unit: model.variances.unit,
      residual: model.variances.residual,
    },
    log_likelihood: model.logLikelihood,
    icc_first_group: model.personShare,
  };
}

function tost(sizes: number[], test: EstimateWithError, bound: number): unknown {
  const result = equivalenceTest(test, { lower: -bound, upper: bound }, 0.05);
  return {
    n: sizes,
    estimate: test.estimate,
    se: test.standardError,
    df: test.df,
    bounds: [-bound, bound],
    t_lower: result.tLower,
    t_upper: result.tUpper,
    p_lower: result.pLower,
    p_upper: result.pUpper,
    p_tost: result.p,
    equivalent: result.equivalent,
    ci_1_minus_2alpha: limits(result.interval),
    alpha: 0.05,
  };
}

/** File 14. */
export function powerEntry(entry: Entry): unknown {
  const { value } = entry;
  if (entry.id.startsWith("tost-")) {
    const bound = numbersIn(value, "bounds")[1] ?? 0;
    if (entry.id.startsWith("tost-welch")) {
      const welch = figures(welchT(...samplesOf(entry)));
      return tost([welch.samples.n1, welch.samples.n2], welch, bound);
    }
    const test = figures(pairedT(pairsOf(entry)));
    return tost([test.n], test, bound);
  }
  const alpha = 0.05;
  if (entry.id.startsWith("n-paired")) {
    const needed = pairsNeeded(numberIn(value, "d_z"));
    return { d_z: numberIn(value, "d_z"), pairs_exact: needed.exact, pairs: needed.pairs };
  }
  if (entry.id.startsWith("power-two")) {
    const n = numberIn(value, "n_per_group");
    const d = numberIn(value, "d_s");
    return { n_per_group: n, d_s: d, alpha, power: powerOfTwoSampleT([n, n], d, alpha) };
  }
  const pairs = numberIn(value, "pairs");
  if (entry.id.startsWith("mde-"))
    return { pairs, power: 0.8, alpha, d_z: smallestDetectableDz(pairs, 0.8, alpha) };
  const dZ = numberIn(value, "d_z");
  return { pairs, d_z: dZ, alpha, power: powerOfPairedT(pairs, dZ, alpha) };
}

function unitMeans(entry: Entry): unknown {
  const waves = wavesOf(entry);
  const first = rowsOf("job-attitudes-waves").filter((row) => Number(row["wave"]) === 1);
  const units = new Map<string, { before: number[]; after: number[] }>();
  waves.persons.forEach((_, i) => {
    const before = waves.before[i] ?? null;
    const after = waves.after[i] ?? null;
    if (before === null || after === null) return;
    const key = `${first[i]?.["battalion"]} ${first[i]?.["company"]}`;
    const unit = units.get(key) ?? { before: [], after: [] };
    unit.before.push(before);
    unit.after.push(after);
    units.set(key, unit);
  });
  const large = [...units.values()].filter((unit) => unit.before.length >= 5);
  const average = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const table = linkWaves(
    large.map((unit) => average(unit.before)),
    large.map((unit) => average(unit.after)),
  ).linked;
  const persons = large.reduce((sum, unit) => sum + unit.before.length, 0);
  return { units: large.length, persons, ...pairedFigures(table) };
}

function reliable(entry: Entry): unknown {
  const rows = rowsOf("state-anxiety-waves").filter((row) => row["study"] === "SAM" && row["wave"] === "1");
  const columns = ANXIETY.items.map((item) => itemAnswers(rows, ANXIETY, item));
  const { alpha } = figures(cronbachAlpha(itemMoments(columns)));
  const result = figures(reliableChange(pairsOf(entry), alpha));
  return {
    alpha_wave1: alpha,
    sd_before: result.sdBefore,
    se_difference: result.standardErrorOfDifference,
    threshold_95: result.threshold,
    lower: result.lower,
    unchanged: result.unchanged,
    higher: result.higher,
  };
}

/** File 15. */
export function changeEntry(entry: Entry): unknown {
  if (entry.id.startsWith("group-means")) return unitMeans(entry);
  if (entry.id.startsWith("reliable-change")) return reliable(entry);
  if (entry.id.startsWith("ancova")) {
    const result = figures(ancova(conditionGroup(entry, "treated"), conditionGroup(entry, "control")));
    return {
      n: result.n,
      treated: { ...tFigures(result.treated), estimate: result.treated.estimate },
      before_slope: result.slopeBefore,
      residual_sd: result.residualSd,
    };
  }
  if (entry.id.startsWith("regression-to-mean")) {
    const result = figures(regressionToMean(pairsOf(entry), 0.25));
    return {
      low_n: result.low,
      low_mean_before: result.lowMeanBefore,
      low_mean_after: result.lowMeanAfter,
      grand_mean_before: result.grandMeanBefore,
      correlation: result.correlation,
      observed_change: result.observedChange,
      expected_from_regression: result.expectedChange,
    };
  }
  const result = figures(retestCorrelation(pairsOf(entry)));
  return {
    n: result.n,
    pearson: result.pearson,
    ci: result.interval === null ? null : limits(result.interval),
    p: result.p,
    spearman: result.spearman,
  };
}
