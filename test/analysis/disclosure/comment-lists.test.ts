/** Which comments stand in one list. */
import { describe, expect, it } from "vitest";
import { planComments } from "../../../analysis/disclosure/comment-lists.ts";

const comments = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([block, count]) =>
    Array.from({ length: count }, (_, place) => ({ block, text: `${block} ${place}` })),
  );
const lists = (counts: Readonly<Record<string, number>>) =>
  planComments(comments(counts), Object.keys(counts), 5).map(
    (list) => `${list.blocks.join("+")}: ${list.comments.shown ? list.comments.n : list.comments.reason}`,
  );

describe("planComments", () => {
  it.each([
    [{ peer: 3, report: 4 }, ["peer+report: 7"]],
    [{ peer: 2, report: 2 }, ["peer+report: too-few-answers"]],
    [{ peer: 0, report: 0 }, ["peer+report: too-few-answers"]],
    [{ peer: 10, report: 5 }, ["peer: 10", "report: 5"]],
    [{ peer: 10, report: 4 }, ["peer+report: 14"]],
    [{ peer: 10, report: 0 }, ["peer: 10", "report: too-few-answers"]],
    [{ peer: 10, report: 10 }, ["peer: 10", "report: 10"]],
    [{ peer: 10, report: 3, other: 2 }, ["peer: 10", "report+other: 5"]],
    [{ peer: 30 }, ["peer: 30"]],
    [{ peer: 4 }, ["peer: too-few-answers"]],
  ])("%j", (counts, expected) => {
    expect(lists(counts)).toEqual(expected);
  });

  it("shows nothing where no anonymous block is shown", () => {
    expect(planComments([], [], 5)).toEqual([]);
  });

  it("keeps the random order it is given", () => {
    const mixed = [
      { block: "b", text: "1" },
      { block: "a", text: "2" },
      { block: "b", text: "3" },
    ];
    expect(planComments(mixed, ["a", "b"], 3)[0]?.comments).toEqual({
      shown: true,
      n: 3,
      value: ["1", "2", "3"],
    });
  });
});
