/** The last door before a 360 report is stored for viewers: the auditor tries to break it. */
import type { RangeSolver } from "../disclosure-audit/answer-range.ts";
import { audit } from "../disclosure-audit/audit.ts";
import type { Finding } from "../disclosure-audit/finding.ts";
import { finding } from "../disclosure-audit/finding.ts";
import { publishedFigures } from "./published-figures.ts";
import type { Report360 } from "./report-model.ts";

export type ReportAudit =
  | { readonly publish: true }
  | {
      readonly publish: false;
      /** At least one, each with a sentence for the person who releases. */
      readonly findings: readonly Finding[];
    };

/** What the report is audited together with. */
interface AuditedTogether {
  /** Reports about the same subject that the same wave released before, oldest first. */
  readonly earlier?: readonly Report360[];
  /** Needed only where figures of several releases overlap without one containing the other. */
  readonly solver?: RangeSolver;
}

/**
 * Audits one report before it is released. Never throws: whatever goes wrong means "do not publish".
 *
 * @param report the report as it would be stored
 * @param together earlier releases, and a solver; none by default
 * @returns whether it may be published; if not, why
 * @see ../disclosure-audit/README.md
 * @example auditReport(report).publish; // true
 */
export function auditReport(report: Report360, together: AuditedTogether = {}): ReportAudit {
  const findings = findingsOf([...(together.earlier ?? []), report], together.solver);
  return findings.length === 0 ? { publish: true } : { publish: false, findings };
}

function findingsOf(reports: readonly Report360[], solver: RangeSolver | undefined): readonly Finding[] {
  try {
    return audit(publishedFigures(reports), solver);
  } catch {
    // The error itself may quote figures, so it goes nowhere.
    return [finding("not-checked", ["the report"])];
  }
}
