/** How far a wave has come, in counts that point at nobody, and what its lists mean for groups that are small. */
import type { RaterGroup } from "../../surveys/definition.ts";
import type { ListedGroup, ProgressFigure } from "../storage/open-wave-tables.ts";
import { type AskedWithMark, progressParts, steppedCount } from "./progress-parts.ts";

export interface LineUpWarning {
  readonly subject: string;
  /** Codes of the anonymous groups below the minimum. */
  readonly groups: readonly string[];
  readonly outcome: "merged" | "merged-into-larger" | "left-out" | "nothing-shown";
}

/**
 * The figures of one moment, rounded: nothing else of the moment is kept.
 * @param asked whose answers are anonymous; those shown by name are counted nowhere
 * @param minimum the policy's minimum group size
 */
export function progressFigures(asked: readonly AskedWithMark[], minimum: number): ProgressFigure[] {
  return progressParts(asked, 2 * minimum).map(({ subject, group, raters }) => {
    const waiting = new Set(
      asked
        .filter(
          (row) => !row.issued && (subject === null || (row.subject === subject && row.group === group)),
        )
        .map(({ rater }) => rater),
    );
    const sent = [...raters].filter((rater) => !waiting.has(rater)).length;
    return { subject, group, invited: raters.size, atLeast: steppedCount(sent, raters.size) };
  });
}

/** The wave as a whole, from the shown figures alone; null where there is none. */
export function wholeProgress(
  figures: readonly ProgressFigure[],
): { readonly invited: number; readonly atLeast: number } | null {
  const shown = figures.flatMap(({ invited, atLeast }) => (atLeast === null ? [] : [{ invited, atLeast }]));
  if (shown.length === 0 || shown.length < figures.length) return null;
  return {
    invited: shown.reduce((sum, { invited }) => sum + invited, 0),
    atLeast: shown.reduce((sum, { atLeast }) => sum + atLeast, 0),
  };
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
export function lineUpWarnings(
  counts: readonly Pick<ListedGroup, "subject" | "group" | "invited">[],
  rules: WarningRules,
): LineUpWarning[] {
  const anonymous = new Set(rules.groups.filter((group) => !group.attributed).map((group) => group.code));
  const bySubject = new Map<string, (typeof counts)[number][]>();
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
