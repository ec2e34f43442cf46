/** The tables of a staff survey as they leave the server: what everybody answered, and the cuts named beforehand. */
import type { Cell } from "../disclosure/cell.ts";

/** One group of persons: those with these values of the cut's items. */
export interface StaffCategory {
  /** One a code of the cut, as in the dataset's choices. */
  readonly values: readonly string[];
  readonly label: string;
  /** How many people there are, answered or not; null where nobody said. */
  readonly headcount: number | null;
  /** How many of them answered anything. */
  readonly answered: Cell<number>;
}

/** One way of cutting all answers into categories: by one choice item, or by two together. */
export interface StaffCut {
  /** One or two codes of choice items, as in the policy. */
  readonly codes: readonly string[];
  readonly label: string;
  readonly categories: readonly StaffCategory[];
}

/** Answers from one point to another, both included, 1 being the first point or choice. */
export interface DistributionPart {
  readonly from: number;
  readonly to: number;
  /** Exact. The auditor takes it as exact, so everything worked out from shown parts tells nothing new. */
  readonly count: number;
}

/** All answers to one item of the persons of one cell; several points share a part where single ones would tell. */
export interface StaffDistribution {
  readonly parts: readonly DistributionPart[];
}

/** Scores of the persons of one cell who answered enough of a scale's items. */
export interface StaffScore {
  /** Mean of the displayed items' means, reverse-keyed ones turned; unrounded. */
  readonly mean: number;
  /** Sample standard deviation of the persons' scores, in hundredths; null where it could tell of single persons. */
  readonly sd: number | null;
}

/** The figures of one measure for everybody, and for each category of each cut, in the order of `cuts`. */
export interface StaffCells<V> {
  readonly total: Cell<V>;
  readonly cuts: readonly (readonly Cell<V>[])[];
}

export interface StaffItem {
  readonly code: string;
  readonly label: string;
  readonly kind: "scale" | "choice";
  readonly dimension: string | null;
  readonly reverseKeyed: boolean;
  /** Labels of the points or choices, the first first. */
  readonly points: readonly string[];
  readonly cells: StaffCells<StaffDistribution>;
}

/** A dimension's scale, or the index over all of them (code "index", 0 to 100). */
export interface StaffScale {
  readonly code: string;
  readonly label: string;
  readonly items: readonly string[];
  readonly lowest: number;
  readonly highest: number;
  readonly cells: StaffCells<StaffScore>;
}

/** What everybody wrote to one question: never by a cut, in an order drawn by chance at the fold. */
export interface StaffComments {
  readonly code: string;
  readonly label: string;
  /** Fewer comments are not shown. */
  readonly minimum: number;
  /** n is the number of comments. */
  readonly list: Cell<readonly string[]>;
}

export interface StaffTables {
  readonly format: 1;
  readonly survey: { readonly id: string; readonly version: string; readonly title: string };
  readonly minimum: number;
  /** Persons invited; null for a wave from elsewhere. */
  readonly invited: number | null;
  readonly answered: Cell<number>;
  readonly cuts: readonly StaffCut[];
  readonly items: readonly StaffItem[];
  readonly scales: readonly StaffScale[];
  readonly index: StaffScale | null;
  /** One a free-text question. Absent in releases made before comments were shown. */
  readonly comments?: readonly StaffComments[];
  /** "passes": every eligible cell was weighed; "fallback": the time was over, and the plain rule was taken. */
  readonly method: "passes" | "fallback";
}
