/** The rows of each group that two waves are compared by. */
import type { Dataset, DatasetColumn } from "../dataset.ts";
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

type ChoiceColumn = Extract<DatasetColumn, { readonly kind: "choice" }>;

function choiceColumn({ columns }: Dataset, by: string): ChoiceColumn {
  const column = columns.find(({ code }) => code === by);
  if (column?.kind === "choice") return column;
  throw new RangeError(`a comparison by groups requires a choice column in both waves: ${by}`);
}

/** The place of a choice among all; behind the last for those who made none. */
function slotOf(value: number | undefined, none: number): number {
  return value !== undefined && value > 0 ? value - 1 : none;
}

/** How many rows have each choice, and last how many have none. */
function countChoices({ choices, values }: ChoiceColumn): Uint32Array {
  const none = choices.length;
  const counts = new Uint32Array(none + 1);
  for (let row = 0; row < values.length; row += 1) {
    const slot = slotOf(values[row], none);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

/** The group of each row, looked up by its choice. */
function placesOf({ choices, values }: ChoiceColumn, placeOf: Uint16Array): Uint16Array {
  const none = choices.length;
  const places = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) places[row] = placeOf[slotOf(values[row], none)] ?? 0;
  return places;
}

function labelsOf(columns: readonly ChoiceColumn[]): readonly string[] {
  const labels = new Set(columns.flatMap(({ choices }) => choices));
  return [...labels].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

/** Sorts linked rows by the group they share; those who share none come last. */
function pairsByPlace(
  { before, after }: { readonly before: Uint16Array; readonly after: Uint16Array },
  groups: number,
  pairs: RowPairs,
): NonNullable<GroupedRows["linked"]> {
  const places = sharedPlaces({ before, after, groups }, pairs);
  const starts = startsOf(places, groups + 1);
  const order = orderOf(places, starts.slice());
  const sorted = { before: pick(pairs.before, order), after: pick(pairs.after, order) };
  const all = Array.from({ length: groups + 1 }, (_, place): RowPairs => {
    const [start, end] = [starts[place], starts[place + 1]];
    return { before: sorted.before.subarray(start, end), after: sorted.after.subarray(start, end) };
  });
  const nobody = { before: new Uint32Array(), after: new Uint32Array() };
  return { groups: all.slice(0, groups), moved: all[groups] ?? nobody, all: places.length };
}

interface PlacesOfWaves {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly groups: number;
}

/** For each linked person the group of both waves; one more where they differ. */
function sharedPlaces({ before, after, groups }: PlacesOfWaves, pairs: RowPairs): Uint16Array {
  const places = new Uint16Array(pairs.before.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = before[pairs.before[i] ?? 0] ?? 0;
    places[i] = after[pairs.after[i] ?? 0] === place ? place : groups;
  }
  return places;
}

/** Where each place begins when they are sorted; at the end how many there are. */
function startsOf(places: Uint16Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < places.length; i += 1) {
    const next = (places[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 0; place < count; place += 1) {
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  }
  return starts;
}

/** The order that sorts by place and is as before within each; `next` is used up. */
function orderOf(places: Uint16Array, next: Uint32Array): Uint32Array {
  const order = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    const at = next[place] ?? 0;
    order[at] = i;
    next[place] = at + 1;
  }
  return order;
}

function pick(rows: Uint32Array, order: Uint32Array): Uint32Array {
  const picked = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i += 1) picked[i] = rows[order[i] ?? 0] ?? 0;
  return picked;
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
  const columns = { before: choiceColumn(before, by), after: choiceColumn(after, by) };
  const counts = { before: countChoices(columns.before), after: countChoices(columns.after) };
  const groups = [
    ...labelsOf([columns.before, columns.after]).map((label) => ({
      label,
      before: columns.before.choices.indexOf(label),
      after: columns.after.choices.indexOf(label),
    })),
    { label: NOT_STATED, before: columns.before.choices.length, after: columns.after.choices.length },
  ].map((group) => ({
    ...group,
    persons: { before: counts.before[group.before] ?? 0, after: counts.after[group.after] ?? 0 },
  }));
  const present = groups.filter(({ persons }) => persons.before + persons.after > 0);
  const placesIn = (wave: "before" | "after"): Uint16Array => {
    const placeOf = new Uint16Array(columns[wave].choices.length + 1);
    present.forEach((group, to) => {
      if (group[wave] >= 0) placeOf[group[wave]] = to;
    });
    return placesOf(columns[wave], placeOf);
  };
  const places = { before: placesIn("before"), after: placesIn("after") };
  return {
    by,
    groups: present.map(({ label, persons }) => ({ label, persons })),
    ...places,
    ...(pairs === undefined ? {} : { linked: pairsByPlace(places, present.length, pairs) }),
  };
}
