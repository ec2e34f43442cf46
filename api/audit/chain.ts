/** How audit rows are chained: each hash covers the row and the hash before, so that no row can be changed alone. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../surveys/json-value.ts";

/** What a row says, without its hashes. */
export interface AuditContent {
  readonly seq: number;
  readonly at: Date;
  readonly actorPersonId: string | null;
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the first row is chained to. */
export const FIRST_PREVIOUS_HASH = "0".repeat(64);

/** SHA-256(previous hash, canonical JSON of the row), hexadecimal. */
export function chainHash(previousHash: string, content: AuditContent): string {
  const { seq, at, actorPersonId, action, details } = content;
  const text = canonicalJson({ seq, at: at.toISOString(), actorPersonId, action, details });
  return createHash("sha256").update(Buffer.from(previousHash, "hex")).update(text).digest("hex");
}
