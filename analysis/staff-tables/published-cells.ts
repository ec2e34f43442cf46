/** The cells of one measure in one release, as the auditor is given them: over classes of persons, with their turn. */
import type { Cell } from "../disclosure/cell.ts";
import type { CellRole, CountedCell, CountStatement } from "../disclosure-audit/published-counts.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import type { Layer } from "./published-figures-layers.ts";
import type { StaffCells, StaffDistribution, StaffItem, StaffTables } from "./staff-tables-model.ts";

/** A cell, and when it was said: cells of an earlier turn come first, of one turn the larger. */
export interface TurnedCell {
  readonly cell: CountedCell;
  readonly turn: number;
}

/** The first cut, those in none of its groups, everybody, then the other cuts in their order. */
const TURNS = { first: 0, rest: 1, everybody: 2, second: 3 } as const;

/** A release, and the persons behind it. */
export interface CellSource {
  /** As in a sentence; empty if there is only one. */
  readonly name: string;
  readonly tables: StaffTables;
  readonly classes: AuditedClasses;
  /** Place of its answers among the sources of all releases. */
  readonly source: number;
  readonly layers: readonly Layer[];
  /** Codes of the cut that is told by point, joined. */
  readonly firstCut: string | undefined;
}

type ShownCell<V> = Extract<Cell<V>, { shown: true }>;

/** What a cell says, without whom it is about. */
export type Says<V> = (cell: ShownCell<V>, role: CellRole) => readonly CountStatement[];

/**
 * All shown cells of one measure.
 *
 * @param cells as in the tables
 * @param from the release
 * @param says what a cell says
 * @returns everybody first, then cut by cut
 * @example turnedCells(item.cells, source, says).length;
 */
export function turnedCells<V>(cells: StaffCells<V>, from: CellSource, says: Says<V>): readonly TurnedCell[] {
  const { name, tables, classes, source, layers, firstCut } = from;
  const prefix = name === "" ? "" : `${name}: `;
  const turned = (
    label: string,
    cell: Cell<V> | undefined,
    at: {
      readonly role: CellRole;
      readonly turn: number;
      readonly isIn: (values: Layer["values"]) => boolean;
    },
  ): readonly TurnedCell[] => {
    if (cell?.shown !== true) return [];
    const members = layers.flatMap(({ values, sources }, place) =>
      sources.has(source) && at.isIn(values) ? [place] : [],
    );
    const statements = says(cell, at.role);
    return [
      { turn: at.turn, cell: { name: `${prefix}${label}`, role: at.role, classes: members, statements } },
    ];
  };
  return [
    ...turned("everybody", cells.total, { role: "everybody", turn: TURNS.everybody, isIn: () => true }),
    ...tables.cuts.flatMap(({ codes, categories }, cut) => {
      const places = codes.map((code) => classes.codes.indexOf(code));
      const isFirst = codes.join("+") === firstCut;
      return categories.flatMap(({ label, values: wanted }, category) =>
        turned(label, cells.cuts[cut]?.[category], {
          role: isFirst ? "first" : "second",
          turn: isFirst ? TURNS.first : TURNS.second + cut,
          isIn: (values) => places.every((place, at) => values[place] === wanted[at]),
        }),
      );
    }),
  ];
}

/**
 * Those who are in no shown group of the first cut, if the item says anything of them.
 *
 * @param item the item in one release
 * @param from the release
 * @param at its other cells, and what a cell says
 * @returns one cell or none
 * @example restOf(item, source, { cells, says }).length;
 */
export function restOf(
  { rest }: StaffItem,
  { name, source, layers }: CellSource,
  { cells, says }: { readonly cells: readonly TurnedCell[]; readonly says: Says<StaffDistribution> },
): readonly TurnedCell[] {
  if (rest?.shown !== true) return [];
  const grouped = new Set(cells.flatMap(({ cell }) => (cell.role === "first" ? cell.classes : [])));
  const members = layers.flatMap(({ sources }, place) =>
    sources.has(source) && !grouped.has(place) ? [place] : [],
  );
  const label = `${name === "" ? "" : `${name}: `}all others`;
  const statements = says(rest, "first");
  return [{ turn: TURNS.rest, cell: { name: label, role: "first", classes: members, statements } }];
}

/**
 * What a cell says of an item's answers.
 *
 * @param cell a shown cell
 * @param role what it is of
 * @param leading the border of favourable answers; the first choice
 * @returns statements; how many gave any answer only where that is not all
 * @example statementsOf(cell, "first", 3);
 */
export function statementsOf(
  { n, value }: ShownCell<StaffDistribution>,
  role: CellRole,
  leading: number,
): readonly CountStatement[] {
  const own =
    value.kind === "scale"
      ? value.borders.map(({ above, low, high }) => ({ of: above, low, high }))
      : value.choices.map(({ choice, low, high }) => ({ of: choice, low, high }));
  const { low, high } = value.given;
  const isAll = low === n && high === n;
  const lead = own.find(({ of }) => of === leading);
  // Of cells with the one border no more is said than follows: at least the favourable ones gave an answer.
  const isOne = value.kind === "scale" && role !== "everybody" && own.length === 1;
  const follows = (role === "second" || isOne) && low === lead?.low && high === n;
  return isAll || follows ? own : [{ of: 0, low, high }, ...own];
}
