/** Did those who took part change more than those who did not? Difference in differences against a named group. */
import { differenceInDifferences } from "../statistics/difference-in-differences.ts";
import { mean } from "../statistics/moments.ts";
import type { Outcome } from "../statistics/outcome.ts";
import { notComputed } from "../statistics/outcome.ts";
import type { TTest } from "../statistics/paired-t.ts";
import { unlinkedDifferenceInDifferences } from "../statistics/unlinked-difference-in-differences.ts";
import type { ScoredMeasure } from "./compare-measure.ts";
import type { TreatmentEffect, Verdict, WaveComparison } from "./comparison-model.ts";
import type { TestMinimums } from "./comparison-plan.ts";
import type { CountedWaves, RowSelection } from "./count-waves.ts";
import { countWaves } from "./count-waves.ts";
import { adjustVerdicts } from "./families.ts";
import type { GroupedRows, GroupRows } from "./group-rows.ts";

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function rowsOf(groups: readonly GroupRows[]): RowSelection {
  const pairs = groups.flatMap((group) => (group.pairs === undefined ? [] : [group.pairs]));
  return {
    before: joined(groups.map(({ before }) => before)),
    after: joined(groups.map(({ after }) => after)),
    ...(pairs.length === 0
      ? {}
      : {
          pairs: {
            before: joined(pairs.map(({ before }) => before)),
            after: joined(pairs.map(({ after }) => after)),
          },
        }),
  };
}

/** What is compared with whom. */
export interface TreatmentOptions {
  readonly comparison: string;
  readonly minimums: TestMinimums;
  /** False: the group is hidden, and its change would tell what it hides. */
  readonly shown: boolean;
}

/**
 * Compares the change of all other groups with the change of the comparison group.
 * @param scored the scales and the index
 * @param grouped the rows of each group
 * @param options label of the comparison group, the minimums of tests, and whether that group may be shown
 * @returns one effect a measure, Holm-adjusted; linked persons only when they are enough, else everybody as independent
 * @throws RangeError when no group has that label
 * @see Angrist and Pischke (2009), section 5.2; CR2 with Satterthwaite degrees of freedom
 * @example treatmentEffects(scored, grouped, { comparison: "no programme", minimums, shown: true })
 */
export function treatmentEffects(
  scored: readonly ScoredMeasure[],
  { groups }: GroupedRows,
  { comparison, minimums, shown }: TreatmentOptions,
): NonNullable<WaveComparison["treatment"]> {
  const others = groups.filter(({ label }) => label !== comparison);
  const named = groups.filter(({ label }) => label === comparison);
  if (named.length === 0) throw new RangeError("a treatment effect requires a comparison group that exists");
  if (!shown) return { comparison, effects: scored.map(({ measure }) => hidden(measure.code)) };
  const rows = { treated: rowsOf(others), comparison: rowsOf(named) };
  const effects = scored.map((measure): TreatmentEffect => {
    const minimum = measure.measure.kind === "index" ? minimums.index : minimums.scale;
    const treated = countWaves(measure.before, measure.after, rows.treated);
    const untreated = countWaves(measure.before, measure.after, rows.comparison);
    return effectOf(measure.measure.code, { treated, untreated }, minimum);
  });
  const verdicts = adjustVerdicts(
    effects.map(({ verdict }) => verdict),
    "treatment",
  );
  return {
    comparison,
    effects: effects.map((effect, place) => ({ ...effect, verdict: verdicts[place] ?? effect.verdict })),
  };
}

function hidden(code: string): TreatmentEffect {
  const verdict: Verdict = { state: "not-tested", reason: "group-not-shown" };
  return { code, treated: null, comparison: null, effect: null, verdict };
}

interface Sides {
  readonly treated: CountedWaves;
  readonly untreated: CountedWaves;
}

function effectOf(code: string, { treated, untreated }: Sides, minimum: number): TreatmentEffect {
  const linkedEnough = Math.min(treated.linked?.linked.n ?? 0, untreated.linked?.linked.n ?? 0) >= minimum;
  const all = [treated.before, treated.after, untreated.before, untreated.after];
  const nothing = { code, treated: null, comparison: null, effect: null };
  if (!linkedEnough && all.some(({ n }) => n < minimum)) {
    return { ...nothing, verdict: { state: "not-tested", reason: "below-minimum" } };
  }
  const tested = linkedEnough ? ofLinked(treated, untreated) : ofAll(treated, untreated);
  if (!tested.computed) return { ...nothing, verdict: { state: "not-tested", reason: tested.reason } };
  const { estimate, interval, t, df, p } = tested;
  const verdict: Verdict = {
    state: p < 0.05 ? "significant" : "not-significant",
    test: linkedEnough ? "difference-in-differences-linked" : "difference-in-differences-unlinked",
    statistic: t,
    df,
    p,
    pAdjusted: p,
    family: "treatment",
  };
  return {
    code,
    treated: tested.treated,
    comparison: tested.comparison,
    effect: { estimate, interval },
    verdict,
  };
}

type Tested = Outcome<TTest & { readonly treated: number; readonly comparison: number }>;

function ofLinked(treated: CountedWaves, untreated: CountedWaves): Tested {
  if (treated.linked === undefined || untreated.linked === undefined) return notComputed("no-answers");
  const found = differenceInDifferences(treated.linked.linked, untreated.linked.linked);
  if (!found.computed) return found;
  return {
    computed: true,
    ...found.cr2,
    treated: found.treated.meanChange,
    comparison: found.comparison.meanChange,
  };
}

function ofAll(treated: CountedWaves, untreated: CountedWaves): Tested {
  const found = unlinkedDifferenceInDifferences(treated, untreated);
  if (!found.computed) return found;
  const change = ({ before, after }: CountedWaves): number => mean(after) - mean(before);
  return { ...found, treated: change(treated), comparison: change(untreated) };
}
