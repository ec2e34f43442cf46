/** What a wave comparison says: figures, differences, tests in three states, and the words for them. */
import type { DefinitionChanges } from "../../surveys/definition-changes.ts";
import type { Interval } from "../statistics/interval.ts";
import type { NotComputedReason } from "../statistics/outcome.ts";
import type { LeaderAgreement } from "./leader-units.ts";

/** How the two waves' persons hang together; decides the tests. */
export type Situation = "linked" | "partly-linked" | "unlinked";

/** linked: paired t; partly-linked: partially overlapping samples t; unlinked: Welch. */
export type TestName = "paired-t" | "partly-overlapping-t" | "welch-t";

/** Tests whose p values are adjusted together. */
export type Family =
  | "items"
  | "item-shares"
  | "scales"
  | "index"
  | "groups"
  | "treatment"
  | "rates"
  | "contrasts";

/** Why a difference was not tested. */
export type NotTestedReason =
  | NotComputedReason
  | "below-minimum"
  | "single-leader-item"
  | "number-unknown"
  | "group-not-shown"
  | "suppressed";

/** The three states; a difference that was not tested never looks like one that is not significant. */
export type Verdict =
  | {
      readonly state: "significant" | "not-significant";
      readonly test: string;
      readonly statistic: number;
      readonly df: number | null;
      /** Two-sided, of this test alone. */
      readonly p: number;
      /** Adjusted for the number of tests of the family. */
      readonly pAdjusted: number;
      readonly family: Family;
    }
  | { readonly state: "not-tested"; readonly reason: NotTestedReason };

/** Share of favourable answers of one wave, 0 to 1. */
export interface ShareFigure {
  readonly count: number;
  readonly n: number;
  readonly share: number;
  /** Wilson, 95 %. */
  readonly interval: Interval;
  /** ± with the finite population correction; only where the headcount is known. */
  readonly margin?: number;
}

/** One wave's figures of one measure. */
export interface WaveFigures {
  readonly n: number;
  /** In scale points, 0 to 100 for the index; null when nobody answered. */
  readonly mean: number | null;
  /** Sample standard deviation; null below two answers. */
  readonly sd: number | null;
  /** 95 % limits of the mean, narrowed where the headcount is known; null below two answers. */
  readonly interval: Interval | null;
  /** Items: of those who answered. Scales: of all answers to the items, pooled. Null for the index or no answer. */
  readonly favourable: ShareFigure | null;
}

/** A change with its limits; direction after − before. */
export interface Change {
  readonly estimate: number;
  readonly interval: Interval | null;
}

/** Change of the favourable share. */
export interface ShareChange extends Change {
  readonly test: "mcnemar-mid-p" | "partly-overlapping-z" | "two-proportions-z";
  readonly p: number | null;
  /** Benjamini-Hochberg over the shares of all items; null when not tested. */
  readonly pAdjusted: number | null;
}

/** A standardised change; direction after − before. */
export interface Effect {
  readonly name: "d_av" | "hedges-g";
  readonly value: number;
  readonly interval: Interval | null;
}

/** A figure beside the main test, for the table of an evaluator. */
export interface BesideFigure {
  readonly name:
    | "d_z"
    | "signed-rank-pratt"
    | "persons-up"
    | "persons-same"
    | "persons-down"
    | "reliably-higher"
    | "reliably-lower"
    | "probability-of-superiority"
    | "mann-whitney"
    | "linked-only-change"
    | "regression-to-mean-expected"
    | "lowest-quarter-change";
  readonly value: number;
  readonly interval?: Interval;
  readonly p?: number;
}

/** The practical size of a difference. */
export interface Band {
  /** Differences below this are "about the same". */
  readonly limit: number;
  readonly size: "about-the-same" | "higher" | "lower";
  /** Two one-sided tests: true if the difference is shown to lie within the limit. */
  readonly equivalent: boolean | null;
}

/** Persons who answered both waves, or one. */
export interface LinkCounts {
  readonly both: number;
  readonly beforeOnly: number;
  readonly afterOnly: number;
}

/** One item, scale or index in both waves. */
export interface ComparedMeasure {
  readonly kind: "item" | "scale" | "index";
  readonly code: string;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  readonly before: WaveFigures;
  readonly after: WaveFigures;
  /** From who answered this measure; missing answers can make a linked wave partly linked. */
  readonly situation: Situation;
  /** Null when the waves are not linked. */
  readonly linked: LinkCounts | null;
  readonly difference: Change | null;
  readonly shareChange: ShareChange | null;
  readonly verdict: Verdict;
  readonly effect: Effect | null;
  readonly band: Band | null;
  readonly beside: readonly BesideFigure[];
  /** Cronbach's alpha of each wave, for scales of two items or more. */
  readonly alpha: { readonly before: number | null; readonly after: number | null } | null;
  /** Items of the scale that are left out because they are not the same in both waves. */
  readonly leftOut: readonly string[];
}

/** Means of those who stayed, left and joined; null where nobody is. */
export interface Turnover {
  readonly code: string;
  readonly stayersBefore: number | null;
  readonly stayersAfter: number | null;
  readonly leaversBefore: number | null;
  readonly joinersAfter: number | null;
}

/** A weighted comparison beside the unweighted one; or why there is none. */
export type WeightedChange =
  | {
      readonly computed: true;
      readonly code: string;
      readonly before: number;
      readonly after: number;
      readonly difference: Change;
      /** Kish's design effect of the wave with the larger one. */
      readonly designEffect: number;
      readonly trimmed: boolean;
    }
  | {
      readonly computed: false;
      readonly code: string;
      readonly reason: "cell-below-ten" | NotComputedReason;
    };

/** What is shown of one group. */
export type GroupCell =
  | { readonly shown: true; readonly group: string; readonly measures: readonly ComparedMeasure[] }
  | {
      readonly shown: false;
      readonly group: string;
      readonly reason: "too-few-answers" | "would-reveal-another";
    };

/** How much more the others changed than the comparison group; ANCOVA beside it where persons are linked. */
export interface TreatmentEffect {
  readonly code: string;
  readonly treated: number | null;
  readonly comparison: number | null;
  readonly effect: Change | null;
  readonly verdict: Verdict;
  /** Of linked persons: the difference after at equal answers before; null where it cannot be worked out. */
  readonly ancova: (Change & { readonly p: number }) | null;
}

/** Events per 100 staff in both waves. */
export interface ComparedRate {
  readonly name: string;
  readonly before: {
    readonly events: number;
    readonly staff: number;
    readonly per100: number;
    readonly interval: Interval;
  };
  readonly after: {
    readonly events: number;
    readonly staff: number;
    readonly per100: number;
    readonly interval: Interval;
  };
  /** After / before; null without any event. An upper limit of null has no end. */
  readonly ratio: {
    readonly estimate: number | null;
    readonly lower: number;
    readonly upper: number | null;
  } | null;
  readonly verdict: Verdict;
}

/** Who answered, of how many. */
export interface Response {
  readonly answered: number;
  /** Null when no headcount is given. */
  readonly headcount: number | null;
  /** 0 to 1. */
  readonly rate: number | null;
}

/** The whole comparison of two waves. */
export interface WaveComparison {
  readonly survey: { readonly id: string; readonly title: string };
  readonly situation: Situation;
  /** For 360 feedback of many people, who are then the units; null elsewhere. */
  readonly leaders: {
    readonly before: number;
    readonly after: number;
    readonly agreement: readonly LeaderAgreement[];
  } | null;
  /** Persons (rows) of the waves. */
  readonly persons: LinkCounts | null;
  readonly response: { readonly before: Response; readonly after: Response };
  readonly changes: DefinitionChanges | null;
  readonly items: readonly ComparedMeasure[];
  readonly scales: readonly ComparedMeasure[];
  readonly index: ComparedMeasure | null;
  readonly turnover: readonly Turnover[];
  readonly groups: {
    readonly by: string;
    readonly minimum: number;
    readonly cells: readonly GroupCell[];
  } | null;
  /** The second wave reweighted to the first one's groups. */
  readonly composition: readonly WeightedChange[];
  /** Both waves weighted to the headcounts. */
  readonly weighted: readonly WeightedChange[];
  /** Both waves raked to the headcounts of several columns; null when none are given. */
  readonly raked: { readonly columns: readonly string[]; readonly changes: readonly WeightedChange[] } | null;
  readonly treatment: { readonly comparison: string; readonly effects: readonly TreatmentEffect[] } | null;
  readonly rates: readonly ComparedRate[];
  /** Printable sentences: how this comparison was made. */
  readonly methods: readonly string[];
}
