/** Computes the reference values of files 06, 08 and 09: unlinked and partly linked waves, adjusted p values. */
import { brunnerMunzel } from "../../../../analysis/statistics/brunner-munzel.ts";
import { cliffsDelta } from "../../../../analysis/statistics/cliffs-delta.ts";
import {
  countAnswers,
  countWhere,
  type FrequencyTable,
} from "../../../../analysis/statistics/frequency-table.ts";
import { medianShift } from "../../../../analysis/statistics/hodges-lehmann.ts";
import { mannWhitney } from "../../../../analysis/statistics/mann-whitney.ts";
import { type Adjustment, adjustPValues } from "../../../../analysis/statistics/multiplicity.ts";
import { pairedCounts } from "../../../../analysis/statistics/paired-proportions.ts";
import type { TTest } from "../../../../analysis/statistics/paired-t.ts";
import { type LinkedWaves, linkWaves } from "../../../../analysis/statistics/paired-table.ts";
import { partlyOverlappingT } from "../../../../analysis/statistics/partly-overlapping-t.ts";
import { partlyOverlappingZ } from "../../../../analysis/statistics/partly-overlapping-z.ts";
import { standardisedMeanDifference } from "../../../../analysis/statistics/standardised-mean-difference.ts";
import { studentT, welchT } from "../../../../analysis/statistics/welch-t.ts";
import { LEAD, numberOf, rowsOf, scaleScores } from "./data-sets.ts";
import { columnsOf, type Entry, figures, limits, numberAt, numbersIn } from "./entry.ts";
import { wavesOf } from "./paired-entries.ts";

/** A t test in the reference files' words. */
export function tFigures(test: TTest): Record<string, unknown> {
  return {
    t: test.t,
    df: test.df,
    se: test.standardError,
    p: test.p,
    p_two_sided: test.p,
    ci: limits(test.interval),
  };
}

/** The two samples of an entry of file 06. */
export function samplesOf(entry: Entry): [FrequencyTable, FrequencyTable] {
  const column = columnsOf(entry)[0] ?? "";
  const sample = (place: "first" | "second"): FrequencyTable => {
    if (entry.dataset === "job-attitudes-waves") {
      const rows = rowsOf("job-attitudes-waves").filter(
        (row) => Number(row["wave"]) === numberAt(entry, `${place}_wave`),
      );
      return countAnswers(rows.map((row) => numberOf(row, column)));
    }
    if (entry.dataset === "personality-items") {
      const rows = rowsOf("personality-items").filter(
        (row) => Number(row["gender"]) === numberAt(entry, `${place}_gender`),
      );
      return countAnswers(rows.map((row) => numberOf(row, column)));
    }
    const company = numberAt(entry, `${place}_company_id`);
    const rows = rowsOf("leadership-climate").filter((row) => Number(row["company_id"]) === company);
    return countAnswers(
      column.startsWith("mean of") ? scaleScores(rows, LEAD, 6) : rows.map((row) => numberOf(row, column)),
    );
  };
  return [sample("first"), sample("second")];
}

function meanFigures(first: FrequencyTable, second: FrequencyTable): Record<string, unknown> {
  const welch = figures(welchT(first, second));
  const student = figures(studentT(first, second));
  const effect = figures(standardisedMeanDifference(first, second));
  const { samples } = welch;
  return {
    n1: samples.n1,
    n2: samples.n2,
    mean1: samples.mean1,
    mean2: samples.mean2,
    sd1: Math.sqrt(samples.variance1),
    sd2: Math.sqrt(samples.variance2),
    difference: samples.difference,
    welch: tFigures(welch),
    student: tFigures(student),
    pooled_sd: effect.pooledSd,
    d_s: effect.dS,
    d_s_ci: limits(effect.dSInterval),
    hedges_g_s: effect.gS,
    hedges_g_s_ci: limits(effect.gSInterval),
    hedges_correction: effect.correction,
    d_average_sd: effect.dAverageSd,
    glass_delta_sd1: effect.glassDelta,
    ci_level: 0.95,
  };
}

/** Rank statistics in the reference files' words. */
export function rankFigures(first: FrequencyTable, second: FrequencyTable): Record<string, unknown> {
  const test = figures(mannWhitney(first, second));
  const delta = cliffsDelta(first, second);
  const munzel = brunnerMunzel(first, second);
  return {
    n1: test.n1,
    n2: test.n2,
    u2: test.u2,
    u1: test.u1,
    rank_sum2: test.rankSum2,
    tie_sum_t3_minus_t: test.tieSum,
    mean_u: test.meanOfU,
    var_u: test.varianceOfU,
    z: test.z,
    p_normal: test.pNormal,
    z_continuity: test.zContinuity,
    p_normal_continuity: test.pNormalContinuity,
    p_exact_twice_smaller_tail: test.pExactTwiceSmallerTail,
    p_exact_absolute_deviation: test.pExactByDistance,
    probability_of_superiority: test.probabilityOfSuperiority,
    cliff_delta: delta.computed ? delta.delta : 2 * test.probabilityOfSuperiority - 1,
    cliff_delta_se: delta.computed ? delta.standardError : null,
    cliff_delta_ci_t: delta.computed ? limits(delta.intervalT) : null,
    cliff_delta_ci_normal: delta.computed ? limits(delta.intervalNormal) : null,
    brunner_munzel: munzel.computed
      ? { ...tFigures(munzel), statistic: munzel.t, p_higher: munzel.estimate }
      : { reason: munzel.reason },
    hodges_lehmann_shift: figures(medianShift(first, second)).estimate,
    ci_level: 0.95,
  };
}

/** File 06. */
export function independentEntry(entry: Entry): unknown {
  const [first, second] = samplesOf(entry);
  return entry.id.startsWith("ranks-") ? rankFigures(first, second) : meanFigures(first, second);
}

/** Leaves out the first wave where the number in the id leaves 0 by 3, the second where it leaves 1. */
function maskedWaves(entry: Entry): LinkedWaves {
  const waves = wavesOf(entry);
  const rest = waves.persons.map((person) => Number(person.replace(/.*-/, "")) % 3);
  return linkWaves(
    waves.before.map((answer, i) => (rest[i] === 0 ? null : answer)),
    waves.after.map((answer, i) => (rest[i] === 1 ? null : answer)),
  );
}

function partialT(waves: LinkedWaves): Record<string, unknown> {
  const test = figures(partlyOverlappingT(waves));
  return {
    n_wave1_only: test.beforeOnly,
    n_wave2_only: test.afterOnly,
    n_linked: test.linked,
    mean1: test.meanBefore,
    mean2: test.meanAfter,
    difference: test.difference,
    linked_correlation: test.correlation,
    equal_variances: tFigures(test.equalVariances),
    unequal_variances: tFigures(test.unequalVariances),
    ci_level: 0.95,
  };
}

function partialZ(waves: LinkedWaves): Record<string, unknown> {
  const accept = (answer: number): boolean => answer >= 3;
  const share = (table: FrequencyTable) => ({ count: countWhere(table, accept), n: table.n });
  const beforeOnly = share(waves.beforeOnly);
  const afterOnly = share(waves.afterOnly);
  const test = figures(
    partlyOverlappingZ({ linked: pairedCounts(waves.linked, accept), beforeOnly, afterOnly }),
  );
  return {
    n_wave1_only: beforeOnly.n,
    n_wave2_only: afterOnly.n,
    n_linked: test.linked,
    p1: test.p1,
    p2: test.p2,
    difference: test.difference,
    phi: test.phi,
    z8_pooled: test.z,
    p_pooled: test.p,
    se_pooled: test.standardErrorPooled,
    ci_pooled: limits(test.intervalPooled),
    se_unpooled: test.standardError,
    ci_unpooled: limits(test.interval),
    ci_level: 0.95,
  };
}

/** File 08. */
export function partlyLinkedEntry(entry: Entry): unknown {
  if (entry.id === "partial-t-published") {
    const [x, y, xp, yp] = ["first_only", "second_only", "first_linked", "second_linked"].map((key) =>
      numbersIn(entry.value, key),
    );
    const waves = {
      linked: linkWaves(xp ?? [], yp ?? []).linked,
      beforeOnly: countAnswers(x ?? []),
      afterOnly: countAnswers(y ?? []),
    };
    return { first_only: x, second_only: y, first_linked: xp, second_linked: yp, ...partialT(waves) };
  }
  if (entry.dataset === "job-attitudes-waves") {
    const waves = wavesOf(entry);
    return partialT(linkWaves(waves.before, waves.after));
  }
  return entry.id.startsWith("partial-z") ? partialZ(maskedWaves(entry)) : partialT(maskedWaves(entry));
}

/** File 09. */
export function multiplicityEntry(entry: Entry): unknown {
  const given: unknown = entry.value["p"];
  const p = (Array.isArray(given) ? given : [given]).map((one: unknown) =>
    typeof one === "number" ? one : null,
  );
  const names: Record<string, Adjustment> = {
    holm: "holm",
    hochberg: "hochberg",
    BH: "benjamini-hochberg",
    BY: "benjamini-yekutieli",
    bonferroni: "bonferroni",
  };
  const adjusted = Object.entries(names).map(([name, method]) => [name, adjustPValues(p, method)]);
  return { p, ...Object.fromEntries(adjusted) };
}
