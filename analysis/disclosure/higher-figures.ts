/** Figures over figures: made of displayed cells only, so that they tell nothing those do not tell. */
import type { Cell, Figure } from "./cell.ts";
import { inSteps, meanOfSteps } from "./displayed-number.ts";

type ShownFigure = Extract<Cell<Figure>, { readonly shown: true }>;

/**
 * One item over several blocks: sum of n·m over sum of n, m being the displayed means of the displayed
 * blocks. Never over everyone: with that, the answers of a block that is not shown could be worked out.
 *
 * @param cells the item's cells, one an anonymous block
 * @returns the pooled mean with the sum of n; not shown if no cell is
 * @see README.md in this folder, rule 4
 * @example poolBlocks([peers, reports]); // { shown: true, n: 9, value: { mean: 3.7, bound: "exact" } }
 */
export function poolBlocks(cells: readonly Cell<Figure>[]): Cell<Figure> {
  const shown = cells.filter(isShown);
  if (shown.length === 0) return { shown: false, reason: hiddenReason(cells) };
  const n = shown.reduce((sum, cell) => sum + cell.n, 0);
  const steps = shown.reduce((sum, cell) => sum + cell.n * inSteps(cell.value.mean), 0);
  return { shown: true, n, value: { mean: meanOfSteps(steps, n), bound: boundOf(shown) } };
}

/**
 * A dimension: the mean of its displayed items, shown if at least half of them are displayed.
 *
 * @param cells the cells of the dimension's items, of one block or of all others
 * @param minimumShown how many must be displayed at least, besides half of them
 * @returns the mean of the displayed means, with the smallest n among them
 * @see README.md in this folder, rule 4
 * @example averageItems(itemCells, 0);
 */
export function averageItems(cells: readonly Cell<Figure>[], minimumShown: number): Cell<Figure> {
  const shown = cells.filter(isShown);
  if (shown.length === 0) return { shown: false, reason: hiddenReason(cells) };
  if (shown.length * 2 < cells.length || shown.length < minimumShown) {
    return { shown: false, reason: "too-few-items" };
  }
  const n = Math.min(...shown.map((cell) => cell.n));
  const steps = shown.reduce((sum, cell) => sum + inSteps(cell.value.mean), 0);
  return { shown: true, n, value: { mean: meanOfSteps(steps, shown.length), bound: boundOf(shown) } };
}

function isShown(cell: Cell<Figure>): cell is ShownFigure {
  return cell.shown;
}

function hiddenReason(cells: readonly Cell<Figure>[]) {
  const first = cells.find((cell) => !cell.shown);
  return first === undefined || first.shown ? "group-not-shown" : first.reason;
}

function boundOf(cells: readonly ShownFigure[]): Figure["bound"] {
  const bounds = new Set(cells.map((cell) => cell.value.bound));
  if (bounds.has("about") || (bounds.has("at-least") && bounds.has("at-most"))) return "about";
  if (bounds.has("at-least")) return "at-least";
  return bounds.has("at-most") ? "at-most" : "exact";
}
