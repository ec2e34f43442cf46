/** What must be so before a wave opens: somebody is asked, in time, and nobody who could tell answers apart. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { ManifestGroup } from "../../surveys/manifest.ts";
import { DomainError } from "../errors.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { peopleWithRole, personById } from "../roster/store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { requireApart } from "../wave-ledger/require-apart.ts";
import { objectionTo } from "./raters-apart.ts";
import { assignmentsOfWave, type StoredWave, subjectsOfWave } from "./store.ts";

export function requireReady(wave: StoredWave, groups: readonly ManifestGroup[], now: Date): void {
  if (groups.length === 0) {
    throw new DomainError(
      "wrong-state",
      "Nobody would be asked yet. Import who answers first, then open the wave.",
    );
  }
  if (wave.kind === "360" && groups.every((group) => group.group === "self")) {
    throw new DomainError(
      "wrong-state",
      "Only the subjects themselves would be asked. Import their raters first.",
    );
  }
  if (wave.closesAt !== null && wave.closesAt <= now) {
    throw new DomainError(
      "wrong-state",
      "The closing time has passed. Choose a later one, then open the wave.",
    );
  }
}

/** Also when coaches or roles changed after the list of raters came. */
async function requireRatersApart(
  db: Reader<PeopleTables>,
  { wave: { id: wave, programmeId }, definition }: WaveToOpen,
): Promise<void> {
  const groups = definition.soundings.groups.filter((group) => group.attributed);
  const attributed = new Set(groups.map(({ code }) => code));
  const subjects = new Map((await subjectsOfWave(db, wave)).map((row) => [row.code, row]));
  const coordinators = new Set(await peopleWithRole(db, "coordinator", programmeId));
  for (const { subjectCode, raterPersonId: rater, group } of await assignmentsOfWave(db, wave)) {
    const subject = subjects.get(subjectCode);
    if (subject === undefined || attributed.has(group)) continue;
    const standing = { rater, subject: subject.personId, coach: subject.coachPersonId, coordinators };
    if (objectionTo("", standing) === undefined) continue;
    const name = (await personById(db, rater))?.name ?? "";
    throw new DomainError("wrong-state", `${subject.name}: ${objectionTo(name, standing)}`);
  }
}

interface WaveToOpen {
  readonly wave: StoredWave;
  readonly definition: SurveyDefinition;
}

/**
 * Asked before a wave opens, and once more in the transaction that opens it.
 * @throws DomainError "wrong-state"
 */
export async function requireAnswersApart(
  db: Reader<PeopleTables>,
  keys: KeyRing,
  { now, ...open }: WaveToOpen & { readonly now: Date },
): Promise<void> {
  if (open.wave.identity !== "anonymous") return;
  await requireRatersApart(db, open);
  await requireApart(db, keys, { ...open, now });
}
