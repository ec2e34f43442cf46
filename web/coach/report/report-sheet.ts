/** What the coach's screen receives about one subject: the released report and the facts around it. */
import type { Report360 } from "../../../analysis/report360/report-model.ts";

export interface ReportSheet {
  readonly subjectName: string;
  readonly waveTitle: string;
  readonly coachName: string;
  readonly fingerprint: readonly string[];
  readonly datasetHash: string;
  /** Second tickets that a coordinator allowed, by rater group. */
  readonly reissues: Readonly<Record<string, number>>;
  readonly invalidBoxes: number;
  readonly report: Report360;
}
