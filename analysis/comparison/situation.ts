/** How two waves hang together, decided from how many persons answered both. */
import type { LinkCounts, Situation } from "./comparison-model.ts";
import type { RowPairs } from "./link-rows.ts";

/** Fewer linked persons say too little about how far answers of one person go together. */
const FEWEST_LINKED = 8;
/** From this share of each wave on, the few who are not linked do not change the question. */
const NEARLY_ALL = 0.95;

/**
 * How many persons answered both waves, or one.
 * @param rows how many persons each wave has
 * @param pairs the linked rows; absent when nobody can be linked
 * @returns the counts, or null without links
 * @example countLinks({ before: 40, after: 50 }, pairs)
 */
export function countLinks(
  rows: { readonly before: number; readonly after: number },
  pairs: RowPairs | undefined,
): LinkCounts | null {
  if (pairs === undefined) return null;
  const both = pairs.before.length;
  return { both, beforeOnly: rows.before - both, afterOnly: rows.after - both };
}

/**
 * Chooses the row of the decision table.
 * @param persons how many answered both waves; null without links
 * @returns linked from 95 % of each wave, unlinked below eight linked persons, partly linked between
 * @example chooseSituation({ both: 40, beforeOnly: 1, afterOnly: 2 }) // "linked"
 */
export function chooseSituation(persons: LinkCounts | null): Situation {
  if (persons === null) return "unlinked";
  const { both, beforeOnly, afterOnly } = persons;
  if (both > 0 && both >= NEARLY_ALL * (both + beforeOnly) && both >= NEARLY_ALL * (both + afterOnly)) {
    return "linked";
  }
  return both < FEWEST_LINKED ? "unlinked" : "partly-linked";
}
