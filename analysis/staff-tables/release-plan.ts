/** The release plan of a staff survey worked out on a dataset: classes of persons, and the groups that may be shown. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset } from "../dataset.ts";

/** Persons with equal values on all items of the plan are one class; nothing shown tells them apart. */
export interface Classes {
  readonly count: number;
  /** One a row of the dataset: its class. */
  readonly of: Uint32Array;
}

/** Everybody, or the persons of one category of one cut: what a cell speaks of. */
export interface Aggregate {
  /** Place of the cut in the plan; -1 for everybody. */
  readonly cut: number;
  /** Place of the category in its cut; 0 for everybody. */
  readonly category: number;
  /** How many items the cut has: 0 for everybody. */
  readonly dimensions: number;
  readonly classes: readonly number[];
}

interface PlannedCategory {
  readonly values: readonly string[];
  readonly label: string;
}

interface PlannedCut {
  readonly codes: readonly string[];
  readonly label: string;
  readonly categories: readonly PlannedCategory[];
}

export interface ReleasePlan {
  readonly cuts: readonly PlannedCut[];
  readonly classes: Classes;
  /** Everybody first, then cut by cut, category by category. */
  readonly aggregates: readonly Aggregate[];
}

interface Axis {
  readonly code: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly values: Int16Array;
}

/**
 * Works out the plan. Who left a question of the plan out belongs to a class that is in no category of it, but is
 * among everybody.
 *
 * @param definition the survey, for labels
 * @param dataset the answers
 * @param cuts one or two codes of choice items each, as in the policy; a cut named twice counts once
 * @returns the cuts with their categories, the classes, and what cells may speak of
 * @throws RangeError if a cut does not name one or two different choice items of the dataset
 * @example planRelease(definition, dataset, [["unit"], ["unit", "grade"]]).cuts.length; // 2
 */
export function planRelease(
  definition: SurveyDefinition,
  dataset: Dataset,
  cuts: readonly (readonly string[])[],
): ReleasePlan {
  const once = new Map(cuts.map((codes) => [codes.join("+"), codes]));
  const codes = [...new Set([...once.values()].flat())];
  const axes = new Map(codes.map((code) => [code, axisOf(definition, dataset, code)]));
  const classes = classesOf([...axes.values()], dataset.rows);
  const planned = [...once.values()].map((names) => cutOf(names, axes));
  const everybody = Array.from({ length: classes.count }, (_, place) => place);
  return {
    cuts: planned.map(({ cut }) => cut),
    classes,
    aggregates: [
      { cut: -1, category: 0, dimensions: 0, classes: everybody },
      ...planned.flatMap(({ cut, placeOf }, place) => aggregatesOf(cut, { place, placeOf, classes })),
    ],
  };
}

/**
 * A text in the survey's first language.
 *
 * @param text the text in its languages
 * @param definition the survey
 * @returns the text; in any language if the first has none, else ""
 * @example firstLanguage({ en: "Unit" }, definition); // "Unit"
 */
export function firstLanguage(
  text: Readonly<Record<string, string>>,
  { soundings }: SurveyDefinition,
): string {
  return text[soundings.languages[0] ?? ""] ?? Object.values(text)[0] ?? "";
}

function axisOf(definition: SurveyDefinition, dataset: Dataset, code: string): Axis {
  const column = dataset.columns.find((candidate) => candidate.code === code);
  const item = definition.items.find((candidate) => candidate.code === code);
  if (column?.kind !== "choice" || item === undefined) {
    throw new RangeError(`a release plan requires choice items of the survey: ${code}`);
  }
  const labels = new Map(
    item.choices?.map((choice) => [choice.value, firstLanguage(choice.label, definition)]),
  );
  return {
    code,
    label: firstLanguage(item.title, definition),
    choices: column.choices.map((value) => ({ value, label: labels.get(value) ?? value })),
    values: column.values,
  };
}

/** Numbers the combinations of values that occur, one axis after the other. */
function classesOf(axes: readonly Axis[], rows: number): Classes {
  const of = new Uint32Array(rows);
  let count = Math.min(1, rows);
  for (const { choices, values } of axes) {
    const numbers = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const key = (of[row] ?? 0) * (choices.length + 1) + (values[row] ?? 0);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      of[row] = number;
    }
    count = numbers.size;
  }
  return { count, of };
}

interface CutOnRows {
  readonly cut: PlannedCut;
  /** Place of a row's category; -1 where one of the items was left out. */
  readonly placeOf: (row: number) => number;
}

function cutOf(codes: readonly string[], axes: ReadonlyMap<string, Axis>): CutOnRows {
  const [first, second, ...more] = codes.flatMap((code) => axes.get(code) ?? []);
  if (first === undefined || more.length > 0 || first === second) {
    throw new RangeError("a release plan requires one or two different items a cut");
  }
  if (second === undefined) {
    const categories = first.choices.map(({ value, label }) => ({ values: [value], label }));
    return {
      cut: { codes, label: first.label, categories },
      placeOf: (row) => (first.values[row] ?? 0) - 1,
    };
  }
  const width = second.choices.length;
  const categories = first.choices.flatMap((one) =>
    second.choices.map((other) => ({
      values: [one.value, other.value],
      label: `${one.label} · ${other.label}`,
    })),
  );
  return {
    cut: { codes, label: `${first.label} · ${second.label}`, categories },
    placeOf: (row) => {
      const one = first.values[row] ?? 0;
      const other = second.values[row] ?? 0;
      return one < 1 || other < 1 ? -1 : (one - 1) * width + other - 1;
    },
  };
}

function aggregatesOf(
  cut: PlannedCut,
  on: {
    readonly place: number;
    readonly placeOf: (row: number) => number;
    readonly classes: Classes;
  },
): readonly Aggregate[] {
  const members = cut.categories.map((): number[] => []);
  const seen = new Uint8Array(on.classes.count);
  on.classes.of.forEach((number, row) => {
    if (seen[number] === 1) return;
    seen[number] = 1;
    members[on.placeOf(row)]?.push(number);
  });
  return members.map((classes, category) => ({
    cut: on.place,
    category,
    dimensions: cut.codes.length,
    classes,
  }));
}
