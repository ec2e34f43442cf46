/** What a reader must keep in mind, in sentences: merged groups, hidden figures, bounds, lost answers. */
import type { Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { noteSentence, REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import type { ReportSheet } from "./report-sheet.ts";

function groupLabel(report: Report360, code: string): string {
  const named =
    report.responses.find((response) => response.group === code) ??
    report.blocks.find((block) => block.code === code) ??
    report.dimensions.find((dimension) => dimension.code === code);
  return named === undefined ? code : inEnglish(named.label);
}

/** The report's notes and the wave's mishaps as sentences, in the order of the report. */
export function cautions(sheet: ReportSheet): readonly string[] {
  const { report } = sheet;
  const notes = report.notes.map(({ code, groups }) =>
    noteSentence(
      code,
      groups.map((group) => groupLabel(report, group)),
    ),
  );
  const reissues = sheet.reissues.map(({ group, reissues: count }) =>
    REPORT_TEXTS.reissues(count, groupLabel(report, group)),
  );
  const invalid = sheet.invalidBoxes > 0 ? [REPORT_TEXTS.invalidBoxes(sheet.invalidBoxes)] : [];
  return [...new Set([...notes, ...reissues, ...sheet.linksTold, ...invalid])];
}
