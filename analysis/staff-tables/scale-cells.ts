/** Means and spreads of scales and of the index, from what is shown of their items. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { ScaleItem } from "../comparison/scale-item.ts";
import type { Dataset } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import type { ScoredItem } from "../scoring/scored-items.ts";
import { scoredDimensions, scoredItems } from "../scoring/scored-items.ts";
import { meanBounds } from "./answer-bounds.ts";
import { arrangeCells } from "./item-cells.ts";
import { firstLanguage, type ReleasePlan } from "./release-plan.ts";
import { countScores, scoreSpread } from "./score-spread.ts";
import type { StaffDistribution, StaffScale, StaffScore } from "./staff-tables-model.ts";

const INDEX = { code: "index", label: "Index, 0 to 100", highest: 100 } as const;

/** What scales are made from. */
export interface ScaleSource {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  readonly plan: ReleasePlan;
  readonly minimum: number;
  /** By item code: one cell an aggregate, as shown. */
  readonly cells: ReadonlyMap<string, readonly Cell<StaffDistribution>[]>;
  /** Of which of these aggregates figures over these persons (by class) may be shown together. */
  readonly mayShow: (persons: Uint32Array, places: readonly number[]) => ReadonlySet<number>;
}

/**
 * One scale a dimension whose items have equally many points. Its mean is the mean of the means of those items whose
 * every point is shown, if they are at least half of the items: a function of what is shown, so it tells nothing new.
 *
 * @param source definition, dataset, plan and the items' cells
 * @returns the scales, in the definition's order
 * @example scaleTables(source)[0]?.cells.total;
 */
export function scaleTables(source: ScaleSource): readonly StaffScale[] {
  const { definition } = source;
  return scoredDimensions(definition).flatMap(({ dimension, items, points }) => {
    if (points === undefined) return [];
    const { code, minimumAnswered } = dimension;
    const label = firstLanguage(dimension.label, definition);
    const scale = { code, label, points, lowest: 1, highest: points };
    return [scaleTable(source, scale, { items, minimumAnswered })];
  });
}

/**
 * The index from 0 to 100 over all items of dimensions, of the commonest number of points.
 *
 * @param source definition, dataset, plan and the items' cells
 * @returns the index; null if no dimension has items
 * @example indexTable(source)?.cells.total;
 */
export function indexTable(source: ScaleSource): StaffScale | null {
  const inScales = scoredItems(source.definition).filter(({ item }) => item.metadata.dimension !== undefined);
  const points = commonest(inScales.map(({ scale }) => scale.points));
  if (points === undefined) return null;
  const items = inScales.filter(({ scale }) => scale.points === points);
  const minimumAnswered = Math.ceil(items.length / 2);
  return scaleTable(source, { ...INDEX, points, lowest: 0 }, { items, minimumAnswered });
}

interface ScaleShape {
  readonly code: string;
  readonly label: string;
  /** Points of its items. */
  readonly points: number;
  readonly lowest: number;
  readonly highest: number;
}

function scaleTable(
  source: ScaleSource,
  { code, label, points, lowest, highest }: ScaleShape,
  of: { readonly items: readonly ScoredItem[]; readonly minimumAnswered: number },
): StaffScale {
  const { plan, dataset } = source;
  const step = (highest - lowest) / (points - 1);
  const items = of.items.flatMap(({ item, reverseKeyed }) => {
    const column = dataset.columns.find((candidate) => candidate.code === item.code);
    const cells = source.cells.get(item.code);
    if (column?.kind !== "scale" || cells === undefined) return [];
    return [{ column, reverseKeyed, cells }];
  });
  const spread = spreads(source, items, of.minimumAnswered);
  const cells = plan.aggregates.map((_, place): Cell<StaffScore> => {
    const means = items.flatMap((item) => meanOf(item.cells[place], item));
    const n = Math.min(...means.map((shown) => shown.n));
    if (means.length * 2 < items.length || means.length === 0) {
      const reasons = items.map((item) => reasonOf(item.cells[place]));
      const tooFew = reasons.every((reason) => reason === reasons[0]) && reasons[0];
      return { shown: false, reason: tooFew || "too-few-items" };
    }
    const raw = means.reduce((sum, shown) => sum + shown.mean, 0) / means.length;
    const mean = lowest + (raw - 1) * step;
    const sd = spread(place);
    return {
      shown: true,
      n,
      value: {
        mean: { low: mean, high: mean },
        sdAtMost: sd === null ? null : Math.round(sd * step * 100) / 100,
      },
    };
  });
  return {
    code,
    label,
    items: of.items.map(({ item }) => item.code),
    lowest,
    highest,
    cells: arrangeCells(plan.aggregates, cells, plan.cuts.length),
  };
}

type ItemWithCells = ScaleItem & { readonly cells: readonly Cell<StaffDistribution>[] };

/** Spreads only where all such figures together tell of no few persons. */
function spreads(
  { plan, minimum, mayShow }: ScaleSource,
  items: readonly ItemWithCells[],
  minimumAnswered: number,
): (place: number) => number | null {
  if (items.length === 0) return () => null;
  const scores = countScores(plan, items, minimumAnswered);
  const candidates = plan.aggregates.flatMap((aggregate, place) =>
    items.every(({ cells }) => hasSpread(cells[place], minimum)) &&
    scoreSpread(aggregate, scores, minimum) !== null
      ? [place]
      : [],
  );
  const allowed = mayShow(scores.scored, candidates);
  return (place) => {
    const aggregate = plan.aggregates[place];
    if (aggregate === undefined || !allowed.has(place)) return null;
    return scoreSpread(aggregate, scores, minimum);
  };
}

function meanOf(
  cell: Cell<StaffDistribution> | undefined,
  { column, reverseKeyed }: ScaleItem,
): readonly { readonly mean: number; readonly n: number }[] {
  if (!isByPoint(cell)) return [];
  const points = Array.from({ length: column.points }, (_, place) => `${place + 1}`);
  const mean = meanBounds({ points, reverseKeyed }, cell);
  return mean === undefined ? [] : [{ mean: mean.low, n: cell.n }];
}

function isByPoint(
  cell: Cell<StaffDistribution> | undefined,
): cell is Extract<Cell<StaffDistribution>, { shown: true }> {
  return cell?.shown === true && cell.value.kind === "scale" && cell.value.borders.length > 1;
}

/** A spread is made of all items, each shown by point for at least 2k persons. */
function hasSpread(cell: Cell<StaffDistribution> | undefined, minimum: number): boolean {
  return isByPoint(cell) && cell.n >= 2 * minimum;
}

function reasonOf(cell: Cell<StaffDistribution> | undefined) {
  return cell?.shown === false ? cell.reason : undefined;
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
