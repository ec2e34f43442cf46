/** The rows of each group that two waves are compared by. */
import type { Dataset } from "../dataset.ts";
import type { RowPairs } from "./count-waves.ts";

/** Persons by group: each row's group in both waves, and the linked persons of each. */
export interface GroupedRows {
  readonly by: string;
  /** The groups' labels, those without an answer last; with how many rows each has. */
  readonly groups: readonly {
    readonly label: string;
    readonly persons: { readonly before: number; readonly after: number };
  }[];
  /** One a row: place in `groups`. */
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  /** Absent when the waves are not linked. */
  readonly linked?: {
    /** In the order of `groups`: persons who are in this group in both waves. */
    readonly groups: readonly RowPairs[];
    /** Persons who are in another group in each wave. */
    readonly moved: RowPairs;
    /** How many persons are linked. */
    readonly all: number;
  };
}

/** Label of those who did not say which group they belong to. */
const NOT_STATED = "not stated";

/** Group of each row: place in `labels`; one more stands for "not stated". */
function placesOf(dataset: Dataset, by: string, labels: readonly string[]): Uint16Array {
  const column = dataset.columns.find(({ code }) => code === by);
  if (column?.kind !== "choice") {
    throw new RangeError(`a comparison by groups requires a choice column in both waves: ${by}`);
  }
  const notStated = labels.length;
  const placeOf = column.choices.map((choice) => labels.indexOf(choice));
  const { values } = column;
  const places = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) places[row] = placeOf[(values[row] ?? 0) - 1] ?? notStated;
  return places;
}

function labelsOf(datasets: readonly Dataset[], by: string): readonly string[] {
  const labels = new Set<string>();
  for (const { columns } of datasets) {
    const column = columns.find(({ code }) => code === by);
    for (const choice of column?.kind === "choice" ? column.choices : []) labels.add(choice);
  }
  return [...labels].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

function countPlaces(places: Uint16Array, groups: number): Uint32Array {
  const counts = new Uint32Array(groups);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Sorts linked rows by the group they share; those who share none come last. */
function pairsByPlace(
  { before, after }: { readonly before: Uint16Array; readonly after: Uint16Array },
  groups: number,
  pairs: RowPairs,
): NonNullable<GroupedRows["linked"]> {
  const places = new Uint16Array(pairs.before.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = before[pairs.before[i] ?? 0] ?? 0;
    places[i] = after[pairs.after[i] ?? 0] === place ? place : groups;
  }
  const counts = countPlaces(places, groups + 1);
  const next = new Uint32Array(groups + 1);
  for (let place = 0; place < groups; place += 1) {
    next[place + 1] = (next[place] ?? 0) + (counts[place] ?? 0);
  }
  const starts = next.slice();
  const sorted = { before: new Uint32Array(places.length), after: new Uint32Array(places.length) };
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    const at = next[place] ?? 0;
    sorted.before[at] = pairs.before[i] ?? 0;
    sorted.after[at] = pairs.after[i] ?? 0;
    next[place] = at + 1;
  }
  const slice = (start: number, place: number): RowPairs => {
    const end = start + (counts[place] ?? 0);
    return { before: sorted.before.subarray(start, end), after: sorted.after.subarray(start, end) };
  };
  const all = Array.from(starts, slice);
  const nobody = { before: new Uint32Array(), after: new Uint32Array() };
  return { groups: all.slice(0, groups), moved: all[groups] ?? nobody, all: places.length };
}

/**
 * Sorts the rows of both waves by group. A group is what a person said in that wave: who moved is in two groups,
 * and linked in none.
 * @param before the first wave
 * @param after the second wave
 * @param options the choice column's code, and the linked rows
 * @returns the groups in alphabetical order; groups without any row are left out
 * @throws RangeError when a wave has no choice column of that code
 * @example groupRows(before, after, { by: "site", pairs: undefined }).groups.map(({ label }) => label)
 */
export function groupRows(
  before: Dataset,
  after: Dataset,
  { by, pairs }: { readonly by: string; readonly pairs: RowPairs | undefined },
): GroupedRows {
  const every = labelsOf([before, after], by);
  const plain = { before: placesOf(before, by, every), after: placesOf(after, by, every) };
  const counts = {
    before: countPlaces(plain.before, every.length + 1),
    after: countPlaces(plain.after, every.length + 1),
  };
  const groups = [...every, NOT_STATED].map((label, place) => ({
    label,
    place,
    persons: { before: counts.before[place] ?? 0, after: counts.after[place] ?? 0 },
  }));
  const present = groups.filter(({ persons }) => persons.before + persons.after > 0);
  const placeOf = new Uint16Array(groups.length);
  present.forEach(({ place }, to) => {
    placeOf[place] = to;
  });
  const places = {
    before: plain.before.map((place) => placeOf[place] ?? 0),
    after: plain.after.map((place) => placeOf[place] ?? 0),
  };
  return {
    by,
    groups: present.map(({ label, persons }) => ({ label, persons })),
    ...places,
    ...(pairs === undefined ? {} : { linked: pairsByPlace(places, present.length, pairs) }),
  };
}
