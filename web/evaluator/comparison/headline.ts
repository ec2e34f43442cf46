/** The one sentence for a director, and the three lists behind it. */
import type {
  StaffComparison,
  StaffMeasure,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { byCourse, courseOf } from "./course.ts";

const TEXTS = COMPARISON_TEXTS.headline;

function names(measures: readonly StaffMeasure[]): readonly string[] {
  return measures.map(({ label }) => label);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Of the themes; never says more than was tested. */
export function headline({ scales, index }: StaffComparison): string {
  if (scales.length === 0) return TEXTS.noThemes;
  const courses = byCourse(scales);
  const unchanged = [...courses.little, ...courses.same, ...courses["not-shown"]];
  if (courses["not-tested"].length + courses["not-told"].length === scales.length) {
    const course = index === null ? "not-tested" : courseOf(index.change);
    if (course !== "not-tested" && course !== "not-told") return TEXTS.indexOnly[course];
    return courses["not-told"].length > 0 ? TEXTS.nothingTold : TEXTS.nothingTested;
  }
  const parts = [
    courses.rose.length > 0 ? TEXTS.rose(names(courses.rose)) : "",
    courses.fell.length > 0 ? TEXTS.fell(names(courses.fell)) : "",
    unchanged.length > 0 ? TEXTS.noChange(names(unchanged)) : "",
    courses["not-told"].length > 0 ? TEXTS.notTold(names(courses["not-told"])) : "",
    courses["not-tested"].length > 0 ? TEXTS.notTested(names(courses["not-tested"])) : "",
  ].filter((part) => part !== "");
  return `${capital(parts.join("; "))}.`;
}

/** How many questions rose, fell, did not, or could not be tested. */
export function itemsSentence({ items }: StaffComparison): string {
  const courses = byCourse(items);
  const { rose, fell, little, same, "not-shown": notShown } = courses;
  return TEXTS.items({
    all: items.length,
    rose: rose.length,
    fell: fell.length,
    same: little.length + same.length + notShown.length,
    notTold: courses["not-told"].length,
    notTested: courses["not-tested"].length,
  });
}
