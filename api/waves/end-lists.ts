/** The end of lists of invited people: they are needed until thanks and follow-up are over, and no longer. */
import { LIST_KEPT_DAYS } from "../../surveys/disclosure-policy.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { deleteList, wavesWithList } from "./ended-list-store.ts";
import { moreAnswersNeeded } from "./people-behind-figures.ts";
import { assignmentsOfWave, groupCounts } from "./store.ts";

const DAY_MILLISECONDS = 86_400_000;

type ListContext = Pick<StaffContext, "people" | "clock">;

/** A moment so many days ago. */
export function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MILLISECONDS);
}

export async function listsDueForDeletion({ people, clock }: ListContext): Promise<readonly string[]> {
  return people.read((db) => wavesWithList(db, daysAgo(clock(), LIST_KEPT_DAYS)));
}

/** Who was asked, their links and what staff had of these in hand go; how many they were stays, for figures already shown. */
export async function endList({ people, clock }: ListContext, wave: string): Promise<void> {
  await people.write(async (tx) => {
    const raters = new Set((await assignmentsOfWave(tx, wave)).map(({ raterPersonId }) => raterPersonId));
    const { readers } = await moreAnswersNeeded(tx, wave);
    const groups = await groupCounts(tx, wave);
    await deleteList(tx, wave, { endedAt: clock(), raters: raters.size, readers, groups });
    await appendAudit(tx, {
      at: clock(),
      actorPersonId: null,
      action: "list-deleted",
      details: { wave },
    });
  });
  await people.scrub();
}
