/** The view of a comparison as its tables use it: what is wanted now, and the address of another view. */
import { useSearchParams } from "wouter";
import { type MeasureOrder, type MeasureView, measureViewQuery, readMeasureView } from "./measure-rows.ts";

export interface ViewState {
  readonly view: MeasureView;
  readonly hrefOf: (change: Partial<MeasureView>, part: string) => string;
  readonly show: (change: Partial<MeasureView>) => void;
}

export function useMeasureView(): ViewState {
  const [search, setSearch] = useSearchParams();
  const view = readMeasureView(search);
  const queryOf = (change: Partial<MeasureView>) => measureViewQuery(search, { ...view, ...change });
  return {
    view,
    hrefOf: (change, part) => `?${new URLSearchParams(queryOf(change))}#${part}`,
    show: (change) => setSearch(queryOf(change), { replace: true }),
  };
}

export interface Sorting {
  readonly order: MeasureOrder;
  readonly up: boolean;
  readonly hrefOf: (order: MeasureOrder, up: boolean) => string;
}

/** How the head of a column looks and where it leads: the sorting column turns round. */
export function sortHeadOf({ order, up, hrefOf }: Sorting, column: MeasureOrder) {
  const isSorting = order === column;
  return {
    direction: isSorting ? (up ? ("ascending" as const) : ("descending" as const)) : undefined,
    href: hrefOf(column, isSorting && !up),
  };
}
