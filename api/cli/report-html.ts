/** A report document as one HTML file that can be mailed and printed: nothing outside it is loaded. */
import { cleanText } from "../../surveys/clean-text.ts";
import { chartSvg, escapeHtml } from "./report-chart.ts";
import type {
  DocumentCell,
  DocumentSection,
  DocumentTable,
  DotChart,
  ReportDocument,
} from "./report-document.ts";
import { REPORT_STYLE } from "./report-style.ts";

/** Tables with more columns print across on their own narrower type. */
const WIDE = 6;
/** Rows of a chart that surely fit on one page of A4, long labels included. */
const ROWS_A_PAGE = 10;
/** Tables up to so many rows stay on one page. */
const SHORT = 12;

export function htmlOf(document: ReportDocument): string {
  const title = plain(document.title);
  return [
    "<!doctype html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<header><h1>${title}</h1><p class="subtitle">${plain(document.subtitle)}</p></header>`,
    ...document.sections.map(sectionOf),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function plain(text: string): string {
  return escapeHtml(cleanText(text, false));
}

function sectionOf(section: DocumentSection, place: number): string {
  const { heading, paragraphs, charts, tables, list } = section;
  const id = `section-${place + 1}`;
  return [
    `<section aria-labelledby="${id}"${place === 0 ? ' class="lead"' : ""}>`,
    `<h2 id="${id}">${plain(heading)}</h2>`,
    ...paragraphs.map((paragraph) => `<p>${plain(paragraph)}</p>`),
    ...charts.flatMap(parts).map((chart, number) => {
      const caption = `<figcaption>${plain(chart.sentence)}</figcaption>`;
      return `<figure>${chartSvg(chart, `${id}-chart-${number + 1}`)}${caption}</figure>`;
    }),
    ...tables.map(tableOf),
    list.length === 0 ? "" : `<ul>${list.map((entry) => `<li>${plain(entry)}</li>`).join("")}</ul>`,
    "</section>",
  ].join("\n");
}

/** A chart in parts that each fit on a page, so that printing never cuts one. */
function parts(chart: DotChart): readonly DotChart[] {
  const count = Math.ceil(chart.rows.length / ROWS_A_PAGE);
  const size = Math.ceil(chart.rows.length / Math.max(1, count));
  return Array.from({ length: count }, (_, part) => ({
    ...chart,
    title: count === 1 ? chart.title : `${chart.title}, part ${part + 1} of ${count}`,
    rows: chart.rows.slice(part * size, (part + 1) * size),
  }));
}

/** In a box of its own that scrolls on narrow screens and can be reached by keyboard. */
function tableOf({ caption, head, rows }: DocumentTable): string {
  const kind = `table${head.length > WIDE ? " wide" : ""}${rows.length <= SHORT ? " short" : ""}`;
  const headings = head.map((text) => `<th scope="col">${plain(text)}</th>`).join("");
  return [
    `<div class="${kind}" tabindex="0" role="region" aria-label="${plain(caption)}">`,
    `<table><caption>${plain(caption)}</caption>`,
    `<thead><tr>${headings}</tr></thead>`,
    `<tbody>${rows.map(rowOf).join("\n")}</tbody>`,
    "</table></div>",
  ].join("\n");
}

function rowOf(cells: readonly DocumentCell[]): string {
  const [name, ...others] = cells;
  const rest = others.map(
    ({ text, suppressed }) => `<td${suppressed === true ? ' class="suppressed"' : ""}>${plain(text)}</td>`,
  );
  return `<tr><th scope="row">${plain(name?.text ?? "")}</th>${rest.join("")}</tr>`;
}
