/** What the auditor is told of the persons behind staff tables: how many there are of each class. No answers. */

import { askedOfSome } from "../../surveys/asked-of-some.ts";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";

/** Persons by their values of some choice items. All of this is taken to be known to everybody. */
export interface AuditedClasses {
  /** Codes of the choice items that any cut names. */
  readonly codes: readonly string[];
  /** One a class: its values in the order of `codes`; null where the question was left out. */
  readonly values: readonly (readonly (string | null)[])[];
  /** One a class: persons who took part. */
  readonly persons: readonly number[];
  /**
   * By code of an item: of each class, how many its cells count. Those who answered it; those, and who said that they
   * do not know, where that is offered; all who took part, where it is asked only after another answer.
   */
  readonly answered: Readonly<Record<string, readonly number[]>>;
  /** Codes of items that are asked only after some other answer; absent where that is not known. */
  readonly ofSome?: readonly string[];
}

/**
 * Counts classes of persons: the values of the cuts' items, and who answered which item, but not what.
 *
 * @param definition the survey
 * @param dataset the answers
 * @param codes choice items that the cuts of any audited release name
 * @returns the classes that occur
 * @throws RangeError if a code is not a choice item of the dataset
 * @example auditedClasses(definition, dataset, ["unit", "grade"]).persons;
 */
export function auditedClasses(
  definition: SurveyDefinition,
  dataset: Dataset,
  codes: readonly string[],
): AuditedClasses {
  const axes = codes.map((code) => {
    const column = dataset.columns.find((candidate) => candidate.code === code);
    if (column?.kind !== "choice") throw new RangeError(`audited classes require a choice item: ${code}`);
    return column;
  });
  const numbers = new Map<string, number>();
  const values: (string | null)[][] = [];
  const of = Array.from({ length: dataset.rows }, (_, row) => {
    const own = axes.map(({ choices, values: answers }) => choices[(answers[row] ?? 0) - 1] ?? null);
    const key = JSON.stringify(own);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push(own) - 1;
  });
  const count = (counts: (row: number) => boolean): readonly number[] => {
    const found = values.map(() => 0);
    of.forEach((place, row) => {
      if (counts(row)) found[place] = (found[place] ?? 0) + 1;
    });
    return found;
  };
  const ofSome = askedOfSome(definition);
  const offersMore = new Set(
    definition.items.flatMap((item) => (mayNotKnow(definition, item) ? [item.code] : [])),
  );
  const isCounted = ({ code, values: answers }: DatasetColumn) => {
    if (ofSome.has(code)) return () => true;
    return (row: number) => (offersMore.has(code) ? (answers[row] ?? 0) !== 0 : (answers[row] ?? 0) > 0);
  };
  return {
    codes,
    values,
    persons: count(() => true),
    answered: Object.fromEntries(
      dataset.columns.map((column) => [column.code, count(isCounted(column))] as const),
    ),
    ofSome: [...ofSome],
  };
}

function mayNotKnow({ soundings }: SurveyDefinition, { metadata }: Item): boolean {
  return soundings.scales[metadata.scale ?? ""]?.notObserved !== undefined;
}
