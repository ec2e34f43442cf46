/** Why a release has no figures of people found in an earlier wave: from what staff decided, and nothing else. */
import type { WhyNotLinked } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffContext } from "../context.ts";
import { waveSeal } from "../keys/store.ts";
import { type StoredTables, wavesBefore } from "./store.ts";

/**
 * Works from surveys and dates alone. That too few codes were found again, that figures would have told of single
 * people, or that an earlier wave's answers are gone, is one reason: which of them it was might tell who answered.
 */
export async function whyNotLinked(
  { people, answers }: Pick<StaffContext, "people" | "answers">,
  { wave, linked }: Pick<StoredTables, "wave" | "linked">,
): Promise<WhyNotLinked | null> {
  if (linked !== null) return null;
  const asksForCode = async (id: string): Promise<boolean> =>
    (await answers.read((db) => waveSeal(db, id)))?.manifest.linkingSalt !== undefined;
  if (!(await asksForCode(wave))) return "no-code";
  for (const id of await people.read((db) => wavesBefore(db, wave))) {
    if (await asksForCode(id)) return "withheld";
  }
  return "no-earlier-wave";
}
