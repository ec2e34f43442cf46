/** The search for combinations that rest on few persons, beside trying all sets of classes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { follows, inverse, PRIME, reduce } from "../../../analysis/staff-tables/elimination.ts";
import { fewPersonsSearch } from "../../../analysis/staff-tables/few-persons-search.ts";
import { keptAggregates } from "../../../analysis/staff-tables/kept-aggregates.ts";
import type { Aggregate } from "../../../analysis/staff-tables/release-plan.ts";
import { fewestTold, type SeenItem } from "./staff-attacker.ts";

/** Sums over up to nine classes of one to six persons. */
const sums = fc
  .record({ classes: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 6 }) })
  .chain(({ classes, rows }) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: classes, maxLength: classes }),
      inside: fc.array(fc.array(fc.boolean(), { minLength: classes, maxLength: classes }), {
        minLength: rows,
        maxLength: rows,
      }),
      minimum: fc.integer({ min: 2, max: 6 }),
    }),
  );

function seen(sizes: readonly number[], inside: readonly (readonly boolean[])[]): SeenItem {
  const cells = inside.map((row, place) => ({ name: `${place}`, inside: row, parts: [] }));
  return { item: "", points: 2, sizes, alike: sizes.map(() => false), cells };
}

function independent(inside: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  const asRow = (row: readonly boolean[]) => Int32Array.from(row, (is) => (is ? 1 : 0));
  return inside.reduce<readonly (readonly boolean[])[]>((kept, row) => {
    const columns = row.map((_, place) => place);
    return follows(asRow(row), reduce(kept.map(asRow), columns)) ? kept : kept.concat([row]);
  }, []);
}

function aggregate(inside: readonly boolean[], place: number): Aggregate {
  return {
    cut: place - 1,
    category: 0,
    dimensions: place === 0 ? 0 : 1,
    classes: inside.flatMap((is, number) => (is ? [number] : [])),
  };
}

describe("the search for combinations of few persons", () => {
  it("finds one whenever there is one, and almost never one that is not there", () => {
    let cleared = 0;
    let clear = 0;
    fc.assert(
      fc.property(sums, ({ sizes, inside, minimum }) => {
        const rows = independent(inside);
        const found = fewPersonsSearch(
          { rows: rows.map((row) => Int32Array.from(row, (is) => (is ? 1 : 0))), weights: sizes },
          minimum,
        );
        const fewest = fewestTold(seen(sizes, rows), minimum);
        if (fewest !== undefined) expect(found.length).toBeGreaterThan(0);
        else {
          clear += 1;
          if (found.length === 0) cleared += 1;
        }
      }),
      { numRuns: 1000, seed: 11 },
    );
    console.log(`of ${clear} sets of sums that tell of no few persons, ${cleared} are cleared`);
    expect(cleared / clear).toBeGreaterThan(0.9);
  });

  it("keeps everybody, keeps nothing that tells of few, and leaves out only what would", () => {
    let leftOut = 0;
    let needed = 0;
    fc.assert(
      fc.property(sums, ({ sizes, inside, minimum }) => {
        const everybody = sizes.map(() => true);
        const all = [everybody, ...inside];
        const aggregates = all.map(aggregate);
        const weights = Uint32Array.from(sizes);
        const places = aggregates.map((_, place) => place);
        const kept = keptAggregates({ aggregates, weights, minimum, isOver: () => false }, places);
        if (kept === undefined) throw new Error("the time was not over");
        const cells = (some: readonly number[]) => some.flatMap((place) => [all[place] ?? []]);
        expect(fewestTold(seen(sizes, cells(kept)), minimum)).toBeUndefined();
        const persons = sizes.reduce((sum, size) => sum + size, 0);
        expect(kept.includes(0)).toBe(persons >= minimum);
        const somebody = places.filter((place) => all[place]?.includes(true));
        for (const place of somebody.filter((one) => !kept.includes(one))) {
          leftOut += 1;
          if (fewestTold(seen(sizes, cells([...kept, place])), minimum) !== undefined) needed += 1;
        }
      }),
      { numRuns: 500, seed: 12 },
    );
    expect(needed / leftOut).toBeGreaterThan(0.95);
  });

  it("says nothing once the time is over", () => {
    const aggregates = [aggregate([true, true], 0), aggregate([true, false], 1)];
    const weighing = { aggregates, weights: Uint32Array.of(5, 5), minimum: 3 };
    expect(keptAggregates({ ...weighing, isOver: () => true }, [0, 1])).toBeUndefined();
    expect(keptAggregates({ ...weighing, isOver: () => false }, [0, 1])).toEqual([0, 1]);
  });
});

describe("the elimination modulo a prime", () => {
  it("has inverses, and a prime whose square is below 2^31", () => {
    for (const value of [1, 2, 3, 1000, PRIME - 1]) expect((inverse(value) * value) % PRIME).toBe(1);
    expect((PRIME - 1) ** 2).toBeLessThan(2 ** 31);
    const divisors = Array.from({ length: 215 }, (_, place) => place + 2);
    expect(divisors.filter((divisor) => PRIME % divisor === 0)).toEqual([]);
  });

  it("tells which rows follow from others", () => {
    const reduced = reduce([Int32Array.of(1, 1, 1), Int32Array.of(1, 0, 0)], [0, 1, 2]);
    expect(reduced.pivots).toEqual([0, 1]);
    expect(follows(Int32Array.of(0, 1, 1), reduced)).toBe(true);
    expect(follows(Int32Array.of(0, 1, 0), reduced)).toBe(false);
  });
});
