/** How far a wave has come, in counts that point at nobody. */
import type { RaterGroup } from "../../surveys/definition.ts";
import { type GroupCount, groupKey } from "./store.ts";

export interface GroupProgress {
  readonly subject: string;
  readonly group: string;
  readonly invited: number;
  /** Null where the group is too small to be counted without pointing at somebody, and once the wave has closed. */
  readonly sent: number | null;
}

export interface LineUpWarning {
  readonly subject: string;
  /** Codes of the anonymous groups below the minimum. */
  readonly groups: readonly string[];
  readonly outcome: "merged" | "merged-into-larger" | "left-out" | "nothing-shown";
}

/**
 * @param counts one a subject and group.
 * @param issued tickets given out, by groupKey; undefined once the wave has closed: nobody can tell any more
 * @param minimum the policy's minimum group size: smaller groups show no progress.
 */
export function groupProgress(
  counts: readonly GroupCount[],
  issued: ReadonlyMap<string, number> | undefined,
  minimum: number,
): GroupProgress[] {
  return counts.map(({ subject, group, invited }) => ({
    subject,
    group,
    invited,
    sent: issued !== undefined && invited >= minimum ? (issued.get(groupKey(subject, group)) ?? 0) : null,
  }));
}

export interface WarningRules {
  readonly groups: readonly RaterGroup[];
  readonly minimum: number;
  readonly smallGroups: "merge" | "omit";
}

function outcomeOf(small: readonly number[], hasBig: boolean, rules: WarningRules): LineUpWarning["outcome"] {
  const together = small.reduce((sum, invited) => sum + invited, 0);
  if (together >= rules.minimum) return "merged";
  if (!hasBig) return "nothing-shown";
  return rules.smallGroups === "omit" ? "left-out" : "merged-into-larger";
}

/** Subjects with groups that are too small even if everybody answers, and what will become of those groups. */
export function lineUpWarnings(counts: readonly GroupCount[], rules: WarningRules): LineUpWarning[] {
  const anonymous = new Set(rules.groups.filter((group) => !group.attributed).map((group) => group.code));
  const bySubject = new Map<string, GroupCount[]>();
  for (const row of counts.filter((count) => anonymous.has(count.group))) {
    bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row]);
  }
  return [...bySubject].flatMap(([subject, rows]) => {
    const small = rows.filter((row) => row.invited < rules.minimum);
    if (small.length === 0) return [];
    const outcome = outcomeOf(
      small.map((row) => row.invited),
      small.length < rows.length,
      rules,
    );
    return [{ subject, groups: small.map((row) => row.group), outcome }];
  });
}
