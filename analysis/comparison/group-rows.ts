/** The rows of each group that two waves are compared by. */
import type { Dataset } from "../dataset.ts";
import type { RowPairs } from "./count-waves.ts";

/** One group: its label and its rows in both waves. */
interface GroupRows {
  readonly label: string;
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  /** Persons who are in this group in both waves; absent when the waves are not linked. */
  readonly pairs?: RowPairs;
}

/** All groups of a column, those without an answer to it last. */
export interface GroupedRows {
  readonly by: string;
  readonly groups: readonly GroupRows[];
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

function rowsByPlace(places: Uint16Array, groups: number): readonly Uint32Array[] {
  const counts = new Uint32Array(groups);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const rows = Array.from(counts, (count) => new Uint32Array(count));
  const next = new Uint32Array(groups);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] ?? 0;
    const at = next[place] ?? 0;
    const list = rows[place];
    if (list !== undefined) list[at] = row;
    next[place] = at + 1;
  }
  return rows;
}

interface PairLists {
  readonly before: number[];
  readonly after: number[];
}

function pairsByPlace(
  {
    first,
    second,
    groups,
  }: { readonly first: Uint16Array; readonly second: Uint16Array; readonly groups: number },
  pairs: RowPairs,
): readonly RowPairs[] {
  const lists = Array.from({ length: groups }, (): PairLists => ({ before: [], after: [] }));
  for (let i = 0; i < pairs.before.length; i += 1) {
    const before = pairs.before[i] ?? 0;
    const after = pairs.after[i] ?? 0;
    const place = first[before] ?? 0;
    if (second[after] !== place) continue;
    lists[place]?.before.push(before);
    lists[place]?.after.push(after);
  }
  return lists.map((list) => ({
    before: Uint32Array.from(list.before),
    after: Uint32Array.from(list.after),
  }));
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
  const labels = labelsOf([before, after], by);
  const first = placesOf(before, by, labels);
  const second = placesOf(after, by, labels);
  const count = labels.length + 1;
  const rowsBefore = rowsByPlace(first, count);
  const rowsAfter = rowsByPlace(second, count);
  const linked = pairs === undefined ? undefined : pairsByPlace({ first, second, groups: count }, pairs);
  const groups = [...labels, NOT_STATED].map((label, place): GroupRows => {
    const rows = {
      label,
      before: rowsBefore[place] ?? new Uint32Array(),
      after: rowsAfter[place] ?? new Uint32Array(),
    };
    const own = linked?.[place];
    return linked === undefined
      ? rows
      : { ...rows, pairs: own ?? { before: new Uint32Array(), after: new Uint32Array() } };
  });
  return { by, groups: groups.filter((group) => group.before.length + group.after.length > 0) };
}
