/** One turn of what goes on by itself with waves: each job for itself, so that none keeps another waiting. */
import { appendAudit } from "../audit/append-audit.ts";
import { destroyDueDataset, wavesDueForDestruction } from "../datasets/apply-retention.ts";
import { faultText } from "../fault-text.ts";
import type { ClockWatch } from "../time/watch-clock.ts";
import { forgetWavesWithoutFigures } from "../wave-ledger/forget-waves.ts";
import { goOnClosing, goOnReleasing, type WaveContext } from "./close-and-release.ts";
import { endList, listsDueForDeletion } from "./end-lists.ts";
import { wavesUnreleasedTooLong } from "./end-unreleased.ts";
import { type StoredWave, wavesInStates } from "./store.ts";
import { clearTrouble, mayTry, noteFailure, noteWaiting, type TroubledStep } from "./wave-troubles.ts";

export interface WaveTurn {
  /** Was looked at in this turn. */
  readonly watch: Pick<ClockWatch, "mayEnd" | "mayDestroy" | "destroyed">;
  readonly elapsed: () => number;
  readonly log: (line: string) => void;
}

const CLOSING_WAITS =
  "Its closing time has come, but the server's clock jumped or was not watched for a while, and closing cannot be undone. If the clock is right, it closes by itself, within an hour or after a jump within a day; you can close it now yourself. If it is wrong, whoever runs the server has to set it.";
const DESTROYING_WAITS =
  "The date has come on which its answers are destroyed. That cannot be undone, so the server's clock is watched for a day first. If today's date is not the one above, whoever runs the server has to set its clock.";
const DELETING_WAITS =
  "The list of who was asked is due to be deleted. That cannot be undone, so the server's clock is watched for a day first.";

interface Job {
  readonly wave: string;
  readonly step: TroubledStep;
  /** @returns why it has to wait, if it has to */
  run(): Promise<string | undefined>;
}

async function attempt({ wave, step, run }: Job, { elapsed, log }: WaveTurn): Promise<void> {
  if (!mayTry(wave, step, elapsed())) return;
  try {
    const waits = await run();
    if (waits === undefined) clearTrouble(wave, step);
    else noteWaiting(wave, step, waits);
  } catch (error) {
    const seconds = noteFailure(wave, step, { error, elapsed: elapsed() }) / 1000;
    log(`waves: ${step} ${wave} failed (${faultText(error)}); tried again in ${seconds} s`);
  }
}

/** The job of a wave whose collection or release has to go on, if there is one now. */
function jobOf(context: WaveContext, wave: StoredWave, { watch }: WaveTurn): Job | undefined {
  const { id, state, closesAt } = wave;
  const isDue = state === "open" && closesAt !== null && closesAt <= context.clock();
  if (state === "closing" || isDue) {
    const close = () => goOnClosing(context, id).then(() => undefined);
    const run = async () => (state === "closing" || watch.mayEnd() ? close() : CLOSING_WAITS);
    return { wave: id, step: "closing", run };
  }
  if (state === "releasing") {
    return { wave: id, step: "releasing", run: () => goOnReleasing(context, id).then(() => undefined) };
  }
  // Its deadline was put off, or the clock was set right.
  clearTrouble(id, "closing");
  return undefined;
}

async function destroyDue(
  context: WaveContext,
  wave: string,
  { watch }: WaveTurn,
): Promise<string | undefined> {
  if (!(await watch.mayDestroy(wave))) return DESTROYING_WAITS;
  await destroyDueDataset(context, wave);
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: null,
      action: "dataset-destroyed",
      details: { wave },
    }),
  );
  await forgetWavesWithoutFigures(context);
  await watch.destroyed(wave);
  return undefined;
}

async function endDueList(
  context: WaveContext,
  wave: string,
  { watch }: WaveTurn,
): Promise<string | undefined> {
  const what = `list ${wave}`;
  if (!(await watch.mayDestroy(what))) return DELETING_WAITS;
  await endList(context, wave);
  await watch.destroyed(what);
  return undefined;
}

/** Destroys datasets whose stated date has come, deletes lists that are not needed any more, and writes that down. */
async function keepRetentionDates(context: WaveContext, turn: WaveTurn): Promise<void> {
  for (const wave of await listsDueForDeletion(context)) {
    const step = "deleting-list";
    await attempt({ wave, step, run: () => endDueList(context, wave, turn) }, turn);
  }
  const unreleased = await wavesUnreleasedTooLong(context);
  for (const wave of await wavesDueForDestruction(context, unreleased)) {
    const step = "destroying";
    await attempt({ wave, step, run: () => destroyDue(context, wave, turn) }, turn);
  }
}

/**
 * Goes on with what a crash or a stop interrupted, closes waves whose time has come, keeps retention dates. What
 * fails is noted at its wave, logged with its reason, and tried again after a pause that grows.
 * @throws StorageError if it cannot be read what there is to do
 */
export async function takeWaveTurn(context: WaveContext, turn: WaveTurn): Promise<void> {
  const waves = await context.people.read((db) => wavesInStates(db, ["open", "closing", "releasing"]));
  for (const wave of waves) {
    const job = jobOf(context, wave, turn);
    if (job !== undefined) await attempt(job, turn);
  }
  await keepRetentionDates(context, turn);
}
