/** Roots of functions of one variable. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMonotoneRoot, findRoot } from "../../../../analysis/statistics/distributions/find-root.ts";

describe("findRoot", () => {
  it("finds the square root and an end that is already one", () => {
    expect(findRoot((x) => x * x - 2, 0, 2, 0)).toBeCloseTo(Math.SQRT2, 15);
    expect(findRoot((x) => x, 0, 1, 0)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1, 0)).toBe(1);
  });

  it("refuses ends with the same sign", () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1, 0)).toThrow(
      "findRoot requires a change of sign between the ends",
    );
  });
});

describe("findMonotoneRoot", () => {
  it("undoes rising and falling functions from any start", () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.constantFrom(1, -1), (root, start, sign) => {
        const found = findMonotoneRoot((x) => sign * (Math.atan(x) - Math.atan(root)), start, 0.3);
        expect(Math.abs(found - root)).toBeLessThan(1e-10 * Math.max(1, root * root));
      }),
    );
  });

  it("gives up on a function that never changes its sign", () => {
    expect(() => findMonotoneRoot(() => 1, 0, 1)).toThrow(RangeError);
  });
});
