/** How often the persons of each class gave each answer: all that the tables of one item need. */
import type { DatasetColumn } from "../dataset.ts";
import type { Aggregate, Classes } from "./release-plan.ts";

export interface ClassCounts {
  readonly points: number;
  /** By class: how many answered the item. */
  readonly answered: Uint32Array;
  /** By class, then by point: class 0's first point, its second, and so on. */
  readonly counts: Uint32Array;
}

/**
 * Counts one column. "Not observed" counts as no answer.
 *
 * @param column the item's answers
 * @param classes the classes of the dataset's rows
 * @returns the counts
 * @example countClasses(column, classes).answered[0]; // answers of the first class
 */
export function countClasses(column: DatasetColumn, classes: Classes): ClassCounts {
  const points = column.kind === "scale" ? column.points : column.choices.length;
  const answered = new Uint32Array(classes.count);
  const counts = new Uint32Array(classes.count * points);
  const { values } = column;
  for (let row = 0; row < values.length; row += 1) {
    const answer = values[row] ?? 0;
    if (answer < 1 || answer > points) continue;
    const number = classes.of[row] ?? 0;
    answered[number] = (answered[number] ?? 0) + 1;
    const place = number * points + answer - 1;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { points, answered, counts };
}

/**
 * Persons of each class.
 *
 * @param classes the classes of the dataset's rows
 * @returns how many rows each class has
 * @example classSizes(classes)[0];
 */
export function classSizes(classes: Classes): Uint32Array {
  const sizes = new Uint32Array(classes.count);
  for (const number of classes.of) sizes[number] = (sizes[number] ?? 0) + 1;
  return sizes;
}

/**
 * Persons of one aggregate.
 *
 * @param aggregate the classes it is made of
 * @param weights persons by class
 * @returns their sum
 * @example personsOf(total, counts.answered); // all who answered the item
 */
export function personsOf({ classes }: Pick<Aggregate, "classes">, weights: Uint32Array): number {
  let sum = 0;
  for (const number of classes) sum += weights[number] ?? 0;
  return sum;
}

/**
 * The answers of one aggregate by point.
 *
 * @param aggregate the classes it is made of
 * @param counted the item's counts
 * @returns one count a point, the first point first
 * @example pointsOf(total, counted); // [3, 10, 22, 40, 12]
 */
export function pointsOf({ classes }: Pick<Aggregate, "classes">, counted: ClassCounts): readonly number[] {
  const sums = new Array<number>(counted.points).fill(0);
  for (const number of classes) {
    for (let point = 0; point < counted.points; point += 1) {
      sums[point] = (sums[point] ?? 0) + (counted.counts[number * counted.points + point] ?? 0);
    }
  }
  return sums;
}
