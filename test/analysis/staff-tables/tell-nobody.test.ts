/** Forced answers, beside trying every world of a few persons. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClassCounts } from "../../../analysis/staff-tables/class-counts.ts";
import { blocksOf } from "../../../analysis/staff-tables/item-cells.ts";
import {
  BLOCKS,
  type Level,
  membershipsOf,
  mergeAlike,
  NOTHING,
  POINTS,
  type ShownItem,
} from "../../../analysis/staff-tables/merged-classes.ts";
import { forcedClasses } from "../../../analysis/staff-tables/possible-changes.ts";
import type { ReleasePlan } from "../../../analysis/staff-tables/release-plan.ts";
import { planRelease } from "../../../analysis/staff-tables/release-plan.ts";
import { strongComponents } from "../../../analysis/staff-tables/strong-components.ts";
import { tellNobody } from "../../../analysis/staff-tables/tell-nobody.ts";
import { inventedAnswers, inventedSurvey } from "./invented-survey.ts";
import { agrees, allWorlds, type SeenItem } from "./staff-attacker.ts";

const never = () => false;
const CUTS = [["unit"], ["grade"], ["unit", "grade"]];
const definition = inventedSurvey({
  choices: { unit: ["a", "b"], grade: ["x", "y"] },
  scaleItems: { q: "" },
});

/** Two units, two grades, up to three persons each; the answers; what is shown of which group. */
const puzzles = fc.record({
  points: fc.constantFrom(2, 3, 4),
  answers: fc.array(fc.array(fc.nat(11), { maxLength: 2 }), { minLength: 4, maxLength: 4 }),
  levels: fc.array(fc.constantFrom<Level>(POINTS, POINTS, BLOCKS, NOTHING), { minLength: 9, maxLength: 9 }),
});

interface Puzzle {
  readonly points: number;
  readonly answers: readonly (readonly number[])[];
  readonly levels: readonly Level[];
}

function itemOf({ points, answers, levels }: Puzzle): {
  readonly item: ShownItem;
  readonly plan: ReleasePlan;
} {
  // Each class once, so that classes without persons keep their place; the counts come from the puzzle.
  const everyClass = [1, 2].flatMap((unit) => [1, 2].map((grade) => ({ unit, grade })));
  const plan = planRelease(definition, inventedAnswers(definition, everyClass), CUTS);
  const counts = new Uint32Array(4 * points);
  for (const [place, given] of answers.entries()) {
    for (const answer of given) {
      const at = place * points + (answer % points);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const counted: ClassCounts = {
    points,
    counts,
    answered: Uint32Array.from(answers, ({ length }) => length),
  };
  const blocks = blocksOf({ points, ordered: true, reverseKeyed: false });
  const known = levels.map((level) => (level === BLOCKS && blocks.length === 0 ? NOTHING : level));
  return { plan, item: { memberships: membershipsOf(plan), counted, blocks, levels: known } };
}

function seenOf({ counted, blocks, levels }: ShownItem, { aggregates }: ReleasePlan): SeenItem {
  const points = Array.from({ length: counted.points }, (_, place) => [place + 1, place + 1] as const);
  return {
    item: "q",
    points: counted.points,
    sizes: [...counted.answered],
    alike: [...counted.answered].map(() => false),
    cells: aggregates.flatMap(({ classes }, place) => {
      if (levels[place] === NOTHING) return [];
      const parts = (levels[place] === POINTS ? points : blocks).map(([from, to]) => {
        let count = 0;
        for (const number of classes) {
          for (let point = from; point <= to; point += 1) {
            count += counted.counts[number * counted.points + point - 1] ?? 0;
          }
        }
        return { from, to, low: count, high: count };
      });
      return [{ name: `${place}`, inside: [0, 1, 2, 3].map((number) => classes.includes(number)), parts }];
    }),
  };
}

/** By class: the answers its persons can have given, in any world that agrees with what is shown. */
function possibleAnswers(seen: SeenItem): readonly ReadonlySet<number>[] {
  const possible = seen.sizes.map(() => new Set<number>());
  for (const world of allWorlds(seen.sizes, seen.points)) {
    if (!agrees(seen, world)) continue;
    for (const [place, counts] of world.entries()) {
      for (const [point, count] of counts.entries()) if (count > 0) possible[place]?.add(point);
    }
  }
  return possible;
}

function trulyForced(seen: SeenItem): readonly number[] {
  return possibleAnswers(seen).flatMap(({ size }, place) => (size === 1 ? [place] : []));
}

/** What is shown of all others, if somebody of the class gave that answer. */
function withoutOne(item: ShownItem, number: number, point: number): readonly ShownItem[] {
  const { points, counts, answered } = item.counted;
  const at = number * points + point;
  if ((counts[at] ?? 0) === 0) return [];
  const counted = {
    points,
    counts: counts.map((count, place) => (place === at ? count - 1 : count)),
    answered: answered.map((count, place) => (place === number ? count - 1 : count)),
  };
  return [{ ...item, counted }];
}

describe("forced answers", () => {
  it("are all found, and few others are taken for forced", () => {
    let found = 0;
    let forced = 0;
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const { item, plan } = itemOf(puzzle);
        const merged = mergeAlike(item);
        const told = new Set(forcedClasses(merged));
        const named = item.counted.answered.reduce<number[]>((all, persons, number) => {
          if (persons > 0 && told.has(merged.placeOf[number] ?? -1)) all.push(number);
          return all;
        }, []);
        const truly = trulyForced(seenOf(item, plan));
        expect(named).toEqual(expect.arrayContaining([...truly]));
        found += named.length;
        forced += truly.length;
      }),
      { numRuns: 400, seed: 21 },
    );
    console.log(`of ${found} classes taken for forced, ${forced} are`);
    expect(forced / found).toBeGreaterThan(0.9);
  });

  it("are gone from what is shown in the end, also for whoever knows one answer", () => {
    let changed = 0;
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const { item, plan } = itemOf(puzzle);
        const levels = tellNobody(item, plan.aggregates, never);
        expect(levels.every((level, place) => level >= (item.levels[place] ?? NOTHING))).toBe(true);
        expect(trulyForced(seenOf({ ...item, levels }, plan))).toEqual([]);
        const { placeOf, oneOf } = mergeAlike({ ...item, levels });
        for (const alike of oneOf.keys()) {
          const members = [0, 1, 2, 3].filter((number) => placeOf[number] === alike);
          const without = members.flatMap((number) =>
            [...Array(puzzle.points).keys()].flatMap((point) =>
              withoutOne({ ...item, levels }, number, point),
            ),
          );
          expect(without.some((rest) => trulyForced(seenOf(rest, plan)).length === 0)).toBe(true);
        }
        if (levels.some((level, place) => level !== item.levels[place])) changed += 1;
      }),
      { numRuns: 400, seed: 22 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  it("are those of a group that all agree, and of nobody else", () => {
    const everybodyBut = (answers: readonly (readonly number[])[]) =>
      itemOf({ points: 4, answers, levels: [POINTS, POINTS, POINTS, ...Array<Level>(6).fill(NOTHING)] });
    const agreeing = everybodyBut([
      [3, 3],
      [3, 3],
      [0, 1],
      [2, 3],
    ]);
    const merged = mergeAlike(agreeing.item);
    expect(forcedClasses(merged)).toEqual([merged.placeOf[0]]);
    const levels = tellNobody(agreeing.item, agreeing.plan.aggregates, never);
    expect(levels.slice(0, 3)).not.toEqual([POINTS, POINTS, POINTS]);
    const mixed = everybodyBut([
      [3, 3],
      [2, 3],
      [0, 1],
      [2, 3],
    ]);
    expect(tellNobody(mixed.item, mixed.plan.aggregates, never).slice(0, 3)).toEqual([
      POINTS,
      POINTS,
      POINTS,
    ]);
  });
});

describe("strongly connected components", () => {
  it("are equal exactly for nodes that reach each other", () => {
    const edge = fc.tuple(fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const component = strongComponents({
          nodes: 7,
          from: Int32Array.from(edges, ([from]) => from),
          to: Int32Array.from(edges, ([, to]) => to),
        });
        const reached = (start: number): ReadonlySet<number> => {
          const nodes = new Set([start]);
          for (const node of nodes) for (const [from, to] of edges) if (from === node) nodes.add(to);
          return nodes;
        };
        for (let one = 0; one < 7; one += 1) {
          for (let other = 0; other < 7; other += 1) {
            const both = reached(one).has(other) && reached(other).has(one);
            expect(component[one] === component[other]).toBe(both);
          }
        }
      }),
      { numRuns: 200, seed: 23 },
    );
  });
});
