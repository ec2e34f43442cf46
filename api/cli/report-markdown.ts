/** A report document as Markdown: tables that line up, charts as their sentence. */
import { cleanText } from "../../surveys/clean-text.ts";
import type { DocumentSection, DocumentTable, ReportDocument } from "./report-document.ts";

export function markdownOf(document: ReportDocument): string {
  const parts = [`# ${plain(document.title)}`, plain(document.subtitle), ...document.sections.map(sectionOf)];
  return `${parts.join("\n\n")}\n`;
}

/** Texts of the files must neither break the table nor reach a terminal as control characters. */
function plain(text: string): string {
  return cleanText(text, false).replaceAll(/[\\|`*_<>[\]#]/g, (mark) => `\\${mark}`);
}

function sectionOf({ heading, paragraphs, tables, list }: DocumentSection): string {
  return [
    `## ${plain(heading)}`,
    ...paragraphs.map(plain),
    ...tables.map(tableOf),
    ...(list.length === 0 ? [] : [list.map((entry) => `- ${plain(entry)}`).join("\n")]),
  ].join("\n\n");
}

function tableOf({ caption, head, rows }: DocumentTable): string {
  const texts = [head.map(plain), ...rows.map((row) => row.map(({ text }) => plain(text)))];
  const widths = head.map((_, column) => Math.max(3, ...texts.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 3)).join(" | ")} |`;
  const [first = [], ...others] = texts;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [`**${plain(caption)}**`, "", line(first), rule, ...others.map(line)].join("\n");
}
