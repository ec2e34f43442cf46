/** What a file holds before it has a format: tables of released figures, a codebook, and notes on how they came about. */

/** null: there is no figure; the row's status says why. */
export type FileValue = string | number | null;

/** A number's meaning, such as a status or a point of a scale. */
export interface FileLabel {
  readonly value: number;
  readonly label: string;
}

export interface FileColumn {
  /** Lower-case letters, digits and underscores, a letter first, at most 32. */
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "number";
  /** Decimals that statistics programs show; 0 unless given. */
  readonly decimals?: number;
  /** What values of a number column mean; those without a label are numbers. */
  readonly labels?: readonly FileLabel[];
  /** True: a figure, missing with the code of the row's status where it was suppressed. */
  readonly figure?: boolean;
}

/** One value a column name; a name that is absent has no value. */
export type FileRow = Readonly<Record<string, FileValue>>;

export interface FileTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly FileRow[];
}

export interface FileNote {
  /** What it speaks of: "survey", "policy", "method" and so on. */
  readonly about: string;
  readonly text: string;
}

/** Everything of one file. The first table is the one that formats with a single table hold. */
export interface FileBook {
  readonly title: string;
  readonly tables: readonly [FileTable, ...FileTable[]];
  readonly notes: readonly FileNote[];
}

/** The column that says whether a row's figures are shown. */
export const STATUS = "status";
