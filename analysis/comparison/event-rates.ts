/** Complaints and other events that the organisation counts, as rates per 100 staff. */
import { rateInterval, rateRatio } from "../statistics/poisson-rate.ts";
import type { ComparedRate, Verdict } from "./comparison-model.ts";
import type { EventCounts } from "./comparison-plan.ts";

/** Rates are told per so many staff. */
const PER = 100;

type Counted = EventCounts["before"];

function side({ events, staff }: Counted): ComparedRate["before"] {
  const { lower, upper } = rateInterval({ events, exposure: staff / PER });
  return { events, staff, per100: (events / staff) * PER, interval: { lower, upper } };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Compares rates of both waves with exact conditional limits; right for few events too.
 * @param counts events and staff of both waves; staff above 0
 * @returns rates per 100 staff, their ratio (after / before) and the verdict
 * @throws RangeError when a number of events is not whole, or staff is not above 0
 * @see Garwood (1936) for a rate; Przyborowski and Wilenski (1940) for the ratio
 * @example compareRates([{ name: "complaints", before: { events: 12, staff: 400 }, after: { events: 25, staff: 380 } }])
 */
export function compareRates(counts: readonly EventCounts[]): readonly ComparedRate[] {
  return counts.map(({ name, before, after }): ComparedRate => {
    const sides = { before: side(before), after: side(after) };
    const outcome = rateRatio(
      { events: before.events, exposure: before.staff },
      { events: after.events, exposure: after.staff },
    );
    if (!outcome.computed) {
      return { name, ...sides, ratio: null, verdict: { state: "not-tested", reason: outcome.reason } };
    }
    const { ratio, interval, pCentral } = outcome;
    const verdict: Verdict = {
      state: pCentral < 0.05 ? "significant" : "not-significant",
      test: "rate-ratio-exact",
      statistic: after.events,
      df: null,
      p: pCentral,
      pAdjusted: pCentral,
      family: "rates",
    };
    return {
      name,
      ...sides,
      ratio: { estimate: finite(ratio), lower: interval.lower, upper: finite(interval.upper) },
      verdict,
    };
  });
}
