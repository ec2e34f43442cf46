/** Which mark stands for which group, with how many answers each rests on at most. */
import type { ReportBlock } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { ALL_OTHERS, MarkSign } from "./chart-mark.tsx";

export function MarkLegend({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return (
    <ul className="legend">
      {blocks.map((block) => (
        <li key={block.code}>
          <MarkSign code={block.code} /> {inEnglish(block.label)}
        </li>
      ))}
      <li>
        <MarkSign code={ALL_OTHERS} /> {REPORT_TEXTS.allOthers}
      </li>
    </ul>
  );
}
