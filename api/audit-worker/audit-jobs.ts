/** The jobs of the audit thread, each with what is asked and what comes back. */
import type { LinkedChanges } from "../../analysis/linking/linked-changes-model.ts";
import type { ReportAudit } from "../../analysis/report360/audit-report.ts";
import { auditReport } from "../../analysis/report360/audit-report.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { AskedLinks } from "../staff-releases/linked-answer.ts";
import { linkedAnswer } from "../staff-releases/linked-answer.ts";
import type { AskedTables, MadeTables } from "../staff-releases/make-tables.ts";
import { makeTables } from "../staff-releases/make-tables.ts";
import { threadSolver } from "./thread-solver.ts";

/** Everything here is plain data: it is copied from thread to thread. */
interface AuditJobs {
  readonly report: {
    readonly asked: {
      readonly report: Report360;
      /** Releases about the same subject before this one, oldest first. */
      readonly earlier?: readonly Report360[];
    };
    readonly answer: ReportAudit;
  };
  /** Staff tables are made here as well: that takes as long as their audit. */
  readonly tables: { readonly asked: AskedTables; readonly answer: MadeTables };
  readonly links: { readonly asked: AskedLinks; readonly answer: LinkedChanges | null };
}

export type AuditJobName = keyof AuditJobs;
export type AskedOf<N extends AuditJobName> = AuditJobs[N]["asked"];
export type AnswerOf<N extends AuditJobName> = AuditJobs[N]["answer"];

export const CARRY_OUT: {
  readonly [N in AuditJobName]: (asked: AskedOf<N>) => Promise<AnswerOf<N>>;
} = {
  report: async ({ report, earlier = [] }) =>
    auditReport(report, earlier.length === 0 ? {} : { earlier, solver: await threadSolver() }),
  tables: makeTables,
  links: async (asked) => linkedAnswer(asked),
};
