/** Counting answers on the turned scale. */
import { describe, expect, it } from "vitest";
import { NOT_OBSERVED_CODE, UNANSWERED } from "../../../analysis/dataset.ts";
import { tallyItem } from "../../../analysis/scoring/tally.ts";

const column = {
  kind: "scale" as const,
  code: "pace",
  points: 5,
  values: Int8Array.from([5, 1, UNANSWERED, NOT_OBSERVED_CODE, 4, 4]),
};

describe("tallyItem", () => {
  it("counts answers of the given rows, but not those left out or not observed", () => {
    expect(tallyItem(column, [0, 1, 2, 3, 4], false)).toEqual({
      points: 5,
      counts: [1, 0, 0, 1, 1],
      n: 3,
      sum: 10,
    });
    expect(tallyItem(column, [2, 3], false)).toEqual({ points: 5, counts: [0, 0, 0, 0, 0], n: 0, sum: 0 });
  });

  it("turns reverse-keyed items: 5 becomes 1", () => {
    expect(tallyItem(column, [0, 1, 4], true)).toEqual({ points: 5, counts: [1, 1, 0, 0, 1], n: 3, sum: 8 });
  });
});
