/** Drafts as they come back from the device or the server. */
import { describe, expect, it } from "vitest";
import { readDraft } from "../../../../web/ui/survey/draft-content.ts";

describe("a draft", () => {
  it("is read with its answers and its page", () => {
    expect(readDraft({ answers: { pace: 4 }, page: 2 })).toEqual({ answers: { pace: 4 }, page: 2 });
  });

  it("with a page that cannot be begins at the first", () => {
    for (const page of [-1, 1.5, "2", null]) expect(readDraft({ answers: {}, page })?.page).toBe(0);
  });

  it("is absent when it is something else", () => {
    for (const value of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { answers: [], page: 0 },
      { answers: null, page: 0 },
    ])
      expect(readDraft(value)).toBeUndefined();
  });
});
