/** What the auditor is given of tables of counts: how many persons of each class there are, and how cells count them. */

/** Answers from one point to another, both included, and how many there are; exact. */
export interface CountedPart {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** One shown cell: the persons of some classes, counted by answer. */
export interface CountedCell {
  readonly name: string;
  /** Places in PublishedCounts.persons. */
  readonly classes: readonly number[];
  /** Without gaps from 1 to the last point. */
  readonly parts: readonly CountedPart[];
}

/** All that is shown of the answers to one item. */
export interface PublishedCounts {
  readonly name: string;
  readonly points: number;
  /** By class of persons whom nothing shown can tell apart: how many answered the item. Known to everybody. */
  readonly persons: readonly number[];
  /**
   * The same in halves, where persons of one class may be those of another: a set of classes then has at least half as
   * many different persons as halves. Absent: all persons are different.
   */
  readonly halves?: readonly number[];
  readonly cells: readonly CountedCell[];
}
