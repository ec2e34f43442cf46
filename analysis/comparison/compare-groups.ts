/** The comparison by groups: each group's change, unless it or another group would become recognisable. */
import { compareMeasure } from "./compare-measure.ts";
import type { ComparedMeasure, GroupCell, WaveComparison } from "./comparison-model.ts";
import type { ComparisonPlan, TestMinimums } from "./comparison-plan.ts";
import type { CountedGroup, CountedGroups } from "./count-groups.ts";
import { adjustVerdicts } from "./families.ts";

/** Smallest group that is shown when the plan names none. */
const DEFAULT_GROUP_SIZE = 10;

/** What becomes of a group. */
type Decision = "shown" | "too-few-answers" | "would-reveal-another";

/** Answers of each group in each wave. */
type Sizes = readonly { readonly before: number; readonly after: number }[];

const WAVES = ["before", "after"] as const;

/**
 * Which groups may be shown. A group with fewer answers than the minimum, in either wave and to any measure, is not;
 * and because the whole is shown, the hidden ones together must also be too many to be worked out by subtraction.
 * @param sizes for each measure, the answers of each group in each wave
 * @param minimum the smallest group
 * @returns one decision a group
 * @example decideGroups([[{ before: 40, after: 40 }, { before: 6, after: 8 }, { before: 30, after: 20 }]], 10)
 */
export function decideGroups(sizes: readonly Sizes[], minimum: number): readonly Decision[] {
  const groups = sizes[0]?.length ?? 0;
  const smallest = Array.from({ length: groups }, (_, place) =>
    Math.min(...sizes.flatMap((measure) => WAVES.map((wave) => measure[place]?.[wave] ?? 0))),
  );
  const decisions = smallest.map((n): Decision => (n < minimum ? "too-few-answers" : "shown"));
  const shown = (): number[] => decisions.flatMap((decision, place) => (decision === "shown" ? [place] : []));
  while (shown().length > 0 && sizes.some((measure) => isRecoverable(measure, decisions, minimum))) {
    const place = shown().reduce((best, one) => ((smallest[one] ?? 0) < (smallest[best] ?? 0) ? one : best));
    decisions[place] = "would-reveal-another";
  }
  return decisions;
}

/** The whole minus what is shown must be nobody, or at least the minimum, of two groups or more. */
function isRecoverable(sizes: Sizes, decisions: readonly Decision[], minimum: number): boolean {
  return WAVES.some((wave) => {
    const hidden = sizes.flatMap((size, place) => (decisions[place] === "shown" ? [] : [size[wave]]));
    const n = hidden.reduce((sum, size) => sum + size, 0);
    return n > 0 && (n < minimum || hidden.filter((size) => size > 0).length === 1);
  });
}

/**
 * Compares scales and index within each group.
 * @param counted the groups with the counts of scales and index
 * @param options the plan's smallest group, and the minimums of tests
 * @returns one cell a group; the tests of all groups are one family
 * @example compareGroups(countGroups(scored, grouped), { plan, minimums })
 */
export function compareGroups(
  { by, groups }: CountedGroups & { readonly by: string },
  { plan, minimums }: { readonly plan: ComparisonPlan; readonly minimums: TestMinimums },
): NonNullable<WaveComparison["groups"]> {
  const minimum = plan.minimumGroupSize ?? DEFAULT_GROUP_SIZE;
  const compared = groups.map((group) => compareGroup(group, { plan, minimums }));
  const answers = (compared[0] ?? []).map((_, place) =>
    compared.map((measures) => ({
      before: measures[place]?.before.n ?? 0,
      after: measures[place]?.after.n ?? 0,
    })),
  );
  const rows = groups.map((group) => group.persons);
  const decisions = decideGroups([rows, ...answers], minimum);
  const cells = groups.map(({ label }, place): GroupCell => {
    const decision = decisions[place] ?? "too-few-answers";
    return decision === "shown"
      ? { shown: true, group: label, measures: compared[place] ?? [] }
      : { shown: false, group: label, reason: decision };
  });
  return { by, minimum, cells: adjustCells(cells) };
}

function compareGroup(
  { label, measures }: CountedGroup,
  { plan, minimums }: { readonly plan: ComparisonPlan; readonly minimums: TestMinimums },
): readonly ComparedMeasure[] {
  const headcount = plan.headcounts?.find((one) => one.group === label);
  const context = { minimums, ...(headcount === undefined ? {} : { headcount }) };
  return measures.map((measure) => compareMeasure(measure, context));
}

function adjustCells(cells: readonly GroupCell[]): readonly GroupCell[] {
  const verdicts = cells.flatMap((cell) => (cell.shown ? cell.measures.map(({ verdict }) => verdict) : []));
  const adjusted = adjustVerdicts(verdicts, "groups");
  let next = 0;
  return cells.map((cell): GroupCell => {
    if (!cell.shown) return cell;
    const measures = cell.measures.map((measure) => {
      const verdict = adjusted[next] ?? measure.verdict;
      next += 1;
      return { ...measure, verdict };
    });
    return { ...cell, measures };
  });
}
