/** Somebody who notes every count that the coordinator's screen shows, and knows the lists and the rules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { progressFigures, wholeProgress } from "../../api/waves/progress.ts";
import {
  type AskedWithMark,
  type ProgressPart,
  progressParts,
  steppedCount,
} from "../../api/waves/progress-parts.ts";
import { certainties, type DisplayedCount } from "../support/progress-attacker.ts";

const MINIMUM = 4;
const LEAST = 2 * MINIMUM;
const MOMENTS = [0, 1, 2, 3];

interface World {
  readonly people: number;
  /** Of each group, about a subject of its own, its people. */
  readonly groups: readonly (readonly number[])[];
  /** The moment at which each person sends all forms; the last: never. */
  readonly sendsAt: readonly number[];
}

const worlds: fc.Arbitrary<World> = fc.integer({ min: 8, max: 12 }).chain((people) => {
  const person = fc.integer({ min: 0, max: people - 1 });
  return fc.record({
    people: fc.constant(people),
    groups: fc.array(fc.uniqueArray(person, { minLength: 1, maxLength: people, size: "max" }), {
      minLength: 1,
      maxLength: 4,
    }),
    sendsAt: fc.array(fc.integer({ min: 0, max: MOMENTS.length }), { minLength: people, maxLength: people }),
  });
});

function asked({ groups, sendsAt }: World, moment: number): AskedWithMark[] {
  return groups.flatMap((group, subject) =>
    group.map((person) => ({
      rater: String(person),
      subject: `s${subject}`,
      group: "peer",
      issued: (sendsAt[person] ?? 0) <= moment,
    })),
  );
}

const peopleOf = ({ raters }: ProgressPart) => [...raters].map(Number);

/** Every count that would be displayed at the same figure. */
function rangeOf(figure: number, of: number, shown: (count: number) => number | null) {
  const counts = Array.from({ length: of + 1 }, (_, count) => count).filter(
    (count) => shown(count) === figure,
  );
  return { low: counts[0] ?? 0, high: counts.at(-1) ?? of };
}

/** What our screen shows at a moment, as its reader understands it. */
function ours(world: World, moment: number): DisplayedCount[] {
  const parts = progressParts(asked(world, moment), LEAST);
  const figures = progressFigures(asked(world, moment), MINIMUM);
  return figures.flatMap(({ atLeast, invited }, place) => {
    const part = parts[place];
    if (atLeast === null || part === undefined) return [];
    const range = rangeOf(atLeast, invited, (count) => steppedCount(count, invited));
    return [{ people: peopleOf(part), ...range }];
  });
}

type Screen = (world: World, moment: number) => DisplayedCount[];

function counted(world: World, people: readonly number[], moment: number): number {
  return people.filter((person) => (world.sendsAt[person] ?? 0) <= moment).length;
}

const exactly = (world: World, people: readonly number[], moment: number): DisplayedCount => {
  const count = counted(world, people, moment);
  return { people, low: count, high: count };
};

const rounded = (world: World, people: readonly number[], moment: number): DisplayedCount => {
  const figure = 5 * Math.floor(counted(world, people, moment) / 5);
  return { people, ...rangeOf(figure, people.length, (count) => 5 * Math.floor(count / 5)) };
};

const everybodyIn = (world: World) => [...new Set(world.groups.flat())];
const large = ({ groups }: World) => groups.filter((group) => group.length >= LEAST);

/** Builds that each lack one of the rules. */
const WEAK: Readonly<Record<string, Screen>> = {
  "counts groups of the minimum size exactly, as they stand": (world, moment) =>
    world.groups.filter((group) => group.length >= MINIMUM).map((group) => exactly(world, group, moment)),
  "rounds, and says when all have sent": (world, moment) =>
    progressParts(asked(world, moment), LEAST).map((part) => rounded(world, peopleOf(part), moment)),
  "counts everybody exactly beside the large groups": (world, moment) =>
    [everybodyIn(world), ...large(world)].map((group) => exactly(world, group, moment)),
  "rounds each large group, whoever else it shares its people with": (world, moment) =>
    [everybodyIn(world), ...large(world)].map((group) => ({
      people: group,
      ...rangeOf(
        steppedCount(counted(world, group, moment), group.length) ?? 0,
        group.length,
        (count) => steppedCount(count, group.length) ?? 0,
      ),
    })),
};

function learned(world: World, screen: Screen) {
  return certainties(
    world.people,
    MOMENTS.map((moment) => screen(world, moment)),
  );
}

/** Lists that differ by one person, as teams do that rate two managers. */
const TEAMS: World = {
  people: 11,
  groups: [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ],
  sendsAt: [1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4],
};

describe("who has sent", () => {
  test("follows from the counts of each build that lacks a rule", () => {
    const random = fc.sample(worlds, { numRuns: 60, seed: 12 });
    for (const [name, screen] of Object.entries(WEAK)) {
      const found = [...random, TEAMS].reduce((sum, world) => sum + learned(world, screen).length, 0);
      expect(found, name).toBeGreaterThan(0);
    }
  });

  test("follows of nobody from ours, over all moments together", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(learned(world, ours)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(learned(TEAMS, ours)).toEqual([]);
  });
});

describe("the figures", () => {
  test("count nobody twice, and no fewer people than twice the minimum", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const parts = progressParts(asked(world, 0), LEAST);
        const people = parts.flatMap(peopleOf);
        expect(new Set(people).size).toBe(people.length);
        for (const { raters } of parts) expect(raters.size).toBeGreaterThanOrEqual(LEAST);
        if (parts.length > 0) expect(new Set(people)).toEqual(new Set(everybodyIn(world)));
      }),
    );
  });

  test("are chosen before anybody sends: the same parts at every moment", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const partsAt = (moment: number) =>
          progressFigures(asked(world, moment), MINIMUM).map(({ subject, group, invited }) => [
            subject,
            group,
            invited,
          ]);
        for (const moment of MOMENTS) expect(partsAt(moment)).toEqual(partsAt(0));
      }),
    );
  });

  test("are in steps of five, never all, and make the whole by themselves", () => {
    expect([0, 4, 5, 9, 14, 19, 20].map((count) => steppedCount(count, 20))).toEqual([
      0, 0, 5, 5, 10, 15, 15,
    ]);
    expect(steppedCount(7, 7)).toBe(null);
    expect(steppedCount(8, 8)).toBe(5);
    const figures = [
      { subject: "a", group: "peer", invited: 20, atLeast: 15 },
      { subject: null, group: null, invited: 12, atLeast: 5 },
    ];
    expect(wholeProgress(figures)).toEqual({ invited: 32, atLeast: 20 });
    expect(wholeProgress([...figures, { subject: "b", group: "peer", invited: 7, atLeast: null }])).toBe(
      null,
    );
    expect(wholeProgress([])).toBe(null);
  });
});
