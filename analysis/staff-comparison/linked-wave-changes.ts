/** Changes of persons linked by their codes, as stored with the release of the later wave. */
import type { LinkedChanges } from "../linking/linked-changes-model.ts";

/** Worked out once, from both datasets, at the later wave's release. */
export interface LinkedWaveChanges {
  /** The earlier wave. */
  readonly wave: string;
  readonly changes: LinkedChanges;
}
