/** The address of one report: loads it and shows it. */
import { Link } from "wouter";
import { WhenLoaded } from "../../ui/screen.tsx";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { ReportFiles } from "./report-files.tsx";
import { ReportPage } from "./report-page.tsx";
import { loadReportSheet } from "./report-sheet.ts";

interface ReportScreenProps {
  readonly wave: string;
  readonly subject: string;
}

export function ReportScreen({ wave, subject }: ReportScreenProps) {
  const loading = useLoaded(() => loadReportSheet(wave, subject), `${wave} ${subject}`);
  return (
    <div className="screen">
      <p className="screen-up">
        <Link href="/staff/coachees">‹ {REPORT_TEXTS.back}</Link>
      </p>
      <WhenLoaded loading={loading}>
        {(sheet) => (
          <>
            <ReportPage sheet={sheet} />
            <ReportFiles wave={wave} subject={subject} />
          </>
        )}
      </WhenLoaded>
    </div>
  );
}
