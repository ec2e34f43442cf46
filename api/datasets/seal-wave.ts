/** Seals a wave before anybody is invited: makes its keys and freezes its manifest. */
import { createHash } from "node:crypto";
import { toBase64url } from "../../surveys/base64url.ts";
import { boxBytesOf } from "../../surveys/box-size.ts";
import type { SurveyKind } from "../../surveys/definition.ts";
import { type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { Manifest, ManifestGroup, SecondManifest } from "../../surveys/manifest.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { DomainError } from "../errors.ts";
import { createWaveKeys, type WaveKeys } from "../keys/create-wave-keys.ts";
import { rowKeyOf } from "../keys/row-key.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { definitionText, deleteWaveSeal, insertWaveSeal, type WaveSeal, waveSeal } from "../keys/store.ts";
import { beginRows, makeRows, requireEpoch } from "../responses/make-rows.ts";
import { planRows } from "../responses/row-plan.ts";
import { rowsOf } from "../responses/sealed-rows.ts";
import type { AnswerWriter } from "../storage/answer-store.ts";
import type { DatasetsContext } from "./context.ts";
import { oneAtATime } from "./one-at-a-time.ts";

export interface WaveToSeal {
  readonly wave: string;
  /** Absent for a wave that was collected elsewhere. */
  readonly programme?: string;
  readonly definitionId: string;
  readonly kind: SurveyKind;
  readonly policy: DisclosurePolicy;
  readonly groups: readonly ManifestGroup[];
  /** Commitment to who is asked about whom, base64url. */
  readonly lineUp: string;
}

/** Sorted by subject, then group, by code unit, so that the same line-up gives the same text everywhere. */
function sorted(groups: readonly ManifestGroup[]): ManifestGroup[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return groups
    .map(({ subject, group, invited }) => ({ subject, group, invited }))
    .sort((a, b) => before(a.subject, b.subject) || before(a.group, b.group));
}

/** The same for all waves of a programme, and a value that stands in no other table. */
function linkingSaltOf(programme: string): string {
  return createHash("sha256")
    .update(`soundings linking salt ${programme}`)
    .digest()
    .toString("base64url", 0, 16);
}

/** The manifest of new keys; exported for waves whose answers were collected elsewhere. */
export function manifestOf(wave: Omit<WaveToSeal, "kind">, formText: string, keys: WaveKeys): SecondManifest {
  const form = readDefinition(formText);
  // Answers that are destroyed at release cannot be linked to a later wave: then no code is asked for.
  const kept = wave.policy.retention.rule === "until-date";
  const linked = kept && wave.programme !== undefined && form.soundings.personalCode !== undefined;
  return {
    protocol: 2,
    wave: wave.wave,
    ticketKey: toBase64url(keys.ticketPublic),
    sealKey: toBase64url(keys.sealPublic),
    formHash: createHash("sha256").update(formText).digest("base64url"),
    boxBytes: boxBytesOf(form),
    policy: wave.policy,
    ...(linked ? { linkingSalt: linkingSaltOf(wave.programme) } : {}),
    groups: sorted(wave.groups),
    lineUp: wave.lineUp,
  };
}

/** The published form of a definition. @throws DomainError "not-found" */
export async function formTextOf(
  context: Pick<DatasetsContext, "answers">,
  definitionId: string,
): Promise<string> {
  const text = await context.answers.read((db) => definitionText(db, definitionId));
  if (text !== undefined) return text;
  throw new DomainError("not-found", "The survey's definition is not published here. Publish it first.");
}

function requireFloors({ kind, policy }: WaveToSeal): void {
  if (kind !== "360" && kind !== "staff-survey") return;
  const floors = POLICY_FLOORS[kind];
  if (policy.minimumGroupSize >= floors.minimumGroupSize && policy.minimumComments >= floors.minimumComments)
    return;
  throw new DomainError(
    "bad-input",
    `Figures need at least ${floors.minimumGroupSize} answers and comments at least ${floors.minimumComments}. Raise the thresholds and try again.`,
  );
}

/** One that was sealed under the first version, and never opened, is sealed anew. */
function isFrozenAs(manifest: Manifest, wanted: SecondManifest): boolean {
  const facts = ({ formHash, policy, groups, lineUp }: SecondManifest) =>
    canonicalJson({ formHash, policy, groups, lineUp });
  return manifest.protocol === 2 && facts(manifest) === facts(wanted);
}

/**
 * Asking again with the same facts returns the same manifest and changes nothing. Other facts replace it, with new
 * keys, as long as nobody can have answered: the caller seals drafts only, and a wave with boxes keeps its manifest.
 * @throws DomainError "not-found" if the definition is not published, "bad-input" for a policy below the floors,
 * "wrong-state" if the wave can no longer be sealed otherwise
 */
export async function sealWave(context: DatasetsContext, wave: WaveToSeal): Promise<Manifest> {
  requireFloors(wave);
  return oneAtATime(wave.wave, () => seal(context, wave));
}

async function seal(context: DatasetsContext, { wave, ...facts }: WaveToSeal): Promise<Manifest> {
  const formText = await formTextOf(context, facts.definitionId);
  const keys = createWaveKeys();
  const { wrap } = context.keys;
  const manifest = manifestOf({ wave, ...facts }, formText, keys);
  const begun = await context.answers.write(async (tx) => {
    const before = await waveSeal(tx, wave);
    if (before !== undefined && isFrozenAs(before.manifest, manifest)) return { frozen: before.manifest };
    if (before !== undefined) await requireUnanswered(context, tx, before);
    await deleteWaveSeal(tx, wave);
    return { epoch: await beginRows(tx, wave) };
  });
  if (begun.epoch === undefined) return begun.frozen;
  const { epoch } = begun;
  const anonymous = readDefinition(formText).soundings.identity === "anonymous";
  const plans = planRows(manifest, anonymous);
  await makeRows(context.answers, rowKeyOf(wave, keys.sealSecret), { plans, epoch });
  await context.answers.tidy();
  await context.answers.write(async (tx) => {
    await requireEpoch(tx, wave, epoch);
    // Last, so that a wave that can take answers has rows for them.
    await insertWaveSeal(tx, {
      wave,
      definitionId: facts.definitionId,
      manifest,
      phase: "open",
      ticketKeyWrapped: wrap(keys.ticketSecret, keyPurpose.ticket(wave)),
      sealKeyWrapped: wrap(keys.sealSecret, keyPurpose.seal(wave)),
      datasetKeyWrapped: wrap(keys.datasetKey, keyPurpose.dataset(wave)),
    });
  });
  return manifest;
}

async function requireUnanswered(
  { keys }: DatasetsContext,
  tx: AnswerWriter,
  { wave, phase, sealKeyWrapped }: WaveSeal,
): Promise<void> {
  if (phase === "open" && sealKeyWrapped !== null) {
    const rowKey = rowKeyOf(wave, keys.unwrap(sealKeyWrapped, keyPurpose.seal(wave)));
    if ((await rowsOf(tx, rowKey, "answer")).count() === 0) return;
  }
  throw new DomainError(
    "wrong-state",
    "Answers may have been sent already, so the wave stays as it was frozen.",
  );
}
