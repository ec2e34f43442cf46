/** Numbers as people read them: how they round, and which sign they carry. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitsOf, howMany, percent, rounded, signed } from "../../analysis/number-text.ts";

describe("rounded numbers", () => {
  it("round half away from zero, although binary fractions lie a little below", () => {
    expect([1.005, -1.005, 2.675, 0.5, -0.5].map((value) => rounded(value, 2))).toEqual([
      "1.01",
      "−1.01",
      "2.68",
      "0.50",
      "−0.50",
    ]);
    expect([0.5, 1.5, -2.5].map((value) => rounded(value, 0))).toEqual(["1", "2", "−3"]);
  });

  it("never read −0, and carry no sign where nothing is left", () => {
    expect([-0, -0.004, 0.004].map((value) => rounded(value, 2))).toEqual(["0.00", "0.00", "0.00"]);
    expect([-0.004, 0, 0.004].map((value) => signed(value, 2))).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("read the same below zero as above, but for the sign", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (value) => {
        expect(rounded(-value, 2)).toBe(`−${rounded(value, 2)}`);
        expect(signed(value, 2)).toBe(`+${rounded(value, 2)}`);
      }),
    );
  });

  it("shares are whole per cent, and an index has no decimals", () => {
    expect([0, 0.005, 0.625, 1].map(percent)).toEqual(["0 %", "1 %", "63 %", "100 %"]);
    expect((["item", "scale", "index"] as const).map(digitsOf)).toEqual([2, 2, 0]);
  });

  it("sets a comma between thousands", () => {
    expect([0, 999, 1000, 133_340].map(howMany)).toEqual(["0", "999", "1,000", "133,340"]);
  });
});
