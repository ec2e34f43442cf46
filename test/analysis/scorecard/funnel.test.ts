/** The funnel, against tails worked out by summing probabilities. */
import { describe, expect, test } from "vitest";
import { meanInFunnel, shareInFunnel } from "../../../analysis/scorecard/funnel.ts";

/** P(X ≤ count) by summing the terms of the binomial one by one. */
function tailBySum(count: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

describe("the funnel of shares", () => {
  test("agrees with the summed tails for every count of small and middling areas", () => {
    for (const n of [1, 4, 12, 40, 150]) {
      for (const share of [0.1, 0.3, 0.5, 0.85]) {
        for (let count = 0; count <= n; count += 1) {
          const below = tailBySum(count, n, share);
          const above = count === 0 ? 1 : 1 - tailBySum(count - 1, n, share);
          const place = shareInFunnel(count, n, share);
          const at = `${count} of ${n} at ${share}`;
          // Close to a limit the sum's own rounding decides.
          if (Math.min(...[below, above].flatMap((p) => [Math.abs(p - 0.001), Math.abs(p - 0.025)])) < 1e-9)
            continue;
          expect(place.startsWith("far"), at).toBe(Math.min(below, above) <= 0.001);
          expect(place === "within", at).toBe(Math.min(below, above) > 0.025);
          if (place !== "within") expect(place.endsWith("above"), at).toBe(above < below);
        }
      }
    }
  });

  test("never calls an area of three far from the others where the others are at a half", () => {
    expect([0, 1, 2, 3].map((count) => shareInFunnel(count, 3, 0.5))).toEqual(Array(4).fill("within"));
  });

  test("refuses a count that cannot be", () => {
    expect(() => shareInFunnel(5, 4, 0.5)).toThrow(RangeError);
    expect(() => shareInFunnel(1, 4, 1.5)).toThrow(RangeError);
  });
});

describe("the funnel of means", () => {
  test.each([
    [3.8, "within"],
    [3.8 + 1.97 * 0.18, "above"],
    [3.8 - 1.97 * 0.18, "below"],
    [3.8 + 3.1 * 0.18, "far-above"],
    [3.8 - 3.1 * 0.18, "far-below"],
  ])("puts %f with 25 answers of spread 0.9 %s", (mean, place) => {
    expect(meanInFunnel(mean, 25, { mean: 3.8, sd: 0.9 })).toBe(place);
  });

  test("needs more distance from fewer answers", () => {
    expect(meanInFunnel(3.3, 25, { mean: 3.8, sd: 0.9 })).toBe("below");
    expect(meanInFunnel(3.3, 9, { mean: 3.8, sd: 0.9 })).toBe("within");
  });

  test("says within where nobody differs, and refuses no answers", () => {
    expect(meanInFunnel(4, 10, { mean: 4, sd: 0 })).toBe("within");
    expect(() => meanInFunnel(4, 0, { mean: 4, sd: 1 })).toThrow(RangeError);
  });
});
