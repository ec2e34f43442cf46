/** What released surveys say of each area: the index of one wave, and the change of the index between two. */
import type { Cell } from "../disclosure/cell.ts";
import type {
  ComparedCut,
  StaffComparison,
  StaffMeasure,
} from "../staff-comparison/staff-comparison-model.ts";
import type { StaffCut, StaffScore, StaffTables } from "../staff-tables/staff-tables-model.ts";
import { normalQuantile } from "../statistics/distributions/normal.ts";
import type { MeanSource } from "./build-scorecard.ts";
import type { ScorecardFigure } from "./scorecard-model.ts";

/** The question by which the shipped surveys ask where somebody works. */
const AREA_ITEM = "area";
const NO_AREA = "prefer-not-to-say";

/** An area as a survey names it. */
export interface SurveyArea {
  readonly value: string;
  readonly label: string;
}

const byArea = ({ codes }: Pick<StaffCut | ComparedCut, "codes">): boolean =>
  codes.length === 1 && codes[0] === AREA_ITEM;

function areaOfCategory({ values: [value = ""], label }: SurveyCategory): SurveyArea | undefined {
  return value === NO_AREA || value === "" ? undefined : { value, label };
}

interface SurveyCategory {
  readonly values: readonly string[];
  readonly label: string;
}

/**
 * The areas that released tables or a comparison of them are cut by.
 *
 * @param cuts of tables or of a comparison
 * @returns in their order; empty where there is no cut by area
 * @example surveyAreas(tables.cuts);
 */
export function surveyAreas(cuts: readonly (StaffCut | ComparedCut)[]): readonly SurveyArea[] {
  const categories: readonly SurveyCategory[] = cuts.find(byArea)?.categories ?? [];
  return categories.flatMap((category) => areaOfCategory(category) ?? []);
}

function scoreFigure(cell: Cell<StaffScore> | undefined): Cell<ScorecardFigure> {
  if (cell === undefined) return { shown: false, reason: "no-answers" };
  if (!cell.shown) return cell;
  const { mean: value, sdAtMost } = cell.value;
  const half = sdAtMost === null ? null : (normalQuantile(0.975) * sdAtMost) / Math.sqrt(cell.n);
  const interval = half === null ? null : { lower: value.low - half, upper: value.high + half };
  return { shown: true, n: cell.n, value: { value, interval } };
}

/**
 * The index of one wave by area.
 *
 * @param tables released
 * @param keyOf the scorecard's code of a survey's area
 * @param words code and label of the measure
 * @returns undefined without an index or a cut by area
 * @example indexByArea(tables, ({ label }) => label, { code: "coaching-experience", label: "Experience of coaching" });
 */
export function indexByArea(
  tables: StaffTables,
  keyOf: (area: SurveyArea) => string,
  words: Pick<MeanSource, "code" | "label">,
): MeanSource | undefined {
  const place = tables.cuts.findIndex(byArea);
  const { index } = tables;
  if (index === null || place === -1) return undefined;
  const { total, cuts } = index.cells;
  const areas = new Map<string, Cell<ScorecardFigure>>();
  for (const [row, category] of (tables.cuts[place]?.categories ?? []).entries()) {
    const area = areaOfCategory(category);
    if (area !== undefined) areas.set(keyOf(area), scoreFigure(cuts[place]?.[row]));
  }
  const { lowest, highest } = index;
  const spread = total.shown ? total.value.sdAtMost : null;
  return { ...words, lowest, highest, overall: scoreFigure(total), spread, areas };
}

type Compared = Pick<StaffMeasure, "waves" | "change">;

/** The smaller of the two waves' numbers stands for both: the limits become wider, never narrower. */
function changeFigure({ waves, change }: Compared): Cell<ScorecardFigure> {
  const [before, after] = [waves[change.from], waves[change.to]];
  if (before === undefined || after === undefined || change.difference === null) {
    return { shown: false, reason: "no-answers" };
  }
  for (const wave of [before, after]) {
    if (!wave.shown)
      return { shown: false, reason: wave.reason === "not-asked" ? "no-answers" : wave.reason };
  }
  if (!before.shown || !after.shown) return { shown: false, reason: "no-answers" };
  const { estimate: value, interval } = change.difference;
  return { shown: true, n: Math.min(before.n, after.n), value: { value, interval } };
}

/** Of the difference of two means of n answers each, times the root of n, at most. */
function changeSpread({ waves, change }: Compared): number | null {
  const spreads = [waves[change.from], waves[change.to]].map((wave) =>
    wave?.shown === true ? wave.value.sdAtMost : null,
  );
  const [before = null, after = null] = spreads;
  return before === null || after === null ? null : Math.hypot(before, after);
}

/**
 * How much the index changed in each area, from the first wave to the last.
 *
 * @param comparison of released tables
 * @param keyOf the scorecard's code of a survey's area
 * @param words code and label of the measure
 * @returns undefined without an index or a cut by area
 * @example changeByArea(comparison, ({ label }) => label, { code: "confidence-change", label: "Confidence" });
 */
export function changeByArea(
  comparison: StaffComparison,
  keyOf: (area: SurveyArea) => string,
  words: Pick<MeanSource, "code" | "label">,
): MeanSource | undefined {
  const { index, cuts } = comparison;
  const cut = cuts.find(byArea);
  if (index === null || cut === undefined) return undefined;
  const areas = new Map<string, Cell<ScorecardFigure>>();
  for (const category of cut.categories) {
    const area = areaOfCategory(category);
    const measure = category.measures.find(({ code }) => code === index.code);
    if (area !== undefined && measure !== undefined) areas.set(keyOf(area), changeFigure(measure));
  }
  const range = index.highest - index.lowest;
  const overall = changeFigure(index);
  return { ...words, lowest: -range, highest: range, overall, spread: changeSpread(index), areas };
}
