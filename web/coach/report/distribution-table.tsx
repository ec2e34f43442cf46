/** How the answers to one item spread over the scale, where a group is large and mixed enough to say. */
import type { ItemRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import type { Scale } from "../../../surveys/definition.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { MarkSign } from "./chart-mark.tsx";

const BAR_HEIGHT = 30;

interface DistributionTableProps {
  readonly item: ItemRow;
  readonly blocks: readonly ReportBlock[];
  readonly scale: Scale | undefined;
}

/** A bar a point, as high as its share of the group's answers; the number stands below it. */
function CountCell({ count, highest }: { readonly count: number; readonly highest: number }) {
  const height = highest === 0 ? 0 : Math.round((count / highest) * BAR_HEIGHT);
  return (
    <td>
      <svg className="count-bar" aria-hidden="true" width="24" height={BAR_HEIGHT}>
        <rect x="0" y={BAR_HEIGHT - height} width="24" height={height} />
      </svg>
      {count}
    </td>
  );
}

/** Chart and table in one: the numbers are the table, the bars stand in its cells. */
export function DistributionTable({ item, blocks, scale }: DistributionTableProps) {
  const shown = blocks.flatMap((block) => {
    const cell = item.distributions[block.code];
    return cell?.shown === true ? [{ block, counts: cell.value }] : [];
  });
  const [first] = shown;
  if (first === undefined) return null;
  return (
    <details className="distribution">
      <summary>{REPORT_TEXTS.distribution}</summary>
      <table>
        <caption className="reader-only">{REPORT_TEXTS.distributionCaption(inEnglish(item.label))}</caption>
        <thead>
          <tr>
            <th scope="col">{REPORT_TEXTS.group}</th>
            {first.counts.map((_, index) => {
              const label = scale?.labels[item.reverseKeyed ? first.counts.length - 1 - index : index];
              const point = index + 1;
              return (
                <th scope="col" key={point}>
                  {label === undefined ? point : REPORT_TEXTS.pointOf(point, inEnglish(label))}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ block, counts }) => (
            <tr key={block.code}>
              <th scope="row">
                <MarkSign code={block.code} /> {inEnglish(block.label)}
              </th>
              {counts.map((count, index) => (
                <CountCell key={index} count={count} highest={Math.max(...counts)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
