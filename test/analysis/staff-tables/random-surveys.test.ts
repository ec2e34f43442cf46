/** Staff tables of random surveys: nothing in them tells of few persons or of one answer; careless ones do. */

import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";
import {
  forcedByProgrammes,
  type Group,
  groupsOf,
  isIn,
  type SeenItem,
  seenInTables,
  seenItem,
  tellsOfFew,
} from "./staff-attacker.ts";

const RUNS = Number(process.env["STAFF_WORLDS"] ?? 16);
const ITEMS = ["even", "skewed", "bullied"] as const;
const POINTS = 5;

interface World {
  readonly minimum: number;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly cuts: readonly (readonly string[])[];
  readonly persons: readonly Person[];
}

/** Small categories on purpose: units 2 to 6, grades 2 to 4, sites 2 to 3, the later ones of each the smaller. */
const worlds = fc
  .record({
    seed: fc.nat(1e6),
    count: fc.integer({ min: 20, max: 200 }),
    minimum: fc.constantFrom(5, 5, 5, 6, 8),
    units: fc.integer({ min: 2, max: 6 }),
    grades: fc.integer({ min: 2, max: 4 }),
    sites: fc.integer({ min: 2, max: 3 }),
    together: fc.boolean(),
  })
  .map(({ seed, count, minimum, units, grades, sites, together }): World => {
    const random = seededRandom(seed);
    const one = (most: number) => 1 + Math.min(random(most), random(most));
    const sometimes = (every: number, otherwise: number) => (random(every) === 0 ? 0 : otherwise);
    const names = (length: number) => Array.from({ length }, (_, place) => `${place + 1}`);
    return {
      minimum,
      choices: { unit: names(units), grade: names(grades), site: names(sites), bullied: ["no", "yes"] },
      cuts: [["unit"], ["grade"], ["site"], ...(together ? [["unit", "grade"]] : [])],
      persons: Array.from({ length: count }, () => ({
        unit: sometimes(40, one(units)),
        grade: sometimes(40, one(grades)),
        site: one(sites),
        even: sometimes(15, 1 + random(POINTS)),
        skewed: sometimes(15, random(6) === 0 ? 1 + random(POINTS) : POINTS - 1),
        bullied: sometimes(30, random(12) === 0 ? 2 : 1),
      })),
    };
  });

const sampled = fc.sample(worlds, { numRuns: RUNS, seed: 41 });

function tablesOf({ choices, cuts, persons, minimum }: World): StaffTables {
  const definition = inventedSurvey({ choices, scaleItems: { even: "", skewed: "" }, points: POINTS });
  const dataset = inventedAnswers(definition, persons);
  return buildStaffTables({ definition, dataset, policy: policyOf(minimum, cuts), invited: null });
}

function seenOf(world: World): readonly SeenItem[] {
  return seenInTables(tablesOf(world), world.persons, groupsOf(world.cuts, world.choices));
}

type Choose = (groups: readonly Group[], size: (group: Group) => number, minimum: number) => readonly Group[];

/** All points of each group that the careless rule shows. */
function carelessly({ choices, cuts, persons, minimum }: World, choose: Choose): readonly SeenItem[] {
  return ITEMS.map((item) => {
    const points = item === "bullied" ? 2 : POINTS;
    const answered = persons.filter((person) => (person[item] ?? 0) > 0);
    const members = (group: Group) => answered.filter((person) => isIn(person, group));
    const shown = choose(groupsOf(cuts, choices), (group) => members(group).length, minimum).map((group) => ({
      group,
      parts: Array.from({ length: points }, (_, place) => ({
        from: place + 1,
        to: place + 1,
        ...exactly(members(group).filter((person) => person[item] === place + 1).length),
      })),
    }));
    return seenItem({ item, points }, persons, shown);
  });
}

const thresholdOnly: Choose = (groups, size, minimum) => groups.filter((group) => size(group) >= minimum);

/** Where one group of a cut is hidden, or those hidden are too few together, the next smallest is hidden too. */
const nextSmallestToo: Choose = (groups, size, minimum) => {
  const shown = new Set(thresholdOnly(groups, size, minimum));
  for (const cut of new Set(groups.map(({ codes }) => codes.join("+")))) {
    const own = groups.filter(({ codes }) => codes.join("+") === cut);
    const hidden = own.filter((group) => !shown.has(group) && size(group) > 0);
    const persons = hidden.reduce((sum, group) => sum + size(group), 0);
    if (hidden.length === 0 || (hidden.length > 1 && persons >= minimum)) continue;
    const [next] = own.filter((group) => shown.has(group)).sort((one, other) => size(one) - size(other));
    if (next !== undefined && cut !== "") shown.delete(next);
  }
  return [...shown];
};

function shareCaught(choose: Choose): number {
  const caught = sampled.filter((world) =>
    carelessly(world, choose).some((seen) => tellsOfFew(seen, world.minimum)),
  );
  return caught.length / sampled.length;
}

describe("the tables of random surveys", () => {
  it("tell of no few persons, and of nobody's answer", { timeout: 600_000 }, async () => {
    const highs = await loadHighs();
    let fewPersons = 0;
    let forced = 0;
    for (const world of sampled) {
      for (const seen of seenOf(world)) {
        if (tellsOfFew(seen, world.minimum)) fewPersons += 1;
        forced += forcedByProgrammes(seen, highs).length;
      }
    }
    expect({ fewPersons, forced }).toEqual({ fewPersons: 0, forced: 0 });
  });

  it("show at least as much of what is large enough as they were designed to", { timeout: 120_000 }, () => {
    const cells = sampled.flatMap((world) =>
      tablesOf(world).items.flatMap((item) => [item.cells.total, ...item.cells.cuts.flat()]),
    );
    const eligible = cells.filter((cell) => cell.shown || cell.reason !== "too-few-answers");
    const shown = eligible.filter((cell) => cell.shown);
    console.log(`of ${eligible.length} cells of enough answers, ${shown.length} are shown`);
    expect(shown.length / eligible.length).toBeGreaterThan(0.55);
  });

  it("would be broken if they followed a careless rule", { timeout: 120_000 }, () => {
    const caught = {
      thresholdOnly: shareCaught(thresholdOnly),
      nextSmallestToo: shareCaught(nextSmallestToo),
    };
    console.log("share of surveys broken:", caught);
    expect(caught.thresholdOnly).toBeGreaterThan(0.9);
    expect(caught.nextSmallestToo).toBeGreaterThan(0.4);
  });

  it("would tell answers if nothing were done about groups that agree", { timeout: 120_000 }, async () => {
    const highs = await loadHighs();
    const onlyLarge: Choose = (groups, size, minimum) =>
      groups
        .filter(({ codes }) => codes.length < 1 || codes[0] === "site")
        .filter((group) => size(group) >= minimum);
    const told = sampled.filter((world) =>
      carelessly(world, onlyLarge).some((seen) => forcedByProgrammes(seen, highs).length > 0),
    );
    expect(told.length).toBeGreaterThan(0);
  });
});
