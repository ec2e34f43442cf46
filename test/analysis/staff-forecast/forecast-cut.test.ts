/** The forecast of a cut agrees with the binomial, and hides what would be told by subtraction. */
import { describe, expect, test } from "vitest";
import { forecastCut } from "../../../analysis/staff-forecast/forecast-cut.ts";
import { binomialAtLeast } from "../../../analysis/statistics/distributions/binomial.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const plan = (response: number, minimum = 10) => ({ minimum, response, random: seededRandom(7) });

describe("the forecast of a cut", () => {
  test("of one group is the chance that enough of it answer", () => {
    for (const response of [0.3, 0.5, 0.8]) {
      const [only] = forecastCut([20], plan(response));
      expect(only?.probability).toBeCloseTo(binomialAtLeast(10, 20, response), 1);
      expect(only?.expected).toBe(Math.round(20 * response));
    }
  });

  test("hides the next smallest group where one alone would follow from the total", () => {
    const [small, next, large] = forecastCut([5, 30, 200], plan(1));
    expect(small?.probability).toBe(0);
    expect(next?.probability).toBe(0);
    expect(large?.probability).toBe(1);
  });

  test("shows large groups for certain, and nobody's group never", () => {
    expect(forecastCut([400, 0, 5000], plan(0.6)).map(({ probability }) => probability)).toEqual([1, 0, 1]);
  });

  test("never falls when more answer", () => {
    const at = (response: number) => forecastCut([25, 40], plan(response))[0]?.probability ?? 0;
    expect(at(0.2)).toBeLessThanOrEqual(at(0.5));
    expect(at(0.5)).toBeLessThanOrEqual(at(0.9));
  });

  test("refuses a response above everybody, and half people", () => {
    expect(() => forecastCut([20], plan(1.2))).toThrow(RangeError);
    expect(() => forecastCut([2.5], plan(0.5))).toThrow(RangeError);
  });
});
