/** What an evaluator sees of a round of mentoring: figures over many people, each a cell, and nothing else. */
import type { Cell } from "../disclosure/cell.ts";

/** Part of a whole: one value, or several that are counted together because each alone would be too few. */
export interface CountedPart {
  readonly values: readonly string[];
  readonly cell: Cell<number>;
}

export interface SideFigures {
  readonly invited: Cell<number>;
  /** Requests or offers received. */
  readonly answered: Cell<number>;
}

/** What pairs of one kind have in common. */
export interface PairProfile {
  readonly meanScore: Cell<number>;
  /** Percent of the pairs by what holds for them. */
  readonly shares: readonly { readonly what: string; readonly percent: Cell<number> }[];
}

export interface MentoringFigures {
  readonly minimumGroupSize: number;
  readonly takeUp: { readonly mentees: SideFigures; readonly mentors: SideFigures };
  readonly matched: Cell<number>;
  /** Mean days from the request to the agreement. */
  readonly daysToMatch: Cell<number>;
  /** Mean number of meetings of a pair. */
  readonly meetings: Cell<number>;
  /** Mean answer to "How is it going?", 1 to 5, by side. */
  readonly pulses: { readonly mentees: Cell<number>; readonly mentors: Cell<number> };
  readonly exits: {
    readonly all: Cell<number>;
    readonly byArea: readonly CountedPart[];
    readonly byReason: readonly CountedPart[];
  };
  readonly mismatch: {
    readonly ended: PairProfile;
    readonly others: PairProfile;
    /** What holds clearly more often for the pairs that ended early, in words. */
    readonly shared: readonly string[];
  };
}
