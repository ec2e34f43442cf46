/** The report's figures as files to take away. */
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";

const TEXTS = REPORT_TEXTS.files;
const FORMATS = ["xlsx", "csv"] as const;

interface ReportFilesProps {
  readonly wave: string;
  readonly subject: string;
}

export function ReportFiles({ wave, subject }: ReportFilesProps) {
  const address = `/api/waves/${encodeURIComponent(wave)}/reports/${encodeURIComponent(subject)}/files/`;
  return (
    <section className="screen-only" aria-labelledby="report-files">
      <h2 id="report-files">{TEXTS.title}</h2>
      <p className="hint">{TEXTS.hint}</p>
      <div className="screen-actions">
        {FORMATS.map((format) => (
          <a key={format} className="button" href={`${address}${format}`} download>
            {TEXTS.formats[format]}
          </a>
        ))}
      </div>
    </section>
  );
}
