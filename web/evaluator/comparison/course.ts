/** What became of a figure between two waves, from the test's verdict and the practical band: a word, not a number. */
import type { StaffChange, StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";

type Judged = Pick<StaffChange, "verdict" | "difference" | "band">;

/**
 * "rose", "fell": tested, and large enough to matter. "little": tested, but less than matters in practice. "same":
 * shown to lie within the band. "not-shown": tested, no change shown. "not-tested": nothing is known.
 */
export type Course = "rose" | "fell" | "little" | "same" | "not-shown" | "not-tested";

export function courseOf({ verdict, difference, band }: Judged): Course {
  if (verdict.state === "not-tested") return "not-tested";
  if (verdict.state === "not-significant") return band?.equivalent === true ? "same" : "not-shown";
  if (band?.size === "about-the-same") return "little";
  return (difference?.estimate ?? 0) >= 0 ? "rose" : "fell";
}

export type Courses = Readonly<Record<Course, readonly StaffMeasure[]>>;

/** Sorts measures by what became of them, each list with the change first that is the largest on its scale. */
export function byCourse(measures: readonly StaffMeasure[]): Courses {
  const size = ({ change, lowest, highest }: StaffMeasure) =>
    Math.abs(change.difference?.estimate ?? 0) / (highest - lowest);
  const of = (course: Course) =>
    measures.filter(({ change }) => courseOf(change) === course).toSorted((a, b) => size(b) - size(a));
  return {
    rose: of("rose"),
    fell: of("fell"),
    little: of("little"),
    same: of("same"),
    "not-shown": of("not-shown"),
    "not-tested": of("not-tested"),
  };
}
