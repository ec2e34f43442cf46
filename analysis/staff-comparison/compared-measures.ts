/** Items, choices, scales and the index in all waves, of everybody or of one category. */
import type { TestMinimums } from "../comparison/comparison-plan.ts";
import { adjustBounded, adjustRanges } from "./bounded-verdicts.ts";
import type { CommonItem, WaveToCompare } from "./common-items.ts";
import { type CommonScale, commonMoments, scaleFigures, scaleMoments, type WaveAt } from "./common-scales.ts";
import { type Moments, staffChange } from "./staff-change.ts";
import type { StaffChange, StaffFigures, StaffMeasure, WaveCell } from "./staff-comparison-model.ts";
import { cellAt, headcountAt, itemFigures, type Place } from "./wave-figures.ts";

/** Which waves, of whom, under which minimums. */
export interface Comparing {
  readonly waves: readonly WaveToCompare[];
  /** One a wave. */
  readonly places: readonly (Place | undefined)[];
  readonly minimums: TestMinimums;
  /** False for the many cells of a heat map. */
  readonly inDetail: boolean;
}

function at({ waves, places }: Comparing, wave: number): WaveAt {
  return { waves, wave, place: places[wave] };
}

/**
 * One item on an ordered scale in all waves.
 * @param common the item
 * @param comparing which waves, of whom
 * @returns the measure; p values are not yet adjusted
 * @example itemMeasure(item, comparing).change.verdict.state
 */
export function itemMeasure(common: CommonItem, comparing: Comparing): StaffMeasure {
  const { item } = common;
  const cells = comparing.waves.map((wave, place): WaveCell<StaffFigures> => {
    const asked = common.waves[place];
    const where = comparing.places[place];
    if (asked === undefined) return { shown: false, reason: "not-asked" };
    return itemFigures(asked, cellAt(asked.cells, where), headcountAt(wave.tables, where));
  });
  const last = cells.length - 1;
  const momentsAt = (wave: number): Moments | undefined => {
    const moments = commonMoments(common, at(comparing, wave));
    return moments === undefined ? undefined : { ...moments, n: moments.given };
  };
  const rules = { kind: "item", lowest: 1, highest: item.points.length } as const;
  const change = staffChange(
    { from: 0, to: last, before: momentsAt(0), after: momentsAt(last), shares: sharesOf(cells, 0, last) },
    { ...rules, minimums: comparing.minimums, effectLimits: comparing.inDetail },
  );
  return {
    ...rules,
    code: item.code,
    label: item.label,
    dimension: item.dimension,
    reverseKeyed: item.reverseKeyed,
    points: item.reverseKeyed ? [...item.points].reverse() : item.points,
    items: [],
    leftOut: [],
    waves: cells,
    change,
    steps: [],
  };
}

function sharesOf(cells: readonly WaveCell<StaffFigures>[], from: number, to: number) {
  const shareAt = (place: number) => {
    const cell = cells[place];
    return cell?.shown === true ? cell.value.favourable : null;
  };
  return { before: shareAt(from), after: shareAt(to) };
}

/**
 * The change of a scale between two waves.
 * @param scale the scale
 * @param comparing which waves, of whom
 * @param step places of the two waves, and their cells
 * @returns the change; p values are not yet adjusted
 * @example scaleChange(scale, comparing, { from: 0, to: 1, cells })
 */
export function scaleChange(
  scale: CommonScale,
  comparing: Comparing,
  step: { readonly from: number; readonly to: number; readonly cells: readonly WaveCell<StaffFigures>[] },
): StaffChange {
  const { from, to, cells } = step;
  const moments = scaleMoments(scale, at(comparing, from), at(comparing, to));
  const { kind, lowest, highest } = scale;
  const { minimums, inDetail } = comparing;
  return staffChange(
    { from, to, ...moments, shares: sharesOf(cells, from, to) },
    { kind, lowest, highest, minimums, effectLimits: inDetail },
  );
}

/**
 * One scale, or the index, in all waves.
 * @param scale the scale
 * @param comparing which waves, of whom
 * @returns the measure; its steps are adjusted, its change is not yet
 * @example scaleMeasure(scale, comparing).steps.length
 */
export function scaleMeasure(scale: CommonScale, comparing: Comparing): StaffMeasure {
  const cells = scaleCells(scale, comparing);
  const last = cells.length - 1;
  const steps =
    cells.length < 3
      ? []
      : cells
          .slice(1)
          .map((_, place) => scaleChange(scale, comparing, { from: place, to: place + 1, cells }));
  const { kind, code, label, lowest, highest, leftOut } = scale;
  return {
    kind,
    code,
    label,
    dimension: null,
    reverseKeyed: false,
    lowest,
    highest,
    points: [],
    items: scale.items.map(({ item }) => item.code),
    leftOut,
    waves: cells,
    change: scaleChange(scale, comparing, { from: 0, to: last, cells }),
    steps: adjusted(steps, "contrasts"),
  };
}

/**
 * A scale's figures in all waves.
 * @param scale the scale
 * @param comparing which waves, of whom
 * @returns one cell a wave
 * @example scaleCells(scale, comparing)[0]?.shown
 */
export function scaleCells(scale: CommonScale, comparing: Comparing): readonly WaveCell<StaffFigures>[] {
  return comparing.waves.map((_, wave) => scaleFigures(scale, at(comparing, wave)));
}

/**
 * Changes with p values adjusted as one family.
 * @param changes the changes
 * @param family whose adjustment to use
 * @returns the same changes in the same order
 * @see Holm (1979); Benjamini and Hochberg (1995)
 * @example adjusted(changes, "groups")
 */
export function adjusted(
  changes: readonly StaffChange[],
  family: "items" | "scales" | "index" | "groups" | "contrasts",
): readonly StaffChange[] {
  const verdicts = adjustBounded(
    changes.map(({ verdict }) => verdict),
    family,
  );
  const shares = adjustRanges(
    changes.map(({ shareChange }) => shareChange?.p ?? null),
    "item-shares",
  );
  return changes.map((change, place) => ({
    ...change,
    verdict: verdicts[place] ?? change.verdict,
    shareChange:
      change.shareChange === null ? null : { ...change.shareChange, pAdjusted: shares[place] ?? null },
  }));
}

/**
 * Measures with the p values of their changes adjusted as one family.
 * @param measures the measures
 * @param family whose adjustment to use
 * @returns the same measures in the same order
 * @example adjustMeasures(scales, "scales")
 */
export function adjustMeasures(
  measures: readonly StaffMeasure[],
  family: "items" | "scales" | "index",
): readonly StaffMeasure[] {
  const changes = adjusted(
    measures.map(({ change }) => change),
    family,
  );
  return measures.map((measure, place) => ({ ...measure, change: changes[place] ?? measure.change }));
}
