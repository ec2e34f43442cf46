/** Computes the reference values of file 05: linked waves. */
import { pseudomedian, withoutZeros } from "../../../../analysis/statistics/hodges-lehmann.ts";
import { pairedChange } from "../../../../analysis/statistics/paired-change.ts";
import { pairedT } from "../../../../analysis/statistics/paired-t.ts";
import { changes, linkWaves, type PairedTable } from "../../../../analysis/statistics/paired-table.ts";
import { signTest } from "../../../../analysis/statistics/sign-test.ts";
import { signedRank, type ZeroRule } from "../../../../analysis/statistics/signed-rank.ts";
import { standardisedMeanChange } from "../../../../analysis/statistics/standardised-mean-change.ts";
import { type LinkedColumns, linkedAnxiety, linkedAttitudes, rowsOf } from "./data-sets.ts";
import { columnsOf, type Entry, figures, limits, numberAt, wordAt } from "./entry.ts";

/** The column an anxiety entry asks about. */
function anxietyColumn(entry: Entry): string {
  const column = columnsOf(entry)[0] ?? "";
  return column.startsWith("scale score") ? "anxiety" : column;
}

/** Those who watched the horror film, and of them (or of all) only the first so many by id. */
function narrowed(entry: Entry, waves: LinkedColumns): LinkedColumns {
  const condition = entry.where?.["condition"];
  const watched = new Set(
    rowsOf("state-anxiety-waves")
      .filter((row) => row["condition"] === condition)
      .map((row) => row["person_id"]),
  );
  const first = entry.where?.["first_persons_by_id"];
  const kept = waves.persons
    .map((person, i) => ({ person, i }))
    .filter(({ person }) => condition === undefined || watched.has(person))
    .slice(0, first === undefined ? undefined : Number(first));
  return {
    persons: kept.map(({ person }) => person),
    before: kept.map(({ i }) => waves.before[i] ?? null),
    after: kept.map(({ i }) => waves.after[i] ?? null),
  };
}

/** The two waves an entry names, under the keys before_wave and after_wave or first_wave and second_wave. */
export function wavesOf(entry: Entry): LinkedColumns {
  const named = entry.where?.["before_wave"] !== undefined;
  const waves: [number, number] = named
    ? [numberAt(entry, "before_wave"), numberAt(entry, "after_wave")]
    : [numberAt(entry, "first_wave"), numberAt(entry, "second_wave")];
  if (entry.dataset === "job-attitudes-waves") return linkedAttitudes(columnsOf(entry).at(-1) ?? "", waves);
  return narrowed(entry, linkedAnxiety(wordAt(entry, "study"), anxietyColumn(entry), waves));
}

/** The pairs an entry names. */
export function pairsOf(entry: Entry): PairedTable {
  const waves = wavesOf(entry);
  return linkWaves(waves.before, waves.after).linked;
}

/** Paired t and effect sizes in the reference files' words. */
export function pairedFigures(table: PairedTable): Record<string, unknown> {
  const change = figures(pairedChange(table));
  const test = figures(pairedT(table));
  const effect = figures(standardisedMeanChange(table));
  return {
    n_pairs: change.n,
    mean_before: change.meanBefore,
    mean_after: change.meanAfter,
    sd_before: change.sdBefore,
    sd_after: change.sdAfter,
    correlation: change.correlation,
    mean_change: change.meanChange,
    sd_change: change.sdChange,
    se_change: test.standardError,
    t: test.t,
    df: test.df,
    p_two_sided: test.p,
    p_greater: test.pGreater,
    ci: limits(test.interval),
    d_z: effect.dZ,
    d_z_ci: limits(effect.dZInterval),
    hedges_g_z: effect.gZ,
    hedges_g_z_ci: effect.gZInterval === null ? null : limits(effect.gZInterval),
    hedges_correction: effect.correction,
    ncp_limits: limits(effect.noncentrality),
    d_av_rms_sd: effect.dAv,
    d_av_rms_sd_ci: effect.dAvInterval === null ? null : limits(effect.dAvInterval),
    hedges_g_av_rms_sd: effect.gAv,
    d_av_mean_sd: effect.dAvMeanSd,
    d_rm: effect.dRm,
    glass_delta_before_sd: effect.glassDelta,
    ci_level: 0.95,
  };
}

function rankFigures(table: PairedTable, rule: ZeroRule): Record<string, unknown> {
  const test = signedRank(table, rule);
  return {
    n_nonzero: test.nonzero,
    w_plus: test.up,
    w_minus: test.down,
    mean_w: test.meanOfSum,
    var_w: test.varianceOfSum,
    z: test.z,
    p_normal: test.pNormal,
    z_continuity: test.zContinuity,
    p_normal_continuity: test.pNormalContinuity,
    p_exact: test.pExact,
    rank_biserial: test.rankBiserial,
  };
}

/** Signed rank, Hodges-Lehmann and sign test in the reference files' words. */
export function signedRankFigures(table: PairedTable): Record<string, unknown> {
  const change = changes(table);
  const nonzero = withoutZeros(change);
  const sizes = new Set(nonzero.values.map(Math.abs));
  const sign = signTest(table);
  const all = figures(pseudomedian(change));
  const some = pseudomedian(nonzero);
  return {
    n_pairs: table.n,
    zeros: change.n - nonzero.n,
    ties_in_abs: sizes.size < nonzero.n,
    zeros_dropped: rankFigures(table, "drop"),
    pratt: rankFigures(table, "pratt"),
    hodges_lehmann_all_pairs: all.estimate,
    hodges_lehmann_nonzero_pairs: some.computed ? some.estimate : null,
    sign_test: { improved: sign.up, declined: sign.down, unchanged: sign.unchanged, p_exact: sign.p },
  };
}

/** File 05. */
export function pairedEntry(entry: Entry): unknown {
  const table = pairsOf(entry);
  return entry.id.startsWith("signrank-") ? signedRankFigures(table) : pairedFigures(table);
}
