/** Why a figure is not in a file, as codes with labels: the same in every format. */
import type { NoFigureReason, WaveCell } from "../staff-comparison/staff-comparison-model.ts";
import { type FileLabel, type FileRow, STATUS } from "./file-book.ts";

const CODES: Readonly<Record<NoFigureReason, FileLabel>> = {
  "too-few-answers": { value: 1, label: "not shown: too few answers" },
  "group-not-shown": { value: 2, label: "not shown: the group is not shown" },
  "too-few-items": { value: 3, label: "not shown: too few of its items are shown" },
  "mixed-scales": { value: 4, label: "not shown: its items have different scales" },
  "would-reveal-another": { value: 5, label: "not shown: would tell of too few people" },
  "too-uniform": { value: 6, label: "not shown: answers too much alike" },
  "no-answers": { value: 7, label: "no answers" },
  "not-asked": { value: 8, label: "not asked in this wave" },
  "nearly-same-people": { value: 9, label: "not shown: an earlier wave asked nearly the same people" },
};

/** The status of a row whose figures are there. */
export const SHOWN = 0;

/** Every status a row can have. */
export const STATUS_LABELS: readonly FileLabel[] = [
  { value: SHOWN, label: "shown" },
  ...Object.values(CODES),
];

/** In the codebook: "not observed" was offered beside the points, and is in no count. */
export const NOT_OBSERVED_VALUE = -8;
/** In the codebook: no answer. */
export const MISSING_VALUE = -9;

/** Answers that are in no count, so that no row has them: what their codes mean all the same. */
export const UNCOUNTED_LABELS: readonly FileLabel[] = [
  { value: NOT_OBSERVED_VALUE, label: "not observed: in no count" },
  { value: MISSING_VALUE, label: "no answer: in no count" },
];

/** Missing codes of suppressed figures begin above this, so that -9991 is status 1; no figure is as low. */
const MISSING_BASE = -9990;
/** The range of missing codes, both included. */
export const MISSING_RANGE = { lowest: -9999, highest: -9991 } as const;

/** What the missing codes of figures mean. */
export const MISSING_LABELS: readonly FileLabel[] = Object.values(CODES).map(({ value, label }) => ({
  value: missingCode(value),
  label,
}));

/**
 * What a row says of a cell's figures.
 * @param cell the cell, of one wave or of several
 * @returns the value of the column "status"
 * @example statusOf({ shown: false, reason: "too-few-answers" }).status // 1
 */
export function statusOf(cell: WaveCell<unknown>): FileRow {
  return { [STATUS]: cell.shown ? SHOWN : CODES[cell.reason].value };
}

/**
 * The user-missing code that stands in a figure's place.
 * @param status the row's status, from 1
 * @returns a number from -9999 to -9991
 * @example missingCode(1) // -9991
 */
export function missingCode(status: number): number {
  return MISSING_BASE - status;
}
