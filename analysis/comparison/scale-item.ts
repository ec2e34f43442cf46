/** One item of a scale, as it stands in a dataset. */
import type { ScaleColumn } from "../dataset.ts";

/** One item of a scale: its answers, and whether a high answer means little. */
export interface ScaleItem {
  readonly column: ScaleColumn;
  readonly reverseKeyed: boolean;
}
