/** Who can have given which answer behind tables of counts: as trying all answers finds it. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditCounts } from "../../../analysis/disclosure-audit/audit-counts.ts";
import type { ProgrammeSolver } from "../../../analysis/disclosure-audit/count-programme.ts";
import { narrowCounts } from "../../../analysis/disclosure-audit/narrow-counts.ts";
import type { CountedCell, PublishedCounts } from "../../../analysis/disclosure-audit/published-counts.ts";
import { loadRangeSolver } from "../../../analysis/disclosure-audit/range-solver.ts";

const POINTS = 3;

let solver: ProgrammeSolver;
beforeAll(async () => {
  solver = await loadRangeSolver(5);
});

/** Up to four classes of up to three persons, up to four cells that overlap as they like. */
const puzzles: fc.Arbitrary<PublishedCounts> = fc
  .record({
    truth: fc.array(fc.array(fc.integer({ min: 1, max: POINTS }), { maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    }),
    cells: fc.array(
      fc.record({
        classes: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        borders: fc.subarray([1, 2], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ truth, cells }) => ({
    name: "item",
    points: POINTS,
    persons: truth.map(({ length }) => length),
    cells: cells.map(({ classes, borders }, place) =>
      cell(
        `cell ${place}`,
        classes.filter((own) => own < truth.length),
        { truth, borders },
      ),
    ),
  }));

function cell(
  name: string,
  classes: readonly number[],
  { truth, borders }: { readonly truth: readonly (readonly number[])[]; readonly borders: readonly number[] },
): CountedCell {
  const answers = classes.flatMap((place) => truth[place] ?? []);
  const parts = [...borders, POINTS].map((to, place) => {
    const from = (borders[place - 1] ?? 0) + 1;
    return { from, to, count: answers.filter((answer) => from <= answer && answer <= to).length };
  });
  return { name, classes, parts };
}

/** All ways in which a class can have answered: how many gave each answer. */
function splits(persons: number, points = POINTS): readonly (readonly number[])[] {
  if (points === 1) return [[persons]];
  return Array.from({ length: persons + 1 }, (_, first) =>
    splits(persons - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** All worlds that agree with what is shown: by class, how many gave each answer. */
function worldsOf({ persons, cells }: PublishedCounts): readonly (readonly (readonly number[])[])[] {
  const all = persons.reduce<readonly (readonly (readonly number[])[])[]>(
    (worlds, count) => worlds.flatMap((world) => splits(count).map((split) => [...world, split])),
    [[]],
  );
  return all.filter((world) =>
    cells.every(({ classes, parts }) =>
      parts.every(({ from, to, count }) => {
        const inside = classes.flatMap((place) => world[place]?.slice(from - 1, to) ?? []);
        return inside.reduce((sum, one) => sum + one, 0) === count;
      }),
    ),
  );
}

/** What the tests look for, word by word. */
function faultByTrial(published: PublishedCounts): string | undefined {
  const worlds = worldsOf(published);
  const spokenOf = published.persons.flatMap((count, place) =>
    count > 0 && published.cells.some(({ classes }) => classes.includes(place)) ? [place] : [],
  );
  const answersOf = (among: typeof worlds, place: number, less = 0) =>
    new Set(
      among.flatMap((world) =>
        (world[place] ?? []).flatMap((count, at) => (count > (at + 1 === less ? 1 : 0) ? [at] : [])),
      ),
    ).size;
  if (spokenOf.some((place) => answersOf(worlds, place) < 2)) return "narrow-range";
  const isInsider = (insider: number) =>
    ![1, 2, 3].some((answer) => {
      const among = worlds.filter((world) => (world[insider]?.[answer - 1] ?? 0) > 0);
      return (
        among.length > 0 &&
        spokenOf.every((other) => {
          if (other !== insider) return answersOf(among, other) > 1;
          return published.persons[insider] === 1 || answersOf(among, insider, answer) > 1;
        })
      );
    });
  return spokenOf.length > 0 && spokenOf.some(isInsider) && !onlyOne(published, spokenOf)
    ? "insider"
    : undefined;
}

function onlyOne({ persons }: PublishedCounts, spokenOf: readonly number[]): boolean {
  return spokenOf.length === 1 && persons[spokenOf[0] ?? 0] === 1;
}

describe("narrowCounts", () => {
  it("finds exactly what trying all answers finds", () => {
    const found = new Map<string | undefined, number>();
    fc.assert(
      fc.property(puzzles, (published) => {
        const kind = narrowCounts(published, solver)?.kind;
        expect(kind).toBe(faultByTrial(published));
        found.set(kind, (found.get(kind) ?? 0) + 1);
      }),
      { numRuns: 300, seed: 11 },
    );
    for (const kind of ["narrow-range", "insider", undefined]) expect(found.get(kind)).toBeGreaterThan(10);
  });

  it("checks nothing without a solver, and says so", () => {
    const truth = [[1, 2, 3]];
    const cells = [cell("all", [0], { truth, borders: [1, 2] })];
    expect(narrowCounts({ name: "i", points: POINTS, persons: [3], cells }, undefined)?.kind).toBe(
      "not-checked",
    );
  });
});

describe("auditCounts", () => {
  const truth = [
    [1, 1, 2, 2, 3, 3],
    [1, 2, 3],
  ];
  const all = cell("everybody", [0, 1], { truth, borders: [1, 2] });
  const large = cell("unit A", [0], { truth, borders: [1, 2] });
  const audit = (cells: readonly CountedCell[], persons = [6, 3]) =>
    auditCounts(
      { name: "item i", points: POINTS, persons, cells },
      { minimum: 4, solver, cache: new Map() },
    ).map(({ kind, figures }) => `${kind}: ${figures.join("; ")}`);

  it("lets everybody pass, finds a unit that leaves three, and no more if borders differ", () => {
    expect(audit([all])).toEqual([]);
    expect(audit([all, large])).toEqual(["few-persons: everybody, item i; unit A, item i"]);
    const up = cell("everybody", [0, 1], { truth, borders: [1] });
    const down = cell("unit A", [0], { truth, borders: [2] });
    expect(audit([up, down])).toEqual([]);
  });

  it("finds an answer that everybody of a cell gave, but not two that share a part", () => {
    const same = [[2, 2, 2, 2]];
    expect(audit([cell("all", [0], { truth: same, borders: [1, 2] })], [4])).toEqual([
      "narrow-range: all, item i",
    ]);
    expect(audit([cell("all", [0], { truth: same, borders: [2] })], [4])).toEqual([]);
  });

  it("finds counts that cannot be", () => {
    expect(audit([all], [6, 2])).toEqual(["contradiction: everybody, item i"]);
    const gap = { ...all, parts: all.parts.slice(1) };
    expect(audit([gap])).toEqual(["contradiction: everybody, item i"]);
    expect(() => audit([{ ...all, classes: [7] }])).toThrow(RangeError);
  });
});
