/** A coach reads the released report of an own coachee; everybody else finds nothing there. */
import { linksTold } from "../../surveys/links-told.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { linksInHand } from "../links-in-hand/links-in-hand.ts";
import { requireOwnCoachee, type StaffMember } from "../permissions.ts";
import { groupCounts } from "../waves/store.ts";
import { coacheeOf, releaseOf, sealOf } from "./store.ts";

type ReportContext = Pick<StaffContext, "people" | "answers" | "clock">;

/**
 * @throws DomainError "not-found" for other people's coachees, unknown waves and subjects alike; "wrong-state" for an
 *   own coachee's wave that is not released yet
 */
export async function readReport(
  context: ReportContext,
  staff: StaffMember,
  { wave, subject }: { readonly wave: string; readonly subject: string },
) {
  const { coachee, counts, links } = await context.people.read(async (db) => ({
    coachee: await coacheeOf(db, wave, subject),
    counts: await groupCounts(db, wave),
    links: await linksInHand(db, wave),
  }));
  requireOwnCoachee(staff, coachee?.coachPersonId);
  if (coachee === undefined)
    throw new DomainError("not-found", "There is no such report among your coachees.");
  const { release, seal } = await context.answers.read(async (db) => ({
    release: await releaseOf(db, wave, subject),
    seal: await sealOf(db, wave),
  }));
  if (coachee.waveState === "released" && release === undefined) {
    throw new DomainError(
      "wrong-state",
      "This report was not made: the audit before the release found that its figures, taken together, would tell what single people answered. Speak with the coordinator; more raters in the next round avoid it.",
    );
  }
  if (coachee.waveState !== "released" || release === undefined) {
    throw new DomainError(
      "wrong-state",
      "This report is not released yet. It can be read once the coordinator has closed the wave and released its reports.",
    );
  }
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "report-read",
      details: { wave, subject },
    }),
  );
  return {
    subjectName: coachee.subjectName,
    coachName: staff.name,
    waveTitle: coachee.waveTitle,
    closedAt: coachee.closedAt?.toISOString() ?? null,
    releasedAt: coachee.releasedAt?.toISOString() ?? null,
    fingerprint: release.fingerprint,
    datasetHash: release.datasetHash,
    invalidBoxes: seal?.invalidBoxes ?? 0,
    reissues: counts
      .filter((row) => row.subject === subject && row.reissues > 0)
      .map(({ group, reissues }) => ({ group, reissues })),
    linksTold: [...linksTold(links)],
    report: release.report,
  };
}
