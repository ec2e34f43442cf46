/** Changes of persons linked by their codes, as stored with the release of the later wave, or why there are none. */
import type { LinkedChanges } from "../linking/linked-changes-model.ts";

/** Worked out once, from both datasets, at the later wave's release. */
export interface LinkedWaveChanges {
  /** The earlier wave. */
  readonly wave: string;
  readonly changes: LinkedChanges;
}

/** Why a release has no such changes. What single people did is behind none of these. */
export const WHY_NOT_LINKED = [
  /** Nobody was asked for a code in this wave. */
  "no-code",
  /** No wave of the programme that closed before asked for one. */
  "no-earlier-wave",
  /** Too few were found, figures of them would have told what few answered, or answers were destroyed. */
  "withheld",
] as const;

export type WhyNotLinked = (typeof WHY_NOT_LINKED)[number];
