/** Writes down what a member of staff did, in the transaction that did it. Never anything a rater did. */
import type { PeopleWriter } from "../storage/people-store.ts";
import { chainHash, FIRST_PREVIOUS_HASH } from "./chain.ts";
import { insertEvent, newestEvent } from "./store.ts";

export interface AuditEvent {
  readonly at: Date;
  /** Null: the program itself, for instance at its first start. */
  readonly actorPersonId: string | null;
  /** Kebab-case, in the past tense: "wave-opened". */
  readonly action: string;
  /** Ids, counts and settings; no names, addresses, secrets or texts. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** @returns the new head hash, which pins the whole log up to here. */
export async function appendAudit(tx: PeopleWriter, event: AuditEvent): Promise<string> {
  const newest = await newestEvent(tx);
  const previousHash = newest?.hash ?? FIRST_PREVIOUS_HASH;
  const content = { ...event, seq: (newest?.seq ?? 0) + 1, details: asStored(event.details) };
  const hash = chainHash(previousHash, content);
  await insertEvent(tx, { ...content, previousHash, hash });
  return hash;
}

/**
 * What JSON drops (undefined, classes of values) must not be part of the hash.
 * Guarantee: the JSON of a record parses as a record.
 */
function asStored(details: AuditEvent["details"]): AuditEvent["details"] {
  return JSON.parse(JSON.stringify(details)) as AuditEvent["details"];
}
