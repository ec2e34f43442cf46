/** Which comments are shown together, so that none can be given to a group too small to hide in. */
import type { Cell } from "./cell.ts";

export interface BlockComment {
  /** Code of the anonymous block its author belongs to. */
  readonly block: string;
  readonly text: string;
}

export interface CommentPlan {
  /** Codes of the blocks whose comments stand in this list. */
  readonly blocks: readonly string[];
  readonly comments: Cell<readonly string[]>;
}

/**
 * The lists of one question's comments: pooled over the anonymous blocks; a block has its own list only with
 * at least twice the minimum of comments, and only if what remains in the pool is nothing or at least the
 * minimum itself (else the remainder would be known to come from few). Their order is kept: it is random.
 *
 * @param comments the question's comments in the dataset's random order
 * @param blocks codes of the anonymous blocks, in the order of the report
 * @param minimum smallest number of comments in a list
 * @returns own lists first, then the pool; no list at all if there is no block
 * @see README.md in this folder, rule 8
 * @example planComments(comments, ["peer", "report"], 5).length; // 1: everything is pooled
 */
export function planComments(
  comments: readonly BlockComment[],
  blocks: readonly string[],
  minimum: number,
): readonly CommentPlan[] {
  if (blocks.length === 0) return [];
  const countOf = (block: string) => comments.filter((comment) => comment.block === block).length;
  const large = blocks.filter((block) => blocks.length > 1 && countOf(block) >= 2 * minimum);
  const rest = blocks.filter((block) => !large.includes(block));
  const inRest = rest.reduce((sum, block) => sum + countOf(block), 0);
  const apart = rest.length === 0 || inRest === 0 || inRest >= minimum ? large : [];
  const pooled = blocks.filter((block) => !apart.includes(block));
  const lists = apart.map((block) => [block]);
  if (pooled.length > 0) lists.push(pooled);
  return lists.map((members) => ({
    blocks: members,
    comments: listCell(
      comments.filter((comment) => members.includes(comment.block)).map(({ text }) => text),
      minimum,
    ),
  }));
}

function listCell(texts: readonly string[], minimum: number): Cell<readonly string[]> {
  if (texts.length < minimum) return { shown: false, reason: "too-few-answers" };
  return { shown: true, n: texts.length, value: texts };
}
