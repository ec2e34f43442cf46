/** Counts how far open waves have come, twice a day: whoever asks more often learns nothing more. */
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import { lastFixedHour } from "./fixed-hours.ts";
import { progressFigures } from "./progress.ts";
import { askedWithMarks, type StoredWave, storedProgress, storeProgress, wavesInStates } from "./store.ts";

type CountingContext = Pick<StaffContext, "people" | "answers" | "keys" | "clock">;

async function isDue(context: CountingContext, wave: StoredWave): Promise<boolean> {
  const hour = lastFixedHour(context.clock());
  if (wave.identity !== "anonymous" || wave.openedAt === null || wave.openedAt >= hour) return false;
  const before = await context.people.read((db) => storedProgress(db, wave.id));
  return before === undefined || before.countedAt < hour;
}

/** Counts one wave now: at its hours, and where the demo invents what has happened. */
export async function countWave(context: CountingContext, wave: StoredWave): Promise<void> {
  const { soundings } = await definitionOfId(context, wave.definitionId);
  const byName = new Set(soundings.groups.filter(({ attributed }) => attributed).map(({ code }) => code));
  const marks = ticketMarksOfWave(context.keys, wave);
  if (marks === undefined) return;
  await context.people.write(async (tx) => {
    const asked = (await askedWithMarks(tx, marks, wave.id)).filter(({ group }) => !byName.has(group));
    await storeProgress(tx, {
      waveId: wave.id,
      countedAt: context.clock(),
      figures: progressFigures(asked, wave.policy.minimumGroupSize),
    });
  });
}

/** The open waves that have not been counted since the last fixed hour, each to be counted by itself. */
export async function dueCounts(
  context: CountingContext,
): Promise<{ readonly wave: string; readonly run: () => Promise<void> }[]> {
  const due: { wave: string; run: () => Promise<void> }[] = [];
  for (const wave of await context.people.read((db) => wavesInStates(db, ["open"])))
    if (await isDue(context, wave)) due.push({ wave: wave.id, run: () => countWave(context, wave) });
  return due;
}
