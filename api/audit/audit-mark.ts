/** A head hash of the audit log as the answers' store keeps it: hashed once more, since no value stands in both stores. */
import { createHash } from "node:crypto";

/** The turns of a wave's life at which the log's head is kept and shown, with the entry each is written as. */
export const AUDIT_TURNS = {
  opened: "wave-opened",
  closed: "wave-closed",
  released: "wave-released",
} as const;

export type AuditTurn = keyof typeof AUDIT_TURNS;

/** SHA-256, base64url. Whoever has the log can work it out for each entry; nobody gets back from it to the entry. */
export function auditMarkOf(headHash: string): string {
  return createHash("sha256").update(`soundings audit mark ${headHash}`).digest("base64url");
}
