/** The categories of each cut in all waves: the heat map of units and themes, and who answered where. */
import type { StaffTables } from "../staff-tables/staff-tables-model.ts";
import type { WaveToCompare } from "./common-items.ts";
import type { CommonScale } from "./common-scales.ts";
import { adjusted, type Comparing, scaleCells, scaleChange } from "./compared-measures.ts";
import type {
  CategoryMeasure,
  ComparedCategory,
  ComparedCut,
  StaffResponse,
  WaveCell,
} from "./staff-comparison-model.ts";
import { headcountAt, type Place } from "./wave-figures.ts";

/** A category of later waves that continues one of earlier waves under another value, such as a renamed unit. */
export interface RenamedCategory {
  /** Code of the item. */
  readonly item: string;
  readonly earlier: string;
  readonly later: string;
}

interface Found {
  readonly values: readonly string[];
  readonly label: string;
  /** One a wave. */
  readonly places: readonly (Place | undefined)[];
}

type Released = Pick<WaveToCompare, "tables">;

/** A wave that has both names keeps both apart, so that the one does not continue the other. */
function continued(
  codes: readonly string[],
  waves: readonly Released[],
  renamed: readonly RenamedCategory[],
): readonly RenamedCategory[] {
  return renamed.filter(({ item, earlier, later }) => {
    const place = codes.indexOf(item);
    return !waves.some(({ tables }) => {
      const cut = tables.cuts.find((one) => sameCodes(one.codes, codes));
      const names = new Set(cut?.categories.map(({ values }) => values[place]));
      return names.has(earlier) && names.has(later);
    });
  });
}

/** The values of a category under their newest names: a name may have changed more than once. */
function currentValues(
  codes: readonly string[],
  values: readonly string[],
  renamed: readonly RenamedCategory[],
): readonly string[] {
  return values.map((value, place) => {
    const passed = new Set([value]);
    let current = value;
    for (;;) {
      const entry = renamed.find(({ item, earlier }) => item === codes[place] && earlier === current);
      if (entry === undefined || passed.has(entry.later)) return current;
      current = entry.later;
      passed.add(current);
    }
  });
}

function sameCodes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code, place) => code === other[place]);
}

/** The categories of one cut over all waves, those of the last wave first. */
function categoriesOf(
  codes: readonly string[],
  waves: readonly Released[],
  renamed: readonly RenamedCategory[],
): readonly Found[] {
  const steps = continued(codes, waves, renamed);
  const found = new Map<
    string,
    { values: readonly string[]; label: string; places: (Place | undefined)[] }
  >();
  for (const { tables, wave } of waves.map(({ tables }, wave) => ({ tables, wave })).reverse()) {
    const cut = tables.cuts.findIndex((one) => sameCodes(one.codes, codes));
    const categories = tables.cuts[cut]?.categories ?? [];
    const own = new Set(categories.map(({ values }) => values.join("\n")));
    categories.forEach(({ values, label }, category) => {
      const current = currentValues(codes, values, steps);
      const key = own.has(current.join("\n")) ? values : current;
      const entry = found.get(key.join("\n")) ?? {
        values: key,
        label,
        places: waves.map(() => undefined),
      };
      entry.places[wave] = { cut, category };
      found.set(key.join("\n"), entry);
    });
  }
  return [...found.values()];
}

/**
 * Who answered in one wave at one place.
 * @param tables the wave's tables
 * @param place of whom
 * @returns how many answered, of how many; the rate where both are known
 * @example responseAt(tables, "total").rate
 */
export function responseAt(tables: StaffTables, place: Place | undefined): StaffResponse {
  const answered: WaveCell<number> =
    place === "total"
      ? tables.answered
      : place === undefined
        ? { shown: false, reason: "not-asked" }
        : (tables.cuts[place.cut]?.categories[place.category]?.answered ?? {
            shown: false,
            reason: "not-asked",
          });
  const headcount = headcountAt(tables, place);
  const known = answered.shown && headcount !== null && headcount >= answered.value && headcount > 0;
  return { answered, headcount, rate: known ? answered.value / headcount : null };
}

function presenceOf(places: readonly (Place | undefined)[]): ComparedCategory["presence"] {
  const first = places[0] !== undefined;
  const last = places.at(-1) !== undefined;
  if (first && last) return "both";
  return first ? "gone" : last ? "new" : "neither";
}

/**
 * All cuts of the waves, with the change of each scale in each category; p values of one cut are one family.
 * @param scales the scales, and the index last
 * @param comparing the waves; of whom is decided here
 * @param renamed categories that continue others under a new value
 * @returns one entry a cut, the last wave's first
 * @see Benjamini and Hochberg (1995)
 * @example comparedCuts(scales, comparing, [])[0]?.categories.length
 */
export function comparedCuts(
  scales: readonly CommonScale[],
  comparing: Omit<Comparing, "places" | "inDetail">,
  renamed: readonly RenamedCategory[],
): readonly ComparedCut[] {
  return cutsOf(comparing.waves).map(({ codes, label }) => {
    const categories = categoriesOf(codes, comparing.waves, renamed).map((category) => ({
      ...category,
      measures: scales.map((scale): CategoryMeasure => {
        const here = { ...comparing, places: category.places, inDetail: false };
        const cells = scaleCells(scale, here);
        const change = scaleChange(scale, here, { from: 0, to: cells.length - 1, cells });
        return { code: scale.code, waves: cells, change };
      }),
    }));
    const changes = adjusted(
      categories.flatMap(({ measures }) => measures.map(({ change }) => change)),
      "groups",
    );
    return {
      codes,
      label,
      categories: categories.map(
        ({ values, label: name, places, measures }, place): ComparedCategory => ({
          values,
          label: name,
          presence: presenceOf(places),
          response: comparing.waves.map(({ tables }, wave) => responseAt(tables, places[wave])),
          measures: measures.map((measure, column) => ({
            ...measure,
            change: changes[place * measures.length + column] ?? measure.change,
          })),
        }),
      ),
    };
  });
}

/** Every cut of some wave once, the newest wave's first. */
function cutsOf(waves: readonly WaveToCompare[]): readonly { codes: readonly string[]; label: string }[] {
  const found = new Map<string, { codes: readonly string[]; label: string }>();
  for (const { tables } of [...waves].reverse()) {
    for (const { codes, label } of tables.cuts) {
      const key = codes.join("\n");
      if (!found.has(key)) found.set(key, { codes, label });
    }
  }
  return [...found.values()];
}

/**
 * Where a category is found in each wave.
 * @param wanted codes and values; names that were given up stand for the newest
 * @param waves the waves
 * @param renamed categories that continue others under a new value
 * @returns its label and its place in each wave; undefined where no wave has it
 * @example findCategory({ codes: ["area"], values: ["area-a"] }, waves, [])
 */
export function findCategory(
  wanted: { readonly codes: readonly string[]; readonly values: readonly string[] },
  waves: readonly Released[],
  renamed: readonly RenamedCategory[],
): Found | undefined {
  const named = currentValues(wanted.codes, wanted.values, continued(wanted.codes, waves, renamed));
  return categoriesOf(wanted.codes, waves, renamed).find(({ values }) => sameCodes(values, named));
}
