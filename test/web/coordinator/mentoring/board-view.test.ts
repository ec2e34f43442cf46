/** Which pairs of the board are shown, and the address that says so. */
import { describe, expect, it } from "vitest";
import type { BoardPair } from "../../../../web/coordinator/mentoring/board-api.ts";
import {
  pairsOfView,
  readBoardView,
  scoreBins,
  shownPairs,
  viewQuery,
} from "../../../../web/coordinator/mentoring/board-view.ts";

function person(name: string, unit = "Planning") {
  return { id: name, name, unit, site: "Head office", grade: "Officer" };
}

function pair(mentee: string, score: number, kind: BoardPair["kind"] = "proposed"): BoardPair {
  return {
    mentee: person(mentee),
    mentor: person(`Mentor of ${mentee}`, "Finance"),
    score,
    kind,
    reasons: [],
    relationship: null,
  };
}

const PAIRS = [pair("Ann", 90), pair("Bea", 40), pair("Cy", 20, "exists"), pair("Dee", 70, "locked")];
const USUAL = readBoardView(new URLSearchParams());

function names(changes: Partial<typeof USUAL>): readonly string[] {
  return pairsOfView(PAIRS, { ...USUAL, ...changes }, 60).map(({ mentee }) => mentee.name);
}

describe("the pairs of the board", () => {
  it("stand with new ones first, the lowest score at the top", () => {
    expect(names({})).toEqual(["Bea", "Dee", "Ann", "Cy"]);
  });

  it("sort by each column, either way", () => {
    expect(names({ sort: "mentee" })).toEqual(["Ann", "Bea", "Cy", "Dee"]);
    expect(names({ sort: "mentee", descending: true })).toEqual(["Dee", "Cy", "Bea", "Ann"]);
    expect(names({ sort: "kind" })).toEqual(["Ann", "Bea", "Dee", "Cy"]);
  });

  it("are found by a name or unit of either side, and shown by kind", () => {
    expect(names({ find: "mentor of dee" })).toEqual(["Dee"]);
    expect(names({ find: "finance" })).toHaveLength(4);
    expect(names({ show: "below" })).toEqual(["Bea", "Cy"]);
    expect(names({ show: "locked" })).toEqual(["Dee"]);
    expect(names({ show: "living" })).toEqual(["Cy"]);
  });
});

describe("decisions since the run", () => {
  const [ann, bea, cy, dee] = PAIRS;
  it("show at once, and a lock that was cleared shows no more", () => {
    if (ann === undefined || bea === undefined || cy === undefined || dee === undefined)
      throw new RangeError();
    const shown = shownPairs(PAIRS, { locked: [ann, cy], forbidden: [bea] });
    expect(shown.map(({ kind }) => kind)).toEqual(["locked", "forbidden", "exists", "proposed"]);
  });
});

describe("the address of the board", () => {
  it("keeps the whole view, and leaves out what is usual", () => {
    const view = { ...USUAL, find: "Ann", show: "new", sort: "mentor", descending: true, from: 25 } as const;
    expect(readBoardView(new URLSearchParams(viewQuery(view, {})))).toEqual(view);
    expect(viewQuery(USUAL, {})).toBe("");
  });

  it("takes nonsense for the usual", () => {
    expect(readBoardView(new URLSearchParams("show=x&sort=-y&from=-3"))).toEqual({
      ...USUAL,
      descending: true,
    });
  });
});

describe("the distribution of scores", () => {
  it("counts every pair once, 100 in the last bin", () => {
    const bins = scoreBins([
      { score: 0, pairs: 1 },
      { score: 59, pairs: 2 },
      { score: 60, pairs: 3 },
      { score: 100, pairs: 4 },
    ]);
    expect(bins.map(({ pairs }) => pairs)).toEqual([1, 0, 0, 0, 0, 2, 3, 0, 0, 4]);
  });
});
