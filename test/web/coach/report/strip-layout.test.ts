/** Marks and labels on a scale do not cover each other, and the scale is never cut. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  labelledSpan,
  placeOnScale,
  rowsWithoutOverlap,
  scaleTicks,
} from "../../../../web/coach/report/strip-layout.ts";

test("both ends of the scale lie within the chart, at the same distance from its edges", () => {
  expect(placeOnScale(1, 5)).toBe(4);
  expect(placeOnScale(5, 5)).toBe(96);
  expect(placeOnScale(3, 5)).toBe(50);
  expect(scaleTicks(5)).toEqual([1, 2, 3, 4, 5]);
});

test("figures that lie apart share a row, and close ones do not", () => {
  const spans = [1.2, 4.8, 1.4].map((mean) => labelledSpan(mean, 5));
  expect(rowsWithoutOverlap(spans)).toEqual([0, 0, 1]);
});

test("in no row do two labels overlap, whatever the figures", () => {
  const means = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(means, (values) => {
      const spans = values.map((value) => labelledSpan(value, 5));
      const rows = rowsWithoutOverlap(spans);
      return spans.every((one, i) =>
        spans.every((two, j) => i >= j || rows[i] !== rows[j] || one.from >= two.to || two.from >= one.to),
      );
    }),
    { numRuns: 200 },
  );
});
