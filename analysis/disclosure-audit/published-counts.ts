/** What the auditor is given of tables of counts: how many persons of each class there are, and what cells say of them. */

/** How many persons of a cell gave an answer above a border between points, or took a choice: from low to high. */
export interface CountStatement {
  /** The point below the border, 0 for "gave any"; or the choice, 1 for the first. */
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** What a cell is of: a group of the first cut or those in none, everybody, or a group of the second. */
export type CellRole = "first" | "everybody" | "second";

/** One shown cell: what is said of the persons of some classes. */
export interface CountedCell {
  readonly name: string;
  readonly role: CellRole;
  /** Places in PublishedCounts.persons. */
  readonly classes: readonly number[];
  readonly statements: readonly CountStatement[];
}

/** All that is shown of the answers to one item. */
export interface PublishedCounts {
  readonly name: string;
  /** Whether statements are about borders between points, or about single choices. */
  readonly about: "borders" | "choices";
  /** By class of persons whom nothing shown can tell apart: how many are counted. Known to everybody. */
  readonly persons: readonly number[];
  /**
   * The same in halves, where persons of one class may be those of another: a set of classes then has at least half as
   * many different persons as halves. Absent: all persons are different.
   */
  readonly halves?: readonly number[];
  readonly cells: readonly CountedCell[];
}
