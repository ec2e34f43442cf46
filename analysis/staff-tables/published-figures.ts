/** From staff tables to what the auditor is given: every shown count, over classes of persons. */
import type { Cell } from "../disclosure/cell.ts";
import type { CountedCell, CountedPart, PublishedCounts } from "../disclosure-audit/published-counts.ts";
import { partsOf } from "./answer-bounds.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import { type Layer, layersOf, sizesOf } from "./published-figures-layers.ts";
import type { StaffCells, StaffDistribution, StaffScore, StaffTables } from "./staff-tables-model.ts";

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

/** What is shown of one thing, and whether its counts are of answers (then ranges are tested too). */
export interface AuditedCounts {
  readonly published: PublishedCounts;
  readonly ofAnswers: boolean;
  /** Each cell rests on so many times the minimum. */
  readonly times: 1 | 2;
}

/** What a cell says, without whom it is about: parts of counts; undefined if it says nothing. */
type Says<V> = (cell: Extract<Cell<V>, { shown: true }>) => readonly CountedPart[] | undefined;

/**
 * All counts that viewers can hold of one wave. For each item its answers; besides, whom figures speak of without
 * their answers: how many took part, how many left an item out, whose scores a spread is made of. These too must not
 * rest on too few.
 *
 * Who is in which class, and who answered what item, is taken to be known. Answers once given stay: those who
 * answered before are taken to be among those of their class who answered later. Where a class has become smaller,
 * persons may have moved to any other.
 *
 * @param releases releases of one wave, oldest first
 * @returns one entry an item, and the others
 * @throws RangeError if releases of one wave count an item in different points, or classes have other items
 * @example publishedCounts([{ name: "", tables, classes }]).length;
 */
export function publishedCounts(releases: readonly AuditedRelease[]): readonly AuditedCounts[] {
  const sources = [...new Set(releases.map(({ classes }) => classes))];
  const wave: AuditedWave = { releases, sources, tookPart: layersOf(sources, ({ persons: all }) => all) };
  const labels = new Map(
    releases.flatMap(({ tables }) => tables.items.map(({ code, label }) => [code, label] as const)),
  );
  const scales = new Set(releases.flatMap(({ tables }) => scalesOf(tables).map(({ code }) => code)));
  return [
    countedPersons(wave, "how many took part", answeredCells),
    ...[...labels].flatMap(([code, label]) => [
      countedAnswers(wave, code, label),
      countedPersons(wave, `how many answered ${label}`, (tables) =>
        onlyWhere(itemCells(tables, code), answeredCells(tables)),
      ),
    ]),
    ...[...scales].map((code) => countedScores(wave, code)),
  ];
}

interface AuditedWave {
  readonly releases: readonly AuditedRelease[];
  /** Answers from which the releases were made, oldest first. */
  readonly sources: readonly AuditedClasses[];
  readonly tookPart: readonly Layer[];
}

function countedPersons(
  { releases, sources, tookPart: layers }: AuditedWave,
  name: string,
  cells: (tables: StaffTables) => StaffCells<unknown>,
): AuditedCounts {
  const counted = releases.flatMap((release) =>
    cellsOf(cells(release.tables), { release, sources, layers, says: persons }),
  );
  const published = { name, points: 2, ...sizesOf(layers), cells: counted };
  return { ofAnswers: false, times: 1, published };
}

function countedAnswers({ releases, sources }: AuditedWave, code: string, name: string): AuditedCounts {
  const layers = layersOf(sources, ({ answered }) => answered[code] ?? []);
  const points = new Set(
    releases.flatMap(({ tables }) =>
      tables.items.flatMap((item) => (item.code === code ? [item.points.length] : [])),
    ),
  );
  const [first] = points;
  if (first === undefined || points.size > 1) {
    throw new RangeError("audited releases of one wave require the same points of an item");
  }
  const cells = releases.flatMap((release) =>
    cellsOf(itemCells(release.tables, code), { release, sources, layers, says: exactParts(first) }),
  );
  return { ofAnswers: true, times: 1, published: { name, points: first, ...sizesOf(layers), cells } };
}

function countedScores({ releases, sources }: AuditedWave, code: string): AuditedCounts {
  const layers = layersOf(sources, ({ scored }) => scored[code] ?? []);
  const says: Says<StaffScore> = ({ value, n }) => (value.sdAtMost === null ? undefined : persons({ n }));
  const cells = releases.flatMap((release) =>
    scalesOf(release.tables)
      .filter((scale) => scale.code === code)
      .flatMap((scale) => cellsOf(scale.cells, { release, sources, layers, says })),
  );
  const published = { name: `spread of ${code}`, points: 2, ...sizesOf(layers), cells };
  return { ofAnswers: false, times: 2, published };
}

function exactParts(points: number): Says<StaffDistribution> {
  const labels = Array.from({ length: points }, (_, place) => `${place + 1}`);
  return (cell) => partsOf({ points: labels }, cell).map(({ from, to, low }) => ({ from, to, count: low }));
}

/** A count of persons has one border, whatever is behind it. */
function persons({ n }: { readonly n: number }): readonly CountedPart[] {
  return [
    { from: 1, to: 1, count: n },
    { from: 2, to: 2, count: 0 },
  ];
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

function itemCells({ items, cuts }: StaffTables, code: string): StaffTables["items"][number]["cells"] {
  const none = { shown: false, reason: "no-answers" } as const;
  return (
    items.find((item) => item.code === code)?.cells ?? {
      total: none,
      cuts: cuts.map(({ categories }) => categories.map(() => none)),
    }
  );
}

function answeredCells({ answered, cuts }: StaffTables): StaffCells<number> {
  return {
    total: answered,
    cuts: cuts.map(({ categories }) => categories.map((category) => category.answered)),
  };
}

/** The cells of groups for which both are shown. */
function onlyWhere<V>(cells: StaffCells<V>, also: StaffCells<unknown>): StaffCells<V> {
  const none = { shown: false, reason: "group-not-shown" } as const;
  return {
    total: also.total.shown ? cells.total : none,
    cuts: cells.cuts.map((categories, cut) =>
      categories.map((cell, place) => (also.cuts[cut]?.[place]?.shown === true ? cell : none)),
    ),
  };
}

function cellsOf<V>(
  cells: StaffCells<V>,
  {
    release: { name, tables, classes },
    sources,
    layers,
    says,
  }: {
    readonly release: AuditedRelease;
    readonly sources: readonly AuditedClasses[];
    readonly layers: readonly Layer[];
    readonly says: Says<V>;
  },
): readonly CountedCell[] {
  const source = sources.indexOf(classes);
  const prefix = name === "" ? "" : `${name}: `;
  const counted = (
    label: string,
    cell: Cell<V>,
    isIn: (values: Layer["values"]) => boolean,
  ): readonly CountedCell[] => {
    const parts = cell.shown ? says(cell) : undefined;
    if (parts === undefined) return [];
    const members = layers.flatMap(({ values, sources: own }, place) =>
      own.has(source) && isIn(values) ? [place] : [],
    );
    return [{ name: `${prefix}${label}`, classes: members, parts }];
  };
  return [
    ...counted("everybody", cells.total, () => true),
    ...tables.cuts.flatMap(({ codes, categories }, cut) => {
      const places = codes.map((code) => classes.codes.indexOf(code));
      return categories.flatMap(({ label, values: wanted }, category) => {
        const cell = cells.cuts[cut]?.[category];
        if (cell === undefined) return [];
        return counted(label, cell, (values) => places.every((place, at) => values[place] === wanted[at]));
      });
    }),
  ];
}
