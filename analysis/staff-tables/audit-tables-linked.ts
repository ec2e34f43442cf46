/** The last door before changes of linked persons are published: over time, joiners and leavers must not be told. */
import type { Cell } from "../disclosure/cell.ts";
import type { Finding } from "../disclosure-audit/finding.ts";
import { finding } from "../disclosure-audit/finding.ts";
import type { LinkedChange, LinkedChanges } from "../linking/linked-changes-model.ts";
import {
  auditedLinks,
  type LinkedPairs,
  type LinkedPersonsOfItem,
  type LinkedWave,
} from "./audited-links.ts";

export interface AuditedChanges {
  readonly before: LinkedWave;
  readonly after: LinkedWave;
  readonly pairs: LinkedPairs;
  /** The larger of the two waves' minimums. */
  readonly minimum: number;
}

/**
 * Audits the changes of linked persons together with all that both waves may ever show. Never throws: whatever goes
 * wrong means "do not publish".
 *
 * A mean change is the sum of the linked persons' later answers less that of their earlier ones. The worst for
 * respondents is assumed: that both sums are known by themselves, and those of every class that any cuts could tell
 * apart as well, and the sums of those linked to a third wave, which are one cut more. Whatever whole classes are
 * subtracted, of each class either its linked persons remain or its others; so the fewest who can remain are the smaller
 * of the two, over all classes. They must be the minimum, unless everybody is linked: neither stayers nor those who
 * joined, left, or gave no code may be told. Each change rests on twice the minimum. Scales' changes are worked out again
 * from the shown items. What a spread and its interval tell of single changes beyond that is not checked.
 *
 * @param changes the figures as they would be stored
 * @param audited both waves and who is linked
 * @returns the findings; any means: do not publish
 * @example auditLinkedChanges(changes, { before, after, pairs: rows, minimum: 10 }).length === 0;
 */
export function auditLinkedChanges(changes: LinkedChanges, audited: AuditedChanges): readonly Finding[] {
  try {
    return [
      ...changes.items.flatMap((change) => ofItem(change, audited)),
      ...ofCounts(changes, audited),
      ...higherOf(changes)
        .filter((change) => !isMadeOf(change, changes, audited))
        .map(({ label }) => finding("not-derived", [`change of ${label}`])),
    ];
  } catch {
    return [finding("not-checked", ["the changes of those who took part twice"])];
  }
}

function ofItem({ change, code, label }: LinkedChange, audited: AuditedChanges): readonly Finding[] {
  if (!change.shown) return [];
  const name = `change of ${label}`;
  const links = auditedLinks(audited, audited.pairs, code);
  // An item that was named otherwise before is looked for under its new name only.
  if (links === undefined) return [finding("not-checked", [name])];
  const sides = [links.before, links.after];
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  if (sides.some(({ linked }) => sum(linked) !== change.n)) return [finding("contradiction", [name])];
  if (!isInSteps(change.value.mean) || !(change.value.sd > 0)) return [finding("unexplained", [name])];
  const tooFewLeft = ({ linked, others }: LinkedPersonsOfItem) =>
    sum(others) > 0 &&
    sum(linked.map((count, place) => Math.min(count, others[place] ?? 0))) < audited.minimum;
  const few = sides.some(tooFewLeft) || change.n < 2 * audited.minimum;
  return few ? [finding("few-persons", [name])] : [];
}

/** Stayers, leavers, joiners and those without a code are at least the minimum, or not counted. */
function ofCounts(
  { stayers, leavers, joiners, withoutCode }: LinkedChanges,
  { minimum, before, after }: AuditedChanges,
): readonly Finding[] {
  const sides: readonly (readonly [string, readonly Cell<number>[], LinkedWave])[] = [
    ["earlier", [stayers, leavers, withoutCode.before], before],
    ["later", [stayers, joiners, withoutCode.after], after],
  ];
  return sides.flatMap(([name, cells, { dataset, others = [] }]) => {
    const counts = cells.flatMap((cell) => (cell.shown ? [cell.value] : []));
    const rest = dataset.rows - counts.reduce((sum, count) => sum + count, 0);
    const small = (count: number) => count !== 0 && count < minimum;
    const without = cells.at(-1);
    // Codes of other questions split the same wave elsewhere: between the two splits nobody few may stand.
    const between = others.map(({ codes }) =>
      without?.shown === true ? Math.abs(dataset.rows - codes - without.value) : 0,
    );
    const fine = ![...counts, ...between].some(small) && !(counts.length > 0 && small(rest));
    return fine ? [] : [finding("few-persons", [`who took part in the ${name} wave, and in both`])];
  });
}

function higherOf({ scales, index }: LinkedChanges): readonly LinkedChange[] {
  return index === null ? scales : [...scales, index];
}

/** A scale's change stands only beside shown items, and lies between their least and greatest change. */
function isMadeOf(
  { change, kind, highest, lowest }: LinkedChange,
  { items }: LinkedChanges,
  { minimum }: AuditedChanges,
): boolean {
  if (!change.shown) return true;
  const shown = items.flatMap((item) =>
    item.change.shown ? [{ mean: item.change.value.mean, span: item.highest - item.lowest }] : [],
  );
  const unit = (span: number) => (kind === "index" ? (highest - lowest) / span : 1);
  const means = shown.map(({ mean, span }) => mean * unit(span));
  const between =
    Math.min(...means) - 0.1 <= change.value.mean && change.value.mean <= Math.max(...means) + 0.1;
  return change.n >= 2 * minimum && between && isInSteps(change.value.mean) && change.value.sd > 0;
}

/** Two decimals at most. */
function isInSteps(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}
