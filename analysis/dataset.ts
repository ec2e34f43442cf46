/** The dataset: what a wave becomes at its close. Columns of small integers, no order, no time, no names. */

/** Value of a scale column where the person gave no answer. */
export const UNANSWERED = 0;
/** Value of a scale column where the person chose "not observed". */
export const NOT_OBSERVED_CODE = -1;

export interface ScaleColumn {
  readonly kind: "scale";
  readonly code: string;
  readonly points: number;
  /** One a row: 1..points, UNANSWERED or NOT_OBSERVED_CODE. As answered: reverse-keyed items are not turned. */
  readonly values: Int8Array;
}

interface ChoiceColumn {
  readonly kind: "choice";
  readonly code: string;
  /** The choices' values in the definition's order. */
  readonly choices: readonly string[];
  /** One a row: 1-based place in `choices`, or UNANSWERED. */
  readonly values: Int16Array;
}

export type DatasetColumn = ScaleColumn | ChoiceColumn;

/** Free text of one item. Shuffled, and without any reference to a row. */
export interface CommentList {
  readonly code: string;
  readonly comments: readonly {
    /** Place in Dataset.subjects. */
    readonly subject: number;
    /** Place in Dataset.groups. */
    readonly group: number;
    readonly text: string;
  }[];
}

/** One element of the personal code. Read to link two waves and for nothing else; never shown, never a column. */
export interface CodeElement {
  /** Code of the question that asks for it. */
  readonly code: string;
  /** One a row: the element's hash as a number from 1 to 65,535, or UNANSWERED. */
  readonly values: Uint16Array;
}

export interface Dataset {
  readonly format: 1;
  readonly survey: { readonly id: string; readonly version: string };
  /** Codes of the people rated; one "" for a staff survey. */
  readonly subjects: readonly string[];
  /** Codes of the rater groups; one "" for a staff survey. */
  readonly groups: readonly string[];
  readonly rows: number;
  /** One a row: place in `subjects`. */
  readonly subject: Uint16Array;
  /** One a row: place in `groups`. */
  readonly group: Uint8Array;
  readonly columns: readonly DatasetColumn[];
  readonly comments: readonly CommentList[];
  /** The elements of the personal code, in the definition's order; absent where the survey asks for none. */
  readonly personalCode?: readonly CodeElement[];
}
