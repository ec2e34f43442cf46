/** Pass 3: shows less of an item, step by step, until nobody's answer follows from its counts. */
import { personsOf } from "./class-counts.ts";
import {
  BLOCKS,
  forcedClasses,
  type Level,
  type Memberships,
  NOTHING,
  POINTS,
  type ShownItem,
} from "./possible-changes.ts";
import type { Aggregate } from "./release-plan.ts";

/** So many other groups of a cut are tried in place of the one that a forced answer is in. */
const MOST_SIBLINGS = 6;

/**
 * Lowers levels until no class is forced. For one forced class after the other: the smallest change that frees it,
 * blocks before nothing, groups it is in before others of their cuts, the smallest group first, everybody last. Where
 * no single change does, the smallest group it is in is lowered, and it is asked again. At last each change that is
 * no longer needed is taken back.
 *
 * @param item what could be shown
 * @param aggregates everybody first
 * @returns the levels at which nobody's answer is told
 * @see README.md in this folder, pass 3
 * @example tellNobody(item, plan.aggregates)[0]; // 0: everybody's answers by point
 */
export function tellNobody(item: ShownItem, aggregates: readonly Aggregate[]): readonly Level[] {
  const persons = aggregates.map((aggregate) => personsOf(aggregate, item.counted.answered));
  const levels = [...item.levels];
  const lowered: number[] = [];
  for (;;) {
    const [forced] = forcedClasses({ ...item, levels });
    if (forced === undefined) break;
    const step = stepThatFrees(forced, { ...item, levels }, persons);
    levels[step.aggregate] = step.level;
    lowered.push(step.aggregate);
  }
  return takenBack(item, levels, lowered);
}

interface Step {
  readonly aggregate: number;
  readonly level: Level;
}

function stepThatFrees(forced: number, item: ShownItem, persons: readonly number[]): Step {
  const around = groupsAround(forced, item, persons);
  const wanted: readonly Level[] = item.blocks.length > 0 ? [BLOCKS, NOTHING] : [NOTHING];
  for (const level of wanted) {
    for (const aggregate of around) {
      if ((item.levels[aggregate] ?? NOTHING) >= level) continue;
      const levels = item.levels.map((now, place) => (place === aggregate ? level : now));
      if (forcedClasses({ ...item, levels }, [forced]).length === 0) return { aggregate, level };
    }
  }
  const [first = 0] = around;
  const level = item.levels[first] === POINTS && item.blocks.length > 0 ? BLOCKS : NOTHING;
  return { aggregate: first, level };
}

/** Shown groups that a change could be made in: those of the class, others of their cuts, everybody. */
function groupsAround(
  number: number,
  { memberships, levels }: ShownItem,
  persons: readonly number[],
): readonly number[] {
  const bySize = (places: readonly number[]) =>
    places
      .filter((place) => (levels[place] ?? NOTHING) < NOTHING)
      .sort((one, other) => (persons[one] ?? 0) - (persons[other] ?? 0));
  const own = groupsOf(number, memberships);
  const siblings = memberships.firstOf.flatMap((first, cut) => {
    const next = memberships.firstOf[cut + 1] ?? levels.length;
    const all = Array.from({ length: next - first }, (_, category) => first + category);
    return bySize(all.filter((place) => !own.includes(place))).slice(0, MOST_SIBLINGS);
  });
  return [...bySize(own), ...bySize(siblings), ...bySize([0])];
}

function groupsOf(number: number, { categoryOf, firstOf }: Memberships): readonly number[] {
  return categoryOf.flatMap((categories, cut) => {
    const category = categories[number] ?? -1;
    return category < 0 ? [] : [(firstOf[cut] ?? 0) + category];
  });
}

function takenBack(item: ShownItem, levels: readonly Level[], lowered: readonly number[]): readonly Level[] {
  let now = levels;
  for (const aggregate of [...new Set(lowered)].reverse()) {
    const wanted = item.blocks.length > 0 ? [POINTS, BLOCKS] : [POINTS];
    for (const level of wanted) {
      if (level >= (now[aggregate] ?? NOTHING)) break;
      const raised = now.map((old, place) => (place === aggregate ? level : old));
      if (forcedClasses({ ...item, levels: raised }).length > 0) continue;
      now = raised;
      break;
    }
  }
  return now;
}
