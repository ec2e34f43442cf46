/** Which groups are shown together. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBlocks } from "../../../analysis/disclosure/blocks.ts";

const policy = (smallGroups: "merge" | "omit", minimumGroupSize = 4) => ({ minimumGroupSize, smallGroups });
const groups = (...counts: number[]) => counts.map((count, place) => ({ code: `g${place}`, count }));
const shape = (counts: number[], smallGroups: "merge" | "omit" = "merge") => {
  const plan = planBlocks(groups(...counts), policy(smallGroups));
  return { blocks: plan.blocks.map((block) => block.groups.join("+")), leftOut: plan.leftOut };
};

describe("planBlocks", () => {
  it.each([
    ["groups of at least k stand alone", [4, 6, 0], ["g0", "g1"], []],
    ["small groups that are k together become one block", [5, 2, 3], ["g0", "g1+g2"], []],
    ["small groups alone become one block", [2, 1, 1], ["g0+g1+g2"], []],
    ["a small rest joins the smallest large group", [6, 5, 2], ["g0", "g1+g2"], []],
    ["of equally small large groups the later takes the rest", [2, 5, 5], ["g1", "g0+g2"], []],
    ["without a large group nothing is shown", [2, 1, 0], [], ["g0", "g1"]],
    ["nobody answered: no block", [0, 0, 0], [], []],
  ])("%s", (_, counts, blocks, leftOut) => {
    expect(shape(counts)).toEqual({ blocks, leftOut });
  });

  it("leaves the small rest out under the policy omit, but still merges what is enough together", () => {
    expect(shape([6, 5, 2], "omit")).toEqual({ blocks: ["g0", "g1"], leftOut: ["g2"] });
    expect(shape([6, 2, 2], "omit")).toEqual({ blocks: ["g0", "g1+g2"], leftOut: [] });
  });

  it("names a merged block so that no group of the survey has its code", () => {
    const plan = planBlocks(
      [
        { code: "others-merged", count: 5 },
        { code: "x", count: 1 },
      ],
      policy("merge"),
    );
    expect(plan.blocks).toEqual([{ code: "others-merged-", groups: ["others-merged", "x"], count: 6 }]);
  });

  it("puts every group with answers in one block of at least k, or leaves it out", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom("merge", "omit"),
        fc.integer({ min: 3, max: 5 }),
        (list, small, k) => {
          const given = groups(...list);
          const plan = planBlocks(given, policy(small, k));
          for (const block of plan.blocks) expect(block.count).toBeGreaterThanOrEqual(k);
          const placed = [...plan.blocks.flatMap((block) => block.groups), ...plan.leftOut];
          expect(placed.toSorted()).toEqual(given.filter(({ count }) => count > 0).map(({ code }) => code));
          const left = given.filter(({ code }) => plan.leftOut.includes(code));
          expect(left.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(k);
          for (const block of plan.blocks) {
            const sum = given
              .filter(({ code }) => block.groups.includes(code))
              .reduce((n, { count }) => n + count, 0);
            expect(block.count).toBe(sum);
          }
        },
      ),
    );
  });
});
