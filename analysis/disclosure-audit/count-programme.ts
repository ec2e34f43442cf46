/** Possible answers behind tables of counts, as programmes in the CPLEX LP format. */
import type { PublishedCounts } from "./published-counts.ts";

/** Solves programmes. Must answer exactly or throw. */
export interface ProgrammeSolver {
  /**
   * @param programme a programme in the CPLEX LP format
   * @returns the value of each variable; undefined if nothing satisfies the programme. The goal is reached to within
   *   nine tenths only: it is 0 exactly if the greatest possible one is
   */
  solve(programme: string): ReadonlyMap<string, number> | undefined;
}

/** How many persons of each class gave each answer: class 0's first point, its second, and so on. */
export type World = Int32Array;

/** For some classes, the one answer that persons of the class are known to be able to give. */
export type KnownAnswers = ReadonlyMap<number, number>;

const TOLERANCE = 1e-6;

/**
 * Answers that agree with everything shown, and in which as many persons as possible of some classes give another
 * answer than a known one.
 *
 * @param published what is shown of one item
 * @param known classes and answers; none: any answers will do
 * @param solver solves the programmes
 * @returns the answers; "same" if persons of these classes can only give the known answers; "impossible" if no
 *   answers agree with what is shown
 * @throws RangeError if it cannot be worked out
 * @example otherWorld(published, new Map(), solver);
 */
export function otherWorld(
  published: PublishedCounts,
  known: KnownAnswers,
  solver: ProgrammeSolver,
): World | "same" | "impossible" {
  // Mostly the programme without the demand for whole numbers has a whole solution, and is much faster.
  for (const whole of [false, true]) {
    const values = solver.solve(countProgramme(published, known, whole));
    if (values === undefined) return "impossible";
    const found = published.persons.flatMap((_, place) =>
      Array.from({ length: published.points }, (__, point) => values.get(variable(place, point + 1)) ?? 0),
    );
    const gained = [...known].reduce((sum, [place, answer]) => {
      const same = found[place * published.points + answer - 1] ?? 0;
      return sum + (published.persons[place] ?? 0) - same;
    }, 0);
    if (known.size > 0 && gained < 1 - TOLERANCE) return "same";
    if (found.every((value) => Math.abs(value - Math.round(value)) < TOLERANCE)) {
      return Int32Array.from(found, Math.round);
    }
  }
  throw new RangeError("possible answers require whole numbers");
}

function countProgramme(
  { points, persons, cells }: PublishedCounts,
  known: KnownAnswers,
  whole: boolean,
): string {
  const all = Array.from({ length: points }, (_, place) => place + 1);
  const goal = [...known].flatMap(([place, answer]) =>
    all.filter((point) => point !== answer).map((point) => variable(place, point)),
  );
  const rows = cells.flatMap(({ classes, parts }) =>
    parts.map(({ from, to, count }) => {
      const inside = all.filter((point) => from <= point && point <= to);
      const terms = classes.flatMap((place) =>
        (persons[place] ?? 0) === 0 ? [] : inside.map((point) => variable(place, point)),
      );
      return ` ${terms.length === 0 ? "0 nobody" : terms.join(" + ")} = ${count}`;
    }),
  );
  const present = persons.flatMap((count, place) => (count > 0 ? [{ place, count }] : []));
  const names = present.flatMap(({ place }) => all.map((point) => variable(place, point)));
  return [
    "Maximize",
    ` ${goal.length === 0 ? "0 nobody" : goal.join(" + ")}`,
    "Subject To",
    ...rows,
    ...present.map(
      ({ place, count }) => ` ${all.map((point) => variable(place, point)).join(" + ")} = ${count}`,
    ),
    "Bounds",
    " nobody = 0",
    ...present.flatMap(({ place, count }) =>
      all.map((point) => ` 0 <= ${variable(place, point)} <= ${count}`),
    ),
    ...(whole ? ["General", ` ${names.join(" ")}`] : []),
    "End",
  ].join("\n");
}

function variable(place: number, point: number): string {
  return `y${place}_${point}`;
}
