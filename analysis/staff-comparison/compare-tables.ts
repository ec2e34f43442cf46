/** Released staff tables of two waves or more compared: everything an evaluator's screen shows, from these alone. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Equivalence } from "../../surveys/definition-changes.ts";
import { SURVEY_MINIMUMS, type TestMinimums } from "../comparison/comparison-plan.ts";
import { besideSentences } from "../staff-tables/beside-words.ts";
import type { StaffTables } from "../staff-tables/staff-tables-model.ts";
import { commonItems, trendBreaks, type WaveToCompare } from "./common-items.ts";
import { commonScales } from "./common-scales.ts";
import { comparedChoices } from "./compared-choices.ts";
import { comparedCuts, findCategory, type RenamedCategory, responseAt } from "./compared-cuts.ts";
import { adjustMeasures, type Comparing, itemMeasure, scaleMeasure } from "./compared-measures.ts";
import type { StaffComparison, StaffMeasure } from "./staff-comparison-model.ts";
import { staffMethods } from "./staff-methods.ts";
import { type WholeMeasure, weightedChanges } from "./weighted-changes.ts";

/** What a comparison is told beside the tables. */
export interface StaffComparisonOptions {
  /** One a wave: the definition it was asked with. */
  readonly definitions: readonly SurveyDefinition[];
  /** Items of the newest version that continue older ones under another code or wording. */
  readonly equivalent?: Equivalence;
  /** Categories that continue others under a new value. */
  readonly renamed?: readonly RenamedCategory[];
  /** One category instead of everybody. */
  readonly of?: { readonly codes: readonly string[]; readonly values: readonly string[] };
  readonly minimums?: TestMinimums;
}

/**
 * Compares released tables. They passed disclosure control before; what is worked out here is a function of the bounds
 * that they show, so that it tells nothing new. Direction: the last wave minus the first.
 * @param tables released tables in the order of time, two or more
 * @param options definitions, renamed categories, one category instead of everybody
 * @returns items, choices, scales, index and cuts with verdicts, breaks, weighted figures, and the methods note
 * @throws RangeError for fewer than two waves, another number of definitions, or a category that no wave has
 * @see the statistics of each part in analysis/statistics
 * @example compareTables([before, after], { definitions: [definition, definition] }).scales.length
 */
export function compareTables(
  tables: readonly StaffTables[],
  options: StaffComparisonOptions,
): StaffComparison {
  const waves = wavesOf(tables, options);
  const { renamed = [], equivalent = new Map(), minimums = SURVEY_MINIMUMS, of } = options;
  const category = of === undefined ? undefined : findCategory(of, waves, renamed);
  if (of !== undefined && category === undefined) {
    throw new RangeError("compareTables requires a category that one of the waves has");
  }
  const places = category?.places ?? waves.map(() => "total" as const);
  const comparing: Comparing = { waves, places, minimums, inDetail: true };
  const common = commonItems(waves, equivalent);
  const scales = commonScales(waves, common);
  const measures = scales.map((scale) => scaleMeasure(scale, comparing));
  const [index] = adjustMeasures(
    measures.filter(({ kind }) => kind === "index"),
    "index",
  );
  const cuts = of === undefined ? comparedCuts(scales, { waves, minimums }, renamed) : [];
  const compared = {
    format: 2 as const,
    of: of === undefined ? null : { ...of, label: category?.label ?? "" },
    surveys: tables.map(({ survey }) => survey),
    minimums: tables.map(({ minimum }) => minimum),
    width: widest(tables),
    response: waves.map((wave, place) => responseAt(wave.tables, places[place])),
    items: adjustMeasures(
      common.filter(({ isChoice }) => !isChoice).map((item) => itemMeasure(item, comparing)),
      "items",
    ),
    choices: comparedChoices(
      common.filter(({ isChoice }) => isChoice),
      comparing,
    ),
    scales: adjustMeasures(
      measures.filter(({ kind }) => kind === "scale"),
      "scales",
    ),
    index: index ?? null,
    cuts,
    breaks: trendBreaks(waves, equivalent),
    weighted: weightedChanges(cuts, wholeMeasures(measures)),
  };
  const besides = new Set(tables.flatMap(besideSentences));
  return { ...compared, methods: [...staffMethods(compared, minimums), ...besides] };
}

function widest(tables: readonly StaffTables[]): number | null {
  const widths = tables.flatMap(({ width }) => width ?? []);
  return widths.length === 0 ? null : Math.max(...widths);
}

function wholeMeasures(measures: readonly StaffMeasure[]): ReadonlyMap<string, WholeMeasure> {
  return new Map(
    measures.flatMap(({ code, change, waves }) => {
      const first = waves[0];
      const last = waves.at(-1);
      if (change.difference === null || first?.shown !== true || last?.shown !== true) return [];
      return [[code, { estimate: change.difference.estimate, before: first.n, after: last.n }] as const];
    }),
  );
}

function wavesOf(
  tables: readonly StaffTables[],
  { definitions }: StaffComparisonOptions,
): readonly WaveToCompare[] {
  if (tables.length < 2) throw new RangeError("compareTables requires at least two waves");
  const waves = tables.flatMap((one, place): WaveToCompare[] => {
    const definition = definitions[place];
    return definition === undefined ? [] : [{ tables: one, definition }];
  });
  if (waves.length !== tables.length || definitions.length !== tables.length) {
    throw new RangeError("compareTables requires one definition a wave");
  }
  return waves;
}
