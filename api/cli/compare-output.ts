/** A comparison as text: the summary, or all of it as JSON, Markdown or HTML. */
import type { SeriesComparison } from "../../analysis/comparison/compare-series.ts";
import type { WaveComparison } from "../../analysis/comparison/comparison-model.ts";
import type { CompareFormat } from "./compare-arguments.ts";
import { comparisonDocument } from "./compare-document.ts";
import { seriesSection } from "./compare-series-section.ts";
import type { ReportDocument } from "./report-document.ts";
import { htmlOf } from "./report-html.ts";
import { markdownOf } from "./report-markdown.ts";

/** Each pair of neighbouring waves, and with three waves or more their course. */
export interface Compared {
  readonly comparisons: readonly WaveComparison[];
  readonly series: SeriesComparison | null;
}

/** What the summary shows; the rest is in Markdown and HTML. */
const SUMMARY = 4;

export function textOf(compared: Compared, format: CompareFormat): string {
  if (format === "json") {
    const [only, ...more] = compared.comparisons;
    return JSON.stringify(more.length === 0 ? only : compared, null, 2);
  }
  return documentText(documentOf(compared), format);
}

/** A document in the format asked for. */
export function documentText(document: ReportDocument, format: Exclude<CompareFormat, "json">): string {
  if (format === "html") return htmlOf(document);
  if (format === "markdown") return markdownOf(document);
  const sections = document.sections.slice(0, SUMMARY);
  return `${markdownOf({ ...document, sections })}\n--markdown or --html shows everything, --json for programs.`;
}

function documentOf({ comparisons, series }: Compared): ReportDocument {
  const documents = comparisons.map(comparisonDocument);
  const [first] = documents;
  if (first === undefined) return { title: "Nothing to compare", subtitle: "", sections: [] };
  if (series === null && documents.length === 1) return first;
  return {
    ...first,
    subtitle: `${comparisons.length + 1} waves in a row`,
    sections: [
      ...(series === null ? [] : [seriesSection(series)]),
      ...documents.flatMap(({ sections }, place) =>
        sections.map((one) => ({
          ...one,
          heading: `Wave ${place + 2} against wave ${place + 1}: ${one.heading}`,
        })),
      ),
    ],
  };
}
