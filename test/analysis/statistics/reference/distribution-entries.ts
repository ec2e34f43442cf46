/** Computes the reference values of files 16, 17 and 18: distributions, edge cases, the noncentral t. */
import { binomialCdf, binomialProbability } from "../../../../analysis/statistics/distributions/binomial.ts";
import {
  chiSquareQuantile,
  chiSquareUpper,
} from "../../../../analysis/statistics/distributions/chi-square.ts";
import {
  betaQuantile,
  fQuantile,
  fUpper,
} from "../../../../analysis/statistics/distributions/f-distribution.ts";
import {
  noncentralityLimits,
  noncentralT,
} from "../../../../analysis/statistics/distributions/noncentral-t.ts";
import { normalCdf, normalQuantile } from "../../../../analysis/statistics/distributions/normal.ts";
import { poissonCdf } from "../../../../analysis/statistics/distributions/poisson.ts";
import {
  rankSumTails,
  signedRankTails,
} from "../../../../analysis/statistics/distributions/rank-distributions.ts";
import { tQuantile, tUpper } from "../../../../analysis/statistics/distributions/student-t.ts";
import { countAnswers } from "../../../../analysis/statistics/frequency-table.ts";
import { mannWhitney } from "../../../../analysis/statistics/mann-whitney.ts";
import { pairedChange } from "../../../../analysis/statistics/paired-change.ts";
import { linkWaves } from "../../../../analysis/statistics/paired-table.ts";
import { rateInterval } from "../../../../analysis/statistics/poisson-rate.ts";
import { exactInterval, proportionOf, wilsonInterval } from "../../../../analysis/statistics/proportion.ts";
import { rwg } from "../../../../analysis/statistics/rwg.ts";
import { type Entry, figures, limits, numberIn, numbersIn } from "./entry.ts";
import { pairedFigures, signedRankFigures } from "./paired-entries.ts";
import { rankFigures } from "./two-sample-entries.ts";

function oneTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

/** By the beginning of an entry's id: the argument that runs, and the function of it and of the fixed ones. */
const FUNCTIONS: Record<
  string,
  { over: string; of: (at: number, fixed: (name: string) => number) => number }
> = {
  "t-upper": { over: "x", of: (x, fixed) => tUpper(x, fixed("df")) },
  "t-quantile": { over: "p", of: (p, fixed) => tQuantile(p, fixed("df")) },
  "normal-cdf": { over: "x", of: (x) => normalCdf(x) },
  "normal-quantile": { over: "p", of: (p) => normalQuantile(p) },
  "f-upper": { over: "x", of: (x, fixed) => fUpper(x, fixed("df1"), fixed("df2")) },
  "f-quantile": { over: "p", of: (p, fixed) => fQuantile(p, fixed("df1"), fixed("df2")) },
  "chisq-upper": { over: "x", of: (x, fixed) => chiSquareUpper(x, fixed("df")) },
  "chisq-quantile": { over: "p", of: (p, fixed) => chiSquareQuantile(p, fixed("df")) },
  "beta-quantile": { over: "p", of: (p, fixed) => betaQuantile(p, fixed("a"), fixed("b")) },
  "binomial-cdf": { over: "k", of: (k, fixed) => binomialCdf(k, fixed("n"), fixed("p")) },
  "binomial-pmf": { over: "k", of: (k, fixed) => binomialProbability(k, fixed("n"), fixed("p")) },
  "poisson-cdf": { over: "k", of: (k, fixed) => poissonCdf(k, fixed("lambda")) },
  "signrank-cdf": { over: "w", of: (w, fixed) => signedRankTails(oneTo(fixed("n")), w).lower },
  "wilcox-cdf": {
    over: "u",
    of: (u, fixed) => {
      const m = fixed("m");
      return rankSumTails(oneTo(m + fixed("n")), m, u + (m * (m + 1)) / 2).lower;
    },
  },
};

/** File 16. */
export function distributionEntry(entry: Entry): unknown {
  const name = Object.keys(FUNCTIONS).find((start) => entry.id.startsWith(start)) ?? "";
  const { args } = entry.value;
  const known = FUNCTIONS[name];
  if (known === undefined) throw new Error(`no function for ${entry.id}`);
  const fixed = (argument: string): number => numbersIn(args, argument)[0] ?? Number.NaN;
  return { args, value: numbersIn(args, known.over).map((at) => known.of(at, fixed)) };
}

function edgePaired(entry: Entry): unknown {
  const before = numbersIn(entry.value, "before");
  const after = numbersIn(entry.value, "after");
  const table = linkWaves(before, after).linked;
  const inputs = { before, after };
  if (entry.id === "edge-paired-eight") {
    return { ...inputs, paired: pairedFigures(table), signed_rank: signedRankFigures(table) };
  }
  const change = figures(pairedChange(table));
  const moved = { mean_change: change.meanChange, sd_change: change.sdChange };
  return { ...inputs, ...moved, signed_rank: signedRankFigures(table) };
}

function edgeRanks(entry: Entry): unknown {
  const first = numbersIn(entry.value, "first");
  const second = numbersIn(entry.value, "second");
  const tables = [countAnswers(first), countAnswers(second)] as const;
  if (entry.id === "edge-ranks-separated") return { first, second, ranks: rankFigures(...tables) };
  const test = figures(mannWhitney(...tables));
  const superiority = test.probabilityOfSuperiority;
  return {
    first,
    second,
    u2: test.u2,
    probability_of_superiority: superiority,
    cliff_delta: 2 * superiority - 1,
  };
}

/** File 17. */
export function edgeEntry(entry: Entry): unknown {
  const { value } = entry;
  if (entry.id.startsWith("edge-paired") || entry.id.startsWith("edge-signrank")) return edgePaired(entry);
  if (entry.id.startsWith("edge-ranks")) return edgeRanks(entry);
  if (entry.id.startsWith("edge-share")) {
    const share = { count: numberIn(value, "x"), n: numberIn(value, "n") };
    return {
      x: share.count,
      n: share.n,
      share: proportionOf(share),
      wilson_ci: limits(wilsonInterval(share)),
      exact_ci: limits(exactInterval(share)),
    };
  }
  if (entry.id.startsWith("edge-rate")) {
    const events = numberIn(value, "events");
    const staff = numberIn(value, "staff");
    return {
      events,
      staff,
      rate: events / staff,
      exact_ci: limits(rateInterval({ events, exposure: staff })),
    };
  }
  const ratings = numbersIn(value, "ratings");
  const agreement = figures(rwg(countAnswers(ratings), 2));
  return {
    ratings,
    variance: agreement.variance,
    null_variance: 2,
    rwg_untruncated: agreement.untruncated,
    rwg: agreement.rwg,
  };
}

/** File 18. */
export function noncentralEntry(entry: Entry): unknown {
  const { value } = entry;
  const t = numberIn(value, "t");
  const df = numberIn(value, "df");
  if (entry.id.startsWith("nct-cdf")) {
    const ncp = numberIn(value, "ncp");
    return { t, df, ncp, cdf: noncentralT(t, df, ncp).lower };
  }
  const pairs = numberIn(value, "pairs");
  const dZ = numberIn(value, "d_z");
  const ncp = noncentralityLimits(dZ * Math.sqrt(pairs), df, 0.95);
  return {
    pairs,
    d_z: dZ,
    t: dZ * Math.sqrt(pairs),
    df: pairs - 1,
    ncp_limits: limits(ncp),
    d_z_ci: limits(ncp).map((limit) => limit / Math.sqrt(pairs)),
  };
}
