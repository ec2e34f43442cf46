/** Notes in the ledger who was asked what, when a wave opens: digests under a key, and nothing of who answered. */
import { randomBytes } from "node:crypto";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { mapInSlices } from "../give-way.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import { assignmentsOfWave, subjectsOfWave } from "../waves/store.ts";
import { itemDigests, personDigest } from "./digests.ts";
import {
  insertLedgerKey,
  insertLedgerWave,
  type LedgerPerson,
  wavesToNote,
  wrappedLedgerKey,
} from "./store.ts";

const KEY_PURPOSE = "wave-ledger";

/** The key of all digests; made with the first wave. */
async function ledgerKey(tx: Writer<PeopleTables>, keys: KeyRing): Promise<Uint8Array> {
  const found = await existingLedgerKey(tx, keys);
  if (found !== undefined) return found;
  const key = new Uint8Array(randomBytes(32));
  await insertLedgerKey(tx, KEY_PURPOSE, keys.wrap(key, KEY_PURPOSE));
  return key;
}

/** @returns undefined if no wave was noted yet */
export async function existingLedgerKey(
  db: Reader<PeopleTables>,
  keys: KeyRing,
): Promise<Uint8Array | undefined> {
  const wrapped = await wrappedLedgerKey(db, KEY_PURPOSE);
  return wrapped === undefined ? undefined : keys.unwrap(wrapped, KEY_PURPOSE);
}

/** The entries of a wave's list, as the ledger keeps them: of its anonymous groups alone. */
export async function ledgerEntries(
  db: Reader<PeopleTables>,
  key: Uint8Array,
  { wave, definition }: { readonly wave: string; readonly definition: SurveyDefinition },
): Promise<readonly LedgerPerson[]> {
  const attributed = new Set(
    definition.soundings.groups.filter((group) => group.attributed).map(({ code }) => code),
  );
  const subjects = new Map((await subjectsOfWave(db, wave)).map(({ code, personId }) => [code, personId]));
  const anonymous = (await assignmentsOfWave(db, wave)).filter(({ group }) => !attributed.has(group));
  return mapInSlices(anonymous, ({ subjectCode, group, raterPersonId }) => {
    const subject = subjects.get(subjectCode);
    const about = subject === undefined ? "" : personDigest(key, subject);
    return { waveId: wave, about, subject: subjectCode, group, person: personDigest(key, raterPersonId) };
  });
}

/** To be called in the transaction that opens an anonymous wave. */
export async function noteWave(
  tx: Writer<PeopleTables>,
  keys: KeyRing,
  { wave, definition }: { readonly wave: string; readonly definition: SurveyDefinition },
): Promise<void> {
  const people = await ledgerEntries(tx, await ledgerKey(tx, keys), { wave, definition });
  await insertLedgerWave(tx, { waveId: wave, items: itemDigests(definition) }, people);
}

/** Notes the waves that an older version opened, as far as their lists are there. Runs at every start. */
export async function noteOldWaves(
  context: Pick<StaffContext, "people" | "answers" | "keys">,
): Promise<void> {
  for (const { id, definitionId } of await context.people.read(wavesToNote)) {
    const definition = await definitionOfId(context, definitionId);
    await context.people.write((tx) => noteWave(tx, context.keys, { wave: id, definition }));
  }
}
