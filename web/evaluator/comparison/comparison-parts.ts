/** What every part of the comparison page needs beside its own figures. */
import type { WaveComparisonSheet } from "../evaluator-api.ts";

export interface ComparisonParts {
  readonly sheet: WaveComparisonSheet;
  /** The strictest of the waves' smallest group sizes: what a suppressed cell names. */
  readonly minimum: number;
  /** The wording of items, by code. */
  readonly labels: ReadonlyMap<string, string>;
}

export function partsOf(sheet: WaveComparisonSheet): ComparisonParts {
  const { minimums, items } = sheet.comparison;
  return {
    sheet,
    minimum: Math.max(...minimums, 0),
    labels: new Map(items.map(({ code, label }) => [code, label])),
  };
}
