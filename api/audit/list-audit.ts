/** Reads the audit log, newest first, and says whether its chain is whole. */
import type { StaffContext } from "../context.ts";
import { requireEverywhere, type StaffMember } from "../permissions.ts";
import { eventCount, eventPage } from "./store.ts";
import { type AuditVerdict, verifyAuditChain } from "./verify-audit-chain.ts";

export interface AuditPage {
  readonly events: readonly {
    readonly seq: number;
    readonly at: string;
    /** Null: the program itself, or somebody no longer on the list of people. */
    readonly actorName: string | null;
    readonly action: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
  readonly total: number;
  readonly verdict: AuditVerdict;
}

/** @throws DomainError "not-allowed" */
export async function listAudit(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  page: { readonly offset: number; readonly limit: number },
): Promise<AuditPage> {
  requireEverywhere(staff, "coordinator");
  return context.people.read(async (db) => ({
    events: (await eventPage(db, page)).map((event) => ({ ...event, at: event.at.toISOString() })),
    total: await eventCount(db),
    verdict: await verifyAuditChain(db),
  }));
}
