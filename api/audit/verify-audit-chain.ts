/** Recomputes the audit log's chain of hashes from its first row. */
import type { PeopleReader } from "../storage/people-store.ts";
import { chainHash, FIRST_PREVIOUS_HASH } from "./chain.ts";
import { eventsAfter } from "./store.ts";

export type AuditVerdict =
  | { readonly intact: true; readonly events: number; readonly headHash: string }
  /** brokenAt: the first row that does not follow from the one before. */
  | { readonly intact: false; readonly brokenAt: number };

const PAGE = 500;

/**
 * Rows changed, moved or removed in the middle are found. Rows cut off at the end are not: compare the head hash with
 * the one printed when a wave was opened, closed or released.
 */
export async function verifyAuditChain(db: PeopleReader): Promise<AuditVerdict> {
  let headHash = FIRST_PREVIOUS_HASH;
  let events = 0;
  for (;;) {
    const page = await eventsAfter(db, events, PAGE);
    for (const row of page) {
      const follows = row.seq === events + 1 && row.previousHash === headHash;
      if (!follows || row.hash !== chainHash(headHash, row)) return { intact: false, brokenAt: events + 1 };
      headHash = row.hash;
      events = row.seq;
    }
    if (page.length < PAGE) return { intact: true, events, headHash };
  }
}
