/** How a programme fares in each area of the organisation, as it leaves the server: figures, and where chance ends. */
import type { Bounds } from "../bounds.ts";
import type { Cell } from "../disclosure/cell.ts";
import type { Interval } from "../statistics/interval.ts";
import type { FunnelLimits, FunnelPosition } from "./funnel.ts";

/** A share: count of n, 0 to 1. A mean: in scale points, or their change (later minus earlier). */
export interface ScorecardFigure {
  readonly value: Bounds;
  /** 95 %, outermost limits; null where there is no spread to work it out from. */
  readonly interval: Interval | null;
}

/** Why there is no share: what the list of people says, where a mean has what its survey released. */
export type NoShareReason =
  /** The list of people has nobody in this area, so nobody knows how many there are. */
  | "no-headcount"
  /** Nobody in this area could do it. */
  | "no-people"
  /** Fewer people than the minimum, or fewer who did it. */
  | "few-people";

/** A figure, or why there is none. */
export type ScorecardFigureCell =
  | Cell<ScorecardFigure>
  | { readonly shown: false; readonly reason: NoShareReason };

export type ScorecardPosition = FunnelPosition | "only-bounds";

/** One area's figure of one measure, and where it lies among the others. */
export interface ScorecardCell {
  /** n: people (share) or answers (mean) behind the figure. */
  readonly figure: ScorecardFigureCell;
  /**
   * Null where the figure is not shown, or too few people stand behind it for a verdict; "only-bounds" where the place
   * is not the same for all values within the bounds.
   */
  readonly position: ScorecardPosition | null;
}

export type ScorecardMeasureCode =
  | "coaching-take-up"
  | "mentoring-take-up"
  | "coaching-completion"
  | "mentoring-completion"
  | "coaching-experience"
  | "mentoring-experience"
  | "confidence-change";

export interface ScorecardMeasure {
  readonly code: ScorecardMeasureCode;
  /** In words, such as "Managers who took up coaching". */
  readonly label: string;
  readonly kind: "share" | "mean";
  /** Of the whole scale: 0 and 1 for shares; a change may be negative. */
  readonly lowest: number;
  readonly highest: number;
  /** All areas together. */
  readonly overall: ScorecardFigureCell;
  /** One an area, in the order of `areas`. */
  readonly cells: readonly ScorecardCell[];
  /** From the smallest to the largest n drawn; empty where there is nothing to draw. */
  readonly limits: readonly FunnelLimits[];
  /** Sentences: which areas lie far above or far below, or that none does, and what was left out and why. */
  readonly sentences: readonly string[];
}

export interface ScorecardArea {
  readonly code: string;
  readonly label: string;
  /** How many people belong to it; null where that is not known. */
  readonly headcount: number | null;
}

export interface Scorecard {
  readonly format: 1;
  /** The smallest number behind a figure that is shown. */
  readonly minimum: number;
  readonly areas: readonly ScorecardArea[];
  /** Measures that the programme has no source for are absent. */
  readonly measures: readonly ScorecardMeasure[];
  /** Printable sentences: how this was made. */
  readonly methods: readonly string[];
}
