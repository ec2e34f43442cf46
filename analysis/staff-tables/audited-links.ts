/** What the auditor is told of persons linked over two waves: how many of each class are linked. No answers. */
import type { Dataset } from "../dataset.ts";

/** One of the two waves, and what it may be cut by. */
export interface LinkedWave {
  readonly dataset: Dataset;
  readonly cuts: readonly (readonly string[])[];
  /** Whose changes from or to a further wave were released before. */
  readonly others?: readonly LinkedElsewhere[];
}

/** Persons of one wave who are linked to a third one: `own[i]` and `theirs[i]` are rows of one person. */
interface LinkedElsewhere {
  readonly own: Uint32Array;
  readonly theirs: Uint32Array;
  readonly dataset: Dataset;
  /** How many of the wave have a personal code, by the questions that it shares with the third. */
  readonly codes: number;
}

/** Rows of the same persons in both waves. */
export interface LinkedPairs {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/**
 * Persons of one wave who answered one item, by class: those of equal values in all items of the cuts, whose change of
 * this item stands in the same released figures.
 */
export interface LinkedPersonsOfItem {
  /** With an answer in both waves. */
  readonly linked: readonly number[];
  readonly others: readonly number[];
}

/**
 * Counts one item's persons on both sides. Who is linked to whom is taken to be known to everybody.
 *
 * @param waves the two waves
 * @param pairs who is linked
 * @param code the item, under the same code in both waves
 * @returns one entry a wave, the earlier first; undefined if a wave does not have the item
 * @example auditedLinks(waves, rows, "i1")?.before.linked;
 */
export function auditedLinks(
  waves: { readonly before: LinkedWave; readonly after: LinkedWave },
  pairs: LinkedPairs,
  code: string,
): { readonly before: LinkedPersonsOfItem; readonly after: LinkedPersonsOfItem } | undefined {
  const column = ({ dataset }: LinkedWave) => dataset.columns.find((own) => own.code === code)?.values;
  const before = column(waves.before);
  const after = column(waves.after);
  if (before === undefined || after === undefined) return undefined;
  const inBoth = [...pairs.before.keys()].filter(
    (pair) => (before[pairs.before[pair] ?? -1] ?? 0) > 0 && (after[pairs.after[pair] ?? -1] ?? 0) > 0,
  );
  const rowsOf = (rows: Uint32Array) => new Set(inBoth.map((pair) => rows[pair] ?? -1));
  return {
    before: personsOf(waves.before, code, rowsOf(pairs.before)),
    after: personsOf(waves.after, code, rowsOf(pairs.after)),
  };
}

function personsOf(
  { dataset, cuts, others = [] }: LinkedWave,
  code: string,
  linkedRows: ReadonlySet<number>,
): LinkedPersonsOfItem {
  const valuesOf = (own: string) => dataset.columns.find((column) => column.code === own)?.values;
  const answers = valuesOf(code);
  const axes = [...new Set(cuts.flat())].map(valuesOf);
  const elsewhere = others.map((other) => answeredElsewhere(other, code));
  const counts = new Map<string, { linked: number; others: number }>();
  for (let row = 0; row < dataset.rows; row += 1) {
    if ((answers?.[row] ?? 0) < 1) continue;
    const key = [...axes.map((axis) => axis?.[row] ?? 0), ...elsewhere.map((rows) => rows.has(row))].join();
    const found = counts.get(key) ?? { linked: 0, others: 0 };
    found[linkedRows.has(row) ? "linked" : "others"] += 1;
    counts.set(key, found);
  }
  const classes = [...counts.values()];
  return { linked: classes.map(({ linked }) => linked), others: classes.map(({ others: rest }) => rest) };
}

/** Rows of this wave whose persons answered the item in the third wave too. */
function answeredElsewhere({ own, theirs, dataset }: LinkedElsewhere, code: string): ReadonlySet<number> {
  const values = dataset.columns.find((column) => column.code === code)?.values;
  return new Set([...own].filter((_, place) => (values?.[theirs[place] ?? -1] ?? 0) > 0));
}
