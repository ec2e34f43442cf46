/** Least squares, cluster-robust errors and the models of treated groups built on them. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { ancova } from "../../../analysis/statistics/ancova.ts";
import { clusterRobust } from "../../../analysis/statistics/cluster-robust.ts";
import { clusteredDifference } from "../../../analysis/statistics/clustered-difference.ts";
import { differenceInDifferences } from "../../../analysis/statistics/difference-in-differences.ts";
import { leastSquares } from "../../../analysis/statistics/least-squares.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("least squares", () => {
  it("finds the line that simple-statistics finds, and leaves residuals that go with nothing", () => {
    fc.assert(
      fc.property(pairs(3), (points) => {
        fc.pre(new Set(points.map(([x]) => x)).size > 1);
        const fit = figures(
          leastSquares(
            points.map(([, y]) => y),
            points.map(([x]) => [1, x]),
          ),
        );
        const line = other.linearRegression(points.map(([x, y]) => [x, y]));
        expect(fit.coefficients[1]).toBeCloseTo(line.m, 9);
        expect(fit.coefficients[0]).toBeCloseTo(line.b, 9);
        expect(points.reduce((sum, [x], i) => sum + x * (fit.residuals[i] ?? 0), 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("has verdicts for collinear predictors and too few observations", () => {
    expect(
      leastSquares(
        [1, 2, 3],
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      ),
    ).toMatchObject({ reason: "no-variance" });
    expect(
      leastSquares(
        [1, 2],
        [
          [1, 0],
          [1, 1],
        ],
      ),
    ).toMatchObject({ reason: "too-few-answers" });
    expect(() => leastSquares([1], [])).toThrow("leastSquares requires one design row an observation");
  });
});

describe("cluster-robust errors", () => {
  it("are White's errors when each observation is a cluster, and those of a mean when there is only a constant", () => {
    const y = [1, 4, 2, 5, 5, 3];
    const design = y.map(() => [1]);
    const fit = figures(leastSquares(y, design));
    const robust = figures(clusterRobust({ fit, design, clusters: y.map((_, i) => i), coefficient: 0 }));
    const squares = y.reduce((sum, value) => sum + (value - 20 / 6) ** 2, 0);
    expect(robust.cr0).toBeCloseTo(Math.sqrt(squares) / 6, 12);
    expect(robust.cr2).toBeCloseTo(Math.sqrt(squares / 30), 12);
    expect(robust.df).toBeCloseTo(5, 10);
  });

  it("do not depend on the names and the order of clusters", () => {
    fc.assert(
      fc.property(pairs(6, 15), (points) => {
        fc.pre(new Set(points.map(([x]) => x)).size > 1);
        const labels = points.map((_, i) => i % 3);
        const run = (order: readonly number[], name: (label: number) => string) => {
          const design = order.map((i) => [1, points[i]?.[0] ?? 0]);
          const outcome = order.map((i) => points[i]?.[1] ?? 0);
          const fit = figures(leastSquares(outcome, design));
          const clusters = order.map((i) => name(labels[i] ?? 0));
          return figures(clusterRobust({ fit, design, clusters, coefficient: 1 }));
        };
        const places = points.map((_, i) => i);
        const there = run(places, String);
        const back = run([...places].reverse(), (label) => `unit ${9 - label}`);
        expect(back.cr2).toBeCloseTo(there.cr2, 8);
        expect(back.df).toBeCloseTo(there.df, 6);
        expect(there.cr1).toBeGreaterThanOrEqual(there.cr0);
      }),
    );
  });

  it("refuse labels that do not fit and a single cluster", () => {
    const design = [[1], [1], [1]];
    const fit = figures(leastSquares([1, 2, 4], design));
    expect(clusterRobust({ fit, design, clusters: [1, 1, 1], coefficient: 0 })).toMatchObject({
      reason: "too-few-answers",
    });
    expect(() => clusterRobust({ fit, design, clusters: [1], coefficient: 0 })).toThrow(RangeError);
  });
});

describe("difference in differences", () => {
  it("in closed form agrees with the regression clustered by person", () => {
    fc.assert(
      fc.property(pairs(3, 12), pairs(3, 12), (one, two) => {
        const treated = linkWaves(...split(one)).linked;
        const comparison = linkWaves(...split(two)).linked;
        const closed = differenceInDifferences(treated, comparison);
        const answers = [one, two].flatMap((group, place) =>
          group.flatMap(([before, after], person) => {
            const same = { treated: place === 0, cluster: `${place}-${person}` };
            return [
              { answer: before, after: false, ...same },
              { answer: after, after: true, ...same },
            ];
          }),
        );
        const regression = clusteredDifference(answers);
        if (!closed.computed || !regression.computed) return;
        expect(regression.estimate).toBeCloseTo(closed.estimate, 10);
        expect(regression.standardError).toBeCloseTo(closed.cr2.standardError, 8);
        expect(regression.df).toBeCloseTo(closed.cr2.df, 6);
        expect(regression.clusters).toBe(one.length + two.length);
      }),
    );
  });

  it("turns its sign when the groups change places", () => {
    fc.assert(
      fc.property(pairs(2), pairs(2), (one, two) => {
        const [treated, comparison] = [linkWaves(...split(one)).linked, linkWaves(...split(two)).linked];
        const there = differenceInDifferences(treated, comparison);
        const back = differenceInDifferences(comparison, treated);
        expect(back.computed).toBe(there.computed);
        if (there.computed && back.computed) expect(back.cr2.t).toBeCloseTo(-there.cr2.t, 9);
      }),
    );
  });

  it("has verdicts for empty groups, single persons and changes that are all the same", () => {
    const [none, one, same] = [linkWaves([], []), linkWaves([1], [2]), linkWaves([1, 2], [2, 3])].map(
      (w) => w.linked,
    );
    if (none === undefined || one === undefined || same === undefined)
      throw new Error("three tables were made");
    expect(differenceInDifferences(none, same)).toMatchObject({ reason: "no-answers" });
    expect(differenceInDifferences(one, same)).toMatchObject({ reason: "too-few-answers" });
    expect(differenceInDifferences(same, same)).toMatchObject({ reason: "no-variance" });
    expect(clusteredDifference([])).toMatchObject({ reason: "no-answers" });
    expect(clusteredDifference([{ answer: 1, after: true, treated: true, cluster: 1 }])).toMatchObject({
      reason: "too-few-answers",
    });
  });
});

describe("analysis of covariance", () => {
  it("agrees with least squares on single persons", () => {
    fc.assert(
      fc.property(pairs(4, 15), pairs(4, 15), (one, two) => {
        const result = ancova(linkWaves(...split(one)).linked, linkWaves(...split(two)).linked);
        fc.pre(result.computed);
        const people = [...one.map((pair) => [...pair, 1]), ...two.map((pair) => [...pair, 0])];
        const fit = leastSquares(
          people.map(([, after = 0]) => after),
          people.map(([before = 0, , group = 0]) => [1, before, group]),
        );
        if (!result.computed || !fit.computed) return;
        expect(result.treated.estimate).toBeCloseTo(fit.coefficients[2] ?? 0, 8);
        expect(result.slopeBefore).toBeCloseTo(fit.coefficients[1] ?? 0, 8);
        const error = Math.sqrt(fit.residualVariance * (fit.bread[2]?.[2] ?? 0));
        expect(result.treated.standardError).toBeCloseTo(error, 8);
      }),
    );
  });

  it("does not mind when all answers move, and has verdicts where it cannot tell", () => {
    const table = (before: number[], after: number[]) => linkWaves(before, after).linked;
    const [one, two] = [table([1, 2, 4], [2, 4, 4]), table([2, 3, 5], [2, 3, 4])];
    const moved = [table([11, 12, 14], [2, 4, 4]), table([12, 13, 15], [2, 3, 4])] as const;
    expect(figures(ancova(...moved)).treated.t).toBeCloseTo(figures(ancova(one, two)).treated.t, 9);
    expect(ancova(table([3, 3], [1, 2]), table([4, 4], [1, 2]))).toMatchObject({ reason: "no-variance" });
    expect(ancova(table([1, 2], [1, 2]), table([2, 3], [3, 4]))).toMatchObject({ reason: "no-variance" });
    expect(ancova(table([1], [2]), two)).toMatchObject({ reason: "too-few-answers" });
    expect(ancova(table([], []), two)).toMatchObject({ reason: "no-answers" });
  });
});
