/** What a displayed mean tells of the sum behind it, told a second time and apart from the code that displays it. */

/** The cell's answers, the points of the scale, and the width of the coding at its ends. */
interface CellShape {
  readonly n: number;
  readonly points: number;
  readonly width: number;
}

/**
 * The sums that can stand behind a displayed mean: its rounding to tenths undone (halves go up), and the rule
 * of the coded ends, which tells of an exact mean that the sum is not in them.
 *
 * @param shape the cell's count, scale and width
 * @param figure the mean as displayed
 * @returns the least and greatest whole sum, which may contradict each other; undefined if the figure is not
 * one that the rules display
 * @see ../disclosure/README.md, rule 3
 * @example sumBounds({ n: 4, points: 5, width: 2 }, { mean: 4.5, bound: "at-least" }); // { low: 18, high: 20 }
 */
export function sumBounds(
  { n, points, width }: CellShape,
  { mean, bound }: { readonly mean: number; readonly bound: string },
): { readonly low: number; readonly high: number } | undefined {
  const tenths = Math.round(mean * 10);
  if (!(Math.abs(mean * 10 - tenths) < 1e-6)) return undefined;
  const top = n * points - width;
  const bottom = n + width;
  if (bound === "at-least") {
    return tenths === Math.floor((10 * top) / n) ? { low: top, high: n * points } : undefined;
  }
  if (bound === "at-most") {
    const coded = tenths === Math.ceil((10 * bottom) / n);
    return coded ? { low: n, high: Math.min(bottom, top - 1) } : undefined;
  }
  if (bound !== "exact") return undefined;
  // tenths - 1/2 <= 10 T / n < tenths + 1/2
  const least = Math.ceil(((2 * tenths - 1) * n) / 20);
  const most = Math.ceil(((2 * tenths + 1) * n) / 20) - 1;
  return { low: Math.max(least, bottom + 1), high: Math.min(most, top - 1) };
}

/**
 * The sums behind a bound that was made beside an earlier wave: whatever block it stands for, no more is said than that
 * the mean is as high, or as low, as displayed.
 *
 * @param shape the cell's count and scale
 * @param figure the bound as displayed
 * @returns the least and greatest whole sum; undefined for anything but a bound in tenths
 * @see ../disclosure/README.md, rule 7
 * @example besideBounds({ n: 12, points: 5 }, { mean: 3.8, bound: "at-least" }); // { low: 46, high: 60 }
 */
export function besideBounds(
  { n, points }: Pick<CellShape, "n" | "points">,
  { mean, bound }: { readonly mean: number; readonly bound: string },
): { readonly low: number; readonly high: number } | undefined {
  const tenths = Math.round(mean * 10);
  if (!(Math.abs(mean * 10 - tenths) < 1e-6)) return undefined;
  if (bound === "at-least") return { low: Math.ceil((tenths * n) / 10), high: n * points };
  if (bound === "at-most") return { low: n, high: Math.floor((tenths * n) / 10) };
  return undefined;
}
