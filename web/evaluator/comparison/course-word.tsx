/** What became of a figure, in words; a mark beside the word says the same to who sees no colour. */
import type { StaffChange } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COMPARISON_TEXTS, NOT_TESTED } from "../../ui/texts/evaluator-comparison.ts";
import { type Course, courseOf } from "./course.ts";

const MARKS: Readonly<Record<Course, string>> = {
  rose: "▲",
  fell: "▼",
  little: "≈",
  same: "=",
  "not-shown": "○",
  "not-told": "?",
  "not-tested": "–",
};

/** The sentence behind the word. */
export function courseSentence(change: StaffChange): string {
  const { verdict } = change;
  if (verdict.state === "not-tested") {
    return COMPARISON_TEXTS.notTestedBecause(NOT_TESTED[verdict.reason]);
  }
  return COMPARISON_TEXTS.courseHints[courseOf(change)];
}

export function CourseWord({ change }: { readonly change: StaffChange }) {
  const course = courseOf(change);
  return (
    <span className={`course course-${course}`} title={courseSentence(change)}>
      <span aria-hidden="true">{MARKS[course]}</span> {COMPARISON_TEXTS.courses[course]}
    </span>
  );
}
