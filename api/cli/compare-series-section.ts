/** The section on several waves in a row: the course of each scale, and every pair of waves. */
import type { MeasureSeries, SeriesComparison } from "../../analysis/comparison/compare-series.ts";
import { digitsOf, howMany } from "../../analysis/number-text.ts";
import { change, number, verdict } from "./compare-words.ts";
import type { DocumentSection } from "./report-document.ts";
import { plainRow, section } from "./report-document.ts";

export function seriesSection({ measures, methods }: SeriesComparison): DocumentSection {
  const waves = Math.max(0, ...measures.map((measure) => measure.waves.length));
  const names = Array.from({ length: waves }, (_, place) => `Wave ${place + 1}`);
  return section("All waves", {
    paragraphs: methods,
    tables: [
      {
        caption: "Means of all waves",
        head: ["Scale", ...names],
        rows: measures.map((measure) =>
          plainRow(
            measure.label,
            ...measure.waves.map(
              ({ mean, n }) => `${number(mean, digitsOf(measure.kind))} (n ${howMany(n)})`,
            ),
          ),
        ),
      },
      {
        caption: "Every pair of waves",
        head: ["Scale", "Waves", "Change (95 % limits)", "Test"],
        rows: measures.flatMap(contrastRows),
      },
    ],
  });
}

function contrastRows({ label, kind, contrasts }: MeasureSeries) {
  return contrasts.map((one) =>
    plainRow(
      label,
      `${one.later + 1} against ${one.earlier + 1}`,
      change(one.change, digitsOf(kind)),
      verdict(one.verdict),
    ),
  );
}
