/** Themes and questions of a comparison as rows that sort and filter; what is wanted stands in the address. */
import type {
  StaffComparison,
  StaffMeasure,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COURSES, type Course, courseOf } from "./course.ts";

export const MEASURE_ORDERS = ["asked", "before", "after", "change", "verdict"] as const;
export type MeasureOrder = (typeof MEASURE_ORDERS)[number];

export interface MeasureView {
  /** Of the themes' table. */
  readonly themes: MeasureOrder;
  readonly themesUp: boolean;
  /** Of the questions' table. */
  readonly items: MeasureOrder;
  readonly itemsUp: boolean;
  readonly theme: string;
  readonly course: Course | "";
  /** Codes whose detail row is open, "theme:code" or "item:code". */
  readonly details: readonly string[];
}

/** A mistyped order is the one asked in. */
export function readOrder(text: string | null): MeasureOrder {
  return MEASURE_ORDERS.find((one) => one === text) ?? "asked";
}

/** A mistyped address is the plain view. */
export function readMeasureView(search: URLSearchParams): MeasureView {
  const details = search.get("details") ?? "";
  return {
    themes: readOrder(search.get("themes")),
    themesUp: search.get("themes-order") === "up",
    items: readOrder(search.get("questions")),
    itemsUp: search.get("questions-order") === "up",
    theme: search.get("theme") ?? "",
    course: COURSES.find((one) => one === search.get("result")) ?? "",
    details: details === "" ? [] : details.split(","),
  };
}

const ALWAYS = ["waves", "cut", "category"] as const;

/** What is compared always stands in the address; of the view only what differs from the plain one. */
export function measureViewQuery(search: URLSearchParams, view: MeasureView): Record<string, string> {
  return {
    ...Object.fromEntries(
      ALWAYS.flatMap((name) => {
        const text = search.get(name);
        return text === null ? [] : [[name, text] as const];
      }),
    ),
    ...(view.themes === "asked" ? {} : { themes: view.themes }),
    ...(view.themesUp ? { "themes-order": "up" } : {}),
    ...(view.items === "asked" ? {} : { questions: view.items }),
    ...(view.itemsUp ? { "questions-order": "up" } : {}),
    ...(view.theme === "" ? {} : { theme: view.theme }),
    ...(view.course === "" ? {} : { result: view.course }),
    ...(view.details.length === 0 ? {} : { details: view.details.join(",") }),
  };
}

/** What a table of items sorts by is the favourable share; of scales, the mean: at least so much. */
function figureAt(measure: StaffMeasure, place: "before" | "after"): number | null {
  const cell = measure.waves[place === "before" ? measure.change.from : measure.change.to];
  if (cell?.shown !== true) return null;
  return measure.kind === "item"
    ? (cell.value.favourable?.share.low ?? null)
    : (cell.value.mean?.low ?? null);
}

function sortFigure(measure: StaffMeasure, order: MeasureOrder): number | null {
  if (order === "before" || order === "after") return figureAt(measure, order);
  if (order === "verdict") return -COURSES.indexOf(courseOf(measure.change));
  return order === "change" ? (measure.change.difference?.estimate.low ?? null) : null;
}

/** The largest first; rows without a figure stand last, whichever way the others are sorted. */
export function sortedMeasures(
  measures: readonly StaffMeasure[],
  order: MeasureOrder,
  up: boolean,
): readonly StaffMeasure[] {
  if (order === "asked") return up ? measures.toReversed() : measures;
  return measures.toSorted((a, b) => {
    const [one, other] = [sortFigure(a, order), sortFigure(b, order)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return up ? one - other : other - one;
  });
}

/** Questions of the theme and with the result wanted, sorted. */
export function wantedItems({ items }: StaffComparison, view: MeasureView): readonly StaffMeasure[] {
  const wanted = items.filter(
    ({ dimension, change }) =>
      (view.theme === "" || dimension === view.theme) &&
      (view.course === "" || courseOf(change) === view.course),
  );
  return sortedMeasures(wanted, view.items, view.itemsUp);
}
