/** An evaluator or coordinator reads the released tables of one wave. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { findReleasedSurvey, releaseOfNumber } from "./released-tables.ts";
import { ledgerOf } from "./store.ts";
import { whyNotLinked } from "./why-not-linked.ts";

export interface TablesRequest {
  readonly wave: string;
  /** The newest unless given. */
  readonly release?: number | undefined;
}

/** @throws DomainError "not-allowed", "not-found"; "wrong-state" if nothing is released */
export async function readTables(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  request: TablesRequest,
) {
  requireRole(staff, "evaluator", "coordinator");
  const { wave, ledger, programme } = await context.people.read(async (db) => {
    const found = await findReleasedSurvey(db, request.wave);
    return {
      wave: found,
      ledger: await ledgerOf(db, request.wave),
      programme: await programmeById(db, found.programmeId),
    };
  });
  const { number, release } = await releaseOfNumber(context, wave, request.release);
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "tables-read",
      details: { wave: wave.id, release: number },
    }),
  );
  return {
    wave: wave.id,
    title: wave.title,
    programme: wave.programmeId,
    programmeName: programme?.name ?? "",
    closedAt: wave.closedAt?.toISOString() ?? null,
    releasedAt: wave.releasedAt?.toISOString() ?? null,
    fingerprint: release.fingerprint,
    datasetHash: release.datasetHash,
    release: number,
    releases: ledger.map(({ number: each, cuts, decidedAt, refusal }) => ({
      number: each,
      cuts,
      publishedAt: decidedAt.toISOString(),
      ...(refusal === null ? {} : { refused: refusal }),
    })),
    policy: wave.policy,
    tables: release.tables,
    linked: release.linked,
    notLinked: await whyNotLinked(context, release),
  };
}
