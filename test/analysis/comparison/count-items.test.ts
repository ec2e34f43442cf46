/** Items counted together with their scale: the same as each counted alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMeasure, scoreMeasure } from "../../../analysis/comparison/compare-measure.ts";
import { countItems } from "../../../analysis/comparison/count-items.ts";
import type { ItemInBoth, Measure, Measures } from "../../../analysis/comparison/measures.ts";
import { itemScores, scaleScores } from "../../../analysis/comparison/score-column.ts";

const TURNED = [false, true, false];

function wave(points: number) {
  const answer = fc.integer({ min: -1, max: points });
  const row = fc.array(answer, { minLength: TURNED.length, maxLength: TURNED.length });
  return fc.array(row, { minLength: 1, maxLength: 40 });
}

type Rows = readonly (readonly number[])[];

/** One scale of three items, the second of them turned. */
function measuresOf(before: Rows, after: Rows, points: number): Measures {
  const side = (rows: Rows, place: number) => ({
    reverseKeyed: TURNED[place] === true,
    column: {
      kind: "scale" as const,
      code: `i${place}`,
      points,
      values: Int8Array.from(rows, (row) => row[place] ?? 0),
    },
  });
  const items = TURNED.map(
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
  const pairs = Array.from(before, (answer, place) => `${answer} ${after[place]} ${counts[place]}`).sort();
  return { ...counted, linked: { ...linked, linked: { pairs, n } } };
}

describe("counting items together with their scale", () => {
  it.each([2, 5, 10, 11, 12, 40])("gives what counting each alone gives, with %i points", (points) => {
    fc.assert(
      fc.property(wave(points), wave(points), fc.boolean(), (before, after, isLinked) => {
        const measures = measuresOf(before, after, points);
        const both = Uint32Array.from({ length: Math.min(before.length, after.length) }, (_, row) => row);
        const pairs = isLinked ? { before: both, after: both.toReversed() } : undefined;
        const together = countItems(measures, pairs).map(({ counted }) => inOrder(counted));
        const alone = measures.items.map((item) =>
          inOrder(countMeasure(scoreMeasure(item), pairs === undefined ? {} : { pairs }).counted),
        );
        expect(together).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });
});
