/** Small 360 worlds with known answers: made at random, turned into reports, and read as an attacker reads. */
import fc from "fast-check";
import { codingWidth } from "../../analysis/disclosure/mean-cell.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import { definition360, raterGroup } from "./definition-360.ts";
import type { Seen, SeenFigure } from "./linear-attacker.ts";
import { variableOf } from "./linear-attacker.ts";
import { reportOf } from "./world-360.ts";

export const ITEMS: readonly string[] = ["c1", "c2", "c3", "s1"];
const DIMENSIONS = { clarity: ["c1", "c2", "c3"], support: ["s1"] };
const GROUPS = ["peer", "report", "other"] as const;

/** One rater: the answer to each of ITEMS; undefined for skipped or not observed. */
export interface Person {
  readonly id: string;
  readonly group: string;
  readonly answers: readonly (number | undefined)[];
}

export interface World {
  readonly points: number;
  readonly minimum: number;
  readonly smallGroups: "merge" | "omit";
  readonly persons: readonly Person[];
}

/** Groups of 0 to 7, some answers missing, many at one end of the scale. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    points: fc.integer({ min: 5, max: 7 }),
    minimum: fc.integer({ min: 3, max: 5 }),
    smallGroups: fc.constantFrom("merge" as const, "omit" as const),
    high: fc.boolean(),
  })
  .chain(({ points, minimum, smallGroups, high }) => {
    const answer = fc.oneof(
      { weight: 5, arbitrary: fc.constant(high ? points : 1) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: points }) },
      { weight: 2, arbitrary: fc.constant(undefined) },
    );
    const answers = fc.tuple(...ITEMS.map(() => answer));
    const group = fc.array(answers, { maxLength: 7, size: "max" });
    return fc.tuple(...GROUPS.map(() => group)).map((lists) => ({
      points,
      minimum,
      smallGroups,
      persons: lists.flatMap((list, place) => {
        const code = GROUPS[place] ?? "";
        return list.map((given, index) => ({ id: `${code}${index}`, group: code, answers: given }));
      }),
    }));
  });

/** The report of our engine about a world, with a self-rating and a line manager beside the anonymous groups. */
export function reportOfWorld(world: World): Report360 {
  const definition = definition360({
    dimensions: DIMENSIONS,
    points: world.points,
    groups: [
      raterGroup("self", true),
      raterGroup("manager", true),
      ...GROUPS.map((code) => raterGroup(code)),
    ],
  });
  const raters = Object.fromEntries(
    GROUPS.map((group) => [
      group,
      world.persons
        .filter((person) => person.group === group)
        .map((person) => Object.fromEntries(ITEMS.map((item, place) => [item, person.answers[place]]))),
    ]),
  );
  const own = [{ c1: 3, c2: 3, c3: 3, s1: 3 }];
  return reportOf(
    definition,
    { self: own, manager: own, ...raters },
    { minimumGroupSize: world.minimum, smallGroups: world.smallGroups },
  );
}

/** Who of these groups answered an item. */
export function answerers(world: World, groups: readonly string[], item: string): readonly Person[] {
  const place = ITEMS.indexOf(item);
  return world.persons.filter(
    (person) => groups.includes(person.group) && person.answers[place] !== undefined,
  );
}

/** A figure over the answers of some persons to some items, each item's mean weighing the same. */
export function meanFigure(
  name: string,
  parts: readonly { readonly item: string; readonly persons: readonly Person[] }[],
  range: readonly [low: number, high: number],
): SeenFigure {
  const terms = new Map(
    parts.flatMap(({ item, persons }) =>
      persons.map(({ id }) => {
        const weight = { numerator: 1, denominator: persons.length * parts.length };
        return [variableOf(id, item), weight] as const;
      }),
    ),
  );
  return { name, terms, low: range[0], high: range[1] };
}

const ANYTHING = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const HALF_STEP = 0.05;

/** All that a report displays of anonymous answers, as the attacker reads it who knows its rules. */
export function readReport(world: World, report: Report360): Seen {
  const figures: SeenFigure[] = [];
  const possible = new Map<string, readonly number[]>();
  const blocks = report.blocks.filter(({ attributed }) => !attributed);
  for (const row of report.dimensions) {
    for (const item of row.items) {
      for (const block of blocks) {
        const cell = item.blocks[block.code];
        const persons = answerers(world, block.groups, item.code);
        if (cell?.shown !== true) continue;
        const range = itemRange(world.points, cell.n, cell.value);
        figures.push(meanFigure(`${block.code} ${item.code}`, [{ item: item.code, persons }], range));
        const spread = item.distributions[block.code];
        if (spread?.shown !== true) continue;
        const chosen = spread.value.flatMap((count, place) => (count > 0 ? [place + 1] : []));
        for (const { id } of persons) possible.set(variableOf(id, item.code), chosen);
      }
    }
    figures.push(...higherFigures(world, report, row));
  }
  return { figures, possible };
}

/** Item means over all others, dimension means of blocks and of all others: made of displayed numbers. */
function higherFigures(
  world: World,
  report: Report360,
  row: Report360["dimensions"][number],
): readonly SeenFigure[] {
  const blocks = report.blocks.filter(({ attributed }) => !attributed);
  const shownIn = (item: Report360["dimensions"][number]["items"][number]) => ({
    item: item.code,
    persons: blocks
      .filter(({ code }) => item.blocks[code]?.shown === true)
      .flatMap(({ groups }) => answerers(world, groups, item.code)),
  });
  const rangeOf = (mean: number, bound: string) =>
    // The displayed numbers below are rounded themselves, so the truth lies within two half steps.
    bound === "exact" ? ([mean - 2 * HALF_STEP, mean + 2 * HALF_STEP] as const) : ANYTHING;
  const figures = row.items.flatMap((item) => {
    if (!item.allOthers.shown) return [];
    const { mean, bound } = item.allOthers.value;
    return [meanFigure(`all others ${item.code}`, [shownIn(item)], rangeOf(mean, bound))];
  });
  for (const block of blocks) {
    const cell = row.blocks[block.code];
    if (cell?.shown !== true) continue;
    const parts = row.items
      .filter((item) => item.blocks[block.code]?.shown === true)
      .map((item) => ({ item: item.code, persons: answerers(world, block.groups, item.code) }));
    figures.push(meanFigure(`${block.code} ${row.code}`, parts, rangeOf(cell.value.mean, cell.value.bound)));
  }
  if (row.allOthers.shown) {
    const parts = row.items.filter((item) => item.allOthers.shown).map(shownIn);
    // All others of an item weigh answers by displayed means; three half steps hold all roundings.
    const { mean, bound } = row.allOthers.value;
    const range = bound === "exact" ? ([mean - 3 * HALF_STEP, mean + 3 * HALF_STEP] as const) : ANYTHING;
    figures.push(meanFigure(`all others ${row.code}`, parts, range));
  }
  return figures;
}

function itemRange(
  points: number,
  n: number,
  { mean, bound }: { readonly mean: number; readonly bound: string },
): readonly [number, number] {
  const width = codingWidth(points);
  if (bound === "at-least") return [points - width / n, points];
  if (bound === "at-most") return [1, 1 + width / n];
  // An exact mean tells besides that the sum is not in the coded ends.
  const low = Math.max(Math.ceil((mean - HALF_STEP) * n - 1e-9), n + width + 1);
  const high = Math.min(Math.floor((mean + HALF_STEP) * n + 1e-9), n * points - width - 1);
  return [low / n, high / n];
}
