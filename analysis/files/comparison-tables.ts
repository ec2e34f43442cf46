/** The further tables of a comparison's file: event rates, weighted changes, breaks in the trend. */
import type { ComparedRate } from "../comparison/comparison-model.ts";
import type { StaffBreak, StaffWeighted } from "../staff-comparison/staff-comparison-model.ts";
import type { FileColumn, FileTable } from "./file-book.ts";
import { VERDICT_COLUMNS, verdictOf } from "./verdict-columns.ts";

const text = (name: string, label: string): FileColumn => ({ name, label, kind: "text" });
const number = (name: string, label: string, decimals = 0): FileColumn => ({
  name,
  label,
  kind: "number",
  decimals,
});

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
      text("name", "Events"),
      number("before_events", "Events, first wave"),
      number("before_staff", "Staff, first wave"),
      number("before_per_100", "Per 100 staff, first wave", 2),
      number("after_events", "Events, last wave"),
      number("after_staff", "Staff, last wave"),
      number("after_per_100", "Per 100 staff, last wave", 2),
      number("ratio", "Rate ratio, last to first", 3),
      number("ratio_lower", "95 % limit of the ratio, lower", 3),
      number("ratio_upper", "95 % limit of the ratio, upper (empty: none)", 3),
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
      text("code", "Scale"),
      text("weighted_to", "Weighted to"),
      text("cut", "By"),
      number("before", "First wave, weighted", 3),
      number("after", "Last wave, weighted", 3),
      number("difference", "Change, weighted", 3),
      number("lower", "95 % limit, lower", 3),
      number("upper", "95 % limit, upper", 3),
      number("unweighted", "Change, unweighted", 3),
    ],
    rows: weighted.map(({ code, to, cut, before, after, difference, unweighted }) => ({
      code,
      weighted_to: to,
      cut: cut.join("+"),
      before,
      after,
      difference: difference.estimate,
      lower: difference.interval?.lower ?? null,
      upper: difference.interval?.upper ?? null,
      unweighted,
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
      text("wave", "First wave after the break"),
      text("kind", "Kind"),
      text("code", "Item or dimension"),
      text("label", "Wording"),
      text("reasons", "What differs"),
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
