/** What the auditor is told of the persons behind staff tables: how many there are of each class. No answers. */

import { askedOfSome } from "../../surveys/asked-of-some.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset } from "../dataset.ts";

/** Persons by their values of some choice items. All of this is taken to be known to everybody. */
export interface AuditedClasses {
  /** Codes of the choice items that any cut names. */
  readonly codes: readonly string[];
  /** One a class: its values in the order of `codes`; null where the question was left out. */
  readonly values: readonly (readonly (string | null)[])[];
  /** One a class: persons who took part. */
  readonly persons: readonly number[];
  /** By code of an item: of each class, how many answered it. */
  readonly answered: Readonly<Record<string, readonly number[]>>;
  /** By code of a dimension, or "index": of each class, how many answered enough of its items. */
  readonly scored: Readonly<Record<string, readonly number[]>>;
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
  const isAnswered = new Map(
    dataset.columns.map(({ code, values: answers }) => [code, (row: number) => (answers[row] ?? 0) > 0]),
  );
  const enough = (items: readonly string[], fewest: number) => (row: number) =>
    items.filter((code) => isAnswered.get(code)?.(row) === true).length >= fewest;
  return {
    codes,
    values,
    persons: count(() => true),
    answered: Object.fromEntries([...isAnswered].map(([code, counts]) => [code, count(counts)])),
    scored: Object.fromEntries(
      scales(definition).map(({ code, items, fewest }) => [code, count(enough(items, fewest))]),
    ),
    ofSome: [...askedOfSome(definition)],
  };
}

/** Dimensions, and the index over all of them, for which at least half of the items must be answered. */
function scales({ soundings, items }: SurveyDefinition) {
  const inScales = items.filter(
    ({ kind, metadata: { dimension, scale } }) =>
      kind === "scale" && dimension !== undefined && soundings.scales[scale ?? ""]?.ordered === true,
  );
  const points = inScales.map(({ metadata }) => soundings.scales[metadata.scale ?? ""]?.points ?? 0);
  const often = (value: number) => points.filter((other) => other === value).length;
  const commonest = points.toSorted((a, b) => often(b) - often(a))[0];
  const ofIndex = inScales.filter((_, place) => points[place] === commonest).map(({ code }) => code);
  return [
    ...soundings.dimensions.map(({ code, minimumAnswered }) => ({
      code,
      items: inScales.filter(({ metadata }) => metadata.dimension === code).map((item) => item.code),
      fewest: minimumAnswered,
    })),
    { code: "index", items: ofIndex, fewest: Math.ceil(ofIndex.length / 2) },
  ];
}
