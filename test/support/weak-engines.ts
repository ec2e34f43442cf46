/** Ways of reporting that look careful and are not: the attacker must break each of them. */
import { planBlocks } from "../../analysis/disclosure/blocks.ts";
import { codingWidth } from "../../analysis/disclosure/mean-cell.ts";
import type { Person, World } from "./attacked-world.ts";
import { answerers, ITEMS, meanFigure } from "./attacked-world.ts";
import type { Seen, SeenFigure } from "./linear-attacker.ts";

const GROUPS = ["peer", "report", "other"];
const CLARITY = ["c1", "c2", "c3"];

interface Habit {
  /** Merge small groups as our rules do; otherwise each group stands alone. */
  readonly blocks: boolean;
  /** Count answers to the item, not members of the block. */
  readonly countAnswers: boolean;
  readonly coding: boolean;
  /** Over displayed cells only. */
  readonly overall: "displayed" | "everyone";
  readonly dimension: "displayed" | "all items" | "none";
}

const OURS: Habit = {
  blocks: true,
  countAnswers: true,
  coding: true,
  overall: "displayed",
  dimension: "displayed",
};

/** By what they do wrong. */
export const WEAK_ENGINES: Readonly<Record<string, (world: World) => Seen>> = {
  "groups below k hidden, overall mean of everyone": engine({
    ...OURS,
    blocks: false,
    coding: false,
    overall: "everyone",
    dimension: "none",
  }),
  "overall over everyone": engine({ ...OURS, overall: "everyone" }),
  "dimension over all items": engine({ ...OURS, dimension: "all items" }),
  "no coding at the ends of the scale": engine({ ...OURS, coding: false }),
  "k on the size of the group": engine({ ...OURS, countAnswers: false }),
};

/** Our own rules told a second time: the attacker must find nothing in them either. */
export const SOUND_ENGINE = engine(OURS);

function engine(habit: Habit): (world: World) => Seen {
  return (world) => {
    const figures: SeenFigure[] = [];
    const blocks = blocksOf(world, habit);
    const shown = (groups: readonly string[], item: string) => {
      const answered = answerers(world, groups, item).length;
      const members = world.persons.filter(({ group }) => groups.includes(group)).length;
      return answered > 0 && (habit.countAnswers ? answered : members) >= world.minimum;
    };
    for (const item of ITEMS) {
      const cells = blocks.filter((groups) => shown(groups, item));
      for (const groups of cells) figures.push(cellFigure(world, habit, { groups, item }));
      const over = habit.overall === "everyone" ? GROUPS : cells.flat();
      const persons = answerers(world, over, item);
      if (persons.length >= world.minimum) {
        const range = habit.overall === "everyone" ? rounded(meanOf(persons, item)) : ANYTHING;
        figures.push(meanFigure(`overall ${item}`, [{ item, persons }], range));
      }
    }
    for (const groups of habit.dimension === "none" ? [] : blocks) {
      const items = CLARITY.filter((item) => habit.dimension === "all items" || shown(groups, item));
      const parts = items
        .map((item) => ({ item, persons: answerers(world, groups, item) }))
        .filter(({ persons }) => persons.length > 0);
      if (parts.length > 0) figures.push(meanFigure(`dimension ${groups}`, parts, ANYTHING));
    }
    return { figures, possible: new Map() };
  };
}

const ANYTHING = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

function blocksOf(world: World, { blocks }: Habit): readonly (readonly string[])[] {
  const counts = GROUPS.map((code) => ({
    code,
    count: world.persons.filter(({ group }) => group === code).length,
  }));
  if (!blocks) return counts.filter(({ count }) => count >= world.minimum).map(({ code }) => [code]);
  const policy = { minimumGroupSize: world.minimum, smallGroups: world.smallGroups };
  return planBlocks(counts, policy).blocks.map(({ groups }) => groups);
}

function cellFigure(
  world: World,
  { coding }: Habit,
  { groups, item }: { readonly groups: readonly string[]; readonly item: string },
): SeenFigure {
  const persons = answerers(world, groups, item);
  const mean = meanOf(persons, item);
  const n = persons.length;
  const width = codingWidth(world.points);
  const name = `${groups} ${item}`;
  const figure = (range: readonly [number, number]) => meanFigure(name, [{ item, persons }], range);
  if (coding && mean * n >= n * world.points - width - 1e-9)
    return figure([world.points - width / n, world.points]);
  if (coding && mean * n <= n + width + 1e-9) return figure([1, 1 + width / n]);
  return figure(rounded(mean));
}

function meanOf(persons: readonly Person[], item: string): number {
  const place = ITEMS.indexOf(item);
  return persons.reduce((sum, { answers }) => sum + (answers[place] ?? 0), 0) / persons.length;
}

function rounded(mean: number): readonly [number, number] {
  const shown = Math.round(mean * 10) / 10;
  return [shown - 0.05, shown + 0.05];
}
