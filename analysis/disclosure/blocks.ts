/** Which rater groups are shown together: decided once a report, from counts alone. */
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";

export interface GroupCount {
  readonly code: string;
  /** Responses received. */
  readonly count: number;
}

interface Block {
  readonly code: string;
  readonly groups: readonly string[];
  readonly count: number;
}

export interface BlockPlan {
  readonly blocks: readonly Block[];
  /** Groups with answers that are in no number of the report. */
  readonly leftOut: readonly string[];
}

const MERGED_CODE = "others-merged";

/**
 * The blocks of the anonymous groups. Groups with at least k responses stand alone. All smaller ones (but
 * not empty ones) are merged; if they are fewer than k together, they join the smallest large group (of
 * equals the later one), or are left out under the policy "omit". Without a large group nothing is shown.
 *
 * Answers play no part: a plan that depended on them would tell something about them.
 *
 * @param groups the anonymous groups in the definition's order, with their responses
 * @param policy minimum group size k and what happens to small groups
 * @returns the blocks, and the groups left out
 * @see README.md in this folder, rule 1
 * @example planBlocks([{ code: "peer", count: 6 }, { code: "other", count: 2 }], policy).blocks.length; // 1
 */
export function planBlocks(
  groups: readonly GroupCount[],
  policy: Pick<DisclosurePolicy, "minimumGroupSize" | "smallGroups">,
): BlockPlan {
  const k = policy.minimumGroupSize;
  const big = groups.filter(({ count }) => count >= k);
  const small = groups.filter(({ count }) => count > 0 && count < k);
  const alone = big.map(({ code, count }): Block => ({ code, groups: [code], count }));
  if (small.length === 0) return { blocks: alone, leftOut: [] };

  const code = mergedCode(groups);
  const merged = { code, groups: small.map((group) => group.code), count: total(small) };
  if (merged.count >= k) return { blocks: [...alone, merged], leftOut: [] };

  const host = smallestLast(big);
  if (host === undefined || policy.smallGroups === "omit") {
    return { blocks: alone, leftOut: merged.groups };
  }
  const members = groups.filter((group) => group.code === host.code || small.includes(group));
  const joined = { code, groups: members.map((group) => group.code), count: host.count + merged.count };
  return { blocks: alone.map((block) => (block.code === host.code ? joined : block)), leftOut: [] };
}

function total(groups: readonly GroupCount[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function smallestLast(groups: readonly GroupCount[]): GroupCount | undefined {
  return groups.reduce<GroupCount | undefined>(
    (best, group) => (best === undefined || group.count <= best.count ? group : best),
    undefined,
  );
}

/** A definition may have a group of that very name. */
function mergedCode(groups: readonly GroupCount[]): string {
  const taken = new Set(groups.map(({ code }) => code));
  let code = MERGED_CODE;
  while (taken.has(code)) code = `${code}-`;
  return code;
}
