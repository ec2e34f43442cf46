/** Published tables of shares compared: other organisations' results, rounded, with suppressed cells and lost units. */
import { differenceOfProportions } from "../statistics/difference-of-proportions.ts";
import type { Band, Change, Verdict } from "./comparison-model.ts";
import { SURVEY_MINIMUMS } from "./comparison-plan.ts";
import { adjustVerdicts } from "./families.ts";
import { BAND_IN_POINTS_OF_100, practicalBand } from "./practical-band.ts";

/** One published figure. */
export type PublishedShare =
  | {
      readonly published: true;
      /** 0 to 1, as rounded by the publisher. */
      readonly share: number;
      /** Number of answers; null when it was not published. */
      readonly answers: number | null;
    }
  /** The publisher suppressed it. */
  | { readonly published: false };

/** One wave: unit, measure, figure. */
export type PublishedTable = ReadonlyMap<string, ReadonlyMap<string, PublishedShare>>;

/** One figure in both waves. */
interface PublishedChange {
  readonly unit: string;
  readonly measure: string;
  readonly before: PublishedShare;
  readonly after: PublishedShare;
  /** Difference of the published shares, 0 to 1, after − before; null when one is suppressed. */
  readonly difference: Change | null;
  /** Below 3 points "about the same", however significant; null without a difference. */
  readonly size: Band["size"] | null;
  readonly verdict: Verdict;
}

/** Two published waves. */
export interface PublishedComparison {
  readonly changes: readonly PublishedChange[];
  /** Units and measures that only one wave has. */
  readonly unitsGone: readonly string[];
  readonly unitsNew: readonly string[];
  readonly measuresGone: readonly string[];
  readonly measuresNew: readonly string[];
  readonly methods: readonly string[];
}

/**
 * Compares two published waves. A test needs the number of answers; without it the difference is not tested.
 * @param before the first wave
 * @param after the second wave
 * @returns every figure that both waves have, suppressed ones too, and what only one has
 * @see Newcombe (1998), method 10; z test of two proportions; Benjamini-Hochberg over all figures
 * @example comparePublished(before, after).changes[0]?.difference?.estimate
 */
export function comparePublished(before: PublishedTable, after: PublishedTable): PublishedComparison {
  const changes = [...after].flatMap(([unit, second]): PublishedChange[] => {
    const first = before.get(unit);
    if (first === undefined) return [];
    return [...second].flatMap(([measure, later]): PublishedChange[] => {
      const earlier = first.get(measure);
      return earlier === undefined ? [] : [changeOf({ unit, measure, before: earlier, after: later })];
    });
  });
  const verdicts = adjustVerdicts(
    changes.map(({ verdict }) => verdict),
    "item-shares",
  );
  return {
    changes: changes.map((one, place) => ({ ...one, verdict: verdicts[place] ?? one.verdict })),
    unitsGone: only([...before.keys()], [...after.keys()]),
    unitsNew: only([...after.keys()], [...before.keys()]),
    measuresGone: only(measuresOf(before), measuresOf(after)),
    measuresNew: only(measuresOf(after), measuresOf(before)),
    methods: METHODS,
  };
}

const METHODS = [
  "All differences are the second wave minus the first, in percentage points of published figures.",
  "The figures were rounded before they were published: a difference can be one point off.",
  "Where both numbers of answers are published and at least 30, shares are compared with the z test of two proportions and Newcombe's 95 % limits, with p adjusted by the Benjamini-Hochberg method over all figures; elsewhere a difference is not tested.",
  "Figures that the publisher suppressed stay suppressed; they count neither as 0 nor as missing.",
];

function only(these: readonly string[], those: readonly string[]): readonly string[] {
  const known = new Set(those);
  return these.filter((one) => !known.has(one));
}

function measuresOf(table: PublishedTable): readonly string[] {
  return [...new Set([...table.values()].flatMap((measures) => [...measures.keys()]))];
}

function changeOf(pair: Pick<PublishedChange, "unit" | "measure" | "before" | "after">): PublishedChange {
  const { before, after } = pair;
  if (!before.published || !after.published) {
    return { ...pair, difference: null, size: null, verdict: { state: "not-tested", reason: "suppressed" } };
  }
  const estimate = after.share - before.share;
  const { size } = practicalBand(estimate * 100, BAND_IN_POINTS_OF_100, null);
  const untested = (reason: "number-unknown" | "below-minimum" | "no-variance"): PublishedChange => ({
    ...pair,
    difference: { estimate, interval: null },
    size,
    verdict: { state: "not-tested", reason },
  });
  if (before.answers === null || after.answers === null) return untested("number-unknown");
  if (Math.min(before.answers, after.answers) < (SURVEY_MINIMUMS.item ?? 1)) return untested("below-minimum");
  const { newcombe, z, p } = differenceOfProportions(
    { count: Math.round(before.share * before.answers), n: before.answers },
    { count: Math.round(after.share * after.answers), n: after.answers },
  );
  if (z === null || p === null) return untested("no-variance");
  const state = p < 0.05 ? "significant" : "not-significant";
  return {
    ...pair,
    difference: { estimate, interval: newcombe },
    size,
    verdict: {
      state,
      test: "two-proportions-z",
      statistic: z,
      df: null,
      p,
      pAdjusted: p,
      family: "item-shares",
    },
  };
}
