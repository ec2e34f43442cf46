/** Ends a wave's collection and publishes its reports; a restart takes up whatever was under way. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { closeWave } from "../datasets/close-wave.ts";
import { oneAtATime } from "../datasets/one-at-a-time.ts";
import { releaseWave, requireAnswersKept } from "../datasets/release-wave.ts";
import { DomainError } from "../errors.ts";
import { requireStoresTogether } from "../generations/begin-generation.ts";
import { requireKeysOf } from "../keys/check-keys.ts";
import { deleteMailOfWave } from "../outbox/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { releaseTables } from "../staff-releases/release-tables.ts";
import { earlierReports } from "../wave-ledger/earlier-reports.ts";
import { findWave } from "./find-wave.ts";
import { noteAuditMarks } from "./note-audit-marks.ts";
import { groupCounts, subjectsOfWave, updateWave } from "./store.ts";
import { hasBeen, nextWaveState, type WaveStep } from "./wave-state.ts";
import { clearTrouble } from "./wave-troubles.ts";
import { type WorkProgress, withProgress } from "./work-under-way.ts";

export type WaveContext = Pick<StaffContext, "people" | "answers" | "keys" | "clock">;

interface StepRecord {
  readonly wave: string;
  readonly step: WaveStep;
  /** Null when the program itself goes on with what was begun. */
  readonly actorPersonId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const REFUSALS: Readonly<Record<WaveStep, string>> = {
  open: "Only a draft can be opened.",
  "begin-closing": "Only an open wave can be closed.",
  "finish-closing": "The wave is not being closed.",
  "begin-releasing": "Reports can be released once, after the wave has been closed.",
  "finish-releasing": "The wave is not being released.",
};

/** Takes one step of the state machine and writes it down; a step taken already is not taken twice. */
async function takeStep(context: WaveContext, record: StepRecord): Promise<void> {
  await context.people.write(async (tx) => {
    const wave = await findWave(tx, record.wave);
    const state = nextWaveState(wave.state, record.step);
    if (state === undefined) throw new DomainError("wrong-state", REFUSALS[record.step]);
    if (state === wave.state) return;
    const now = context.clock();
    await updateWave(tx, record.wave, {
      state,
      ...(state === "closed" ? { closedAt: now, invitationKey: null } : {}),
      ...(state === "released" ? { releasedAt: now } : {}),
    });
    if (state === "closed") await deleteMailOfWave(tx, record.wave);
    await appendAudit(tx, {
      at: now,
      actorPersonId: record.actorPersonId,
      action: `wave-${state}`,
      details: { wave: record.wave, ...record.details },
    });
  });
}

/** Without the number of answers, for the same reason as below. */
function inPercent({ done, total }: WorkProgress): WorkProgress {
  return { done: total === 0 ? 100 : Math.floor((100 * done) / total), total: 100 };
}

/** Identified answers are in no box: there is nothing to open or fold. */
async function close(context: WaveContext, wave: string, actorPersonId: string | null): Promise<void> {
  await requireKeysOf(context, wave);
  const { state } = await context.people.read((db) => findWave(db, wave));
  if (state === "open") await requireStoresTogether(context, wave);
  await takeStep(context, { wave, step: "begin-closing", actorPersonId, details: {} });
  const { identity } = await context.people.read((db) => findWave(db, wave));
  const closed = await withProgress(wave, (progress) =>
    closeWave(context, wave, { progress: (opened) => progress(inPercent(opened)) }),
  );
  // The order in which tickets were given out goes together with the answers it could be compared with.
  await context.people.scrub();
  // Not how many answered: less what the reports show, that would be the count of a group too small to be shown.
  const details = identity === "anonymous" ? { invalidBoxes: closed.invalidBoxes } : {};
  await takeStep(context, { wave, step: "finish-closing", actorPersonId, details });
  await noteAuditMarks(context, wave);
  clearTrouble(wave, "closing");
}

async function release(context: WaveContext, wave: string, actorPersonId: string | null): Promise<void> {
  await requireKeysOf(context, wave);
  if ((await context.people.read((db) => findWave(db, wave))).kind === "360")
    await requireAnswersKept(context, wave);
  await takeStep(context, { wave, step: "begin-releasing", actorPersonId, details: {} });
  const { found, secondTickets } = await context.people.read(async (db) => ({
    found: await findWave(db, wave),
    secondTickets: (await groupCounts(db, wave)).map(({ reissues, ...row }) => ({ ...row, count: reissues })),
  }));
  const details = await withProgress(wave, async (progress) => {
    if (found.kind !== "360") return { ...(await releaseTables(context, wave)) };
    // One wave after the other: what is released meanwhile would not be seen.
    return oneAtATime("reports of any wave", async () => {
      const earlier = await earlierReports(context, found);
      return { ...(await releaseWave(context, wave, { progress, secondTickets, earlier })) };
    });
  });
  await takeStep(context, { wave, step: "finish-releasing", actorPersonId, details });
  await noteAuditMarks(context, wave);
  clearTrouble(wave, "releasing");
}

/**
 * Closes an open wave, or does nothing where it has been closed, as when an answer was lost on the way: nobody can answer any more, the boxes are opened in memory and folded, the keys destroyed.
 * @throws DomainError "not-allowed", "not-found", "wrong-state"
 */
export async function closeOpenWave(
  context: WaveContext,
  staff: StaffMember,
  { wave }: { readonly wave: string },
): Promise<void> {
  requireRole(staff, "coordinator");
  const { state } = await context.people.read((db) => findWave(db, wave));
  if (hasBeen(state, "closed")) return;
  await close(context, wave, staff.personId);
}

/**
 * Does nothing where it has been done. Computes every report of a closed wave and lets the coaches read them; of a staff survey its tables, for evaluators.
 * @throws DomainError "not-allowed", "not-found", "wrong-state"
 */
export async function releaseReports(
  context: WaveContext,
  staff: StaffMember,
  { wave }: { readonly wave: string },
): Promise<void> {
  requireRole(staff, "coordinator");
  const found = await context.people.read((db) => findWave(db, wave));
  if (hasBeen(found.state, "released")) return;
  if (found.kind === "staff-survey" && found.identity === "anonymous") {
    await release(context, wave, staff.personId);
    return;
  }
  if (found.kind !== "360") {
    throw new DomainError(
      "wrong-state",
      "Only 360 feedback and anonymous staff surveys have something to release.",
    );
  }
  const subjects = await context.people.read((db) => subjectsOfWave(db, wave));
  if (subjects.length === 0)
    throw new DomainError("wrong-state", "The wave has no subjects, so it has no reports.");
  await release(context, wave, staff.personId);
}

/** Goes on with a closing, or begins it because the wave's time has come: by the program itself. */
export function goOnClosing(context: WaveContext, wave: string): Promise<void> {
  return close(context, wave, null);
}

/** Goes on with a release that a crash or a stop interrupted. */
export function goOnReleasing(context: WaveContext, wave: string): Promise<void> {
  return release(context, wave, null);
}
