/** Whether a report may be released a second time, after more answers came in. */
import type { Cell } from "../disclosure/cell.ts";
import type { ItemRow, Report360 } from "./report-model.ts";

export type SecondRelease =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason:
        | "other-survey"
        | "other-policy"
        | "blocks-differ"
        | "answers-lost"
        | "figure-changed"
        | "too-few-new-answers"
        | "too-few-new-comments";
      /** Code of the item or question at fault, where there is one. */
      readonly code?: string;
    };

type Reason = Extract<SecondRelease, { readonly allowed: false }>["reason"];

/**
 * Decides on a second release from the two reports alone. It is allowed only if the blocks are identical and
 * each displayed cell of an anonymous block gained no answer or at least k: the difference between the two
 * reports would otherwise rest on fewer than k persons. Lists of comments gain none or at least the minimum
 * of comments. Attributed answers may change.
 *
 * @param first the report that was released
 * @param second the report that would replace it
 * @returns allowed, or the first reason why not
 * @see ../disclosure/README.md, rule 6
 * @example judgeSecondRelease(released, recomputed).allowed;
 */
export function judgeSecondRelease(first: Report360, second: Report360): SecondRelease {
  if (
    first.subject !== second.subject ||
    first.survey.id !== second.survey.id ||
    first.survey.version !== second.survey.version
  ) {
    return refuse("other-survey");
  }
  if (!same(first.policy, second.policy)) return refuse("other-policy");
  if (!same(first.blocks.map(blockIdentity), second.blocks.map(blockIdentity)))
    return refuse("blocks-differ");
  const minimum = first.policy.minimumGroupSize;
  for (const [place, block] of first.blocks.entries()) {
    if (block.attributed) continue;
    const fault = faultOf(block.received, second.blocks[place]?.received, minimum);
    if (fault !== undefined) return refuse(fault);
  }
  return judgeItems(first, second) ?? judgeComments(first, second) ?? { allowed: true };
}

function judgeItems(first: Report360, second: Report360): SecondRelease | undefined {
  const minimum = first.policy.minimumGroupSize;
  const after = new Map(itemsOf(second).map((item) => [item.code, item]));
  for (const item of itemsOf(first)) {
    const later = after.get(item.code);
    for (const { code } of first.blocks.filter(({ attributed }) => !attributed)) {
      const fault =
        faultOf(item.blocks[code], later?.blocks[code], minimum) ??
        faultOf(item.distributions[code], later?.distributions[code], minimum);
      if (fault !== undefined) return refuse(fault, item.code);
    }
  }
  return undefined;
}

function judgeComments(first: Report360, second: Report360): SecondRelease | undefined {
  const minimum = first.policy.minimumComments;
  for (const [place, section] of first.comments.entries()) {
    const before = section.lists.filter(({ attributed }) => !attributed);
    const after = (second.comments[place]?.lists ?? []).filter(({ attributed }) => !attributed);
    if (
      !same(
        before.map(({ label }) => label),
        after.map(({ label }) => label),
      )
    ) {
      return refuse("blocks-differ", section.code);
    }
    for (const [list, { comments }] of before.entries()) {
      if (!comments.shown) continue;
      const later = after[list]?.comments;
      if (later?.shown !== true || later.n < comments.n) return refuse("answers-lost", section.code);
      const gained = later.n - comments.n;
      if (gained > 0 && gained < minimum) return refuse("too-few-new-comments", section.code);
    }
  }
  return undefined;
}

/** A cell that was not shown before tells nothing to compare with, so it may appear. */
function faultOf(
  before: Cell<unknown> | undefined,
  after: Cell<unknown> | undefined,
  minimum: number,
): Reason | undefined {
  if (before?.shown !== true) return undefined;
  if (after?.shown !== true || after.n < before.n) return "answers-lost";
  const gained = after.n - before.n;
  if (gained === 0) return same(before.value, after.value) ? undefined : "figure-changed";
  return gained < minimum ? "too-few-new-answers" : undefined;
}

function itemsOf(report: Report360): readonly ItemRow[] {
  return [...report.dimensions.flatMap(({ items }) => items), ...report.otherItems];
}

function blockIdentity({ code, groups }: Report360["blocks"][number]) {
  return { code, groups };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function refuse(reason: Reason, code?: string): SecondRelease {
  return code === undefined ? { allowed: false, reason } : { allowed: false, reason, code };
}
