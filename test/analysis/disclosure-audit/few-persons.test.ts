/** Few persons behind combined figures are found exactly, as trying all sets of persons finds them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { components } from "../../../analysis/disclosure-audit/component.ts";
import { fewPersons } from "../../../analysis/disclosure-audit/few-persons.ts";
import type { Published } from "../../../analysis/disclosure-audit/published.ts";
import { rank } from "../../../analysis/disclosure-audit/rank.ts";
import { puzzles } from "./small-puzzles.ts";

/** Rank over the fractions, by elimination without division. */
function exactRank(matrix: readonly (readonly number[])[]): number {
  let rows = matrix.map((row) => row.map(BigInt));
  let found = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column++) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    found += 1;
    const lead = pivot[column] ?? 1n;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, place) => value * lead - (pivot[place] ?? 0n) * (row[column] ?? 0n)));
  }
  return found;
}

const PERSONS = ["a", "b", "c", "d", "e"];

/** One column a person, item and kind: all sets of one or two persons are left out in turn. */
function tellsOfFew({ sums, shownDistributions }: Published): boolean {
  const column = (item: string) => PERSONS.map((person) => ({ person, item }));
  const columns = [...column("i"), ...column("j"), ...column("distribution of i")];
  const row = (terms: Published["sums"][number]["terms"]) =>
    columns.map(({ person, item }) =>
      terms.reduce(
        (sum, term) => sum + (term.item === item && term.persons.includes(person) ? term.weight : 0),
        0,
      ),
    );
  const matrix = [
    ...sums.map(({ terms }) => row(terms)),
    ...shownDistributions.flatMap(({ persons }) => [
      row([{ item: "i", persons, weight: 1 }]),
      row([{ item: "distribution of i", persons, weight: 1 }]),
    ]),
  ];
  const full = exactRank(matrix);
  const few = PERSONS.flatMap((one) => PERSONS.map((other) => [one, other]));
  return few.some((pair) => {
    const without = matrix.map((of) => of.filter((_, place) => !pair.includes(columns[place]?.person ?? "")));
    return exactRank(without) < full;
  });
}

describe("few persons behind combined figures", () => {
  it("are found exactly where trying all sets of persons finds them", () => {
    let telling = 0;
    fc.assert(
      fc.property(puzzles, (published) => {
        const found = components(published).some((component) => fewPersons(component, 3).length > 0);
        if (found) telling += 1;
        expect(found).toBe(tellsOfFew(published));
      }),
      { numRuns: 500 },
    );
    expect(telling).toBeGreaterThan(50);
    expect(telling).toBeLessThan(500);
  });

  it("are not looked for without end: too many sets are unknown", () => {
    const persons = Array.from({ length: 60 }, (_, place) => `p${place}`);
    const sums = persons.map((_, start) => ({
      name: `sum ${start}`,
      terms: [{ item: "i", persons: persons.filter((__, place) => place >= start), weight: 1 }],
      low: 0,
      high: 300,
    }));
    const none = { shownDistributions: [], hiddenDistributions: [], derived: [], texts: [], unexplained: [] };
    const item = { code: "i", points: 5, width: 2, distributionWidth: 1 };
    const [component] = components({ minimum: 10, items: [item], sums, ...none });
    if (component === undefined) throw new Error("nested sums are one component");
    expect(fewPersons(component, 10)).toBe("unknown");
  });
});

describe("rank", () => {
  it("is that over the fractions", () => {
    const matrices = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(rank(matrix)).toBe(exactRank(matrix));
      }),
    );
  });
});
