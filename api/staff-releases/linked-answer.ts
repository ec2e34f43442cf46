/** The changes of persons found in two waves, worked out in the audit thread. */
import type { Dataset } from "../../analysis/dataset.ts";
import type { ReleasedPair } from "../../analysis/linking/found-elsewhere.ts";
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

/** A third wave that one of the two has been linked to before, in figures that are released. */
export interface OtherWave extends Pick<WaveWithAnswers, "definition" | "dataset"> {
  /** True if it is the earlier one of that pair. */
  readonly cameBefore: boolean;
}

export interface WaveToLink extends WaveWithAnswers {
  readonly released: readonly OtherWave[];
}

export interface AskedLinks {
  readonly before: WaveToLink;
  readonly after: WaveToLink;
}

/** Carried out in the audit thread. @returns null where no code is shared, or the auditor objects */
export function linkedAnswer({ before, after }: AskedLinks): LinkedChanges | null {
  const rows = linkWaves(before.dataset, after.dataset);
  if (rows === undefined) return null;
  const [first, second] = [read(before), read(after)];
  const changes = linkedChanges(first, second, rows);
  const findings = auditLinkedChanges(changes, {
    before: auditedWave(first),
    after: auditedWave(second),
    pairs: rows,
    minimum: Math.max(before.policy.minimumGroupSize, after.policy.minimumGroupSize),
  });
  return findings.length === 0 ? changes : null;
}

function read({ definition: text, dataset, policy, released }: WaveToLink) {
  const definition = readDefinition(text);
  return {
    definition,
    dataset,
    policy,
    released: released.flatMap((other): ReleasedPair[] => {
      const [before, after] = other.cameBefore ? [other.dataset, dataset] : [dataset, other.dataset];
      const rows = linkWaves(before, after);
      const third = { definition: readDefinition(other.definition), dataset: other.dataset };
      const own = { definition, dataset };
      if (rows === undefined) return [];
      return other.cameBefore
        ? [{ before: third, after: own, rows, side: "after" }]
        : [{ before: own, after: third, rows, side: "before" }];
    }),
  };
}

/** What the auditor is told: whom the released pairs are made of, and how many have a code. */
function auditedWave({ dataset, policy, released }: ReturnType<typeof read>) {
  return {
    dataset,
    cuts: policy.cuts ?? [],
    others: released.map(({ before, after, rows, side }) => ({
      own: rows[side],
      theirs: side === "before" ? rows.after : rows.before,
      dataset: side === "before" ? after.dataset : before.dataset,
      codes: rows.codes[side],
    })),
  };
}
