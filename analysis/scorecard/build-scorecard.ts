/** The scorecard: measures side by side over the areas of an organisation, and which lie beyond what chance explains. */

import type { Cell } from "../disclosure/cell.ts";
import { exactly } from "../staff-tables/count-bounds.ts";
import { wilsonInterval } from "../statistics/proportion.ts";
import { boundedInFunnel, meanLimits, shareInFunnel, shareLimits } from "./funnel.ts";
import type {
  NoShareReason,
  Scorecard,
  ScorecardArea,
  ScorecardCell,
  ScorecardFigure,
  ScorecardMeasure,
  ScorecardMeasureCode,
} from "./scorecard-model.ts";
import { scorecardMethods, scorecardSentences } from "./scorecard-sentences.ts";

/** How many of an area's people did something. */
export interface AreaCount {
  readonly count: number;
  readonly of: number;
}

/** A share of people by area; areas without an entry have no people. */
export interface ShareSource {
  readonly code: ScorecardMeasureCode;
  readonly label: string;
  readonly areas: ReadonlyMap<string, AreaCount>;
}

/** A mean by area that has been released: it is shown here as it was there. */
export interface MeanSource {
  readonly code: ScorecardMeasureCode;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  readonly overall: Cell<ScorecardFigure>;
  /** Standard deviation that a mean of n answers has times the root of n, at most; null where it is not known. */
  readonly spread: number | null;
  readonly areas: ReadonlyMap<string, Cell<ScorecardFigure>>;
  /** Sentences on where the figures come from, before those on what they show. */
  readonly notes?: readonly string[];
}

export interface ScorecardInputs {
  /** Smallest number of people behind a share. */
  readonly minimum: number;
  readonly areas: readonly ScorecardArea[];
  readonly shares: readonly ShareSource[];
  readonly means: readonly MeanSource[];
}

/** Fewer people or answers than this get no verdict, and fewer areas are no "others". */
const VERDICT_MINIMUM = { people: 10, areas: 3 } as const;

/**
 * Builds the scorecard.
 *
 * A share is shown where at least `minimum` people stand behind it and nobody, or as many again, did it: taking part
 * is a person's own business; the share of all areas together counts the shown
 * ones alone, so that nothing follows for the others. Means were released elsewhere and are repeated, not counted.
 *
 * @param inputs areas, shares as counts, means as released cells
 * @returns the scorecard; measures without any source are absent
 * @throws RangeError if a count is larger than its whole
 * @see funnel.ts
 * @example buildScorecard({ minimum: 5, areas, shares, means: [] }).measures[0]?.sentences;
 */
export function buildScorecard({ minimum, areas, shares, means }: ScorecardInputs): Scorecard {
  const measures = [
    ...shares.map((source) => shareMeasure(source, areas, minimum)),
    ...means.map((source) => meanMeasure(source, areas)),
  ];
  return { format: 1, minimum, areas, measures, methods: scorecardMethods(measures, minimum) };
}

const NO_ANSWERS = { shown: false, reason: "no-answers" } as const;

function noShare(reason: NoShareReason): ScorecardCell {
  return { figure: { shown: false, reason }, position: null };
}

function shareMeasure(
  { code, label, areas: counts }: ShareSource,
  areas: readonly ScorecardArea[],
  minimum: number,
): ScorecardMeasure {
  const mayBeShown = ({ count, of }: AreaCount): boolean =>
    of >= minimum && (count === 0 || count >= minimum);
  const shown = [...counts.values()].filter(mayBeShown);
  const all = shown.reduce((sum, one) => ({ count: sum.count + one.count, of: sum.of + one.of }), {
    count: 0,
    of: 0,
  });
  const share = all.of === 0 ? 0 : all.count / all.of;
  const cells = areas.map(({ code: area, headcount }): ScorecardCell => {
    const counted = counts.get(area);
    if (counted === undefined || counted.of === 0) {
      return noShare(headcount === null ? "no-headcount" : "no-people");
    }
    if (!mayBeShown(counted)) return noShare("few-people");
    const mayJudge = counted.of >= VERDICT_MINIMUM.people && shown.length >= VERDICT_MINIMUM.areas;
    const position = mayJudge ? shareInFunnel(counted.count, counted.of, share) : null;
    return { figure: shareFigure(counted), position };
  });
  const sizes = shown.map(({ of }) => of);
  const hasPeople = [...counts.values()].some(({ of }) => of > 0);
  return withSentences(areas, minimum, {
    code,
    label,
    kind: "share",
    lowest: 0,
    highest: 1,
    overall: all.of === 0 ? noShare(hasPeople ? "few-people" : "no-people").figure : shareFigure(all),
    cells,
    limits:
      shown.length < VERDICT_MINIMUM.areas ? [] : shareLimits(Math.min(...sizes), Math.max(...sizes), share),
  });
}

function shareFigure({ count, of }: AreaCount): Cell<ScorecardFigure> {
  const interval = wilsonInterval({ count, n: of });
  return { shown: true, n: of, value: { value: exactly(count / of), interval } };
}

function meanMeasure(source: MeanSource, areas: readonly ScorecardArea[]): ScorecardMeasure {
  const { code, label, lowest, highest, overall, spread } = source;
  const figures = areas.map((area) => source.areas.get(area.code) ?? NO_ANSWERS);
  const sizes = figures.flatMap((figure) => (figure.shown ? [figure.n] : []));
  const all =
    overall.shown && spread !== null && sizes.length >= VERDICT_MINIMUM.areas
      ? { mean: overall.value.value, sd: spread, lowest, highest }
      : null;
  const cells = figures.map((figure): ScorecardCell => {
    if (all === null || !figure.shown || figure.n < VERDICT_MINIMUM.people) return { figure, position: null };
    return { figure, position: boundedInFunnel(figure.value.value, figure.n, all) };
  });
  const limits = all === null ? [] : meanLimits(Math.min(...sizes), Math.max(...sizes), all);
  const measure = { code, label, kind: "mean", lowest, highest, overall, cells, limits } as const;
  return withSentences(areas, null, measure, source.notes);
}

function withSentences(
  areas: readonly ScorecardArea[],
  minimum: number | null,
  measure: Omit<ScorecardMeasure, "sentences">,
  notes: readonly string[] = [],
): ScorecardMeasure {
  return { ...measure, sentences: [...notes, ...scorecardSentences(measure, areas, minimum)] };
}
