/** From staff tables to what the auditor is given: every shown count, over classes of persons. */
import type { CountedCell, PublishedCounts } from "../disclosure-audit/published-counts.ts";
import type { SaidSteps } from "../disclosure-audit/simulated-steps.ts";
import { favourableBorder } from "./answer-bounds.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import {
  type CellSource,
  restOf,
  type Says,
  statementsOf,
  type TurnedCell,
  turnedCells,
} from "./published-cells.ts";
import { type Layer, layersOf, sizesOf } from "./published-figures-layers.ts";
import type { StaffCells, StaffDistribution, StaffItem, StaffTables } from "./staff-tables-model.ts";

/** One release, and the persons behind it. */
export interface AuditedRelease {
  /** As in a sentence: "release 1". Empty if there is only one. */
  readonly name: string;
  readonly tables: StaffTables;
  /** The same object for releases made from the same answers. */
  readonly classes: AuditedClasses;
}

/** Tables of the same wave that are published already. */
export interface EarlierTables {
  /** As in a sentence: "release 1". */
  readonly name: string;
  readonly tables: StaffTables;
  /** If they were made from other answers than the new ones: the persons behind them. */
  readonly classes?: AuditedClasses;
}

/** What is shown of one thing. */
export interface AuditedCounts {
  readonly published: PublishedCounts;
  /** How its cells came about, if it is of answers; for persons, and for counts that were never coded, undefined. */
  readonly said: SaidSteps | undefined;
  readonly ofAnswers: boolean;
}

/**
 * All counts that viewers can hold of one wave. For each item its answers; besides, whom figures speak of without
 * their answers: how many took part, and how many left an item out. These too must not rest on too few.
 *
 * Who is in which class, and who answered what item, is taken to be known. Answers once given stay: those who
 * answered before are taken to be among those of their class who answered later. Where a class has become smaller,
 * persons may have moved to any other.
 *
 * @param releases releases of one wave, oldest first
 * @param firstCut codes of the cut that is told by point, joined; undefined where everybody was released before any
 * @returns one entry an item, and the others
 * @throws RangeError if releases of one wave count an item in different points, or classes have other items
 * @example publishedCounts([{ name: "", tables, classes }], "unit").length;
 */
export function publishedCounts(
  releases: readonly AuditedRelease[],
  firstCut: string | undefined,
): readonly AuditedCounts[] {
  const sources = [...new Set(releases.map(({ classes }) => classes))];
  const wave = { releases, sources, firstCut };
  const codes = new Set(releases.flatMap(({ tables }) => tables.items.map(({ code }) => code)));
  return [
    countedPersons(wave, "how many took part", answeredCells),
    ...[...codes].flatMap((code) => [
      countedAnswers(wave, code),
      countedPersons(wave, `how many answered ${labelOf(releases, code)}`, (tables) =>
        whereBothShown(tables, code),
      ),
    ]),
  ];
}

interface AuditedWave {
  readonly releases: readonly AuditedRelease[];
  /** Answers from which the releases were made, oldest first. */
  readonly sources: readonly AuditedClasses[];
  readonly firstCut: string | undefined;
}

function labelOf(releases: readonly AuditedRelease[], code: string): string {
  return (
    releases.map(({ tables }) => itemOf(tables, code)?.label).findLast((label) => label !== undefined) ?? code
  );
}

function itemOf({ items }: StaffTables, code: string): StaffItem | undefined {
  return items.find((item) => item.code === code);
}

function countedPersons(
  wave: AuditedWave,
  name: string,
  cells: (tables: StaffTables) => StaffCells<unknown>,
): AuditedCounts {
  const layers = layersOf(wave.sources, ({ persons }) => persons);
  const says = ({ n }: { readonly n: number }) => [{ of: 1, low: n, high: n }];
  const counted = sourcesOf(wave, layers).flatMap((from) =>
    turnedCells(cells(from.tables), from, says).map(({ cell }) => cell),
  );
  const published = { name, about: "choices", ...sizesOf(layers), cells: counted } as const;
  return { ofAnswers: false, said: undefined, published };
}

function sourcesOf({ releases, sources, firstCut }: AuditedWave, layers: readonly Layer[]) {
  return releases.map(({ name, tables, classes }): CellSource => {
    return { name, tables, classes, source: sources.indexOf(classes), layers, firstCut };
  });
}

function countedAnswers(wave: AuditedWave, code: string): AuditedCounts {
  const { releases, sources } = wave;
  const layers = layersOf(sources, ({ answered }) => answered[code] ?? []);
  const items = releases.flatMap(({ tables }) => itemOf(tables, code) ?? []);
  const shapes = new Set(
    items.map(({ points, kind, reverseKeyed }) => `${kind} ${points.length} ${reverseKeyed}`),
  );
  const [item] = items;
  if (item === undefined || shapes.size > 1) {
    throw new RangeError("audited releases of one wave require the same points of an item");
  }
  const { points, reverseKeyed, kind } = item;
  const leading = kind === "choice" ? 1 : favourableBorder({ points: points.length, reverseKeyed });
  const says: Says<StaffDistribution> = (cell, role) => statementsOf(cell, role, leading);
  const byRelease = sourcesOf(wave, layers).map((from) => {
    const own = itemOf(from.tables, code);
    if (own === undefined) return [];
    const cells = turnedCells(own.cells, from, says);
    return [...cells, ...restOf(own, from, { cells, says })];
  });
  const sizes = sizesOf(layers);
  const published: PublishedCounts = {
    name: labelOf(releases, code),
    about: kind === "choice" ? "choices" : "borders",
    ...sizes,
    cells: byRelease.flat().map(({ cell }) => cell),
  };
  const width = releases.at(-1)?.tables.width ?? null;
  // Of other answers nothing was said before.
  const before = sources.length > 1 ? [] : byRelease.slice(0, -1).flat();
  const steps = newSteps(before, byRelease.at(-1) ?? [], sizes.persons);
  const joined = items.some(({ beside }) => beside !== undefined && beside.told !== "direction");
  const said =
    width === null ? undefined : { before: before.map(({ cell }) => cell), steps, leading, width, joined };
  return { ofAnswers: true, published, said };
}

/** What was not said before of the same persons in the same words, in the one order of all reports. */
function newSteps(
  before: readonly TurnedCell[],
  cells: readonly TurnedCell[],
  persons: readonly number[],
): readonly CountedCell[] {
  const keyOf = ({ role, classes, statements }: CountedCell) => JSON.stringify([role, classes, statements]);
  const known = new Set(before.map(({ cell }) => keyOf(cell)));
  const sizeOf = ({ cell }: TurnedCell) => cell.classes.reduce((sum, one) => sum + (persons[one] ?? 0), 0);
  return cells
    .filter(({ cell }) => !known.has(keyOf(cell)))
    .toSorted((one, other) => one.turn - other.turn || sizeOf(other) - sizeOf(one))
    .map(({ cell }) => cell);
}

function answeredCells({ answered, cuts }: StaffTables): StaffCells<number> {
  return {
    total: answered,
    cuts: cuts.map(({ categories }) => categories.map((category) => category.answered)),
  };
}

/** The cells of an item, of groups for which both are shown. */
function whereBothShown(tables: StaffTables, code: string): StaffCells<unknown> {
  const none = { shown: false, reason: "group-not-shown" } as const;
  const own = itemOf(tables, code)?.cells;
  const also = answeredCells(tables);
  return {
    total: also.total.shown ? (own?.total ?? none) : none,
    cuts: also.cuts.map((categories, cut) =>
      categories.map((cell, place) => (cell.shown ? (own?.cuts[cut]?.[place] ?? none) : none)),
    ),
  };
}

/**
 * All scales of some tables, the index among them.
 *
 * @param tables staff tables
 * @returns dimensions' scales, then the index
 * @example scalesOf(tables).at(-1)?.code; // "index"
 */
export function scalesOf({ scales, index }: StaffTables): StaffTables["scales"] {
  return index === null ? scales : [...scales, index];
}
