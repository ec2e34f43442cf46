/** Adjusted p values. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adjustment, adjustPValues } from "../../../analysis/statistics/multiplicity.ts";

const METHODS: readonly Adjustment[] = [
  "holm",
  "hochberg",
  "benjamini-hochberg",
  "benjamini-yekutieli",
  "bonferroni",
];
const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

describe("adjusted p values", () => {
  it("reject exactly what the step-down and step-up procedures reject", () => {
    fc.assert(
      fc.property(family, fc.constantFrom(0.01, 0.05, 0.2), (pValues, alpha) => {
        const sorted = [...pValues].sort((one, two) => one - two);
        const m = sorted.length;
        const firstKept = sorted.findIndex((p, i) => p * (m - i) > alpha);
        const byHolm = firstKept < 0 ? m : firstKept;
        const lastFalse = sorted.findLastIndex((p, i) => p * (m / (i + 1)) <= alpha);
        const rejected = (method: Adjustment) =>
          adjustPValues(pValues, method).filter((p) => p !== null && p <= alpha).length;
        expect(rejected("holm")).toBe(byHolm);
        expect(rejected("benjamini-hochberg")).toBe(lastFalse + 1);
        expect(rejected("bonferroni")).toBe(pValues.filter((p) => p * m <= alpha).length);
      }),
    );
  });

  it("never fall below the raw p, keep the order, and Holm never exceeds Bonferroni", () => {
    fc.assert(
      fc.property(family, (pValues) => {
        for (const method of METHODS) {
          const adjusted = adjustPValues(pValues, method);
          const order = pValues
            .map((p, i) => ({ p, adjusted: adjusted[i] ?? 0 }))
            .sort((one, two) => one.p - two.p);
          expect(order.every((one) => one.adjusted >= one.p && one.adjusted <= 1)).toBe(true);
          expect(order.every((one, i) => i === 0 || one.adjusted >= (order[i - 1]?.adjusted ?? 0))).toBe(
            true,
          );
        }
        const holm = adjustPValues(pValues, "holm");
        const bonferroni = adjustPValues(pValues, "bonferroni");
        expect(holm.every((p, i) => (p ?? 0) <= (bonferroni[i] ?? 0))).toBe(true);
      }),
    );
  });

  it("leave untested ones out of the family and refuse what is no p value", () => {
    expect(adjustPValues([0.01, null, 0.04], "holm")).toEqual([0.02, null, 0.04]);
    expect(adjustPValues([], "holm")).toEqual([]);
    expect(() => adjustPValues([1.2], "holm")).toThrow("adjustPValues requires p values from 0 to 1");
  });
});
