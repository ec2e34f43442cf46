/** Paired proportions and McNemar's test. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemar } from "../../../analysis/statistics/mcnemar.ts";
import { pairedCounts, pairedProportions } from "../../../analysis/statistics/paired-proportions.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { type PairedCounts, phiCoefficient } from "../../../analysis/statistics/phi-coefficient.ts";
import { retestCorrelation } from "../../../analysis/statistics/retest-correlation.ts";
import { signTest } from "../../../analysis/statistics/sign-test.ts";
import { pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

const count = fc.nat(40);
const counts = fc
  .record({ both: count, beforeOnly: count, afterOnly: count, neither: count })
  .filter((one) => one.both + one.beforeOnly + one.afterOnly + one.neither > 0);

function turned(one: PairedCounts): PairedCounts {
  return { ...one, beforeOnly: one.afterOnly, afterOnly: one.beforeOnly };
}

describe("paired proportions", () => {
  it("count linked persons by what they did", () => {
    const table = linkWaves([4, 4, 1, 1, null], [5, 2, 4, 1, 5]).linked;
    expect(pairedCounts(table, (answer) => answer >= 4)).toEqual({
      both: 1,
      beforeOnly: 1,
      afterOnly: 1,
      neither: 1,
    });
  });

  it("have Tango's limits where the score with the restricted estimate just rejects", () => {
    fc.assert(
      fc.property(counts, (one) => {
        const { tango, n } = figures(pairedProportions(one));
        for (const [limit, z] of [
          [tango.lower, 1.959963984540054],
          [tango.upper, -1.959963984540054],
        ] as const) {
          if (Math.abs(limit) > 0.999) continue;
          // The restricted estimate maximises the likelihood over P(before only) by bisection of its slope.
          const gain = (q: number) => {
            const rest = 1 - limit - 2 * q;
            return (
              one.beforeOnly / q +
              one.afterOnly / (q + limit) -
              (2 * (n - one.beforeOnly - one.afterOnly)) / rest
            );
          };
          let low = Math.max(0, -limit);
          let high = (1 - limit) / 2;
          for (let i = 0; i < 200; i += 1) {
            const middle = (low + high) / 2;
            if (gain(middle) > 0) low = middle;
            else high = middle;
          }
          const variance = n * (low + low + limit - limit * limit);
          expect((one.afterOnly - one.beforeOnly - n * limit) / Math.sqrt(variance)).toBeCloseTo(z, 5);
        }
      }),
    );
  });

  it("mirror when the waves change places, and hold the change", () => {
    fc.assert(
      fc.property(counts, (one) => {
        const there = figures(pairedProportions(one));
        const back = figures(pairedProportions(turned(one)));
        expect(back.newcombe.lower).toBeCloseTo(-there.newcombe.upper, 10);
        expect(back.tango.lower).toBeCloseTo(-there.tango.upper, 8);
        for (const { lower, upper } of [there.newcombe, there.tango, there.wald]) {
          expect(lower).toBeLessThanOrEqual(there.difference + 1e-9);
          expect(upper).toBeGreaterThanOrEqual(there.difference - 1e-9);
        }
      }),
    );
  });

  it("have a verdict for nobody and refuse broken counts", () => {
    const none = { both: 0, beforeOnly: 0, afterOnly: 0, neither: 0 };
    expect(pairedProportions(none)).toEqual({ computed: false, reason: "no-answers" });
    expect(() => pairedProportions({ ...none, both: 0.5 })).toThrow(RangeError);
  });
});

describe("phi", () => {
  it("is the correlation of answers coded 0 and 1", () => {
    const table = linkWaves([1, 1, 1, 0, 0, 0, 1], [1, 1, 0, 0, 0, 1, 1]).linked;
    const phi = phiCoefficient(
      pairedCounts(table, (answer) => answer === 1),
      false,
    );
    expect(phi).toBeCloseTo(figures(retestCorrelation(table)).pearson, 12);
  });

  it("is never farther from 0 when corrected", () => {
    fc.assert(
      fc.property(counts, (one) => {
        const plain = phiCoefficient(one, false);
        expect(Math.abs(phiCoefficient(one, true))).toBeLessThanOrEqual(Math.abs(plain));
        expect(Math.abs(plain)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe("McNemar", () => {
  it("exactly is the sign test of answers coded 0 and 1", () => {
    fc.assert(
      fc.property(pairs(1), (linked) => {
        const coded = linked.map(([x, y]): [number, number] => [x >= 4 ? 1 : 0, y >= 4 ? 1 : 0]);
        const table = linkWaves(...split(coded)).linked;
        const test = mcnemar(pairedCounts(table, (answer) => answer === 1));
        expect(test.pExact).toBeCloseTo(signTest(table).p, 12);
        expect(test.pMid).toBeLessThanOrEqual(test.pExact + 1e-12);
      }),
    );
  });

  it("keeps its p when the waves change places, and says p = 1 when nobody changed sides", () => {
    fc.assert(
      fc.property(counts, (one) => {
        const { oddsRatio: _, ...there } = mcnemar(one);
        expect(mcnemar(turned(one))).toMatchObject(there);
      }),
    );
    expect(mcnemar({ both: 3, beforeOnly: 0, afterOnly: 0, neither: 2 })).toMatchObject({
      p: 1,
      chiSquare: null,
    });
    expect(() => mcnemar({ both: 3, beforeOnly: -1, afterOnly: 0, neither: 2 })).toThrow(RangeError);
  });
});
