/** The further tables of a comparison's file: event rates, weighted changes, breaks in the trend. */
import type { ComparedRate } from "../comparison/comparison-model.ts";
import type { StaffBreak, StaffWeighted } from "../staff-comparison/staff-comparison-model.ts";
import { boundedColumns, boundedValues } from "./bound-columns.ts";
import type { FileTable } from "./file-book.ts";
import { numberColumn, textColumn } from "./file-columns.ts";
import { VERDICT_COLUMNS, verdictOf } from "./verdict-columns.ts";

/**
 * Events counted by the organisation, per 100 staff.
 * @param rates the rates of the first and the last wave
 * @returns one row a kind of event
 * @example ratesTable(rates).rows.length
 */
export function ratesTable(rates: readonly ComparedRate[]): FileTable {
  return {
    name: "rates",
    title: "Event rates",
    columns: [
      textColumn("name", "Events"),
      numberColumn("before_events", "Events, first wave"),
      numberColumn("before_staff", "Staff, first wave"),
      numberColumn("before_per_100", "Per 100 staff, first wave", 2),
      numberColumn("after_events", "Events, last wave"),
      numberColumn("after_staff", "Staff, last wave"),
      numberColumn("after_per_100", "Per 100 staff, last wave", 2),
      numberColumn("ratio", "Rate ratio, last to first", 3),
      numberColumn("ratio_lower", "95 % limit of the ratio, lower", 3),
      numberColumn("ratio_upper", "95 % limit of the ratio, upper (empty: none)", 3),
      ...VERDICT_COLUMNS,
    ],
    rows: rates.map(({ name, before, after, ratio, verdict }) => ({
      name,
      before_events: before.events,
      before_staff: before.staff,
      before_per_100: before.per100,
      after_events: after.events,
      after_staff: after.staff,
      after_per_100: after.per100,
      ratio: ratio?.estimate ?? null,
      ratio_lower: ratio?.lower ?? null,
      ratio_upper: ratio?.upper ?? null,
      ...verdictOf(verdict),
    })),
  };
}

/**
 * First wave to last with both weighted to the same composition.
 * @param weighted the weighted changes
 * @returns one row a measure, cut and way of weighting
 * @example weightedTable(comparison.weighted).rows.length
 */
export function weightedTable(weighted: readonly StaffWeighted[]): FileTable {
  return {
    name: "weighted",
    title: "Weighted changes",
    columns: [
      textColumn("code", "Scale"),
      textColumn("weighted_to", "Weighted to"),
      textColumn("cut", "By"),
      ...boundedColumns("before", "First wave, weighted", 3),
      ...boundedColumns("after", "Last wave, weighted", 3),
      ...boundedColumns("difference", "Change, weighted", 3),
      numberColumn("lower", "Outermost 95 % limit, lower", 3),
      numberColumn("upper", "Outermost 95 % limit, upper", 3),
      ...boundedColumns("unweighted", "Change, unweighted", 3),
    ],
    rows: weighted.map(({ code, to, cut, before, after, difference, unweighted }) => ({
      code,
      weighted_to: to,
      cut: cut.join("+"),
      ...boundedValues("before", before),
      ...boundedValues("after", after),
      ...boundedValues("difference", difference.estimate),
      lower: difference.interval?.lower ?? null,
      upper: difference.interval?.upper ?? null,
      ...boundedValues("unweighted", unweighted),
    })),
  };
}

/**
 * Where waves did not ask the same.
 * @param breaks the breaks
 * @param titles titles of the waves
 * @returns one row a break
 * @example breaksTable(comparison.breaks, ["Spring", "Autumn"]).rows
 */
export function breaksTable(breaks: readonly StaffBreak[], titles: readonly string[]): FileTable {
  return {
    name: "breaks",
    title: "Breaks",
    columns: [
      textColumn("wave", "First wave after the break"),
      textColumn("kind", "Kind"),
      textColumn("code", "Item or dimension"),
      textColumn("label", "Wording"),
      textColumn("reasons", "What differs"),
    ],
    rows: breaks.map(({ wave, kind, code, label, reasons }) => ({
      wave: titles[wave] ?? "",
      kind,
      code,
      label,
      reasons: reasons.join(" "),
    })),
  };
}
