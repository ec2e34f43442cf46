/** Pass 3: shows less of an item, step by step, until nobody's answer follows from its counts. */
import { personsOf } from "./class-counts.ts";
import { toldInsiders } from "./insiders.ts";
import {
  BLOCKS,
  type Level,
  type Memberships,
  type Merged,
  mergeAlike,
  NOTHING,
  POINTS,
  type ShownItem,
} from "./merged-classes.ts";
import { forcedClasses } from "./possible-changes.ts";
import type { Aggregate } from "./release-plan.ts";

/** So many other groups of a cut are tried in place of the one that a forced answer is in. */
const MOST_SIBLINGS = 4;
/** So many groups are tried once more at the end. */
const MOST_TAKEN_BACK = 12;

/**
 * Lowers levels until no class is forced, and no class is told by one person's own answer. For one such class after
 * the other: the smallest change that helps, blocks before nothing, groups it is in before others of their cuts, the
 * smallest group first, everybody last. Where no single change does, the smallest group it is in is lowered, and it
 * is asked again. At last each change that is no longer needed is taken back.
 *
 * @param item what could be shown
 * @param aggregates everybody first
 * @param isOver true once the time is over: then nothing is shown
 * @returns the levels at which nobody's answer is told
 * @see README.md in this folder, pass 3
 * @example tellNobody(item, plan.aggregates, () => false)[0]; // 0: everybody's answers by point
 */
export function tellNobody(
  item: ShownItem,
  aggregates: readonly Aggregate[],
  isOver: () => boolean,
): readonly Level[] {
  const persons = aggregates.map((aggregate) => personsOf(aggregate, item.counted.answered));
  const lowered = new Map<number, StillTells>();
  let levels = item.levels;
  for (const findTold of [forcedOnes, toldOnes]) {
    let told = findTold(mergeAlike({ ...item, levels }));
    for (const number of mergeAlike({ ...item, levels }).oneOf) {
      for (let victim = told(number); victim !== undefined; victim = told(number)) {
        if (isOver()) return levels.map(() => NOTHING);
        const suspect = victim;
        const tells: StillTells = (now) =>
          findTold(mergeAlike({ ...item, levels: now }))(number, suspect) !== undefined;
        const step = stepThatHelps({ ...item, levels }, [suspect, number], { persons, tells });
        levels = levels.with(step.aggregate, step.level);
        lowered.set(step.aggregate, tells);
        told = findTold(mergeAlike({ ...item, levels }));
      }
    }
  }
  return takenBack({ ...item, levels }, item.levels, { lowered, isOver });
}

/** Whether what a change was made for is still told. */
type StillTells = (levels: readonly Level[]) => boolean;

/**
 * Finds a class that is told something about, by its answers being forced or by somebody's own answer. With a suspect
 * that class is looked at first, which is quicker if it is the one.
 */
type FindTold = (merged: Merged) => (number: number, suspect?: number) => number | undefined;

/** The class itself if its answers are forced. */
const forcedOnes: FindTold = (merged) => {
  let forced: ReadonlySet<number> | undefined;
  return (number, suspect) => {
    const place = merged.placeOf[number] ?? -1;
    if (suspect !== undefined)
      return forcedClasses(merged, { among: [place] }).length > 0 ? number : undefined;
    forced ??= new Set(forcedClasses(merged));
    return forced.has(place) ? number : undefined;
  };
};

/** A class whose answers somebody of this class would be told. */
const toldOnes: FindTold = (merged) => {
  const told = toldInsiders(merged);
  return (number, suspect) => {
    const [first] = told(
      merged.placeOf[number] ?? -1,
      suspect === undefined ? undefined : merged.placeOf[suspect],
    );
    return first === undefined ? undefined : merged.oneOf[first];
  };
};

interface Step {
  readonly aggregate: number;
  readonly level: Level;
}

interface Wanted {
  readonly persons: readonly number[];
  readonly tells: StillTells;
}

function stepThatHelps(item: ShownItem, numbers: readonly number[], { persons, tells }: Wanted): Step {
  const around = [...new Set(numbers.flatMap((number) => groupsAround(number, item, persons)))];
  const groups = [...around.filter((place) => place !== 0), ...around.filter((place) => place === 0)];
  const wanted: readonly Level[] = item.blocks.length > 0 ? [BLOCKS, NOTHING] : [NOTHING];
  for (const level of wanted) {
    for (const aggregate of groups) {
      if ((item.levels[aggregate] ?? NOTHING) >= level) continue;
      if (!tells(item.levels.with(aggregate, level))) return { aggregate, level };
    }
  }
  const [first = 0] = groups;
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

/** A change that was made for somebody who would be told again is not looked at any further. */
function takenBack(
  item: ShownItem,
  before: readonly Level[],
  { lowered, isOver }: { readonly lowered: ReadonlyMap<number, StillTells>; readonly isOver: () => boolean },
): readonly Level[] {
  let now = item.levels;
  for (const [aggregate, tells] of [...lowered].toReversed().slice(0, MOST_TAKEN_BACK)) {
    if (isOver()) return now;
    const wanted = item.blocks.length > 0 ? [POINTS, BLOCKS] : [POINTS];
    const better = wanted
      .filter((level) => level < (now[aggregate] ?? NOTHING) && level >= (before[aggregate] ?? NOTHING))
      .map((level) => now.with(aggregate, level))
      .find((levels) => !tells(levels) && tellsNobody({ ...item, levels }));
    now = better ?? now;
  }
  return now;
}

function tellsNobody(item: ShownItem): boolean {
  const merged = mergeAlike(item);
  if (forcedClasses(merged).length > 0) return false;
  const told = toldInsiders(merged);
  return merged.oneOf.every((_, place) => told(place).length === 0);
}
