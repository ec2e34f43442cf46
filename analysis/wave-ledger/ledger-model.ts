/** What is known of waves that may share people and questions: sets of digests, never a name or an answer. */

/** People whose answers are counted together in a wave. */
export interface LedgerGroup {
  /** Whom they were asked about, as a digest; "" where a survey is about nobody in particular. */
  readonly about: string;
  /** Codes of the groups, sorted; empty in a survey without groups. More than one: groups that a report may merge. */
  readonly groups: readonly string[];
  /** Keyed digests of the people who were invited. */
  readonly people: ReadonlySet<string>;
}

export interface LedgerWave {
  readonly wave: string;
  readonly title: string;
  readonly openedAt: Date;
  /** Null while it is open. */
  readonly closedAt: Date | null;
  /** Smallest number of answers behind a figure. */
  readonly minimum: number;
  /** By code of an item: digests of what was asked. Two items are the same if they have one in common. */
  readonly items: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly LedgerGroup[];
}

/**
 * What follows for a group of a later wave from one of an earlier wave.
 * - free: the same people, or nobody and nothing in common
 * - cells: so many joined or left that they are a group of their own, which can be worked out and is coded like any other
 * - trend: few joined or left, long ago: the later figures are shown, changes by their direction only
 * - direction: few joined or left, not long ago: the direction only, and no figures
 * - refused: few joined or left, a moment ago: the later wave is not opened
 */
export type Standing = "free" | "cells" | "trend" | "direction" | "refused";

/** Numbers of people. */
export interface Turnover {
  /** In both groups. */
  readonly stayed: number;
  /** In the later one only. */
  readonly joined: number;
  /** In the earlier one only. */
  readonly left: number;
}

export interface GroupStanding extends Turnover {
  readonly standing: Standing;
  /** The earlier wave. */
  readonly earlier: string;
  readonly later: LedgerGroup;
  readonly before: LedgerGroup;
  /** Codes, in the later wave, of the items that both waves asked. */
  readonly items: readonly string[];
  /** Whole days from the end of the earlier wave to the opening of the later; 0 while the earlier is open. */
  readonly days: number;
}
