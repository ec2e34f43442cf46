/** What a scorecard says in words: which areas lie far from the others, what was left out, and how it was made. */
import { changeText, meanText, percentRange } from "../bound-text.ts";
import type {
  ScorecardArea,
  ScorecardCell,
  ScorecardFigureCell,
  ScorecardMeasure,
  ScorecardPosition,
} from "./scorecard-model.ts";

type Measure = Omit<ScorecardMeasure, "sentences">;

function inWords(figure: ScorecardFigureCell, { kind, lowest }: Measure): string {
  if (!figure.shown) return "";
  const { value } = figure.value;
  if (kind === "share") return percentRange(value);
  // Only a change can lie below 0.
  return lowest < 0 ? changeText(value, 1) : meanText(value, 1);
}

function namesAt(
  measure: Measure,
  areas: readonly ScorecardArea[],
  places: readonly ScorecardPosition[],
): string[] {
  return measure.cells.flatMap(({ figure, position }, place) => {
    if (position === null || !places.includes(position)) return [];
    return [`${areas[place]?.label ?? ""} (${inWords(figure, measure)})`];
  });
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

function verdictSentences(measure: Measure, areas: readonly ScorecardArea[]): readonly string[] {
  const together = measure.overall.shown
    ? `; all areas together have ${inWords(measure.overall, measure)}`
    : "";
  const far = (
    [
      ["far above", ["far-above"]],
      ["far below", ["far-below"]],
    ] as const
  ).flatMap(([words, places]) => {
    const names = namesAt(measure, areas, places);
    return names.length === 0
      ? []
      : [`${listed(names)} ${names.length === 1 ? "lies" : "lie"} ${words} the others${together}.`];
  });
  const near = namesAt(measure, areas, ["above", "below"]);
  if (near.length === 0) return far;
  return [
    ...far,
    `${listed(near)} ${near.length === 1 ? "lies" : "lie"} outside the limits of 95 %, which one area in twenty does by chance alone.`,
  ];
}

function isJudged({ position }: ScorecardCell): boolean {
  return position !== null && position !== "only-bounds";
}

/** Nothing was hidden there. */
const NOTHING_TO_SHOW: ReadonlySet<string> = new Set(["no-answers", "no-headcount", "no-people"]);

/**
 * The sentences below a measure.
 *
 * @param measure with its cells in the order of the areas
 * @param areas of the scorecard
 * @param minimum smallest number of people behind a share; null for figures released elsewhere
 * @returns at least one sentence
 * @example scorecardSentences(measure, areas, 5);
 */
export function scorecardSentences(
  measure: Measure,
  areas: readonly ScorecardArea[],
  minimum: number | null,
): readonly string[] {
  const untold = measure.cells.filter(({ position }) => position === "only-bounds").length;
  const judged = measure.cells.filter(isJudged).length;
  const shown = measure.cells.filter(({ figure }) => figure.shown).length;
  const few = measure.cells.filter(
    ({ figure }) => !figure.shown && !NOTHING_TO_SHOW.has(figure.reason),
  ).length;
  const verdicts = verdictSentences(measure, areas);
  const outcome =
    judged === 0
      ? untold > 0
        ? []
        : ["No area is judged: too few areas or too few people to tell a difference from chance."]
      : verdicts.length > 0
        ? verdicts
        : ["No area lies further from the others than chance explains."];
  const unjudged = shown - judged - untold;
  return [
    ...outcome,
    ...(judged + untold > 0 && unjudged > 0
      ? [
          `${unjudged} ${unjudged === 1 ? "area is" : "areas are"} shown without a verdict: too few people stand behind the figure.`,
        ]
      : []),
    ...(untold > 0
      ? [
          `Of ${untold} ${untold === 1 ? "area" : "areas"} it cannot be told whether chance explains the figure: only bounds are shown.`,
        ]
      : []),
    ...(few > 0
      ? [
          minimum === null
            ? `${few} ${few === 1 ? "area is" : "areas are"} not shown, as in the survey's own results.`
            : `${few} ${few === 1 ? "area has" : "areas have"} fewer than ${minimum} people, or fewer who took part, and ${few === 1 ? "is" : "are"} neither shown nor counted.`,
        ]
      : []),
  ];
}

/**
 * How the scorecard was made.
 *
 * @param measures of the scorecard
 * @param minimum smallest number of people behind a share
 * @returns one sentence a method used; empty without measures
 * @example scorecardMethods(scorecard.measures, 5);
 */
export function scorecardMethods(measures: readonly Measure[], minimum: number): readonly string[] {
  const kinds = new Set(measures.map(({ kind }) => kind));
  return [
    ...(kinds.has("share")
      ? [
          `Shares are shown for areas of at least ${minimum} people of whom none or at least ${minimum} took part, with Wilson's 95 % limits; the share of all areas counts the shown ones alone.`,
          "An area's share is set against that of all areas together by exact binomial limits of 95 % and 99.8 % (funnel plot, Spiegelhalter 2005), which are wide for few people.",
        ]
      : []),
    ...(kinds.has("mean")
      ? [
          "Means are those that the surveys released. An area's mean is set against that of everybody by the limits mean ± z · s / √n with z = 1.96 and 3.09, s being at most as large; for a change, n is the smaller of the two waves' numbers. Where a survey shows bounds, an area lies outside only if all means within them do.",
        ]
      : []),
    ...(measures.length > 0
      ? [
          "Areas differ for many reasons. If many of them lie outside the limits, the areas are simply unlike each other, and the limits say little about a single one.",
          "An area is judged from 10 people or answers on, and where at least three areas are shown.",
        ]
      : []),
  ];
}
