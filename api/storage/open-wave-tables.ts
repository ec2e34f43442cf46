/** The tables of the identity store for what coordinators do and see while a wave is open, and what is left of its list. */
import type { ColumnKit } from "./column-kit-postgres.ts";
import { type Identified, reference } from "./reference.ts";

/** A printed letter, the text of a mail that did not leave, or a new link in place of an earlier one. */
export type LinkWay = "letter" | "mail-text" | "new-link";

/** How many of some people have sent all they were asked for; without subject and group, of all others together. */
export interface ProgressFigure {
  readonly subject: string | null;
  readonly group: string | null;
  readonly invited: number;
  /** In steps of five; null where even that would tell too much. */
  readonly atLeast: number | null;
}

/** How many were asked about somebody in a group, and how many second tickets were allowed. */
export interface ListedGroup {
  readonly subject: string;
  readonly group: string;
  readonly invited: number;
  readonly reissues: number;
}

interface Neighbours {
  readonly persons: Identified;
  readonly waves: Identified;
}

/** The tables for the engine of the kit. */
export function defineOpenWaveTables(kit: ColumnKit, { persons, waves }: Neighbours) {
  /** How often a member of staff had somebody's link in hand, or replaced it: raters and readers are told. */
  const linkHandlings = kit.table(
    "linkHandlings",
    {
      waveId: reference(kit, waves),
      personId: reference(kit, persons),
      way: kit.text().$type<LinkWay>().notNull(),
      staffPersonId: reference(kit, persons),
      times: kit.integer().notNull(),
    },
    (handling) => [
      kit.primaryKey({
        name: "linkHandlingsKey",
        columns: [handling.waveId, handling.personId, handling.way, handling.staffPersonId],
      }),
    ],
  );
  /** How far an open wave had come at the last fixed hour, rounded as it is shown: nothing finer is kept. */
  const waveProgress = kit.table("waveProgress", {
    waveId: kit
      .text()
      .primaryKey()
      .references(() => waves.id),
    countedAt: kit.time().notNull(),
    figures: kit.json<readonly ProgressFigure[]>().notNull(),
  });
  /** What is left of a list of invited people once it was deleted: numbers. */
  const endedLists = kit.table("endedLists", {
    waveId: kit
      .text()
      .primaryKey()
      .references(() => waves.id),
    endedAt: kit.time().notNull(),
    raters: kit.integer().notNull(),
    /** One if somebody who reads figures was asked, as people-behind-figures.ts reckons. */
    readers: kit.integer().notNull(),
    groups: kit.json<readonly ListedGroup[]>().notNull(),
  });
  return { linkHandlings, waveProgress, endedLists };
}
