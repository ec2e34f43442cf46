/** Whether what is said of counts could have been decided without looking at them: then hiding tells nothing. */
import { type Range, type Sum, worldsOf } from "./circulation.ts";
import { nestedCells } from "./nested-cells.ts";
import type { CountedCell, CountStatement, PublishedCounts } from "./published-counts.ts";

/** How an item's cells came about. */
export interface SaidSteps {
  /** What was released before, and stands. */
  readonly before: readonly CountedCell[];
  /** What is new, in the one order of all reports. */
  readonly steps: readonly CountedCell[];
  /** The border that is said of every cell; the first choice. */
  readonly leading: number;
  /** How far bounds of coded counts lie apart. */
  readonly width: number;
  /** Because of other waves, several blocks of a range may have been told as one. */
  readonly joined?: boolean;
}

/**
 * Works each range out again: what a sum could be, given the numbers of persons and what was said before it. The bounds
 * must be one of the blocks that such a range is cut into, the same for every count in them. So every world within the
 * bounds gives the same output under the rule, and nothing follows from it backwards.
 *
 * @param published persons by class, and what statements are about
 * @param said the cells in the order in which they were said
 * @returns names of cells whose bounds no such block explains
 * @example unexplainedSteps(published, { before: [], steps: published.cells, leading: 3, width: 2 }); // []
 */
export function unexplainedSteps(published: PublishedCounts, said: SaidSteps): readonly string[] {
  return published.about === "borders" ? strangeBorders(published, said) : strangeChoices(published, said);
}

const sizeOf = ({ persons }: PublishedCounts, { classes }: CountedCell): number =>
  classes.reduce((sum, place) => sum + (persons[place] ?? 0), 0);

function find({ statements }: CountedCell, of: number): CountStatement | undefined {
  return statements.find((one) => one.of === of);
}

/** Whether bounds are a block of a range; or several next to each other, where these may have been joined. */
function isBlock(range: Range, bounds: Range, { width, joined = false }: Steps): boolean {
  if (!joined) return isOne(range, bounds, width);
  const blocks = Array.from(
    { length: Math.max(0, bounds.high - bounds.low + 1) },
    (_, at) => bounds.low + at,
  );
  const begins = blocks.some((end) => isOne(range, { low: bounds.low, high: end }, width));
  return begins && blocks.some((start) => isOne(range, { low: start, high: bounds.high }, width));
}

type Steps = Pick<SaidSteps, "width" | "joined">;

function isOne({ low, high }: Range, bounds: Range, width: number): boolean {
  const is = (from: number, to: number) => bounds.low === from && bounds.high === to;
  if (high - low <= 2 * width) return is(low, high);
  const inside = bounds.low === bounds.high && bounds.low > low + width && bounds.low < high - width;
  return inside || is(low, low + width) || is(high - width, high);
}

/** The leading statement of each step by its range; whatever came before is granted. */
function strangeLeads(
  published: PublishedCounts,
  said: SaidSteps,
  given: (cell: CountedCell) => Range | undefined,
): readonly string[] {
  const { before, steps, leading } = said;
  const cells = [...before, ...steps];
  const nested = nestedCells(cells, published.persons);
  if (nested === undefined) return cells.map(({ name }) => name);
  const worlds = worldsOf(nested);
  const placeOf = (cell: CountedCell): Sum =>
    cell.role === "everybody"
      ? "everybody"
      : { tree: cell.role, cell: nested[cell.role].findIndex((one) => one.cell === cell) };
  const strange: string[] = [];
  for (const cell of before) {
    const bounds = given(cell) ?? find(cell, leading);
    if (bounds !== undefined && !worlds.restrict(placeOf(cell), bounds)) strange.push(cell.name);
  }
  for (const cell of steps) {
    const granted = given(cell);
    const bounds = granted ?? find(cell, leading);
    if (bounds === undefined) {
      strange.push(cell.name);
      continue;
    }
    const fits = granted !== undefined || isBlock(worlds.range(placeOf(cell)), bounds, said);
    if (!fits || !worlds.restrict(placeOf(cell), bounds)) strange.push(cell.name);
  }
  return strange;
}

function strangeBorders(published: PublishedCounts, said: SaidSteps): readonly string[] {
  const { before, steps, leading } = said;
  const isFirst = ({ role }: CountedCell) => role === "first";
  const first = [...before, ...steps].filter(isFirst);
  const others = steps.filter((cell) =>
    cell.statements.some((statement) => {
      if (statement.of === leading) return false;
      if (isFirst(cell) || first.length === 0) {
        return !isBlock({ low: 0, high: sizeOf(published, cell) }, statement, said);
      }
      // What everybody gave is what the groups of the first cut gave together; of other cuts nothing more is said.
      const parts = first.map((one) => find(one, statement.of));
      if (cell.role === "everybody" && parts.every((part) => part === undefined)) {
        return !isOutward(cell, statement, { ...said, persons: sizeOf(published, cell) });
      }
      const sum = (of: "low" | "high") => parts.reduce((all, one) => all + (one?.[of] ?? Number.NaN), 0);
      return cell.role !== "everybody" || statement.low !== sum("low") || statement.high !== sum("high");
    }),
  );
  return [...strangeLeads(published, said, () => undefined), ...others.map(({ name }) => name)];
}

/** Beside other waves, everybody's other borders: each range begins where the border next to it leaves off. */
function isOutward(
  cell: CountedCell,
  statement: CountStatement,
  { leading, width, joined = false, persons }: SaidSteps & { readonly persons: number },
): boolean {
  const { of } = statement;
  const next = find(cell, of < leading ? of + 1 : of - 1);
  if (!joined || next === undefined) return false;
  const range = of < leading ? { low: next.low, high: persons } : { low: 0, high: next.high };
  return isBlock(range, statement, { width: width + 1, joined });
}

/** What is known of one choice from what is said of all. */
function taken(cell: CountedCell, choice: number, persons: number): Range {
  const found = find(cell, choice);
  const others = cell.statements.reduce((sum, one) => (one.of === 0 ? sum : sum + one.low), 0);
  return found ?? { low: 0, high: Math.max(0, (find(cell, 0)?.high ?? persons) - others) };
}

function strangeChoices(published: PublishedCounts, said: SaidSteps): readonly string[] {
  const { before, steps, leading, width } = said;
  const cells = [...before, ...steps];
  const whole = cells.every(({ role }) => role !== "first");
  const isPart = ({ role }: CountedCell) => role === "first" || (whole && role === "everybody");
  const parts = cells.filter(isPart);
  const strange = steps.filter((cell) => {
    const persons = sizeOf(published, cell);
    if (isPart(cell)) return !isCategories(cell, persons, width);
    if (cell.role === "second") return cell.statements.some(({ of }) => of !== leading && of !== 0);
    return cell.statements.some(({ of, low, high }) => {
      const own = parts.map((part) =>
        of === 0
          ? (find(part, 0) ?? exact(sizeOf(published, part)))
          : taken(part, of, sizeOf(published, part)),
      );
      const sum = (end: "low" | "high") => own.reduce((all, one) => all + one[end], 0);
      return low !== sum("low") || high !== sum("high");
    });
  });
  const given = (cell: CountedCell) =>
    cell.role === "second" ? undefined : taken(cell, leading, sizeOf(published, cell));
  return [...strange.map(({ name }) => name), ...strangeLeads(published, said, given)];
}

function exact(count: number): Range {
  return { low: count, high: count };
}

/** One choice that nearly all took, or how many were asked, alone; or all counts, none of them so large. */
function isCategories({ statements }: CountedCell, persons: number, width: number): boolean {
  const given = statements.find(({ of }) => of === 0) ?? exact(persons);
  const choices = statements.filter(({ of }) => of !== 0);
  const nearly = ({ low, high }: Range) => low === persons - width && high === persons;
  const [only, ...more] = choices;
  if (only === undefined) return nearly(given) || (given.low === 0 && given.high === width);
  if (more.length === 0 && nearly(only)) return nearly(given) || given.low === persons;
  const passed = persons - given.low;
  const mayPass = statements.some(({ of }) => of === 0);
  const counts = [passed, ...choices.map(({ low }) => low)];
  const isExact = [...statements, given].every(({ low, high }) => low === high);
  return (
    isExact &&
    (!mayPass || passed > width) &&
    counts.reduce((sum, count) => sum + count, 0) === persons &&
    counts.every((count) => count < persons - width)
  );
}
