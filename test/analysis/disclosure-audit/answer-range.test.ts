/** The ranges the auditor works out are those that trying all answers finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askRanges } from "../../../analysis/disclosure-audit/answer-range.ts";
import type { Component } from "../../../analysis/disclosure-audit/component.ts";
import { components } from "../../../analysis/disclosure-audit/component.ts";
import type { Published } from "../../../analysis/disclosure-audit/published.ts";
import { rangeProblem } from "../../../analysis/disclosure-audit/range-problem.ts";
import { loadRangeSolver } from "../../../analysis/disclosure-audit/range-solver.ts";
import { puzzles, rangesByTrial } from "./small-puzzles.ts";

const solver = await loadRangeSolver(5);

/** All variables of a puzzle at most six, so that trying takes no time. */
const small = puzzles.filter((published) => components(published).flatMap(variables).length <= 6);

function variables(component: Component): readonly { readonly key: string; readonly target: number }[] {
  const { parts } = rangeProblem(component);
  return component.columns.flatMap(({ item, persons }, column) => {
    const target = parts.findIndex((part) => part.column === column);
    return (component.classes[persons] ?? []).map((person) => ({ key: `${person}/${item.code}`, target }));
  });
}

function worked(published: Published, withSolver: boolean) {
  return components(published).flatMap((component) => {
    const problem = rangeProblem(component);
    const ask = askRanges(problem, withSolver ? solver : undefined);
    // Closed forms beside a hidden distribution may look narrower than the truth; all else is exact.
    const closed = askRanges(problem)(problem.boxes, 0) !== "unknown";
    const inner = component.hidden.length > 0 && closed;
    return variables(component).map(({ key, target }) => ({ key, inner, range: ask(problem.boxes, target) }));
  });
}

describe("the range of an answer", () => {
  it("is exactly what trying all answers finds, by closed form or by the solver", () => {
    fc.assert(
      fc.property(small, (published) => {
        const tried = rangesByTrial(published);
        for (const { key, inner, range } of worked(published, true)) {
          const [low = 0, high = 0] = tried.get(key) ?? [];
          if (!inner) expect({ key, range }).toEqual({ key, range: { low, high } });
          else if (typeof range !== "string") {
            // Hidden distributions: never wider than the truth, so that nothing narrow is missed.
            expect(range.low).toBeGreaterThanOrEqual(low);
            expect(range.high).toBeLessThanOrEqual(high);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is unknown without a solver where sums overlap, and never wrong", () => {
    let unknown = 0;
    fc.assert(
      fc.property(small, (published) => {
        const tried = rangesByTrial(published);
        for (const { key, inner, range } of worked(published, false)) {
          if (range === "unknown") unknown += 1;
          const [low, high] = tried.get(key) ?? [];
          if (typeof range !== "string" && !inner) expect(range).toEqual({ low, high });
        }
      }),
      { numRuns: 300 },
    );
    expect(unknown).toBeGreaterThan(0);
  });

  it("is impossible where the figures contradict each other", () => {
    const item = { code: "i", points: 5, width: 2, distributionWidth: 1 };
    const sum = (low: number, high: number) => ({
      name: "sum",
      terms: [{ item: "i", persons: ["a", "b", "c"], weight: 1 }],
      low,
      high,
    });
    const none = { shownDistributions: [], hiddenDistributions: [], derived: [], texts: [], unexplained: [] };
    const published = { minimum: 3, items: [item], sums: [sum(3, 5), sum(7, 9)], ...none };
    for (const component of components(published)) {
      const problem = rangeProblem(component);
      expect(askRanges(problem)(problem.boxes, 0)).toBe("impossible");
    }
  });

  it("throws when the solver runs out of time, rather than to guess", async () => {
    const impatient = await loadRangeSolver(0);
    const item = { code: "i", points: 5, width: 2, distributionWidth: 1 };
    const persons = Array.from({ length: 30 }, (_, place) => `p${place}`);
    const overlapping = Array.from({ length: 12 }, (_, start) => ({
      name: `sum ${start}`,
      terms: [{ item: "i", persons: persons.filter((__, at) => (at * 7 + start * 5) % 11 < 6), weight: 1 }],
      low: 40,
      high: 50,
    }));
    const none = { shownDistributions: [], hiddenDistributions: [], derived: [], texts: [], unexplained: [] };
    const [component] = components({ minimum: 3, items: [item], sums: overlapping, ...none });
    if (component === undefined) throw new Error("overlapping sums are one component");
    const problem = rangeProblem(component);
    expect(() => askRanges(problem, impatient)(problem.boxes, 0)).toThrow(RangeError);
  });
});
