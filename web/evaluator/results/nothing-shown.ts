/** Whether a survey's tables hold a single figure. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";

interface Cells {
  readonly total: Cell<unknown>;
  readonly cuts: readonly (readonly Cell<unknown>[])[];
}

const isHidden = ({ shown }: Cell<unknown>): boolean => !shown;
const allHidden = ({ total, cuts }: Cells): boolean => isHidden(total) && cuts.flat().every(isHidden);

/** True if a page of them would say the same reason over and over. */
export function isNothingShown({ answered, items, scales, index, cuts, comments }: StaffTables): boolean {
  const measures: readonly { readonly cells: Cells }[] = [
    ...items,
    ...scales,
    ...(index === null ? [] : [index]),
  ];
  return (
    isHidden(answered) &&
    cuts.every(({ categories }) => categories.every((one) => isHidden(one.answered))) &&
    measures.every(({ cells }) => allHidden(cells)) &&
    (comments ?? []).every(({ list }) => isHidden(list))
  );
}
