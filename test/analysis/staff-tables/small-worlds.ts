/** Small surveys of one item with two cuts: sizes and answers by class, said by coded steps. */
import type { AskedItem, Saying } from "../../../analysis/staff-tables/said-answers.ts";
import { saidAnswers } from "../../../analysis/staff-tables/said-answers.ts";
import type { StaffDistribution } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { type StepLayout, stepLayout } from "../../../analysis/staff-tables/step-layout.ts";

/** Persons by class: groups of the first cut, in each those of the second. */
export interface SmallSurvey {
  readonly sizes: readonly (readonly number[])[];
  /** Whether the second cut is there. */
  readonly crossed: boolean;
  /** Groups of the first cut below this are not shown. */
  readonly minimum?: number;
}

export type LaidSurvey = StepLayout & { readonly classes: number; readonly persons: Uint32Array };

/** Aggregates: everybody, the first cut's groups, the second's. Classes in the order of the sizes. */
export function laidOut({ sizes, crossed, minimum = 1 }: SmallSurvey): LaidSurvey {
  const columns = sizes[0]?.length ?? 0;
  const persons = Uint32Array.from(sizes.flat());
  const classesOf = (isIn: (row: number, column: number) => boolean) =>
    sizes.flatMap((own, row) =>
      own.flatMap((_, column) => (isIn(row, column) ? [row * columns + column] : [])),
    );
  const aggregates = [
    { cut: -1, category: 0, dimensions: 0, classes: classesOf(() => true) },
    ...sizes.map((_, row) => ({
      cut: 0,
      category: row,
      dimensions: 1,
      classes: classesOf((own) => own === row),
    })),
    ...(crossed ? (sizes[0] ?? []) : []).map((_, column) => ({
      cut: 1,
      category: column,
      dimensions: 1,
      classes: classesOf((__, own) => own === column),
    })),
  ];
  const sum = (classes: readonly number[]) => classes.reduce((all, one) => all + (persons[one] ?? 0), 0);
  const shown = new Set(aggregates.flatMap(({ classes }, place) => (sum(classes) >= minimum ? [place] : [])));
  const trees = { first: 0, second: crossed ? [1] : [], outside: [] };
  return { ...stepLayout({ aggregates, trees, persons, shown }), classes: persons.length, persons };
}

/** One item: counts by class, in each by point from the lowest, or by choice. */
export function askedItem(
  laid: Pick<LaidSurvey, "persons">,
  counts: readonly (readonly number[])[],
  { kind = "scale", mayPass = false }: Partial<Pick<AskedItem, "kind" | "mayPass">> = {},
): AskedItem {
  // Where some may pass, those who did come first.
  const points = (counts[0]?.length ?? 2) - (mayPass ? 1 : 0);
  return {
    kind,
    reverseKeyed: false,
    mayPass,
    counted: {
      points,
      persons: laid.persons,
      counts: Uint32Array.from(counts.flatMap((own) => (mayPass ? own : [0, ...own]))),
    },
  };
}

/** What is said, by place of the aggregate. */
export function said(
  laid: LaidSurvey,
  item: AskedItem,
  { width = 2, earlier = new Map(), beside = [] }: Partial<Pick<Saying, "width" | "earlier" | "beside">> = {},
): ReadonlyMap<number, StaffDistribution> {
  return saidAnswers(item, { layout: laid, width, earlier, beside });
}

/** Favourable answers of a two-point item as in the design: groups; everybody; the second cut. */
export function inWords(laid: LaidSurvey, favourable: readonly (readonly number[])[], width = 2): string {
  const sizes = laid.persons;
  const counts = favourable.flat().map((count, at) => [(sizes[at] ?? 0) - count, count]);
  const answers = said(laid, askedItem(laid, counts), { width });
  const text = (place: number): string => {
    const value = answers.get(place);
    const [border] = value?.kind === "scale" ? value.borders : [];
    if (border === undefined) return "-";
    return border.low === border.high ? `${border.low}` : `${border.low}–${border.high}`;
  };
  const places = [...answers.keys()].filter((place) => place > 0).toSorted((one, other) => one - other);
  const firsts = new Set(laid.first.map(({ place }) => place));
  const first = places.filter((place) => firsts.has(place)).map(text);
  const second = places.filter((place) => !firsts.has(place)).map(text);
  return [first.join(", "), text(0), ...(second.length === 0 ? [] : [second.join(", ")])].join("; ");
}
