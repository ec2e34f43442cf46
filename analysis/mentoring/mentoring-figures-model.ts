/** What an evaluator sees of a round of mentoring: figures over many people, each a cell, and nothing else. */
import type { Cell, Figure } from "../disclosure/cell.ts";

/** Part of a whole: one value, or several that are counted together because each alone would be too few. */
export interface CountedPart {
  readonly values: readonly string[];
  readonly cell: Cell<number>;
}

/** Early ends in one area, or in several that are counted together. */
export interface ExitArea {
  readonly values: readonly string[];
  readonly all: Cell<number>;
  readonly reasons: readonly CountedPart[];
}

interface SideFigures {
  readonly asked: Cell<number>;
  /** Requests or offers received. */
  readonly sent: Cell<number>;
}

/** What pairs of one kind have in common. */
export interface PairProfile {
  /** Mean fit score when the pair was made, 0 to 100, whole. */
  readonly score: Cell<number>;
  /** Whole percent of the pairs for which each statement holds. */
  readonly shares: readonly {
    readonly code: string;
    readonly title: string;
    readonly percent: Cell<number>;
  }[];
}

export interface MentoringFigures {
  readonly minimumGroupSize: number;
  readonly takeUp: { readonly mentees: SideFigures; readonly mentors: SideFigures };
  /** Pairs that became active. */
  readonly matched: Cell<number>;
  /** Mean days from the request to the agreement, whole. */
  readonly daysToMatch: Cell<number>;
  /** Mean number of meetings of an active or ended pair, in tenths. */
  readonly meetings: Cell<number>;
  /** Newest answers to "How is it going?", 1 to 5, by side. */
  readonly pulses: { readonly mentees: Cell<Figure>; readonly mentors: Cell<Figure> };
  readonly exits: {
    readonly all: Cell<number>;
    readonly areas: readonly ExitArea[];
    /** Over all areas, worked out from the parts above and from nothing else. */
    readonly reasons: readonly CountedPart[];
  };
  readonly mismatch: {
    readonly ended: PairProfile;
    readonly others: PairProfile;
    /** What holds clearly more or less often for pairs that ended early, in words. */
    readonly shared: readonly string[];
  };
}
