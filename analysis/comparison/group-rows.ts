/** The rows of each group that two waves are compared by. */
import type { Dataset, DatasetColumn } from "../dataset.ts";
import type { RowPairs } from "./link-rows.ts";

/** The persons of both waves by group. Who is linked within a group stands in its pairs, everybody else alone. */
export interface GroupedRows {
  readonly groups: readonly RowGroup[];
  /** Persons who are in another group in each wave: alone in both. Absent when the waves are not linked. */
  readonly moved?: RowPairs;
}

/** The rows of one group; with persons who are linked within it, all groups have pairs. */
export interface RowGroup {
  readonly label: string;
  readonly alone: { readonly before: Uint32Array; readonly after: Uint32Array };
  readonly pairs?: RowPairs;
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

/** Each row's group in both waves. */
interface Places {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
}

/** The rows of each group. The places are used up. */
function rowsByGroup(labels: readonly string[], places: Places, pairs: RowPairs | undefined): GroupedRows {
  const groups = labels.length;
  const linked = pairs && pairsByPlace(places, groups, pairs);
  const before = rowsByPlace(places.before, groups);
  const after = rowsByPlace(places.after, groups);
  return {
    groups: labels.map((label, place): RowGroup => {
      const own = linked?.[place];
      const alone = { before: before[place] ?? NO_ROWS, after: after[place] ?? NO_ROWS };
      return { label, alone, ...(own === undefined ? {} : { pairs: own }) };
    }),
    ...(linked === undefined ? {} : { moved: linked[groups] ?? { before: NO_ROWS, after: NO_ROWS } }),
  };
}

const NO_ROWS = new Uint32Array();

/** Linked rows by the group they share, and last those who share none. Who shares one is put beyond all groups. */
function pairsByPlace(places: Places, groups: number, { before, after }: RowPairs): readonly RowPairs[] {
  const shared = new Uint16Array(before.length);
  for (let i = 0; i < shared.length; i += 1) {
    const [first, second] = [before[i] ?? 0, after[i] ?? 0];
    const place = places.before[first] ?? 0;
    const isShared = places.after[second] === place;
    shared[i] = isShared ? place : groups;
    if (!isShared) continue;
    places.before[first] = groups;
    places.after[second] = groups;
  }
  const { order, starts } = sortByPlace(shared, groups + 1);
  const first = cut(pick(before, order), starts);
  const second = cut(pick(after, order), starts);
  return first.map((rows, place) => ({ before: rows, after: second[place] ?? NO_ROWS }));
}

/** The rows of each place; those beyond the last place in none. */
function rowsByPlace(places: Uint16Array, count: number): readonly Uint32Array[] {
  const { order, starts } = sortByPlace(places, count);
  return cut(order, starts);
}

function sortByPlace(places: Uint16Array, count: number) {
  const starts = startsOf(places, count);
  return { order: orderOf(places, starts.slice()), starts };
}

/** Neighbours in memory, so that several are easily taken as one. */
function cut(sorted: Uint32Array, starts: Uint32Array): readonly Uint32Array[] {
  return Array.from(starts.subarray(1), (end, place) => sorted.subarray(starts[place], end));
}

/** Where each place begins when they are sorted; at the end how many there are. */
function startsOf(places: Uint16Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < places.length; i += 1) {
    const next = (places[i] ?? 0) + 1;
    if (next <= count) starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 0; place < count; place += 1) {
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  }
  return starts;
}

/** The order that sorts by place and is as before within each; `next`, where each place begins, is used up. */
function orderOf(places: Uint16Array, next: Uint32Array): Uint32Array {
  const count = next.length - 1;
  const order = new Uint32Array(next[count] ?? 0);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    if (place >= count) continue;
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
  const labels = labelsOf([columns.before, columns.after]);
  const placesIn = (column: ChoiceColumn): Uint16Array =>
    placesOf(
      column,
      Uint16Array.from([...column.choices.map((label) => labels.indexOf(label)), labels.length]),
    );
  const places = { before: placesIn(columns.before), after: placesIn(columns.after) };
  const { groups, ...moved } = rowsByGroup([...labels, NOT_STATED], places, pairs);
  return {
    groups: groups.filter(
      ({ alone, pairs: own }) => alone.before.length + alone.after.length + (own?.before.length ?? 0) > 0,
    ),
    ...moved,
  };
}

/**
 * All rows of both waves as one group.
 * @param rows how many rows each wave has
 * @param pairs the linked rows
 * @returns the one group, of everybody
 * @example everybody({ before: before.rows, after: after.rows }, undefined).groups.length // 1
 */
export function everybody(
  rows: { readonly before: number; readonly after: number },
  pairs: RowPairs | undefined,
): GroupedRows {
  return rowsByGroup(
    ["everybody"],
    { before: new Uint16Array(rows.before), after: new Uint16Array(rows.after) },
    pairs,
  );
}
