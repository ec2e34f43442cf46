/**
 * The tables of a staff survey as they leave the server: what everybody answered, and the cuts named beforehand.
 *
 * Counts are bounds. A _statement_ says how many persons of a cell answered above one point (a border between points),
 * or took one choice: exactly (`low === high`), or between two numbers. Bounds always hold the true count, and say
 * nothing of where in them it lies; nothing may be worked out from anything else than these bounds.
 *
 * - Every cell of a scale item has the border between its favourable answers and the others. The cells of the first
 *   cut and everybody have all borders, so that points and means follow from them; other cuts have the one.
 * - A cell of a choice item in the first cut and of everybody has each choice, or the one that nearly all took, alone;
 *   other cuts have the first choice.
 * - Shares, parts, means and spreads of cells are worked out in `answer-bounds.ts`, and nowhere else.
 */
import type { Cell } from "../disclosure/cell.ts";
import type { CountBounds, MeanBounds } from "./count-bounds.ts";

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

/** How many answered above a point of a scale, 1 being the first point. As answered: nothing is turned. */
export interface BorderCount extends CountBounds {
  readonly above: number;
}

/** How many took a choice, 1 being the first. */
interface ChoiceCount extends CountBounds {
  readonly choice: number;
}

/** What is said of the answers of one cell to an item on a scale. */
export interface ScaleAnswers {
  readonly kind: "scale";
  /** How many of the cell's n gave a point. n, unless some could say that they do not know, or were not asked. */
  readonly given: CountBounds;
  /** The lowest border first; points that no border parts are told together only. */
  readonly borders: readonly BorderCount[];
}

/** What is said of the answers of one cell to a question with choices. */
interface ChoiceAnswers {
  readonly kind: "choice";
  /** How many of the cell's n took a choice. n, unless some were not asked. */
  readonly given: CountBounds;
  /** The first choice first. Of a choice that is not among them nothing is said. */
  readonly choices: readonly ChoiceCount[];
}

/** All that is said of one cell's answers to one item. */
export type StaffDistribution = ScaleAnswers | ChoiceAnswers;

/** What is known of the scores of one cell; all of it follows from the cells of the scale's items. */
export interface StaffScore {
  /** Mean of the displayed items' means, reverse-keyed ones turned; unrounded. */
  readonly mean: MeanBounds;
  /** The persons' scores spread no more than this: the mean of the items' standard deviations; null without all items. */
  readonly sdAtMost: number | null;
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
  /**
   * Those of everybody who are in no shown group of the first cut, said like one of its groups; absent where there are
   * none, and in releases made before counts were coded. It is in everybody's figures.
   */
  readonly rest?: Cell<StaffDistribution>;
  /** Absent where no other released wave asked it of the same persons. */
  readonly beside?: StaffBeside;
}

/**
 * Where the favourable answers of everybody went, as far as it may be told. "about-the-same" holds every count that
 * could be if all who answered both waves answered alike.
 */
export type WaveDirection = "higher" | "about-the-same" | "lower";

/** What other released waves with the same question and some of the same persons change about an item's figures. */
export interface StaffBeside {
  /** Titles of these waves. */
  readonly waves: readonly string[];
  /**
   * "blocks": counts are told in blocks so wide that these waves tell no more beside them. "everybody": of everybody
   * only, since these waves were long before or after. "direction": instead of figures, only where everybody's
   * favourable answers went.
   */
  readonly told: "blocks" | "everybody" | "direction";
  /** Against the first of these waves; null where nothing can be told. Only of a direction. */
  readonly direction?: WaveDirection | null;
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
  readonly format: 2;
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
  /**
   * Bounds of a coded count lie this far apart: one more than the answers that somebody may know. Null in releases made
   * before counts were coded; their counts are exact.
   */
  readonly width: number | null;
  /** "passes": every eligible cell was weighed; "fallback": the time was over, and the plain rule was taken. */
  readonly method: "passes" | "fallback";
}

/** A wave that has been released, some of whose persons and items are the new tables' as well. */
export interface BesideWave {
  /** As people know it. */
  readonly title: string;
  /** All that it has released, put together. */
  readonly tables: StaffTables;
  /** By code of an item in the new tables: the code there of one that asked the same. */
  readonly items: ReadonlyMap<string, string>;
  /** Persons on both lists, on its list only, on the new tables' list only. */
  readonly stayed: number;
  readonly left: number;
  readonly joined: number;
  /** From the closing of the one to the opening of the other. */
  readonly days: number;
  /** "direction": so few joined or left so lately that no figure may stand beside its own. */
  readonly told: "blocks" | "direction";
  /** Categories that go by other values in the new tables. */
  readonly renamed?: readonly RenamedValue[];
}

/** A value of a choice item, in the other wave and in the new tables. */
interface RenamedValue {
  readonly item: string;
  readonly before: string;
  readonly now: string;
}
