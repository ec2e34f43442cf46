/** Tests of bounds: every sample within them is tried, and what is said of all of them holds for each. */
import { describe, expect, test } from "vitest";
import { boundedProportions } from "../../../analysis/statistics/bounded-proportions.ts";
import {
  type BoundedSample,
  boundedWelch,
  isEquivalentThroughout,
  type Range,
} from "../../../analysis/statistics/bounded-welch.ts";
import { differenceOfProportions } from "../../../analysis/statistics/difference-of-proportions.ts";
import { equivalenceTest } from "../../../analysis/statistics/equivalence-test.ts";
import { tTestOf } from "../../../analysis/statistics/paired-t.ts";
import { welchError } from "../../../analysis/statistics/welch-t.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const TINY = 1e-9;

function expectWithin({ low, high }: Range, value: number): void {
  expect(value).toBeGreaterThanOrEqual(low - TINY);
  expect(value).toBeLessThanOrEqual(high + TINY);
}

const steps = ({ low, high }: Range) => Array.from({ length: high - low + 1 }, (_, step) => low + step);

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Every way to answer within these numbers above each border. */
function everySample(n: number, borders: readonly Range[]): readonly Moments[] {
  const ways = borders.reduce<readonly (readonly number[])[]>(
    (all, border) =>
      all.flatMap((way) =>
        steps(border)
          .filter((count) => count <= (way.at(-1) ?? n))
          .map((count) => [...way, count]),
      ),
    [[]],
  );
  return ways.map((above) => {
    const counts = [n, ...above].map((count, place) => count - (above[place] ?? 0));
    const mean = counts.reduce((sum, count, point) => sum + count * point, 0) / n;
    const squares = counts.reduce((sum, count, point) => sum + count * (point - mean) ** 2, 0);
    return { mean, variance: squares / (n - 1) };
  });
}

function sampleOf(n: number, samples: readonly Moments[]): BoundedSample {
  const ends = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
  return {
    n: { low: n, high: n },
    mean: ends(samples.map(({ mean }) => mean)),
    sd: ends(samples.map(({ variance }) => Math.sqrt(variance))),
  };
}

const endsOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];

/** Nothing where no answer varies. */
function welchOf([n1, a]: readonly [number, Moments], [n2, b]: readonly [number, Moments]) {
  if (a.variance === 0 && b.variance === 0) return [];
  const difference = b.mean - a.mean;
  const samples = { n1, n2, mean1: a.mean, mean2: b.mean, variance1: a.variance, variance2: b.variance };
  const { standardError, df } = welchError({ ...samples, difference });
  return [tTestOf(difference, standardError, df, 0.95)];
}

describe("Welch's test of bounds", () => {
  const random = seededRandom(7);
  const drawn = (n: number) => {
    let last = n;
    return Array.from({ length: 3 }, () => {
      const low = random(Math.max(1, last - 1));
      const high = Math.min(last, low + 2);
      last = high;
      return { low, high };
    });
  };

  test("holds what each sample within the bounds gives, and hardly more", () => {
    const wider: number[] = [];
    for (let world = 0; world < 40; world += 1) {
      const [n1, n2] = [6 + random(20), 6 + random(20)];
      const [first, second] = [everySample(n1, drawn(n1)), everySample(n2, drawn(n2))];
      const bounded = boundedWelch(sampleOf(n1, first), sampleOf(n2, second));
      if (bounded === undefined) continue;
      const tests = first.flatMap((a) => second.flatMap((b) => welchOf([n1, a], [n2, b])));
      for (const name of ["p", "t", "df"] as const) {
        for (const end of endsOf(tests.map((one) => one[name]))) expectWithin(bounded[name], end);
      }
      const lowers = tests.map(({ interval }) => interval.lower);
      const uppers = tests.map(({ interval }) => interval.upper);
      expectWithin({ low: bounded.interval.lower, high: 99 }, Math.min(...lowers));
      expectWithin({ low: -99, high: bounded.interval.upper }, Math.max(...uppers));
      if (isEquivalentThroughout(bounded, 0.5)) {
        const equivalent = tests.map((own) => equivalenceTest(own, { lower: -0.5, upper: 0.5 }).equivalent);
        expect(equivalent).not.toContain(false);
      }
      wider.push(bounded.p.high - Math.max(...tests.map(({ p }) => p)));
    }
    expect(wider.length).toBeGreaterThan(35);
    expect(wider.toSorted((a, b) => a - b)[Math.floor(wider.length / 2)]).toBeLessThan(0.1);
  });

  test("of exact samples is Welch's test", () => {
    const exact = (value: number) => ({ low: value, high: value });
    const first = { n: exact(30), mean: exact(3.1), sd: exact(0.9) };
    const second = { n: exact(41), mean: exact(3.7), sd: exact(1.1) };
    const { standardError, df } = welchError({
      n1: 30,
      n2: 41,
      mean1: 3.1,
      mean2: 3.7,
      variance1: 0.81,
      variance2: 1.21,
      difference: 0.6,
    });
    const own = tTestOf(0.6, standardError, df, 0.95);
    const bounded = boundedWelch(first, second);
    for (const end of [bounded?.p.low, bounded?.p.high]) expect(end).toBeCloseTo(own.p, 12);
    for (const end of [bounded?.t.low, bounded?.t.high]) expect(end).toBeCloseTo(own.t, 12);
    expect(bounded?.interval.lower).toBeCloseTo(own.interval.lower, 12);
    expect(boundedWelch({ ...first, sd: exact(0) }, { ...second, sd: exact(0) })).toBeUndefined();
  });

  test("of numbers of answers that are not known holds each number's own", () => {
    const sides = { mean: { low: 3.0, high: 3.1 }, sd: { low: 0.7, high: 0.9 } };
    const later = { mean: { low: 3.5, high: 3.6 }, sd: { low: 0.2, high: 1.1 } };
    const [n1, n2] = [
      { low: 16, high: 18 },
      { low: 20, high: 23 },
    ];
    const all = boundedWelch({ n: n1, ...sides }, { n: n2, ...later });
    for (const one of steps(n1)) {
      for (const other of steps(n2)) {
        const own = boundedWelch(
          { n: { low: one, high: one }, ...sides },
          { n: { low: other, high: other }, ...later },
        );
        for (const name of ["p", "t", "df"] as const) {
          if (own === undefined || all === undefined) throw new RangeError("both vary");
          expectWithin(all[name], own[name].low);
          expectWithin(all[name], own[name].high);
        }
      }
    }
  });

  test("cannot be told from the most favourable samples", () => {
    const wide = { n: { low: 20, high: 20 }, mean: { low: 3.2, high: 3.6 }, sd: { low: 0.5, high: 0.7 } };
    const before = { n: { low: 20, high: 20 }, mean: { low: 2.9, high: 3.3 }, sd: { low: 0.5, high: 0.7 } };
    const bounded = boundedWelch(before, wide);
    expect(bounded?.p.low).toBeLessThan(0.05);
    expect(bounded?.p.high).toBe(1);
  });
});

describe("two proportions of bounds", () => {
  test("hold what each pair of counts gives, and each end is one of them", () => {
    const random = seededRandom(3);
    for (let world = 0; world < 400; world += 1) {
      const draw = () => {
        const n = 5 + random(36);
        const low = random(n + 1);
        return { n, count: { low, high: Math.min(n, low + random(6)) } };
      };
      const [first, second] = [draw(), draw()];
      const bounded = boundedProportions(first, second);
      const pairs = steps(first.count).flatMap((x) =>
        steps(second.count).map((y) =>
          differenceOfProportions({ count: x, n: first.n }, { count: y, n: second.n }),
        ),
      );
      const lowers = pairs.map(({ newcombe }) => newcombe.lower);
      const uppers = pairs.map(({ newcombe }) => newcombe.upper);
      expect(bounded.interval.lower).toBeCloseTo(Math.min(...lowers), 10);
      expect(bounded.interval.upper).toBeCloseTo(Math.max(...uppers), 10);
      const ps = pairs.map(({ p }) => p ?? 1);
      if (bounded.p === null) {
        expect(new Set(pairs.map(({ p }) => p))).toEqual(new Set([null]));
        continue;
      }
      expect(bounded.p.low).toBeCloseTo(Math.min(...ps), 10);
      expect(bounded.p.high).toBeGreaterThanOrEqual(Math.max(...ps) - TINY);
      const { low, high } = bounded.estimate;
      if (low > 0 || high < 0) expect(bounded.p.high).toBeCloseTo(Math.max(...ps), 10);
    }
  });
});
