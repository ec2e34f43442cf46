/** What the coach's screen receives about one subject: the released report and the facts around it. */
import type { Report360 } from "../../../analysis/report360/report-model.ts";
import { reportsApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";

function askForSheet(wave: string, subject: string) {
  return answerOf(reportsApi.waves[":wave"].reports[":subject"].$get({ param: { wave, subject } }));
}

type SentSheet = Awaited<ReturnType<typeof askForSheet>>;

export interface ReportSheet extends Omit<SentSheet, "report"> {
  readonly report: Report360;
}

/**
 * The route answers with a Report360, which is JSON through and through; only the client's type mapping loses
 * which of its parts are optional.
 */
function asReport(sent: SentSheet["report"]): Report360 {
  return sent as Report360;
}

/** Asks for the report of an own coachee. */
export async function loadReportSheet(wave: string, subject: string): Promise<ReportSheet> {
  const sheet = await askForSheet(wave, subject);
  return { ...sheet, report: asReport(sheet.report) };
}
