/** Attacks the 360 report in random worlds, and shows that the attacker is not a tame one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codingWidth } from "../../../analysis/disclosure/mean-cell.ts";
import type { World } from "../../support/attacked-world.ts";
import {
  answerers,
  ITEMS,
  meanFigure,
  readReport,
  reportOfWorld,
  worlds,
} from "../../support/attacked-world.ts";
import type { Seen } from "../../support/linear-attacker.ts";
import { attack } from "../../support/linear-attacker.ts";
import { SOUND_ENGINE, WEAK_ENGINES } from "../../support/weak-engines.ts";

const attackSeen = (world: World, seen: Seen) =>
  attack({ seen, points: world.points, minimum: world.minimum, width: codingWidth(world.points) });

/** The world in which these persons had given other answers to one item. */
function withAnswers(world: World, item: string, answers: ReadonlyMap<string, number>): World {
  const place = ITEMS.indexOf(item);
  return {
    ...world,
    persons: world.persons.map((person) => {
      const answer = answers.get(person.id);
      return answer === undefined ? person : { ...person, answers: person.answers.with(place, answer) };
    }),
  };
}

/** The other answers that sum to `rest`, as equal as can be, so that their spread is not shown either. */
function fill(count: number, rest: number): number[] {
  return Array.from({ length: count }, (_, place) => Math.floor((rest + place) / count));
}

/** Two sets of answers to one cell, far apart for its first person, that must look the same in the report. */
function twins(world: World, given: readonly number[], exactSpread: boolean): readonly number[][] {
  const { points } = world;
  const n = given.length;
  const sum = given.reduce((total, answer) => total + answer, 0);
  const width = codingWidth(points);
  if (exactSpread) return [given.toSorted((a, b) => a - b), given.toSorted((a, b) => b - a)];
  if (sum >= n * points - width)
    return [points - width, points].map((own) => [own, ...fill(n - 1, (n - 1) * points)]);
  if (sum <= n + width) return [1, 1 + width].map((own) => [own, ...fill(n - 1, n - 1)]);
  const low = Math.max(1, sum - (n - 1) * points);
  const high = Math.min(points, sum - (n - 1));
  return [low, high].map((own) => [own, ...fill(n - 1, sum - own)]);
}

describe("the 360 report under attack", () => {
  it("tells nothing that rests on fewer than k persons, and pins no answer down", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(attackSeen(world, readReport(world, reportOfWorld(world)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("looks the same in a world where a person's answer is at least w away", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, choice) => {
        const report = reportOfWorld(world);
        const blocks = report.blocks.filter(({ attributed }) => !attributed);
        const item = ITEMS[choice % ITEMS.length] ?? "c1";
        const row = report.dimensions.flatMap(({ items }) => items).find(({ code }) => code === item);
        for (const block of blocks) {
          const persons = answerers(world, block.groups, item);
          const cell = row?.blocks[block.code];
          const place = ITEMS.indexOf(item);
          const given = persons.map(({ answers }) => answers[place] ?? 0);
          const pair =
            cell?.shown === true
              ? twins(world, given, row?.distributions[block.code]?.shown === true)
              : [given.map(() => 1), given.map(() => world.points)];
          const [one = [], other = []] = pair;
          if (given.length > 0) {
            expect(Math.abs((one[0] ?? 0) - (other[0] ?? 0))).toBeGreaterThanOrEqual(
              codingWidth(world.points),
            );
          }
          for (const answers of pair) {
            const changed = new Map(persons.map(({ id }, index) => [id, answers[index] ?? 0]));
            expect(reportOfWorld(withAnswers(world, item, changed))).toEqual(report);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("tells nothing of the answers of groups that are left out", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const report = reportOfWorld(world);
        const inBlocks = new Set(report.blocks.flatMap(({ groups }) => groups));
        const left = world.persons.filter(({ group }) => !inBlocks.has(group));
        for (const item of ITEMS) {
          const turned = new Map(
            left.flatMap(({ id, answers }) => {
              const answer = answers[ITEMS.indexOf(item)];
              return answer === undefined ? [] : [[id, world.points + 1 - answer] as const];
            }),
          );
          if (turned.size > 0) expect(reportOfWorld(withAnswers(world, item, turned))).toEqual(report);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the attacker", () => {
  const sampled = fc.sample(worlds, { numRuns: 250, seed: 42 });
  const broken = (seen: (world: World) => Seen) =>
    sampled.filter((world) => attackSeen(world, seen(world)).length > 0).length / sampled.length;

  it.each(Object.entries(WEAK_ENGINES))("breaks: %s", (_, seen) => {
    expect(broken(seen)).toBeGreaterThan(0.1);
  });

  it("finds nothing where the same figures follow the rules", () => {
    expect(broken(SOUND_ENGINE)).toBe(0);
  });

  it("has something to look at: most worlds show figures", () => {
    const showing = sampled.filter((world) => readReport(world, reportOfWorld(world)).figures.length > 5);
    expect(showing.length / sampled.length).toBeGreaterThan(0.6);
  });

  it("subtracts: a total and all groups but one tell the one", () => {
    const persons = ["a", "b", "c", "d", "e"].map((id) => ({ id, group: "peer", answers: [3, 3, 3, 3] }));
    const figure = (who: typeof persons) => meanFigure("mean", [{ item: "c1", persons: who }], [3, 3]);
    const seen = { figures: [figure(persons), figure(persons.slice(0, 4))], possible: new Map() };
    const findings = attack({ seen, points: 5, minimum: 4, width: 2 });
    expect(findings).toContainEqual({ kind: "few-persons", persons: ["e"] });
  });
});
