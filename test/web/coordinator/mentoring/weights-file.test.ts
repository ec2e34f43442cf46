/** Weights kept in a file and taken from one. */
import { describe, expect, it } from "vitest";
import { readWeightsFile, weightsFile } from "../../../../web/coordinator/mentoring/weights-file.ts";

const CRITERIA = ["areas", "site"];

describe("a file of weights", () => {
  it("is read as it was written", () => {
    expect(readWeightsFile(weightsFile({ areas: 70, site: 30 }), CRITERIA)).toEqual({ areas: 70, site: 30 });
  });

  it("may leave out a criterion, which then counts nothing", () => {
    expect(readWeightsFile('{"areas": 100}', CRITERIA)).toEqual({ areas: 100, site: 0 });
  });

  it.each([
    "",
    "no",
    "[]",
    "{}",
    "null",
    '{"other": 3}',
    '{"areas": 1.5}',
    '{"areas": -1}',
    '{"areas": "9"}',
  ])("is refused when it holds no weights: %s", (text) => {
    expect(readWeightsFile(text, CRITERIA)).toBeUndefined();
  });
});
