/** What a wave must not ask, or not show, because of waves before it: decided from lists, questions and dates alone. */
import type { GroupStanding, LedgerGroup, LedgerWave, Standing, Turnover } from "./ledger-model.ts";

/** Whose answers can be told apart by subtraction must not be asked twice within so many days. */
export const DAYS_REFUSED = 90;
/** Up to here, people are likely to answer as before. */
export const DAYS_DIRECTION = 300;

const DAY_MILLISECONDS = 86_400_000;

/** From the mildest to the strictest. */
const STRICTNESS: readonly Standing[] = ["free", "cells", "trend", "direction", "refused"];

/**
 * What holds where several things follow.
 *
 * @param standings in any order
 * @returns the strictest of them; free if there is none
 * @example strictest(["cells", "direction"]) // "direction"
 */
export function strictest(standings: Iterable<Standing>): Standing {
  let most = 0;
  for (const standing of standings) most = Math.max(most, STRICTNESS.indexOf(standing));
  return STRICTNESS[most] ?? "free";
}

/**
 * The first moment at which a wave that differs by a few is no longer refused.
 *
 * @param wave the earlier one
 * @returns the moment; undefined while the earlier wave is open
 * @example refusedUntil({ closedAt: new Date("2026-01-10") }) // 10 April 2026
 */
export function refusedUntil({ closedAt }: Pick<LedgerWave, "closedAt">): Date | undefined {
  return closedAt === null ? undefined : new Date(closedAt.getTime() + DAYS_REFUSED * DAY_MILLISECONDS);
}

/**
 * Weighs every group of a wave against every group of earlier waves about the same person, whatever these are called:
 * a group that was renamed, or somebody who went from one group to another, is seen as well.
 *
 * @param later the wave that is about to be opened, or to be shown
 * @param earlier waves that were opened before, of which figures are stored or may still come; in any order
 * @returns all that is not free, in the order of the earlier waves
 * @example weighWave(autumn, [spring]).map(({ standing, joined, left }) => [standing, joined, left])
 */
export function weighWave(later: LedgerWave, earlier: readonly LedgerWave[]): readonly GroupStanding[] {
  const standings: GroupStanding[] = [];
  const now = byAbout(later.groups);
  for (const wave of earlier) {
    const items = [...sharedItems(later.items, wave.items).keys()];
    if (items.length === 0) continue;
    const days = daysBetween(wave, later);
    const minimum = Math.max(later.minimum, wave.minimum);
    const before = byAbout(wave.groups);
    for (const group of later.groups) {
      const others = before.get(group.about) ?? [];
      for (const one of others) {
        const whole = isWhole(group, now.get(group.about) ?? []) && isWhole(one, others);
        if (!whole && !mayBeCompared(group, one)) continue;
        const turnover = turnoverOf(group, one);
        const standing = standingOf(turnover, { days, minimum });
        if (standing === "free") continue;
        standings.push({ standing, earlier: wave.wave, later: group, before: one, ...turnover, items, days });
      }
    }
  }
  return standings;
}

function byAbout(groups: readonly LedgerGroup[]): ReadonlyMap<string, readonly LedgerGroup[]> {
  const found = new Map<string, LedgerGroup[]>();
  for (const group of groups) found.set(group.about, [...(found.get(group.about) ?? []), group]);
  return found;
}

/** All who were asked about somebody: a report may merge them, and says what all others answered. */
function isWhole(group: LedgerGroup, about: readonly LedgerGroup[]): boolean {
  return about.every(({ groups }) => groups.every((code) => group.groups.includes(code)));
}

/**
 * A single group with a single one, whatever they are called; merged ones with the same, merged alike, or with one
 * that is none of them: what were two groups may be asked as one under another name. A merged group and a part of it
 * are told apart within each wave.
 */
function mayBeCompared(later: LedgerGroup, before: LedgerGroup): boolean {
  const [more, fewer] =
    later.groups.length > before.groups.length
      ? [later.groups, before.groups]
      : [before.groups, later.groups];
  if (more.length <= 1) return true;
  if (fewer.length === 1) return !fewer.some((code) => more.includes(code));
  return later.groups.join("\n") === before.groups.join("\n");
}

/**
 * Who is in both groups, and who in one of them only.
 *
 * @param later the group of the later wave
 * @param before the group of the earlier wave
 * @returns numbers of people
 * @example turnoverOf({ people: new Set(["a", "b"]) }, { people: new Set(["b"]) }) // stayed 1, joined 1, left 0
 */
export function turnoverOf(
  later: Pick<LedgerGroup, "people">,
  before: Pick<LedgerGroup, "people">,
): Turnover {
  let stayed = 0;
  for (const person of later.people) if (before.people.has(person)) stayed += 1;
  return { stayed, joined: later.people.size - stayed, left: before.people.size - stayed };
}

/**
 * Few are fewer than the minimum, but somebody: counted apart, for those who joined do not hide those who left.
 *
 * @param turnover who joined and left since
 * @param between whole days between the waves, and the larger of their minimums
 * @returns what follows for the later group
 * @example standingOf({ stayed: 8, joined: 1, left: 0 }, { days: 100, minimum: 4 }) // "direction"
 */
export function standingOf(
  { stayed, joined, left }: Turnover,
  { days, minimum }: { readonly days: number; readonly minimum: number },
): Standing {
  if (stayed === 0 || joined + left === 0) return "free";
  const few = (count: number) => count > 0 && count < minimum;
  if (!few(joined) && !few(left)) return "cells";
  if (days < DAYS_REFUSED) return "refused";
  return days < DAYS_DIRECTION ? "direction" : "trend";
}

/**
 * The items that two waves both asked: those that have a digest in common.
 *
 * @param later by code, the digests of what the later wave asked
 * @param earlier the same of the earlier wave
 * @returns by code in the later wave: the code in the earlier one
 * @example sharedItems(new Map([["new", ["d"]]]), new Map([["old", ["d"]]])) // new → old
 */
export function sharedItems(
  later: LedgerWave["items"],
  earlier: LedgerWave["items"],
): ReadonlyMap<string, string> {
  const codes = new Map(
    [...earlier].flatMap(([code, digests]) => digests.map((one) => [one, code] as const)),
  );
  const shared = new Map<string, string>();
  for (const [code, digests] of later) {
    const before = digests.map((one) => codes.get(one)).find((one) => one !== undefined);
    if (before !== undefined) shared.set(code, before);
  }
  return shared;
}

/**
 * How long nobody was asked between two waves, whichever came first.
 *
 * @param one when it was opened, and when it closed; null while it is open
 * @param other the same of the other wave
 * @returns whole days, 0 where they overlap or one is open still
 * @example daysBetween({ openedAt, closedAt }, { openedAt: later, closedAt: null })
 */
export function daysBetween(one: Times, other: Times): number {
  const gap = (first: Times, second: Times) =>
    first.closedAt === null ? 0 : second.openedAt.getTime() - first.closedAt.getTime();
  return Math.max(0, Math.floor(Math.max(gap(one, other), gap(other, one)) / DAY_MILLISECONDS));
}

type Times = Pick<LedgerWave, "openedAt" | "closedAt">;
