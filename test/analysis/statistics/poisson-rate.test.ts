/** Rates and their ratio. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialAtLeast,
  binomialCdf,
  binomialProbability,
} from "../../../analysis/statistics/distributions/binomial.ts";
import { poissonCdf } from "../../../analysis/statistics/distributions/poisson.ts";
import { rateInterval, rateRatio } from "../../../analysis/statistics/poisson-rate.ts";
import { figures } from "./reference/entry.ts";

const count = fc.record({ events: fc.nat(60), exposure: fc.integer({ min: 1, max: 2000 }) });

describe("rate", () => {
  it("has limits that leave 2.5 % in each Poisson tail", () => {
    fc.assert(
      fc.property(count, ({ events, exposure }) => {
        const { lower, upper } = rateInterval({ events, exposure });
        expect(poissonCdf(events, upper * exposure)).toBeCloseTo(0.025, 9);
        if (events > 0) expect(1 - poissonCdf(events - 1, lower * exposure)).toBeCloseTo(0.025, 9);
      }),
    );
  });

  it("refuses half events and no exposure", () => {
    expect(() => rateInterval({ events: 0.5, exposure: 1 })).toThrow(RangeError);
    expect(() => rateInterval({ events: 1, exposure: 0 })).toThrow("a rate requires an exposure above 0");
  });
});

describe("rate ratio", () => {
  it("has limits at which the conditional binomial leaves 2.5 %", () => {
    fc.assert(
      fc.property(count, count, (first, second) => {
        const test = rateRatio(first, second);
        fc.pre(test.computed);
        if (!test.computed) return;
        const total = first.events + second.events;
        const shareAt = (ratio: number) =>
          (ratio * second.exposure) / (ratio * second.exposure + first.exposure);
        const { lower, upper } = test.interval;
        if (second.events > 0)
          expect(binomialAtLeast(second.events, total, shareAt(lower))).toBeCloseTo(0.025, 8);
        if (first.events > 0) expect(binomialCdf(second.events, total, shareAt(upper))).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it("has the minimum-likelihood p of adding up all outcomes at most as likely", () => {
    fc.assert(
      fc.property(count, count, (first, second) => {
        const test = rateRatio(first, second);
        fc.pre(test.computed);
        const total = first.events + second.events;
        const share = second.exposure / (first.exposure + second.exposure);
        const points = Array.from({ length: total + 1 }, (_, k) => binomialProbability(k, total, share));
        const observed = (points[second.events] ?? 0) * (1 + 1e-7);
        const p = points.filter((point) => point <= observed).reduce((sum, point) => sum + point, 0);
        if (test.computed) expect(test.pMinimumLikelihood).toBeCloseTo(Math.min(1, p), 10);
      }),
    );
  });

  it("turns round when the waves change places", () => {
    fc.assert(
      fc.property(count, count, (first, second) => {
        fc.pre(first.events > 0 && second.events > 0);
        const there = figures(rateRatio(first, second));
        const back = figures(rateRatio(second, first));
        expect(back.ratio * there.ratio).toBeCloseTo(1, 10);
        expect(back.interval.lower * there.interval.upper).toBeCloseTo(1, 7);
        expect(back.pCentral).toBeCloseTo(there.pCentral, 9);
        expect(there.pCentralMid).toBeLessThanOrEqual(there.pCentral + 1e-12);
      }),
    );
  });

  it("is unbounded above when the first wave had no events, and a verdict when neither had", () => {
    const test = figures(rateRatio({ events: 0, exposure: 90 }, { events: 4, exposure: 110 }));
    expect(test.ratio).toBe(Number.POSITIVE_INFINITY);
    expect(test.interval.upper).toBe(Number.POSITIVE_INFINITY);
    expect(rateRatio({ events: 0, exposure: 9 }, { events: 0, exposure: 9 })).toMatchObject({
      reason: "no-answers",
    });
  });
});
