/** The fewest persons that any combination of cells rests on: as trying all sets of classes finds it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WeighedCells } from "../../../analysis/disclosure-audit/lightest-combination.ts";
import { lightestCombination } from "../../../analysis/disclosure-audit/lightest-combination.ts";
import { rank } from "../../../analysis/disclosure-audit/rank.ts";

const worlds: fc.Arbitrary<WeighedCells> = fc.integer({ min: 1, max: 9 }).chain((classes) =>
  fc.record({
    weights: fc.array(fc.nat(4), { minLength: classes, maxLength: classes }),
    cells: fc.array(fc.subarray(Array.from({ length: classes }, (_, place) => place)), {
      maxLength: 7,
      size: "max",
    }),
  }),
);

/** Margins of a table with two or three ways, and now and then some cells of two of them. */
const tables: fc.Arbitrary<WeighedCells> = fc
  .record({
    ways: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.constantFrom(1, 2)),
    weights: fc.array(fc.nat(3), { minLength: 18, maxLength: 18 }),
    hidden: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  })
  .map(({ ways: [a, b, c], weights, hidden }) => {
    const classes = Array.from({ length: a * b * c }, (_, place) => place);
    const where = (of: (place: number) => number, count: number) =>
      Array.from({ length: count }, (_, value) => classes.filter((place) => of(place) === value));
    const one = (place: number) => place % a;
    const two = (place: number) => Math.floor(place / a) % b;
    const three = (place: number) => Math.floor(place / (a * b));
    const cells = [
      classes,
      ...where(one, a),
      ...where(two, b),
      ...where(three, c),
      ...where((place) => one(place) * b + two(place), a * b),
    ];
    return {
      weights: weights.slice(0, classes.length),
      cells: cells.filter((_, place) => hidden[place] !== true),
    };
  });

function matrix({ weights, cells }: WeighedCells, without: ReadonlySet<number>): readonly number[][] {
  const places = weights.flatMap((weight, place) => (weight > 0 && !without.has(place) ? [place] : []));
  return cells.map((classes) => places.map((place) => (classes.includes(place) ? 1 : 0)));
}

function personsIn({ weights }: WeighedCells, classes: Iterable<number>): number {
  return [...classes].reduce((sum, place) => sum + (weights[place] ?? 0), 0);
}

/** Whether leaving out the columns of some classes below the minimum loses rank. */
function restsOnFew(world: WeighedCells, minimum: number): boolean {
  const full = rank(matrix(world, new Set()));
  for (let set = 1; set < 2 ** world.weights.length; set += 1) {
    const classes = new Set(world.weights.flatMap((_, place) => ((set >> place) % 2 === 1 ? [place] : [])));
    if (personsIn(world, classes) < minimum && rank(matrix(world, classes)) < full) return true;
  }
  return false;
}

describe("lightestCombination", () => {
  it.each([
    ["cells at random", worlds, 400],
    ["tables", tables, 60],
  ] as const)(
    "finds a combination of few persons exactly where trying all finds one: %s",
    (_, arbitrary, numRuns) => {
      let found = 0;
      fc.assert(
        fc.property(arbitrary, fc.integer({ min: 2, max: 7 }), (world, minimum) => {
          const lightest = lightestCombination(world, minimum);
          expect(lightest !== "none").toBe(restsOnFew(world, minimum));
          if (typeof lightest === "string") return;
          found += 1;
          expect(personsIn(world, lightest)).toBeLessThan(minimum);
          expect(rank(matrix(world, new Set(lightest)))).toBeLessThan(rank(matrix(world, new Set())));
        }),
        { numRuns, seed: 3 },
      );
      expect(found).toBeGreaterThan(numRuns / 10);
    },
  );

  it("subtracts: everybody and all but one category tell of that category", () => {
    const cells = [[0, 1, 2], [0], [1]];
    expect(lightestCombination({ weights: [9, 8, 3], cells }, 5)).toEqual([2]);
    expect(lightestCombination({ weights: [9, 8, 5], cells }, 5)).toBe("none");
    expect(lightestCombination({ weights: [9, 8, 0], cells }, 5)).toBe("none");
  });
});
