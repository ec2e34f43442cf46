/** Tests D2 and D4 for tables of counts: does any class's common answer follow, for anybody or beside a known answer? */
import { type Range, type Sum, type Worlds, worldsOf } from "./circulation.ts";
import { type NestedCells, nestedCells } from "./nested-cells.ts";
import type { CountedCell, PublishedCounts } from "./published-counts.ts";

/** What follows, and of which classes. */
export interface NarrowCounts {
  readonly kind: "narrow-range" | "insider" | "contradiction" | "not-checked";
  readonly classes: readonly number[];
}

/**
 * Tests what is shown of one item, statement by statement.
 *
 * D2: of each class some persons may be above a border, and some not. D4: so may the others, beside any one person who
 * is known to be above it or not, as far as that can be. Of choices only "all of them took it" counts: that nobody took
 * one may be seen. One world is changed along circles that no cell notices; what lies on none is the same in all.
 *
 * @param published what is shown of one item
 * @param strict false for counts released before they were coded, of which D4 holds for some answer of each class only
 * @returns what is wrong first; undefined if nothing is
 * @example narrowCounts(published, true)?.kind; // "narrow-range"
 */
export function narrowCounts(published: PublishedCounts, strict: boolean): NarrowCounts | undefined {
  const everybody = published.persons.map((_, place) => place);
  for (const of of statementsOf(published)) {
    const ofChoice = published.about === "choices" && of > 0;
    const said = published.cells.flatMap((cell) => {
      const bounds = boundsOf(cell, of, ofChoice);
      return bounds === undefined ? [] : [{ cell, bounds }];
    });
    const nested = nestedCells(
      said.map(({ cell }) => cell),
      published.persons,
    );
    if (nested === undefined) return { kind: "not-checked", classes: everybody };
    const worlds = worldsOf(nested);
    if (!said.every(({ cell, bounds }) => worlds.restrict(placeOf(nested, cell), bounds))) {
      return { kind: "contradiction", classes: everybody };
    }
    const fault = faultOf(nested, worlds, { ofChoice, strict });
    if (fault === undefined) continue;
    const classes = fault.places.flatMap((place) => nested.classes[place]?.members ?? []);
    return { kind: fault.kind, classes };
  }
  return undefined;
}

/** What is spoken of: borders or choices, ascending. */
function statementsOf({ cells }: PublishedCounts): readonly number[] {
  return [...new Set(cells.flatMap(({ statements }) => statements.map(({ of }) => of)))].toSorted(
    (one, other) => one - other,
  );
}

/** Where one choice is told alone, the others have what it leaves. */
function boundsOf({ role, statements }: CountedCell, of: number, ofChoice: boolean): Range | undefined {
  const found = statements.find((one) => one.of === of);
  if (found !== undefined || !ofChoice || role === "second") return found;
  const given = statements.find((one) => one.of === 0);
  const [only, ...more] = statements.filter((one) => one.of !== 0);
  if (more.length > 0) return undefined;
  if (only === undefined) return given === undefined ? undefined : { low: 0, high: given.high };
  return { low: 0, high: only.high - only.low };
}

function placeOf(nested: NestedCells, cell: CountedCell): Sum {
  if (cell.role === "everybody") return "everybody";
  return { tree: cell.role, cell: nested[cell.role].findIndex((one) => one.cell === cell) };
}

interface Fault {
  readonly kind: "narrow-range" | "insider";
  readonly places: readonly number[];
}

interface Tested {
  readonly ofChoice: boolean;
  readonly strict: boolean;
}

function faultOf({ classes }: NestedCells, worlds: Worlds, tested: Tested): Fault | undefined {
  const told = (): readonly number[] => {
    const { all, none } = worlds.settled();
    return [...new Set([...all, ...(tested.ofChoice ? [] : none)])];
  };
  const places = told();
  if (places.length > 0) return { kind: "narrow-range", places };
  for (const [place, { persons }] of classes.entries()) {
    const sides = [
      { low: 1, high: persons },
      { low: 0, high: persons - 1 },
    ].map((known) => {
      if (!worlds.restrict({ class: place }, known)) return undefined;
      // Of a class of one the known person is all there is.
      const others = told().filter((other) => other !== place || persons > 1);
      worlds.release();
      return others;
    });
    const possible = sides.filter((side) => side !== undefined);
    const telling = possible.filter((side) => side.length > 0);
    const isFault = tested.strict ? telling.length > 0 : telling.length === possible.length;
    if (isFault) return { kind: "insider", places: [...new Set([place, ...telling.flat()])] };
  }
  return undefined;
}
