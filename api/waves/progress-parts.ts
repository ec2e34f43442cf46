/** Which people of a wave are counted together while it is open: decided from the lists, never from who has sent. */

/** One person who is asked about one subject, in a group whose answers are anonymous. */
export interface AskedRater {
  readonly rater: string;
  readonly subject: string;
  readonly group: string;
}

export interface AskedWithMark extends AskedRater {
  /** True once a ticket was given out, for good: a second ticket does not change it. */
  readonly issued: boolean;
}

/** People who are counted together; subject and group are null for all who are in no part of their own. */
export interface ProgressPart {
  readonly subject: string | null;
  readonly group: string | null;
  readonly raters: ReadonlySet<string>;
}

function cellsOf(asked: readonly AskedRater[]): (ProgressPart & { readonly key: string })[] {
  const cells = new Map<string, { subject: string; group: string; key: string; raters: Set<string> }>();
  for (const { rater, subject, group } of asked) {
    const key = `${subject} ${group}`;
    const cell = cells.get(key) ?? { subject, group, key, raters: new Set<string>() };
    cell.raters.add(rater);
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => b.raters.size - a.raters.size || (a.key < b.key ? -1 : 1));
}

function isDisjoint(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].every((rater) => !others.has(rater));
}

/**
 * Groups of at least `least` people, largest first, as far as nobody is in two of them, and everybody else together.
 * Nobody is counted twice: who sends one form mostly sends all, so two counts of nearly the same people would differ
 * by somebody. The others are enough for a count of their own or nobody; a group gives up its own count for that.
 *
 * @param least twice the minimum group size
 * @returns no part at all where everybody together is fewer than that
 */
export function progressParts(asked: readonly AskedRater[], least: number): ProgressPart[] {
  const everybody = new Set(asked.map(({ rater }) => rater));
  const taken = new Set<string>();
  const parts: ProgressPart[] = [];
  for (const { subject, group, raters } of cellsOf(asked)) {
    if (raters.size < least || !isDisjoint(raters, taken)) continue;
    parts.push({ subject, group, raters });
    for (const rater of raters) taken.add(rater);
  }
  const others = new Set([...everybody].filter((rater) => !taken.has(rater)));
  while (others.size > 0 && others.size < least) {
    const smallest = parts.pop();
    if (smallest === undefined) return [];
    for (const rater of smallest.raters) others.add(rater);
  }
  return others.size === 0 ? parts : [...parts, { subject: null, group: null, raters: others }];
}

const STEP = 5;
/** So many may be missing at the highest figure, so that none says that everybody has sent. */
const LEFT_OPEN = 3;

/**
 * A count as it may be shown: rounded down to a step, and at the top never so that all are named.
 * @returns null where the people are too few for more than one figure
 */
export function steppedCount(count: number, of: number): number | null {
  const highest = STEP * Math.floor((of - LEFT_OPEN) / STEP);
  return highest < STEP ? null : Math.min(STEP * Math.floor(count / STEP), highest);
}
