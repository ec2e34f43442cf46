/** Computes the reference values of files 07 and 12: shares and rates. */
import { differenceOfProportions } from "../../../../analysis/statistics/difference-of-proportions.ts";
import { fishersExactP } from "../../../../analysis/statistics/fishers-exact.ts";
import { mcnemar } from "../../../../analysis/statistics/mcnemar.ts";
import { pairedCounts, pairedProportions } from "../../../../analysis/statistics/paired-proportions.ts";
import type { PairedCounts } from "../../../../analysis/statistics/phi-coefficient.ts";
import { rateRatio } from "../../../../analysis/statistics/poisson-rate.ts";
import { type Entry, figures, limits, numberIn } from "./entry.ts";
import { pairsOf } from "./paired-entries.ts";

function independent(entry: Entry): unknown {
  const [x1 = 0, n1 = 0, x2 = 0, n2 = 0] = ["x1", "n1", "x2", "n2"].map((key) => numberIn(entry.value, key));
  const first = { count: x1, n: n1 };
  const second = { count: x2, n: n2 };
  const test = differenceOfProportions(first, second);
  return {
    x1,
    n1,
    x2,
    n2,
    p1: test.p1,
    p2: test.p2,
    difference: test.difference,
    newcombe_ci: limits(test.newcombe),
    wald_ci: limits(test.wald),
    agresti_caffo_ci: limits(test.agrestiCaffo),
    z_pooled: test.z,
    p_z_pooled: test.p,
    chi_square: test.chiSquare,
    p_fisher: fishersExactP(first, second),
    risk_ratio: test.riskRatio,
    odds_ratio: test.oddsRatio,
    cohens_h: test.h,
    ci_level: 0.95,
  };
}

function paired(counts: PairedCounts): unknown {
  const share = figures(pairedProportions(counts));
  const test = mcnemar(counts);
  return {
    n_pairs: share.n,
    both: counts.both,
    before_only: counts.beforeOnly,
    after_only: counts.afterOnly,
    neither: counts.neither,
    p_before: share.before,
    p_after: share.after,
    difference: share.difference,
    newcombe_paired_ci: limits(share.newcombe),
    newcombe_paired_ci_uncorrected_phi: limits(share.newcombeUncorrected),
    wald_ci: limits(share.wald),
    tango_ci: limits(share.tango),
    mcnemar_chi_square: test.chiSquare,
    p_mcnemar: test.p,
    mcnemar_chi_square_continuity: test.chiSquareContinuity,
    p_mcnemar_continuity: test.pContinuity,
    p_mcnemar_exact: test.pExact,
    p_mcnemar_mid: test.pMid,
    odds_ratio_conditional: test.oddsRatio,
    ci_level: 0.95,
  };
}

/** File 07. */
export function proportionEntry(entry: Entry): unknown {
  if (entry.id.startsWith("prop-")) return independent(entry);
  if (entry.dataset !== "inline") return paired(pairedCounts(pairsOf(entry), (answer) => answer >= 3));
  const [both = 0, beforeOnly = 0, afterOnly = 0, neither = 0] = [
    "both",
    "before_only",
    "after_only",
    "neither",
  ].map((key) => numberIn(entry.value, key));
  return paired({ both, beforeOnly, afterOnly, neither });
}

/** File 12. */
export function rateEntry(entry: Entry): unknown {
  const [events1 = 0, staff1 = 0, events2 = 0, staff2 = 0] = ["events1", "staff1", "events2", "staff2"].map(
    (key) => numberIn(entry.value, key),
  );
  const test = figures(
    rateRatio({ events: events1, exposure: staff1 }, { events: events2, exposure: staff2 }),
  );
  return {
    events1,
    staff1,
    events2,
    staff2,
    per_100_staff_1: 100 * test.rate1,
    per_100_staff_2: 100 * test.rate2,
    rate1: test.rate1,
    rate2: test.rate2,
    rate1_ci: limits(test.interval1),
    rate2_ci: limits(test.interval2),
    ratio: test.ratio,
    ratio_exact_ci: limits(test.interval),
    p_central: test.pCentral,
    p_minimum_likelihood: test.pMinimumLikelihood,
    p_central_mid: test.pCentralMid,
    ci_level: 0.95,
  };
}
