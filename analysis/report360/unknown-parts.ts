/** Finds what stands in a report and is not known to the audit, so that nothing is published unseen. */
import type { Report360 } from "./report-model.ts";

const CELL = ["shown", "n", "value", "reason"];
const ROW = ["code", "label", "blocks", "allOthers"];

/** What each kind of part may hold. A new field must be looked at by the audit before it is listed here. */
const KNOWN = {
  report: [
    ...["format", "subject", "survey", "policy", "scales", "blocks", "responses", "dimensions", "otherItems"],
    ...["gaps", "highest", "lowest", "comments", "notes", "besideWaves"],
  ],
  block: ["code", "label", "groups", "attributed", "invited", "received"],
  response: ["group", "label", "attributed", "invited", "received", "block"],
  item: [...ROW, "scale", "reverseKeyed", "selfLabel", "distributions", "directions"],
  direction: ["since", "direction"],
  dimension: [...ROW, "description", "items"],
  gaps: ["rule", "source", "rows"],
  gap: ["code", "label", "level", "gap", "bound", "verdict"],
  highlight: ["code", "label", "value", "rank", "scale"],
  section: ["code", "label", "lists"],
  list: ["label", "attributed", "comments"],
  note: ["code", "groups"],
  figure: ["mean", "bound"],
  cell: CELL,
} as const;

/**
 * Names the parts of a report that the audit does not know, and cells that carry a value although suppressed.
 *
 * @param report the report, as it would be stored
 * @returns where they stand; empty if the audit sees everything
 * @example unknownParts(report); // []
 */
export function unknownParts(report: Report360): readonly string[] {
  const items = [...report.dimensions.flatMap((row) => row.items), ...report.otherItems];
  const rows = [...report.dimensions, ...items];
  const highlights = [...report.highest, ...report.lowest];
  const lists = report.comments.flatMap((section) => section.lists);
  const means = [
    ...rows.flatMap((row) => [...Object.values(row.blocks), row.allOthers]),
    ...highlights.map(({ value }) => value),
  ];
  const cells: readonly object[] = [
    ...means,
    ...items.flatMap((item) => Object.values(item.distributions)),
    ...report.gaps.rows.map(({ gap }) => gap),
    ...report.blocks.map(({ received }) => received),
    ...report.responses.map(({ received }) => received),
    ...lists.map(({ comments }) => comments),
  ];
  return [
    ...strange("report", [report]),
    ...strange("block", report.blocks),
    ...strange("response", report.responses),
    ...strange("item", items),
    ...strange(
      "direction",
      items.flatMap((item) => Object.values(item.directions ?? {})),
    ),
    ...strange("dimension", report.dimensions),
    ...strange("gaps", [report.gaps]),
    ...strange("gap", report.gaps.rows),
    ...strange("highlight", highlights),
    ...strange("section", report.comments),
    ...strange("list", lists),
    ...strange("note", report.notes),
    ...strange("cell", cells),
    ...strange(
      "figure",
      means.flatMap((cell) => (cell.shown ? [cell.value] : [])),
    ),
    ...strangeBlocks(report, items),
    ...(cells.some(carriesThoughSuppressed) ? ["a suppressed cell with a value"] : []),
  ];
}

function strange(kind: keyof typeof KNOWN, parts: readonly object[]): readonly string[] {
  const known: readonly string[] = KNOWN[kind];
  const found = parts.flatMap((part) => Object.keys(part).filter((key) => !known.includes(key)));
  return [...new Set(found)].map((key) => `${kind}, field ${key}`);
}

/** Cells under the name of a block that the report does not have would be looked at by nobody. */
function strangeBlocks(report: Report360, items: Report360["otherItems"]): readonly string[] {
  const blocks = new Set(report.blocks.map(({ code }) => code));
  const used = [
    ...[...report.dimensions, ...items].flatMap((row) => Object.keys(row.blocks)),
    ...items.flatMap((item) => Object.keys({ ...item.distributions, ...item.directions })),
  ];
  return [...new Set(used)].filter((code) => !blocks.has(code)).map((code) => `figures of block ${code}`);
}

function carriesThoughSuppressed(cell: object): boolean {
  return "shown" in cell && cell.shown === false && ("n" in cell || "value" in cell);
}
