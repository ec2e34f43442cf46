/** A scale and its items, counted together: the same as each counted alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMeasure } from "../../../analysis/comparison/compare-measure.ts";
import type { CountedGroups } from "../../../analysis/comparison/count-groups.ts";
import { countGroups } from "../../../analysis/comparison/count-groups.ts";
import { countMeasures } from "../../../analysis/comparison/count-measures.ts";
import { everybody, groupRows } from "../../../analysis/comparison/group-rows.ts";
import type { ItemInBoth, Measure, Measures } from "../../../analysis/comparison/measures.ts";
import { itemScores, scaleScores } from "../../../analysis/comparison/score-column.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { datasetOf } from "./invented-waves.ts";

/** Items of a scale; some are turned. */
const isTurned = (item: number): boolean => item % 3 === 1;

function wave(points: number, items: number) {
  const answer = fc.integer({ min: -1, max: points });
  const row = fc.array(answer, { minLength: items, maxLength: items });
  return fc.array(row, { minLength: 1, maxLength: 40 });
}

type Rows = readonly (readonly number[])[];

/** One scale. */
function measuresOf(before: Rows, after: Rows, points: number): Measures {
  const side = (rows: Rows, place: number) => ({
    reverseKeyed: isTurned(place),
    column: {
      kind: "scale" as const,
      code: `i${place}`,
      points,
      values: Int8Array.from(rows, (row) => row[place] ?? 0),
    },
  });
  const items = (before[0] ?? []).map(
    (_, place): ItemInBoth => ({
      code: `i${place}`,
      before: side(before, place),
      after: side(after, place),
    }),
  );
  const base = { label: "", lowest: 1, highest: points, leftOut: [] };
  const rule = { minimumAnswered: 1 };
  const scores = (rows: Rows, wave: "before" | "after") =>
    scaleScores(
      items.map((item) => item[wave]),
      rows.length,
      rule,
    );
  return {
    items: items.map(
      (item): Measure => ({
        ...base,
        kind: "item",
        code: item.code,
        items: [item],
        before: () => itemScores(item.before),
        after: () => itemScores(item.after),
      }),
    ),
    scales: [
      {
        ...base,
        kind: "scale",
        code: "scale",
        items,
        before: () => scores(before, "before"),
        after: () => scores(after, "after"),
      },
    ],
    index: null,
    changes: null,
  };
}

/** The pairs in an order that does not depend on how they were counted. */
function inOrder(counted: ReturnType<typeof countMeasure>["counted"]) {
  const { linked } = counted;
  if (linked === undefined) return counted;
  const { before, after, counts, n } = linked.linked;
  const pairs = new Map<string, number>();
  Array.from(counts).forEach((count, place) => {
    const pair = `${before[place]} ${after[place]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + count);
  });
  return { ...counted, linked: { ...linked, linked: { pairs: [...pairs].sort(), n } } };
}

/** [points, items]: with few patterns of answers, with many, with too many, and with more items than one step takes. */
const FORMS = [
  [2, 3],
  [2, 8],
  [5, 3],
  [5, 7],
  [10, 3],
  [11, 3],
  [12, 3],
  [40, 3],
] as const;

/** Items, scale and groups, counted in one pass, are what each of them gives alone. */
function expectSame(
  before: Rows,
  after: Rows,
  options: { points: number; isLinked: boolean; sites: number },
) {
  const { points, isLinked, sites } = options;
  const measures = measuresOf(before, after, points);
  const both = Uint32Array.from({ length: Math.min(before.length, after.length) }, (_, row) => row);
  const pairs = isLinked ? { before: both, after: both.toReversed() } : undefined;
  const site = (rows: Rows) => datasetOf({}, { site: rows.map((_, row) => `site ${row % sites}`) });
  const grouped =
    sites === 0
      ? everybody({ before: before.length, after: after.length }, pairs)
      : groupRows(site(before), site(after), { by: "site", pairs });
  const together = countMeasures(measures, grouped, pairs);
  expect(together.items.map(({ counted }) => inOrder(counted))).toEqual(
    measures.items.map((item) => inOrder(countMeasure(item, pairs).counted)),
  );
  const [scale] = measures.scales;
  if (scale === undefined) expect.fail("no scale");
  expect(together.groups.whole.map(({ counted }) => inOrder(counted))).toEqual([
    inOrder(countMeasure(scale, pairs).counted),
  ]);
  const inGroups = ({ groups }: CountedGroups) =>
    groups.map(({ label, persons, measures: [own] }) => ({
      label,
      persons,
      counted: own && inOrder(own.counted),
    }));
  expect(inGroups(together.groups)).toEqual(inGroups(countGroups([{ measure: scale }], grouped)));
}

describe("counting a scale together with its items", () => {
  it.each(FORMS)("gives what counting each alone gives, with %i points and %i items", (points, items) => {
    const rows = wave(points, items);
    const groups = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(rows, rows, fc.boolean(), groups, (before, after, isLinked, sites) => {
        expectSame(before, after, { points, isLinked, sites });
      }),
      { numRuns: 30 },
    );
  });

  it.each(FORMS)(
    "does so when the scale's scores fill a table, with %i points and %i items",
    (points, items) => {
      const random = seededRandom(points);
      const rows = (): Rows =>
        Array.from({ length: 3000 }, () => Array.from({ length: items }, () => random(points + 1)));
      for (const sites of [0, 3]) expectSame(rows(), rows(), { points, isLinked: true, sites });
    },
  );
});
