/** Opens a wave: the lists and the policy are frozen, keys made, everybody invited. */

import type { ManifestGroup } from "../../surveys/manifest.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { manifestMark } from "../datasets/fingerprint.ts";
import { sealWave } from "../datasets/seal-wave.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { createInvitationKey } from "../invitations/invitation-key.ts";
import { sendInvitations } from "../invitations/send-invitations.ts";
import { invitedByMail } from "../invitations/store.ts";
import { lineUpCommitment } from "../line-ups/line-up-commitment.ts";
import { leavesOfLineUp, saltLineUp } from "../line-ups/salt-line-up.ts";
import { insertLineUp } from "../line-ups/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { noteOldWaves, noteWave } from "../wave-ledger/note-wave.ts";
import { requireCuts } from "./check-cuts.ts";
import { findDraft, findWave } from "./find-wave.ts";
import { noteAuditMarks } from "./note-audit-marks.ts";
import { requireAnswersApart, requireReady } from "./require-openable.ts";
import { groupCounts, updateWave } from "./store.ts";
import { nextWaveState } from "./wave-state.ts";

/** Sorted, so that the manifest's bytes depend on the lists alone. */
async function invitedGroups(db: Reader<PeopleTables>, wave: string): Promise<ManifestGroup[]> {
  const counts = await groupCounts(db, wave);
  return counts
    .map(({ subject, group, invited }) => ({ subject, group, invited }))
    .sort((a, b) => compare(a.subject, b.subject) || compare(a.group, b.group));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The commitment's salts come first: they make what is sealed, and stay if opening is tried again. */
async function saltedLeaves(context: Pick<StaffContext, "people">, wave: string): Promise<Uint8Array> {
  return context.people.write(async (tx) => {
    await saltLineUp(tx, wave);
    return (await leavesOfLineUp(tx, wave)) ?? new Uint8Array(0);
  });
}

/** What opening answered, where the wave is open already: an answer lost on the way is asked for again. */
async function openedBefore(db: Reader<PeopleTables>, id: string) {
  const { state } = await findWave(db, id);
  return state === "open" ? { invited: await invitedByMail(db, id) } : undefined;
}

/**
 * @returns how many invitations were sent, also when asked once more.
 * @throws DomainError "not-allowed", "not-found", "bad-input" for cuts that cross, "wrong-state" if not a draft, empty,
 *   past its closing time, with a coach, a coordinator or the subject among anonymous raters, or asking nearly the same
 *   people the same as a wave not long before;
 *   "changed-meanwhile" if a list changed while the wave was being opened
 */
export async function openWave(
  context: StaffContext,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
): Promise<{ readonly invited: number }> {
  requireRole(staff, "coordinator");
  const before = await context.people.read((db) => openedBefore(db, id));
  if (before !== undefined) return before;
  const { wave, groups } = await context.people.read(async (db) => ({
    wave: await findDraft(db, id),
    groups: await invitedGroups(db, id),
  }));
  requireReady(wave, groups, context.clock());
  const definition = await definitionOfId(context, wave.definitionId);
  requireCuts(wave.policy, definition);
  await noteOldWaves(context);
  const { keys, clock } = context;
  await context.people.read((db) => requireAnswersApart(db, keys, { wave, definition, now: clock() }));
  const lineUp = lineUpCommitment(await saltedLeaves(context, id));
  const manifest = await sealWave(context, {
    wave: id,
    programme: wave.programmeId,
    definitionId: wave.definitionId,
    policy: wave.policy,
    kind: wave.kind,
    groups,
    lineUp,
  });
  const opened = await context.people.write(async (tx) => {
    const now = context.clock();
    const current = await findDraft(tx, id);
    const frozen = JSON.stringify([manifest.groups, manifest.policy, lineUp]);
    const leaves = await leavesOfLineUp(tx, id);
    const listed = leaves === undefined ? undefined : lineUpCommitment(leaves);
    if (
      leaves === undefined ||
      JSON.stringify([await invitedGroups(tx, id), current.policy, listed]) !== frozen
    ) {
      throw new DomainError(
        "changed-meanwhile",
        "A list or the policy changed just now. Look at it again, then open the wave.",
      );
    }
    await requireAnswersApart(tx, keys, { wave: current, definition, now });
    if (wave.identity === "anonymous") await noteWave(tx, keys, { wave: id, definition });
    const state = nextWaveState(current.state, "open") ?? current.state;
    const { key, wrapped } = createInvitationKey(context.keys);
    const mark = manifestMark(manifest);
    await updateWave(tx, id, { state, openedAt: now, invitationKey: wrapped, manifestMark: mark });
    await insertLineUp(tx, { waveId: id, amendment: 0, leaves });
    const invited = await sendInvitations(tx, context, {
      wave: { ...current, state, manifestMark: mark },
      key,
    });
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "wave-opened",
      details: { wave: id, invited, policy: current.policy, manifest: mark },
    });
    return { invited };
  });
  await noteAuditMarks(context, id);
  return opened;
}
