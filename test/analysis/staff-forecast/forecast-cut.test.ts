/** The forecast of a cut agrees with the binomial, and hides what would be told by subtraction. */
import { describe, expect, test } from "vitest";
import { chanceExact, forecastCut } from "../../../analysis/staff-forecast/forecast-cut.ts";
import { binomialAtLeast, binomialProbability } from "../../../analysis/statistics/distributions/binomial.ts";

const plan = (response: number, minimum = 10) => ({ minimum, response, favourable: 0.75, width: 2 });

/** The groups shown for these answers, by following the rule step by step. */
function shownPlaces(answers: readonly number[], minimum: number): readonly number[] {
  const order = answers
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let hidden = 0;
  while (order.length > 0) {
    const count = order[0]?.count ?? 0;
    if (count >= minimum && (hidden === 0 || hidden >= minimum)) break;
    hidden += count;
    order.shift();
  }
  return order.map(({ place }) => place);
}

describe("the forecast of a cut", () => {
  test("of one group is the chance that enough of it answer", () => {
    for (const response of [0.3, 0.5, 0.8]) {
      const [only] = forecastCut([20], plan(response));
      expect(only?.probability).toBeCloseTo(binomialAtLeast(10, 20, response), 9);
      expect(only?.expected).toBe(Math.round(20 * response));
    }
  });

  test("hides the next smallest group where one alone would follow from the total", () => {
    const [small, next, large] = forecastCut([5, 30, 200], plan(1));
    expect(small?.probability).toBe(0);
    expect(next?.probability).toBe(0);
    expect(large?.probability).toBeCloseTo(1, 9);
  });

  test("shows large groups for certain, and nobody's group never", () => {
    const found = forecastCut([400, 0, 5000], plan(0.6)).map(({ probability }) => probability);
    for (const [place, certain] of [1, 0, 1].entries()) expect(found[place]).toBeCloseTo(certain, 6);
  });

  test("is what all ways to answer give, each weighed by its probability", () => {
    const [minimum, response] = [3, 0.6];
    for (const headcounts of [
      [4, 6],
      [6, 6],
      [3, 5, 7],
      [2, 4, 4, 6],
    ]) {
      const expected = headcounts.map(() => 0);
      const ways = headcounts.reduce<readonly (readonly number[])[]>(
        (all, count) => all.flatMap((way) => Array.from({ length: count + 1 }, (_, own) => [...way, own])),
        [[]],
      );
      for (const way of ways) {
        const chance = way.reduce(
          (product, own, place) => product * binomialProbability(own, headcounts[place] ?? 0, response),
          1,
        );
        for (const place of shownPlaces(way, minimum)) expected[place] = (expected[place] ?? 0) + chance;
      }
      const found = forecastCut(headcounts, plan(response, minimum));
      for (const [place, { probability }] of found.entries()) {
        expect(probability).toBeCloseTo(expected[place] ?? 0, 9);
      }
    }
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

describe("whether a count will be exact", () => {
  test.each([
    [10, 0.5, 0.89],
    [15, 0.5, 0.99],
    [12, 0.75, 0.61],
    [20, 0.75, 0.91],
    [30, 0.75, 0.99],
    [10, 0.9, 0.07],
    [20, 0.9, 0.32],
    [30, 0.9, 0.59],
    [60, 0.9, 0.94],
  ])("of %i answers at %d favourable has the chance %d", (answers, favourable, chance) => {
    expect(chanceExact(answers, favourable, 2)).toBeCloseTo(chance, 1);
  });

  test("is never foreseen of five answers, and of a group never more often than that it is shown", () => {
    expect(chanceExact(5, 0.5, 2)).toBe(0);
    for (const one of forecastCut([8, 25, 60, 300], plan(0.6))) {
      expect(one.exact).toBeLessThanOrEqual(one.probability);
      expect(one.exact).toBeGreaterThanOrEqual(0);
    }
    const [large] = forecastCut([400], plan(0.6));
    expect(large?.exact).toBeCloseTo(1, 6);
  });
});
