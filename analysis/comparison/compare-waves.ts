/** Two waves compared: everything the decision table asks for, from two datasets and a plan. */
import type { Dataset } from "../dataset.ts";
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { compareGroups } from "./compare-groups.ts";
import type { CountedMeasure, MeasureContext } from "./compare-measure.ts";
import { compareMeasure } from "./compare-measure.ts";
import type { ComparedMeasure, Response, WaveComparison } from "./comparison-model.ts";
import type { ComparisonPlan, MarginCounts } from "./comparison-plan.ts";
import { countGroups } from "./count-groups.ts";
import { countMeasures } from "./count-measures.ts";
import { compareRates } from "./event-rates.ts";
import { adjustFamily } from "./families.ts";
import { everybody, groupRows } from "./group-rows.ts";
import { leadersOf, leaderUnits, minimumsFor } from "./leader-units.ts";
import { commonMeasures } from "./measures.ts";
import { methodsNote } from "./methods-note.ts";
import { MARGINS, rakeToMargins, reweight, withCombinations } from "./reweight.ts";
import { chooseSituation, countLinks } from "./situation.ts";
import { treatmentEffects } from "./treatment-effect.ts";
import { turnoverOf } from "./turnover.ts";

const NOBODY: FrequencyTable = { values: [], counts: [], n: 0, missing: 0 };

/**
 * Compares two waves of a survey. The methods are chosen by what the data are: linked, partly linked or unlinked
 * persons, headcounts known or not, enough answers or not; the choice is stated in `methods`. Direction: after − before.
 * @param before the first wave
 * @param after the second wave
 * @param plan the surveys and whatever is known beside the answers
 * @returns items, scales and index with verdicts, groups, weighted figures, rates and the methods note
 * @throws RangeError when the plan compares by a column that a dataset does not have
 * @see statistics of each part in analysis/statistics
 * @example compareWaves(before, after, { definition, pairs }).scales.map(({ verdict }) => verdict.state)
 */
export function compareWaves(before: Dataset, after: Dataset, plan: ComparisonPlan): WaveComparison {
  const leaders = plan.definition.soundings.kind === "360" ? leadersOf(before, after) : [];
  const common = commonMeasures(before, after, plan);
  const { definition } = plan;
  const units =
    leaders.length > 1 ? leaderUnits(before, after, { definition, measures: common, leaders }) : null;
  const pairs = units === null ? plan.pairs : units.pairs;
  const measures = units === null ? common : units.measures;
  const sizes = units === null ? { before: before.rows, after: after.rows } : units.leaders;
  const persons = countLinks(sizes, pairs);
  const situation = chooseSituation(persons);
  const minimums = plan.minimums ?? minimumsFor(definition, leaders.length, pairs !== undefined);
  const headcount = units === null ? totalHeadcount(plan) : undefined;
  // Leaders are units of their own: groups of raters would tear them apart.
  const by = units === null ? plan.by : undefined;
  const rows = units === null ? sizes : { before: leaders.length, after: leaders.length };
  const grouped = by === undefined ? everybody(rows, pairs) : groupRows(before, after, { by, pairs });
  const counted = countMeasures(measures, grouped, pairs);
  const { items } = counted;
  const summed = counted.groups.whole;
  const groups = by === undefined ? null : { by, ...counted.groups };
  const tables = new Map(items.map(({ measure, counted }) => [measure.code, counted]));
  const context: MeasureContext = {
    minimums,
    shares: units === null,
    tables: (item, side) => tables.get(item.code)?.[side] ?? NOBODY,
    ...(headcount === undefined ? {} : { headcount }),
  };
  const compare = (measures: readonly CountedMeasure[]): readonly ComparedMeasure[] =>
    measures.map((measure) => compareMeasure(measure, context));
  const cells = groups === null ? null : compareGroups(groups, { plan, minimums });
  const margins = units === null ? plan.margins : undefined;
  const compared: Omit<WaveComparison, "methods"> = {
    survey: { id: plan.definition.soundings.id, title: titleOf(plan) },
    situation,
    leaders: units === null ? null : { ...units.leaders, agreement: units.agreement },
    persons,
    response: {
      before: response(before.rows, headcount?.before),
      after: response(after.rows, headcount?.after),
    },
    changes: common.changes,
    items: adjustFamily(compare(items), "items"),
    scales: adjustFamily(compare(summed.filter(({ measure }) => measure.kind === "scale")), "scales"),
    index: compare(summed.filter(({ measure }) => measure.kind === "index"))[0] ?? null,
    turnover: summed.flatMap(({ measure, counted }) => turnoverOf(measure.code, counted)),
    groups: cells,
    composition: groups === null ? [] : reweight(groups, { to: "first-wave" }),
    weighted:
      groups === null || plan.headcounts === undefined
        ? []
        : reweight(groups, { to: "headcounts", headcounts: plan.headcounts }),
    raked: margins === undefined ? null : rakeWaves(summed, { before, after, margins }),
    treatment:
      groups === null || plan.comparisonGroup === undefined
        ? null
        : treatmentEffects(groups, {
            comparison: plan.comparisonGroup,
            minimums,
            shown: cells?.cells.some(({ shown, group }) => shown && group === plan.comparisonGroup) === true,
          }),
    rates: compareRates(plan.counts ?? []),
  };
  return { ...compared, methods: methodsNote(compared, minimums) };
}

/** Weighted to the headcounts of several columns. */
function rakeWaves(
  summed: readonly CountedMeasure[],
  waves: { readonly before: Dataset; readonly after: Dataset; readonly margins: readonly MarginCounts[] },
): NonNullable<WaveComparison["raked"]> {
  const { margins } = waves;
  const before = withCombinations(waves.before, margins);
  const after = withCombinations(waves.after, margins);
  const grouped = groupRows(before, after, { by: MARGINS, pairs: undefined });
  const changes = rakeToMargins(countGroups(summed, grouped), margins);
  return { columns: margins.map(({ column }) => column), changes };
}

function titleOf({ definition }: ComparisonPlan): string {
  const [language = ""] = definition.soundings.languages;
  return definition.title[language] ?? definition.soundings.id;
}

/** The whole organisation: the row for everybody, or the sum of all groups. */
function totalHeadcount({ headcounts }: ComparisonPlan): MeasureContext["headcount"] {
  if (headcounts === undefined || headcounts.length === 0) return undefined;
  const everybody = headcounts.find(({ group }) => group === "");
  const parts = everybody === undefined ? headcounts : [everybody];
  const sum = (side: "before" | "after"): number => parts.reduce((total, part) => total + part[side], 0);
  return { before: sum("before"), after: sum("after") };
}

function response(answered: number, headcount: number | undefined): Response {
  if (headcount === undefined || headcount === 0) return { answered, headcount: null, rate: null };
  return { answered, headcount, rate: answered / headcount };
}
