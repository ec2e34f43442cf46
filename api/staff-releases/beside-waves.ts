/** Released surveys that asked some of the same people some of the same, as further tables have to reckon with them. */
import { mergeReleases } from "../../analysis/staff-comparison/merge-releases.ts";
import type { BesideWave, StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { daysBetween, sharedItems, standingOf, turnoverOf } from "../../analysis/wave-ledger/weigh-wave.ts";
import { renamedValues } from "../comparisons/store.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { itemDigests } from "../wave-ledger/digests.ts";
import { groupsOf, ledgerOfOpened } from "../wave-ledger/read-ledger.ts";
import type { StoredWave } from "../waves/store.ts";
import { publishedIds, tablesOf } from "./store.ts";

/** In a survey about nobody in particular everybody is one group. */
const EVERYBODY = { people: new Set<string>() };

/**
 * By the ledger over waves, from lists and dates alone. To be read while nothing else of any survey is released.
 * @param minimum the smallest number of answers behind the new figures
 * @returns the latest first; none for a wave that the ledger does not know, such as one from elsewhere
 */
export async function besideWaves(
  context: Pick<StaffContext, "people" | "answers">,
  wave: StoredWave,
  minimum: number,
): Promise<readonly BesideWave[]> {
  const { openedAt, closedAt } = wave;
  if (openedAt === null) return [];
  const definition = await definitionOfId(context, wave.definitionId);
  const items = new Map(Object.entries(itemDigests(definition)));
  const { people, others, renamed } = await context.people.read(async (db) => {
    const found = await ledgerOfOpened(db, { wave, definition });
    return {
      people: found.people,
      others: found.earlier,
      renamed: await renamedValues(db, wave.programmeId),
    };
  });
  const [now = EVERYBODY] = groupsOf(people);
  const found: { readonly beside: BesideWave; readonly openedAt: number }[] = [];
  for (const other of others) {
    const [then = EVERYBODY] = other.groups;
    const turnover = turnoverOf(now, then);
    const tables = turnover.stayed === 0 ? undefined : await releasedOf(context, other.wave);
    if (tables === undefined) continue;
    const days = daysBetween(other, { openedAt, closedAt });
    const standing = standingOf(turnover, { days, minimum: Math.max(minimum, tables.minimum) });
    const told = standing === "direction" || standing === "refused" ? "direction" : "blocks";
    const isEarlier = other.openedAt.getTime() < openedAt.getTime();
    found.push({
      openedAt: other.openedAt.getTime(),
      beside: {
        title: other.title,
        tables,
        items: sharedItems(items, other.items),
        ...turnover,
        days,
        told,
        renamed: renamed.map(({ item, earlier, later }) =>
          isEarlier ? { item, before: earlier, now: later } : { item, before: later, now: earlier },
        ),
      },
    });
  }
  return found.sort((one, another) => another.openedAt - one.openedAt).map(({ beside }) => beside);
}

async function releasedOf(
  { answers }: Pick<StaffContext, "answers">,
  wave: string,
): Promise<StaffTables | undefined> {
  const releases = await answers.read(async (db) => {
    const tables: StaffTables[] = [];
    for (const id of await publishedIds(db, wave))
      tables.push(...[(await tablesOf(db, id))?.tables ?? []].flat());
    return tables;
  });
  return releases.length === 0 ? undefined : mergeReleases(releases);
}
