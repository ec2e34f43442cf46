/** What became of a figure between two waves, from the test's verdict and the practical band: a word, not a number. */
import { leastSize } from "../../../analysis/bounds.ts";
import type { Verdict } from "../../../analysis/comparison/comparison-model.ts";
import type { StaffChange, StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";

interface Judged extends Pick<StaffChange, "difference" | "band"> {
  readonly verdict: Pick<StaffChange["verdict"] | Verdict, "state">;
}

/**
 * "rose", "fell": tested, and large enough to matter. "little": tested, but less than matters in practice. "same":
 * shown to lie within the band. "not-shown": tested, no change shown. "not-told": only bounds are
 * shown, and not everything within them says the same. "not-tested": nothing is known.
 */
export const COURSES = ["rose", "fell", "little", "same", "not-shown", "not-told", "not-tested"] as const;
export type Course = (typeof COURSES)[number];

export function courseOf({ verdict, difference, band }: Judged): Course {
  if (verdict.state === "not-tested") return "not-tested";
  if (verdict.state === "only-bounds") return "not-told";
  if (verdict.state === "not-significant") return band?.equivalent === true ? "same" : "not-shown";
  if (band?.size === null) return "not-told";
  if (band?.size === "about-the-same") return "little";
  return (difference?.estimate.low ?? 0) >= 0 ? "rose" : "fell";
}

export type Courses = Readonly<Record<Course, readonly StaffMeasure[]>>;

/** Sorts measures by what became of them, each list with the change first that is at least the largest on its scale. */
export function byCourse(measures: readonly StaffMeasure[]): Courses {
  const size = ({ change, lowest, highest }: StaffMeasure) =>
    leastSize(change.difference?.estimate ?? { low: 0, high: 0 }) / (highest - lowest);
  const of = (course: Course) =>
    measures.filter(({ change }) => courseOf(change) === course).toSorted((a, b) => size(b) - size(a));
  return {
    rose: of("rose"),
    fell: of("fell"),
    little: of("little"),
    same: of("same"),
    "not-shown": of("not-shown"),
    "not-told": of("not-told"),
    "not-tested": of("not-tested"),
  };
}
