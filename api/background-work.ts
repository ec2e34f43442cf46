/** What goes on beside requests, in turns: waves, mentoring rounds, and the rewriting of tables; each job for itself. */
import type { StaffContext } from "./context.ts";
import { doneWithin } from "./done-within.ts";
import { faultText } from "./fault-text.ts";
import { roundTurns } from "./mentoring/relationships/move-on.ts";
import { type ClockWatch, watchClock } from "./time/watch-clock.ts";
import { dueCounts } from "./waves/count-progress.ts";
import { remindOfRelease } from "./waves/end-unreleased.ts";
import { wavesInStates } from "./waves/store.ts";
import { takeWaveTurn } from "./waves/wave-turn.ts";

const WORK_MILLISECONDS = 30_000;
/** Postgres keeps the order in which rows were changed until its tables are rewritten. */
const SCRUB_MILLISECONDS = 600_000;
/** What is under way at a stop can be taken up again at any step, so nobody waits for its end. */
const FINISH_MILLISECONDS = 2_000;
/** A backup may be reading when the server stops. */
const LAST_SCRUB_MILLISECONDS = 1_000;

export type ServerLog = (line: string) => void;

export interface WorkParts {
  readonly context: StaffContext;
  readonly log: ServerLog;
  /** Milliseconds by a clock that nobody can set. */
  readonly elapsed: () => number;
}

/**
 * Postgres writes a changed row as a new one: while people answer, it must not tell for long who came after whom. In
 * files rows are filled in place, so that nothing is there to be rewritten away.
 */
async function scrubWhileOpen({ people, answers, config }: StaffContext, patience?: number): Promise<void> {
  if (config.peopleUrl === undefined) return;
  const open = await people.read((db) => wavesInStates(db, ["open"]));
  if (open.length === 0) return;
  await answers.scrub(patience);
  await people.scrub(patience);
}

async function countingTurn({ context, log }: WorkParts): Promise<void> {
  for (const { wave, run } of await dueCounts(context)) {
    await run().catch((error: unknown) =>
      log(`waves: progress of wave ${wave} was not counted (${faultText(error)}); tried again shortly`),
    );
  }
}

async function mentoringTurn({ context, log }: WorkParts, watch: ClockWatch): Promise<void> {
  // Questions and pairs that run out do not come back.
  if (!watch.mayEnd()) return;
  for (const { round, run } of await roundTurns(context)) {
    await run().catch((error: unknown) =>
      log(`mentoring: round ${round} could not be moved on (${faultText(error)}); tried again shortly`),
    );
  }
}

/**
 * Closes waves whose time has come, finishes what a stop interrupted, moves mentoring on; one turn at a time.
 * @returns stops: rewrites the files and does not wait for long work
 */
export function startWork(parts: WorkParts): () => Promise<void> {
  const { context, elapsed } = parts;
  let stopped = false;
  // What a stop interrupts is no news; it is taken up at the next start.
  const log: ServerLog = (line) => {
    if (!stopped) parts.log(line);
  };
  const watch = watchClock({ people: context.people, clock: context.clock, elapsed, log });
  const failed = (what: string) => (error: unknown) =>
    log(`${what} (${faultText(error)}); tried again shortly`);
  let underWay: Promise<void> | undefined;
  const takeTurn = async (): Promise<void> => {
    await watch.look();
    await takeWaveTurn(context, { watch, elapsed, log }).catch(failed("waves: what is due was not read"));
    if (watch.mayEnd())
      await remindOfRelease(context).catch(failed("waves: who has to release was not told"));
    await countingTurn({ ...parts, log }).catch(failed("waves: what is to be counted was not read"));
    await mentoringTurn({ ...parts, log }, watch).catch(failed("mentoring: its rounds were not read"));
  };
  const turn = (): void => {
    underWay ??= takeTurn()
      .catch(failed("clock: it could not be looked at, so nothing was done by it"))
      .finally(() => {
        underWay = undefined;
      });
  };
  turn();
  const timer = setInterval(turn, WORK_MILLISECONDS);
  timer.unref();
  const scrub = (patience?: number) =>
    scrubWhileOpen(context, patience).catch((error: unknown) =>
      parts.log(`stores: rewriting failed (${faultText(error)})`),
    );
  const scrubTimer = setInterval(scrub, SCRUB_MILLISECONDS);
  scrubTimer.unref();
  return async () => {
    clearInterval(timer);
    clearInterval(scrubTimer);
    await doneWithin(FINISH_MILLISECONDS, underWay);
    stopped = true;
    // Files at rest are what backups copy.
    await scrub(LAST_SCRUB_MILLISECONDS);
  };
}
