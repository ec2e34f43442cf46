/** How often the persons of each class gave each answer: all that the tables of one item need. */
import { type DatasetColumn, UNANSWERED } from "../dataset.ts";
import type { Aggregate, Classes } from "./release-plan.ts";

/**
 * Whose answers an item counts: of those who gave one; of those, and of those who said that they do not know; or of all
 * who took part, because it was asked only after another answer.
 */
export type Counted = "answered" | "spoke" | "took-part";

export interface ClassCounts {
  readonly points: number;
  /** By class: how many persons are counted. Taken to be known to everybody. */
  readonly persons: Uint32Array;
  /** By class, then by point from 0: those counted who gave no point, the first point, the second, and so on. */
  readonly counts: Uint32Array;
}

/**
 * Counts one column.
 *
 * @param column the item's answers
 * @param classes the classes of the dataset's rows
 * @param of whose answers count
 * @returns the counts
 * @example countClasses(column, classes, "answered").persons[0]; // answers of the first class
 */
export function countClasses(column: DatasetColumn, classes: Classes, of: Counted): ClassCounts {
  const points = column.kind === "scale" ? column.points : column.choices.length;
  const persons = new Uint32Array(classes.count);
  const counts = new Uint32Array(classes.count * (points + 1));
  const { values } = column;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? UNANSWERED;
    const answer = value < 1 || value > points ? 0 : value;
    if (answer === 0 && (of === "answered" || (of === "spoke" && value === UNANSWERED))) continue;
    const number = classes.of[row] ?? 0;
    persons[number] = (persons[number] ?? 0) + 1;
    const place = number * (points + 1) + answer;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { points, persons, counts };
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
 * The answers of some classes by point.
 *
 * @param classes of an aggregate
 * @param counted the item's counts
 * @returns those counted who gave no point, then one count a point
 * @example pointsOf(total.classes, counted); // [0, 3, 10, 22, 40, 12]
 */
export function pointsOf(classes: readonly number[], counted: ClassCounts): readonly number[] {
  const stride = counted.points + 1;
  const sums = new Array<number>(stride).fill(0);
  for (const number of classes) {
    for (let point = 0; point < stride; point += 1) {
      sums[point] = (sums[point] ?? 0) + (counted.counts[number * stride + point] ?? 0);
    }
  }
  return sums;
}
