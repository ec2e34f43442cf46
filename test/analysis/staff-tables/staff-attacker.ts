/** An attacker of staff tables: knows who is in which cell and what is shown, and shares no code with the engine. */
import type { Highs } from "highs";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import type { StaffDistribution, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { Person } from "./invented-survey.ts";

interface SeenCell {
  readonly name: string;
  /** By class: is it in the cell. */
  readonly inside: readonly boolean[];
  readonly parts: readonly DistributionPart[];
}

/** What is seen of one item: classes of its answerers, and the cells. */
export interface SeenItem {
  readonly item: string;
  readonly points: number;
  /** By class: how many answered. */
  readonly sizes: readonly number[];
  /** By class: did all its members give the same answer. Whoever is in another class can have given two. */
  readonly alike: readonly boolean[];
  readonly cells: readonly SeenCell[];
}

/** Codes of a cut, and the values (as in answers) of one of its categories; none for everybody. */
export interface Group {
  readonly codes: readonly string[];
  readonly values: readonly number[];
}

export function isIn(person: Person, { codes, values }: Group): boolean {
  return codes.every((code, place) => person[code] === values[place]);
}

/** The groups of a plan, in the order of StaffTables: everybody, then cut by cut. */
export function groupsOf(
  cuts: readonly (readonly string[])[],
  choices: Readonly<Record<string, readonly string[]>>,
): readonly Group[] {
  const valuesOf = (code: string) => (choices[code] ?? []).map((_, place) => place + 1);
  return [
    { codes: [], values: [] },
    ...cuts.flatMap((codes) => {
      const combinations = codes.reduce<number[][]>(
        (sofar, code) => sofar.flatMap((values) => valuesOf(code).map((value) => [...values, value])),
        [[]],
      );
      return combinations.map((values): Group => ({ codes, values }));
    }),
  ];
}

/** What the tables show of each item to somebody who knows everybody's groups, and who answered what. */
export function seenInTables(
  tables: StaffTables,
  persons: readonly Person[],
  groups: readonly Group[],
): readonly SeenItem[] {
  return tables.items.map(({ code, points, cells }) => {
    const all = [cells.total, ...cells.cuts.flat()];
    const shown = groups.flatMap((group, place) => {
      const cell = all[place];
      return cell?.shown === true ? [{ group, parts: toldParts(cell.value, points.length) }] : [];
    });
    return seenItem({ item: code, points: points.length }, persons, shown);
  });
}

/** What a cell says, as it says it: answers above a border, or one choice. */
function toldParts(answers: StaffDistribution, points: number): readonly DistributionPart[] {
  if (answers.kind === "scale") {
    return answers.borders.map(({ above, low, high }) => ({ from: above + 1, to: points, low, high }));
  }
  return answers.choices.map(({ choice, low, high }) => ({ from: choice, to: choice, low, high }));
}

/** Persons in the same shown cells are one class. */
export function seenItem(
  { item, points }: Pick<SeenItem, "item" | "points">,
  persons: readonly Person[],
  shown: readonly { readonly group: Group; readonly parts: readonly DistributionPart[] }[],
): SeenItem {
  const classes = new Map<string, { size: number; inside: readonly boolean[]; answers: Set<number> }>();
  for (const person of persons) {
    const answer = person[item] ?? 0;
    if (answer < 1) continue;
    const inside = shown.map(({ group }) => isIn(person, group));
    const key = inside.join();
    const found = classes.get(key) ?? { size: 0, inside, answers: new Set() };
    classes.set(key, { ...found, size: found.size + 1, answers: found.answers.add(answer) });
  }
  const all = [...classes.values()];
  return {
    item,
    points,
    sizes: all.map(({ size }) => size),
    alike: all.map(({ answers }) => answers.size === 1),
    cells: shown.map(({ group, parts }, place) => ({
      name: `${group.codes.join("+")} ${group.values.join("+")}`,
      inside: all.map(({ inside }) => inside[place] === true),
      parts,
    })),
  };
}

/** A product of two residues is exact in a double. */
const PRIME = 67_108_859;

/**
 * The fewest persons, below the minimum, on whom a combination of the cells rests; undefined if there are none.
 * A combination rests on the classes U exactly if, in the space of everything that no cell notices, the coordinates
 * of U are dependent. All sets of classes below the minimum are tried, or as many as it takes to find enough.
 */
export function fewestTold(
  { sizes, cells }: Pick<SeenItem, "sizes" | "cells">,
  minimum: number,
  enough = Number.POSITIVE_INFINITY,
): number | undefined {
  const unnoticed = nullSpace(
    cells.map(({ inside }) => inside.map((is) => (is ? 1 : 0))),
    sizes.length,
  );
  const coordinates = sizes.map((_, place) => unnoticed.map((vector) => vector[place] ?? 0));
  let fewest: number | undefined;
  let found = 0;
  const extend = (from: number, basis: readonly (readonly number[])[], persons: number): void => {
    for (let place = from; place < sizes.length; place += 1) {
      const now = persons + (sizes[place] ?? 0);
      if (now >= (fewest ?? minimum) || found >= enough) continue;
      const rest = reduced(coordinates[place] ?? [], basis);
      if (rest.every((entry) => entry === 0)) {
        fewest = now;
        found += 1;
      } else extend(place + 1, [...basis, rest], now);
    }
  };
  extend(0, [], 0);
  return fewest;
}

function reduced(vector: readonly number[], basis: readonly (readonly number[])[]): readonly number[] {
  let rest = vector;
  for (const known of basis) {
    const pivot = known.findIndex((entry) => entry !== 0);
    const factor = ((rest[pivot] ?? 0) * inverse(known[pivot] ?? 1)) % PRIME;
    if (factor === 0) continue;
    rest = rest.map((entry, place) => (entry + PRIME - ((factor * (known[place] ?? 0)) % PRIME)) % PRIME);
  }
  return rest;
}

function inverse(value: number): number {
  let result = 1;
  let square = value;
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** A base of the vectors whose product with every row is 0, modulo the prime. */
function nullSpace(rows: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const left = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const at = left.findIndex((row, place) => place >= pivots.length && row[column] !== 0);
    const pivot = left[at];
    if (pivot === undefined) continue;
    left[at] = left[pivots.length] ?? pivot;
    const unit = inverse(pivot[column] ?? 1);
    const normal = pivot.map((entry) => (entry * unit) % PRIME);
    left[pivots.length] = normal;
    for (const [place, row] of left.entries()) {
      const factor = row[column] ?? 0;
      if (place === pivots.length || factor === 0) continue;
      left[place] = row.map((entry, i) => (entry + PRIME - ((factor * (normal[i] ?? 0)) % PRIME)) % PRIME);
    }
    pivots.push(column);
  }
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !pivots.includes(column),
  );
  return free.map((column) => {
    const vector = new Array<number>(width).fill(0);
    vector[column] = 1;
    for (const [place, pivot] of pivots.entries())
      vector[pivot] = (PRIME - (left[place]?.[column] ?? 0)) % PRIME;
    return vector;
  });
}

/** Is there any combination of the cells that rests on fewer persons than the minimum? */
export function tellsOfFew(seen: SeenItem, minimum: number): boolean {
  return fewestTold(seen, minimum, 1) !== undefined;
}

/** Classes of whose members only one answer is possible, by integer programmes: exact. */
export function forcedByProgrammes(seen: SeenItem, highs: Highs): readonly number[] {
  return seen.alike.flatMap((alike, target) => {
    if (!alike) return [];
    let possible = 0;
    for (let point = 1; point <= seen.points && possible < 2; point += 1) {
      if (canAnswer(seen, { target, point }, highs)) possible += 1;
    }
    return possible < 2 ? [target] : [];
  });
}

function canAnswer(
  { sizes, cells, points }: SeenItem,
  { target, point }: { readonly target: number; readonly point: number },
  highs: Highs,
): boolean {
  const all = Array.from({ length: points }, (_, place) => place + 1);
  const name = (place: number, value: number) => `x${place}_${value}`;
  const lines = ["Minimize", ` ${name(target, point)}`, "Subject To", ` ${name(target, point)} >= 1`];
  for (const [place, size] of sizes.entries()) {
    lines.push(` ${all.map((value) => name(place, value)).join(" + ")} = ${size}`);
  }
  for (const { inside, parts } of cells) {
    for (const { from, to, low, high } of parts) {
      const terms = inside.flatMap((is, place) =>
        is ? all.filter((value) => from <= value && value <= to).map((value) => name(place, value)) : [],
      );
      lines.push(` ${terms.join(" + ")} >= ${low}`, ` ${terms.join(" + ")} <= ${high}`);
    }
  }
  const names = sizes.flatMap((_, place) => all.map((value) => name(place, value)));
  lines.push("General", ` ${names.join(" ")}`, "End");
  const { Status: status } = highs.solve(lines.join("\n"), { output_flag: false, time_limit: 20 });
  if (status !== "Optimal" && status !== "Infeasible") throw new Error(`unexpected status ${status}`);
  return status === "Optimal";
}
