/** What a reader of one report must know before reading its figures. */
import type { DimensionRow, ItemRow, ReportNote } from "./report-model.ts";
import type { SubjectBlocks } from "./subject-blocks.ts";

/**
 * The notes of a report.
 *
 * @param blocks the subject's blocks
 * @param dimensions the report's dimensions
 * @param items all item rows of the report
 * @param besideBlocks codes of the blocks of which figures are coded or not shown because of an earlier wave
 * @returns the notes that apply, each code at most once
 * @example reportNotes(blocks, dimensions, items, new Set()).map(({ code }) => code); // ["groups-merged"]
 */
export function reportNotes(
  blocks: SubjectBlocks,
  dimensions: readonly DimensionRow[],
  items: readonly ItemRow[],
  besideBlocks: ReadonlySet<string>,
): readonly ReportNote[] {
  const notes: ReportNote[] = [];
  const merged = blocks.blocks.find(({ block }) => block.groups.length > 1);
  if (merged !== undefined) notes.push({ code: "groups-merged", groups: merged.block.groups });
  if (blocks.leftOut.length > 0) notes.push({ code: "groups-left-out", groups: blocks.leftOut });
  const anonymous = blocks.blocks.filter(({ block }) => !block.attributed);
  if (anonymous.length === 0) notes.push({ code: "attributed-only", groups: [] });
  const cells = items.flatMap((item) =>
    anonymous.flatMap(({ block }) => {
      const cell = item.blocks[block.code];
      return cell === undefined ? [] : [{ cell, block }];
    }),
  );
  if (cells.some(({ cell }) => cell.shown && cell.value.bound !== "exact")) {
    notes.push({ code: "bounds-shown", groups: [] });
  }
  const beside = anonymous.filter(({ block }) => besideBlocks.has(block.code));
  if (beside.length > 0) {
    notes.push({ code: "nearly-same-people", groups: beside.flatMap(({ block }) => block.groups) });
  }
  const suppressed = new Set(cells.filter(({ cell }) => !cell.shown).flatMap(({ block }) => block.groups));
  if (suppressed.size > 0) notes.push({ code: "figures-suppressed", groups: [...suppressed] });
  const mixed = dimensions.filter((row) => !row.allOthers.shown && row.allOthers.reason === "mixed-scales");
  if (mixed.length > 0) notes.push({ code: "mixed-scales", groups: mixed.map(({ code }) => code) });
  return notes;
}
