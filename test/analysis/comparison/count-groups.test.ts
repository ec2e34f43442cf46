/** Groups and everybody, counted in one pass. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMeasure } from "../../../analysis/comparison/compare-measure.ts";
import { countGroups } from "../../../analysis/comparison/count-groups.ts";
import type { CountedWaves } from "../../../analysis/comparison/count-waves.ts";
import { countWaves } from "../../../analysis/comparison/count-waves.ts";
import { groupRows } from "../../../analysis/comparison/group-rows.ts";
import { readyScores } from "../../../analysis/comparison/score-column.ts";
import { datasetOf } from "./invented-waves.ts";

const SITES = ["", "north", "south", "west"];
/** Few distinct scores fill a cross table, many do not. */
const row = (scores: number) => fc.tuple(fc.integer({ min: 0, max: scores }), fc.constantFrom(...SITES));
type Row = readonly [number, string];

/** A measure of scores that may be missing (0), and its dataset with the column to compare by. */
function waveOf(rows: readonly Row[]) {
  const scores = rows.map(([score]) => (score === 0 ? Number.NaN : score / 7));
  return {
    column: readyScores(Float64Array.from(scores)),
    dataset: datasetOf({ item: rows.map(() => 1) }, { site: rows.map(([, site]) => site) }),
    sites: rows.map(([, site]) => site),
  };
}

function inOrder({ before, after, linked }: CountedWaves) {
  const pairs = new Map<string, number>();
  const crossed = linked?.linked;
  Array.from(crossed?.counts ?? []).forEach((count, place) => {
    const pair = `${crossed?.before[place]} ${crossed?.after[place]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + count);
  });
  const { beforeOnly, afterOnly } = linked ?? {};
  return { before, after, beforeOnly, afterOnly, n: linked?.linked.n, pairs: [...pairs].sort() };
}

describe("counting groups", () => {
  it.each([4, 400])(
    "gives each group, and everybody, what counting their rows alone gives (%i scores)",
    (most) => {
      const waves = fc.array(row(most), { minLength: 1, maxLength: 60 });
      fc.assert(
        fc.property(waves, waves, fc.boolean(), (rowsBefore, rowsAfter, isLinked) => {
          const [first, second] = [waveOf(rowsBefore), waveOf(rowsAfter)];
          const both = Uint32Array.from(rowsBefore.slice(0, rowsAfter.length), (_, place) => place);
          const pairs = isLinked ? { before: both, after: both.toReversed() } : undefined;
          const measure = {
            kind: "scale" as const,
            ...{ code: "a", label: "", lowest: 1, highest: 5, items: [], leftOut: [] },
            before: () => first.column,
            after: () => second.column,
          };
          const grouped = groupRows(first.dataset, second.dataset, { by: "site", pairs });
          const { groups, whole, together } = countGroups([{ measure }], grouped);
          const everybody = countMeasure(measure, pairs);
          expect(whole.map(({ counted }) => inOrder(counted))).toEqual([inOrder(everybody.counted)]);
          const several = groups.slice(1);
          const sum = (of: (counted: CountedWaves) => number | undefined): number =>
            several.reduce(
              (n, { measures: [own] }) => n + (own === undefined ? 0 : (of(own.counted) ?? 0)),
              0,
            );
          const [joined] = together(several.map(({ label }) => label));
          expect(joined?.counted.before.n).toBe(sum(({ before }) => before.n));
          expect(joined?.counted.after.n).toBe(sum(({ after }) => after.n));
          expect(joined?.counted.linked?.linked.n ?? 0).toBe(sum(({ linked }) => linked?.linked.n));
          for (const { label, measures } of groups) {
            const own = label === "not stated" ? "" : label;
            const rows = (sites: readonly string[]) =>
              sites.flatMap((site, place) => (site === own ? [place] : []));
            const [ownBefore, ownAfter] = [rows(first.sites), rows(second.sites)];
            const column = (wave: readonly Row[], chosen: readonly number[]) =>
              waveOf(chosen.map((row) => wave[row] ?? [0, ""])).column;
            const stayed = [...both.keys()].filter(
              (place) =>
                first.sites[pairs?.before[place] ?? 0] === own &&
                second.sites[pairs?.after[place] ?? 0] === own,
            );
            const ownPairs = pairs && {
              before: Uint32Array.from(stayed, (place) => ownBefore.indexOf(pairs.before[place] ?? 0)),
              after: Uint32Array.from(stayed, (place) => ownAfter.indexOf(pairs.after[place] ?? 0)),
            };
            const alone = countWaves(column(rowsBefore, ownBefore), column(rowsAfter, ownAfter), ownPairs);
            expect(measures.map(({ counted }) => inOrder(counted))).toEqual([inOrder(alone)]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});
