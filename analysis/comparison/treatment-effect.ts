/** Did those who took part change more than those who did not? Difference in differences against a named group. */
import { ancova } from "../statistics/ancova.ts";
import { differenceInDifferences } from "../statistics/difference-in-differences.ts";
import { mean } from "../statistics/moments.ts";
import type { Outcome } from "../statistics/outcome.ts";
import { notComputed } from "../statistics/outcome.ts";
import type { TTest } from "../statistics/paired-t.ts";
import { unlinkedDifferenceInDifferences } from "../statistics/unlinked-difference-in-differences.ts";
import type { TreatmentEffect, Verdict, WaveComparison } from "./comparison-model.ts";
import type { TestMinimums } from "./comparison-plan.ts";
import type { CountedGroups } from "./count-groups.ts";
import type { CountedWaves } from "./count-waves.ts";
import { adjustVerdicts } from "./families.ts";

/** What is compared with whom. */
export interface TreatmentOptions {
  readonly comparison: string;
  readonly minimums: TestMinimums;
  /** False: the group is hidden, and its change would tell what it hides. */
  readonly shown: boolean;
}

/**
 * Compares the change of all other groups with the change of the comparison group.
 * @param grouped the groups with the counts of scales and index
 * @param options label of the comparison group, the minimums of tests, and whether that group may be shown
 * @returns one effect a measure, Holm-adjusted; linked persons only when they are enough, else everybody as independent
 * @throws RangeError when no group has that label
 * @see Angrist and Pischke (2009), section 5.2; CR2 with Satterthwaite degrees of freedom
 * @example treatmentEffects(countGroups(scored, grouped), { comparison: "no programme", minimums, shown: true })
 */
export function treatmentEffects(
  grouped: CountedGroups,
  { comparison, minimums, shown }: TreatmentOptions,
): NonNullable<WaveComparison["treatment"]> {
  if (!grouped.groups.some(({ label }) => label === comparison)) {
    throw new RangeError("a treatment effect requires a comparison group that exists");
  }
  const others = grouped.groups.flatMap(({ label }) => (label === comparison ? [] : [label]));
  const untreated = grouped.together([comparison]);
  const effects = grouped.together(others).map(({ measure, counted }, place): TreatmentEffect => {
    const { code, kind } = measure;
    const group = untreated[place]?.counted;
    if (!shown || group === undefined) return hidden(code);
    const minimum = kind === "index" ? minimums.index : minimums.scale;
    return effectOf(code, { treated: counted, untreated: group }, minimum);
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
  return { code, treated: null, comparison: null, effect: null, verdict, ancova: null };
}

interface Sides {
  readonly treated: CountedWaves;
  readonly untreated: CountedWaves;
}

function effectOf(code: string, { treated, untreated }: Sides, minimum: number): TreatmentEffect {
  const linkedEnough = Math.min(treated.linked?.linked.n ?? 0, untreated.linked?.linked.n ?? 0) >= minimum;
  const all = [treated.before, treated.after, untreated.before, untreated.after];
  const nothing = { code, treated: null, comparison: null, effect: null, ancova: null };
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
    ancova: linkedEnough ? adjusted(treated, untreated) : null,
  };
}

/** The answers before held equal. */
function adjusted(treated: CountedWaves, untreated: CountedWaves): TreatmentEffect["ancova"] {
  if (treated.linked === undefined || untreated.linked === undefined) return null;
  const found = ancova(treated.linked.linked, untreated.linked.linked);
  if (!found.computed) return null;
  const { estimate, interval, p } = found.treated;
  return { estimate, interval, p };
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
