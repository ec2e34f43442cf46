/** Audits in a thread beside the server, with a time limit: what takes too long is not published. */
import { finding } from "../../analysis/disclosure-audit/finding.ts";
import type { ReportAudit } from "../../analysis/report360/audit-report.ts";
import { startThread } from "../threads/start-thread.ts";
import { openLane } from "../threads/thread-lane.ts";
import type { AnswerOf, AskedOf, AuditJobName } from "./audit-jobs.ts";
import type { AuditRequest } from "./audit-thread.ts";

/** The thread must not take the server's memory with it. */
const MEGABYTES = 900;

/** Far more than any report needs. */
const SECONDS_A_REPORT = 30;

const lane = openLane(() =>
  startThread(new URL("./audit-thread.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  }),
);

/**
 * Carries out one job in the thread.
 *
 * @returns the answer, or undefined if there was none within the time or something went wrong: do not publish
 */
export function inAuditWorker<N extends AuditJobName>(
  name: N,
  asked: AskedOf<N>,
  seconds: number,
): Promise<AnswerOf<N> | undefined> {
  const request: AuditRequest<N> = { name, asked };
  return lane<AnswerOf<N>>(request, seconds);
}

/** The audit of a report as in analysis/report360, in the thread. Never throws; no answer means "do not publish". */
export async function auditReportInWorker(
  asked: AskedOf<"report">,
  seconds: number = SECONDS_A_REPORT,
): Promise<ReportAudit> {
  const answer = await inAuditWorker("report", asked, seconds);
  return answer ?? { publish: false, findings: [finding("not-checked", ["the report"])] };
}
