/** The changes of persons found in two waves, worked out in the audit thread. */
import type { Dataset } from "../../analysis/dataset.ts";
import { linkWaves } from "../../analysis/linking/link-waves.ts";
import { linkedChanges } from "../../analysis/linking/linked-changes.ts";
import type { LinkedChanges } from "../../analysis/linking/linked-changes-model.ts";
import { auditLinkedChanges } from "../../analysis/staff-tables/audit-tables-linked.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { readDefinition } from "../../surveys/read-definition.ts";

/** One wave whose answers are still there. Plain data: it is copied from thread to thread. */
export interface WaveWithAnswers {
  /** The definition's canonical text. */
  readonly definition: string;
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
}

export interface AskedLinks {
  readonly before: WaveWithAnswers;
  readonly after: WaveWithAnswers;
}

/** Carried out in the audit thread. @returns null where no code is shared, or the auditor objects */
export function linkedAnswer({ before, after }: AskedLinks): LinkedChanges | null {
  const rows = linkWaves(before.dataset, after.dataset);
  if (rows === undefined) return null;
  const read = (wave: WaveWithAnswers) => ({ ...wave, definition: readDefinition(wave.definition) });
  const changes = linkedChanges(read(before), read(after), rows);
  const findings = auditLinkedChanges(changes, {
    before: { dataset: before.dataset, cuts: before.policy.cuts ?? [] },
    after: { dataset: after.dataset, cuts: after.policy.cuts ?? [] },
    pairs: rows,
    minimum: Math.max(before.policy.minimumGroupSize, after.policy.minimumGroupSize),
  });
  return findings.length === 0 ? changes : null;
}
