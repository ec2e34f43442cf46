/** The test of one measure: by the decision table, on frequency tables. */
import { brunnerMunzel } from "../statistics/brunner-munzel.ts";
import { countWhere, type FrequencyTable } from "../statistics/frequency-table.ts";
import { hedgesG } from "../statistics/hedges-g.ts";
import { mannWhitney } from "../statistics/mann-whitney.ts";
import { mean } from "../statistics/moments.ts";
import type { NotComputedReason, Outcome } from "../statistics/outcome.ts";
import { pairedChange } from "../statistics/paired-change.ts";
import { pairedT, type TTest } from "../statistics/paired-t.ts";
import { changes, type LinkedWaves } from "../statistics/paired-table.ts";
import { partlyOverlappingT } from "../statistics/partly-overlapping-t.ts";
import { regressionToMean } from "../statistics/regression-to-mean.ts";
import { reliableChange } from "../statistics/reliable-change.ts";
import { signedRank } from "../statistics/signed-rank.ts";
import {
  type StandardisedMeanChange,
  standardisedMeanChange,
} from "../statistics/standardised-mean-change.ts";
import { standardisedMeanDifference } from "../statistics/standardised-mean-difference.ts";
import { welchT } from "../statistics/welch-t.ts";
import type { BesideFigure, Effect, Situation, TestName } from "./comparison-model.ts";
import type { CountedWaves } from "./count-waves.ts";

/** A tested difference, or the reason why it could not be tested; with the figures beside. */
export interface TestedMeasure {
  readonly name: TestName;
  readonly test: TTest | null;
  readonly reason: NotComputedReason | null;
  /** Smallest number of answers that the test rests on: of linked persons, or of the smaller wave. */
  readonly answers: number;
  /** after − before; null when a wave is empty. */
  readonly estimate: number | null;
  readonly effect: Effect | null;
  readonly beside: readonly BesideFigure[];
}

/** What is wanted beside the test. */
export interface TestOptions {
  /** "all" of items; "scale" adds what only scales have; "none" of the index, and in groups. */
  readonly beside: "all" | "scale" | "none";
  /** Of the first wave, for reliable change. */
  readonly alpha: number | null;
}

/** Exact p values are worked out up to so many changed persons; beyond, the normal p agrees. */
const EXACT_UP_TO = 60;

/**
 * Tests one measure.
 * @param counted both waves, counted
 * @param situation how the waves hang together
 * @param options what is wanted beside the test
 * @returns the difference with its test, effect size and what stands beside
 * @example testMeasure(counted, "linked", { beside: "scale", alpha: 0.85 })
 */
export function testMeasure(
  counted: CountedWaves,
  situation: Situation,
  options: TestOptions,
): TestedMeasure {
  const { linked } = counted;
  if (situation === "linked" && linked !== undefined) return testLinked(linked, options);
  if (situation === "partly-linked" && linked !== undefined && linked.linked.n >= 2) {
    return testPartlyLinked(counted, linked, options);
  }
  return testUnlinked(counted, options);
}

function differenceOf(before: FrequencyTable, after: FrequencyTable): number | null {
  return before.n > 0 && after.n > 0 ? mean(after) - mean(before) : null;
}

function testLinked({ linked }: LinkedWaves, options: TestOptions): TestedMeasure {
  const test = pairedT(linked);
  const standardised = standardisedMeanChange(linked);
  const change = pairedChange(linked);
  return {
    name: "paired-t",
    test: test.computed ? test : null,
    reason: test.computed ? null : test.reason,
    answers: linked.n,
    estimate: change.computed ? change.meanChange : null,
    effect:
      standardised.computed && standardised.dAv !== null
        ? { name: "d_av", value: standardised.dAv, interval: standardised.dAvInterval }
        : null,
    beside: options.beside === "none" ? [] : besideLinked(linked, standardised, options),
  };
}

function besideLinked(
  linked: LinkedWaves["linked"],
  standardised: Outcome<StandardisedMeanChange>,
  { beside: wanted, alpha }: TestOptions,
): readonly BesideFigure[] {
  const all = changes(linked);
  const rank = signedRank(linked, "pratt", EXACT_UP_TO);
  const rankP = rank.pExact ?? rank.pNormal;
  const beside: BesideFigure[] = [
    { name: "persons-up", value: countWhere(all, (change) => change > 0) },
    { name: "persons-same", value: countWhere(all, (change) => change === 0) },
    { name: "persons-down", value: countWhere(all, (change) => change < 0) },
  ];
  if (linked.n > 0 && rankP !== null) {
    beside.push({ name: "signed-rank-pratt", value: rank.rankBiserial ?? 0, p: rankP });
  }
  if (standardised.computed) {
    beside.push({ name: "d_z", value: standardised.dZ, interval: standardised.dZInterval });
  }
  if (wanted === "scale") beside.push(...reliableFigures(linked, alpha), ...lowestQuarter(linked));
  return beside;
}

function reliableFigures(linked: LinkedWaves["linked"], alpha: number | null): readonly BesideFigure[] {
  if (alpha === null || alpha >= 1) return [];
  const reliable = reliableChange(linked, Math.max(0, alpha));
  if (!reliable.computed) return [];
  return [
    { name: "reliably-higher", value: reliable.higher },
    { name: "reliably-lower", value: reliable.lower },
  ];
}

/** The lowest quarter always rises a little: what regression to the mean alone would bring, beside what came. */
function lowestQuarter(linked: LinkedWaves["linked"]): readonly BesideFigure[] {
  const found = regressionToMean(linked, 0.25);
  if (!found.computed || found.low === linked.n) return [];
  return [
    { name: "lowest-quarter-change", value: found.observedChange },
    { name: "regression-to-mean-expected", value: found.expectedChange },
  ];
}

function testPartlyLinked(counted: CountedWaves, linked: LinkedWaves, options: TestOptions): TestedMeasure {
  const outcome = partlyOverlappingT(linked);
  const standardised = hedgesG(counted.before, counted.after);
  const linkedOnly = pairedT(linked.linked);
  const beside: BesideFigure[] = linkedOnly.computed
    ? [
        {
          name: "linked-only-change",
          value: linkedOnly.estimate,
          interval: linkedOnly.interval,
          p: linkedOnly.p,
        },
      ]
    : [];
  if (linkedOnly.computed && options.beside !== "none") {
    beside.push(...besideLinked(linked.linked, standardisedMeanChange(linked.linked), options));
  }
  return {
    name: "partly-overlapping-t",
    test: outcome.computed ? outcome.unequalVariances : null,
    reason: outcome.computed ? null : outcome.reason,
    answers: Math.min(counted.before.n, counted.after.n),
    estimate: differenceOf(counted.before, counted.after),
    effect: standardised.computed ? { name: "hedges-g", value: standardised.gS, interval: null } : null,
    beside,
  };
}

function testUnlinked({ before, after }: CountedWaves, { beside: wanted }: TestOptions): TestedMeasure {
  const outcome = welchT(before, after);
  const standardised = standardisedMeanDifference(before, after);
  const beside = wanted === "none" ? [] : besideUnlinked(before, after);
  return {
    name: "welch-t",
    test: outcome.computed ? outcome : null,
    reason: outcome.computed ? null : outcome.reason,
    answers: Math.min(before.n, after.n),
    estimate: differenceOf(before, after),
    effect: standardised.computed
      ? { name: "hedges-g", value: standardised.gS, interval: standardised.gSInterval }
      : null,
    beside,
  };
}

function besideUnlinked(before: FrequencyTable, after: FrequencyTable): readonly BesideFigure[] {
  const superiority = brunnerMunzel(before, after);
  const ranks = mannWhitney(before, after, EXACT_UP_TO);
  const beside: BesideFigure[] = [];
  if (superiority.computed) {
    const { estimate, interval, p } = superiority;
    beside.push({ name: "probability-of-superiority", value: estimate, interval, p });
  }
  if (ranks.computed) {
    const p = ranks.pExactTwiceSmallerTail ?? ranks.pNormal;
    beside.push({ name: "mann-whitney", value: ranks.probabilityOfSuperiority, p });
  }
  return beside;
}
