/** What is said of one item's answers: by coded steps, of every group that is shown, from their true counts. */
import { favourableBorder } from "./answer-bounds.ts";
import type { BesideItem } from "./beside-waves.ts";
import { type ClassCounts, pointsOf } from "./class-counts.ts";
import { type BlockOf, codedBlock, codedSteps, type StepSum } from "./coded-steps.ts";
import { type CountBounds, exactly, sumOf, without } from "./count-bounds.ts";
import type { StaffDistribution } from "./staff-tables-model.ts";
import type { SaidSum, StepLayout } from "./step-layout.ts";
import { sumNetwork } from "./sum-network.ts";
import { blocksOf, isCoarse, outerBlock } from "./wave-blocks.ts";

/** An item and its answers. */
export interface AskedItem {
  readonly kind: StaffDistribution["kind"];
  readonly reverseKeyed: boolean;
  readonly counted: ClassCounts;
  /** True if some could say that they do not know, or were not asked: then how many gave a point is coded as well. */
  readonly mayPass: boolean;
}

/** How it is said. */
export interface Saying {
  readonly layout: StepLayout;
  /** The answers that somebody may know, and one. */
  readonly width: number;
  /** What was released before of an aggregate (by its place) or the rest; it stands. */
  readonly earlier: ReadonlyMap<number, StaffDistribution>;
  /** The same item in other waves that some of the persons answered; none by default. */
  readonly beside?: readonly BesideItem[];
}

/** By place of the aggregate; REST for those in no shown group of the first cut. */
export type SaidAnswers = ReadonlyMap<number, StaffDistribution>;

/**
 * Says an item's answers. Every decision is made from numbers of persons and from what has been said; a true count only
 * chooses the block.
 *
 * @param item the item with its true counts
 * @param saying the sums, their order, and what stands already
 * @returns what is said of each sum
 * @throws RangeError if what was released before cannot be
 * @see README.md in this folder, "Coded steps"
 * @example saidAnswers(item, { layout, width: 2, earlier: new Map() }).get(0); // everybody's answers
 */
export function saidAnswers(item: AskedItem, saying: Saying): SaidAnswers {
  if (item.kind !== "scale") return saidChoices(item, saying);
  // Beside other waves the largest group comes last: it has to leave room for everybody.
  const { layout, beside = [] } = saying;
  const first = beside.length === 0 ? layout.first : layout.first.toReversed();
  return saidScale(item, { ...saying, layout: { ...layout, first } });
}

/** How many of a sum's persons gave an answer above a point; above 0, any. */
function above({ counted }: AskedItem, { classes }: SaidSum, point: number): number {
  return pointsOf(classes, counted)
    .slice(point + 1)
    .reduce((all, count) => all + count, 0);
}

function borderIn(said: StaffDistribution | undefined, point: number): CountBounds | undefined {
  if (said?.kind !== "scale") return undefined;
  const found = point === 0 ? said.given : said.borders.find((border) => border.above === point);
  return found === undefined ? undefined : { low: found.low, high: found.high };
}

function saidScale(item: AskedItem, saying: Saying): SaidAnswers {
  const { layout, earlier } = saying;
  const { points } = item.counted;
  const favourable = favourableBorder({ points, reverseKeyed: item.reverseKeyed });
  const { first, everybody, second } = layout;
  const sums = [...first, ...(everybody === undefined ? [] : [everybody]), ...second];
  const steps = sums.map(
    ({ arc, place }): StepSum => ({ arc, said: borderIn(earlier.get(place), favourable) }),
  );
  const count = (place: number) => {
    const sum = sums[place];
    return sum === undefined ? 0 : above(item, sum, favourable);
  };
  const block = blocksOf(saying, sums, favourable);
  const favourableOf = codedSteps(sumNetwork(layout.nodes, layout.arcs), steps, { count, block });
  const coarse = everybody !== undefined && isCoarse(saying.beside ?? []);
  const byPoint = coarse
    ? outwardBorders(item, saying, { sum: everybody, favourable, middle: favourableOf[first.length] })
    : groupBorders(item, saying);
  return new Map(
    sums.map((sum, at): readonly [number, StaffDistribution] => {
      const middle = favourableOf[at] ?? exactly(0);
      const stands = earlier.get(sum.place);
      if (sum !== everybody && (coarse || at >= first.length)) {
        const given = item.mayPass ? { low: middle.low, high: sum.persons } : exactly(sum.persons);
        return [sum.place, stands ?? { kind: "scale", given, borders: [{ above: favourable, ...middle }] }];
      }
      const bounds = (point: number): CountBounds => {
        if (point === favourable) return middle;
        const all = byPoint[point] ?? [];
        return sum === everybody ? (borderIn(stands, point) ?? sumOf(all)) : (all[at] ?? exactly(0));
      };
      const borders = Array.from({ length: points - 1 }, (_, place) => ({
        above: place + 1,
        ...bounds(place + 1),
      }));
      return [sum.place, { kind: "scale", given: bounds(0), borders }];
    }),
  );
}

/** By point from 0: how many of each of the first sums answered above it, each by itself. */
function groupBorders(item: AskedItem, saying: Saying): readonly (readonly CountBounds[])[] {
  const { first } = saying.layout;
  return Array.from({ length: item.counted.points }, (_, point) => {
    const block = blocksOf(saying, first, point);
    const blocks: CountBounds[] = [];
    first.forEach((sum, place) => {
      const isAll = point === 0 && !item.mayPass;
      const said = isAll ? exactly(sum.persons) : borderIn(saying.earlier.get(sum.place), point);
      const range = { low: 0, high: sum.persons };
      blocks.push(said ?? block(range, above(item, sum, point), { place, said: blocks }));
    });
    return blocks;
  });
}

interface Outward {
  readonly sum: SaidSum;
  readonly favourable: number;
  /** What was said of the favourable border. */
  readonly middle: CountBounds | undefined;
}

/** Everybody's borders outward from the favourable one: each range begins where the border before it leaves off. */
function outwardBorders(
  item: AskedItem,
  saying: Saying,
  { sum, favourable, middle = exactly(0) }: Outward,
): readonly (readonly CountBounds[])[] {
  const bounds = Array.from({ length: item.counted.points }, () => middle);
  const say = (point: number, range: CountBounds): CountBounds =>
    borderIn(saying.earlier.get(sum.place), point) ??
    outerBlock(saying, sum, point)(range, above(item, sum, point));
  for (let point = favourable + 1; point < bounds.length; point += 1) {
    bounds[point] = say(point, { low: 0, high: bounds[point - 1]?.high ?? 0 });
  }
  for (let point = favourable - 1; point >= 0; point -= 1) {
    const isAll = point === 0 && !item.mayPass;
    const range = { low: bounds[point + 1]?.low ?? 0, high: sum.persons };
    bounds[point] = isAll ? exactly(sum.persons) : say(point, range);
  }
  return bounds.map((one) => [one]);
}

/**
 * A category that nearly all took is said alone; of the others nothing, not even which they are. Where nearly all were
 * asked at all, only that is said, for counts of all choices would tell how many were not.
 */
function saidCategories(item: AskedItem, sum: SaidSum, width: number): StaffDistribution {
  const counts = pointsOf(sum.classes, item.counted);
  const given = item.mayPass ? sum.persons - (counts[0] ?? 0) : sum.persons;
  const common = counts.findIndex((count) => count >= sum.persons - width);
  const nearly = { low: sum.persons - width, high: sum.persons };
  if (common === 0) return { kind: "choice", given: without(exactly(sum.persons), nearly), choices: [] };
  if (common > 0) {
    const answered = item.mayPass ? nearly : exactly(sum.persons);
    return { kind: "choice", given: answered, choices: [{ choice: common, ...nearly }] };
  }
  if (item.mayPass && (counts[0] ?? 0) <= width) return { kind: "choice", given: nearly, choices: [] };
  const choices = counts.slice(1).map((count, at) => ({ choice: at + 1, ...exactly(count) }));
  return { kind: "choice", given: exactly(given), choices };
}

/** What is known of how many took one choice, from what is said of all. */
function takenIn(said: StaffDistribution, choice: number): CountBounds {
  if (said.kind !== "choice") return exactly(0);
  const found = said.choices.find((one) => one.choice === choice);
  if (found !== undefined) return { low: found.low, high: found.high };
  const others = said.choices.reduce((all, { low }) => all + low, 0);
  return { low: 0, high: Math.max(0, said.given.high - others) };
}

function saidChoices(item: AskedItem, { layout, width, earlier }: Saying): SaidAnswers {
  const { points } = item.counted;
  const { first, everybody } = layout;
  // Of a question that only some were asked, a second cut beside all choices told insiders something (all worlds tried).
  const second = item.mayPass ? [] : layout.second;
  const said = new Map(
    first.map((sum) => [sum.place, earlier.get(sum.place) ?? saidCategories(item, sum, width)] as const),
  );
  const cells = [...said.values()];
  const network = sumNetwork(layout.nodes, layout.arcs);
  for (const sum of first) {
    const own = said.get(sum.place);
    if (own !== undefined) network.narrow(sum.arc, takenIn(own, 1));
  }
  if (everybody !== undefined) {
    const given = sumOf(cells.map((one) => one.given));
    const choices = Array.from({ length: points }, (_, at) => ({
      choice: at + 1,
      ...sumOf(cells.map((one) => takenIn(one, at + 1))),
    }));
    said.set(everybody.place, earlier.get(everybody.place) ?? { kind: "choice", given, choices });
  }
  const steps = second.map(({ arc, place }): StepSum => {
    const before = earlier.get(place);
    return { arc, said: before === undefined ? undefined : takenIn(before, 1) };
  });
  const count = (place: number) => pointsOf(second[place]?.classes ?? [], item.counted)[1] ?? 0;
  const block: BlockOf = (range, own) => codedBlock(range, own, width);
  for (const [at, bounds] of codedSteps(network, steps, { count, block }).entries()) {
    const sum = second[at];
    if (sum === undefined) continue;
    const given = item.mayPass ? { low: bounds.low, high: sum.persons } : exactly(sum.persons);
    said.set(sum.place, { kind: "choice", given, choices: [{ choice: 1, ...bounds }] });
  }
  return said;
}
