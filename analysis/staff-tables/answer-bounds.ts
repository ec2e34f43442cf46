/** What follows from the bounds of one cell: parts of a distribution, favourable answers, mean and spread. */
import { type CountBounds, exactly, type MeanBounds, without } from "./count-bounds.ts";
import type { ScaleAnswers, StaffDistribution, StaffItem } from "./staff-tables-model.ts";

/** Answers from one point or choice to another, both included, 1 being the first. As answered: nothing is turned. */
export interface DistributionPart extends CountBounds {
  readonly from: number;
  readonly to: number;
}

type Shape = Pick<StaffItem, "points" | "reverseKeyed">;

/** The n of a shown cell, and what it says. */
export interface ShownAnswers {
  readonly n: number;
  readonly value: StaffDistribution;
}

/**
 * The border that every cell of a scale item has: favourable answers are above it, or below it if a high answer means
 * little. The middle point is never favourable.
 *
 * @param item its points, and whether it is reverse-keyed
 * @returns the point above which answers are counted
 * @example favourableBorder({ points: 5, reverseKeyed: false }); // 3
 */
export function favourableBorder(item: { readonly points: number; readonly reverseKeyed: boolean }): number {
  return item.reverseKeyed ? Math.floor(item.points / 2) : Math.ceil(item.points / 2);
}

/**
 * The answers of a cell part by part: of a scale from border to border, of choices one a choice. Parts are worked out
 * from bounds each by itself, so that not every combination of values within them is possible.
 *
 * @param item the item
 * @param cell a shown cell of it
 * @returns parts that cover all points or choices, the first first
 * @example partsOf(item, cell); // [{ from: 1, to: 3, low: 0, high: 2 }, { from: 4, to: 5, low: 10, high: 12 }]
 */
export function partsOf(item: Pick<Shape, "points">, { value }: ShownAnswers): readonly DistributionPart[] {
  const last = item.points.length;
  if (value.kind === "scale") {
    const starts = [{ above: 0, ...value.given }, ...value.borders];
    return starts.map(({ above, low, high }, place): DistributionPart => {
      const next = starts[place + 1];
      const bounds = next === undefined ? { low, high } : without({ low, high }, next);
      return { from: above + 1, to: next?.above ?? last, ...bounds };
    });
  }
  const told = new Map(value.choices.map((one) => [one.choice, one]));
  const taken = value.choices.reduce((sum, { low }) => sum + low, 0);
  return item.points.map((_, place): DistributionPart => {
    const { low, high } = told.get(place + 1) ?? { low: 0, high: Math.max(0, value.given.high - taken) };
    return { from: place + 1, to: place + 1, low, high };
  });
}

/**
 * How many favourable answers there are. The middle point of a scale is not among them.
 *
 * @param item a scale item
 * @param cell a shown cell of it
 * @returns bounds of the count, of `cell.n`; undefined where the cell has not the border, or the item has no scale
 * @example favourableBounds(item, cell); // { low: 10, high: 12 }
 */
export function favourableBounds(item: Shape, { value }: ShownAnswers): CountBounds | undefined {
  if (value.kind !== "scale") return undefined;
  const { reverseKeyed } = item;
  const border = favourableBorder({ points: item.points.length, reverseKeyed });
  const found = value.borders.find(({ above }) => above === border);
  if (found === undefined) return undefined;
  return reverseKeyed ? without(value.given, found) : { low: found.low, high: found.high };
}

/** Whether every point of a scale has its own border, and somebody certainly gave one. */
function isByPoint({ points }: Pick<Shape, "points">, value: StaffDistribution): value is ScaleAnswers {
  return (
    value.kind === "scale" &&
    value.given.low > 0 &&
    value.borders.every(({ above }, at) => above === at + 1) &&
    value.borders.length === points.length - 1
  );
}

/**
 * The mean answer, turned so that high means much: 1 + Σ (answers above each border) / answers.
 *
 * @param item a scale item
 * @param cell a shown cell of it
 * @returns bounds of the mean in points; undefined where points are told together, or perhaps nobody gave one
 * @example meanBounds(item, cell); // { low: 3.4, high: 3.6 }
 */
export function meanBounds(item: Shape, { value }: ShownAnswers): MeanBounds | undefined {
  if (!isByPoint(item, value)) return undefined;
  const { given, borders } = value;
  const low = 1 + borders.reduce((sum, border) => sum + border.low, 0) / given.high;
  const high = 1 + borders.reduce((sum, border) => sum + Math.min(given.low, border.high), 0) / given.low;
  const sum = item.points.length + 1;
  return item.reverseKeyed ? { low: sum - high, high: sum - low } : { low, high };
}

/**
 * The sample standard deviation of the answers. Given how many gave one and the sum of all border counts, the spread is
 * greatest when the upper borders have the most of it, and least when the lower ones do; all within the bounds are tried.
 *
 * @param item a scale item
 * @param cell a shown cell of it
 * @returns bounds that hold it; undefined where points are told together, or perhaps fewer than two gave one
 * @see With y points above the lowest, Σ y = Σ (answers above b), and Σ y² = Σ (2b − 1) · (answers above b)
 * @example spreadBounds(item, cell)?.high;
 */
export function spreadBounds(item: Shape, { value }: ShownAnswers): MeanBounds | undefined {
  if (!isByPoint(item, value) || value.given.low < 2) return undefined;
  const { given, borders } = value;
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (let n = given.low; n <= given.high; n += 1) {
    const capped = borders.map((border) => ({
      low: Math.min(n, border.low),
      high: Math.min(n, border.high),
    }));
    low = Math.min(low, ...filled(capped).map((counts) => varianceOf(counts, n)));
    high = Math.max(high, ...filled(capped, { fromTop: true }).map((counts) => varianceOf(counts, n)));
  }
  return { low: Math.sqrt(low), high: Math.sqrt(high) };
}

function varianceOf(counts: readonly number[], n: number): number {
  const sum = counts.reduce((all, count) => all + count, 0);
  const squares = counts.reduce((all, count, at) => all + (2 * at + 1) * count, 0);
  return Math.max(0, (squares - sum ** 2 / n) / (n - 1));
}

/** From the least to the greatest counts, one more at a time: the lower borders filled first, or the upper ones. */
function filled(
  bounds: readonly CountBounds[],
  { fromTop = false }: { readonly fromTop?: boolean } = {},
): readonly (readonly number[])[] {
  const places = fromTop ? [...bounds.keys()].toReversed() : [...bounds.keys()];
  let counts = bounds.map(({ low }) => low);
  const all = [counts];
  for (const place of places) {
    const { low, high } = bounds[place] ?? exactly(0);
    for (let count = low + 1; count <= high; count += 1) {
      counts = counts.with(place, count);
      all.push(counts);
    }
  }
  return all;
}

/**
 * What a scale cell says if nothing is coded.
 *
 * @param counts how many gave each point, the first first
 * @returns the answers with every border, exact
 * @example exactScale([1, 4, 7]).borders; // [{ above: 1, low: 11, high: 11 }, { above: 2, low: 7, high: 7 }]
 */
export function exactScale(counts: readonly number[]): ScaleAnswers {
  const above = (point: number) => counts.slice(point).reduce((sum, count) => sum + count, 0);
  return {
    kind: "scale",
    given: exactly(above(0)),
    borders: counts.slice(1).map((_, at) => ({ above: at + 1, ...exactly(above(at + 1)) })),
  };
}
