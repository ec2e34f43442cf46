/** Which items have means, and which dimensions they make. */
import { describe, expect, it } from "vitest";
import { scoredDimensions, scoredItems } from "../../../analysis/scoring/scored-items.ts";
import type { SurveyDefinition } from "../../../surveys/definition.ts";
import { definition360 } from "../../support/definition-360.ts";

const definition = definition360({ reverseKeyed: ["c2"], looseItems: ["x1"], textItems: ["wishes"] });

function withScale(
  code: string,
  scale: { readonly points: number; readonly ordered: boolean },
): SurveyDefinition {
  const { scales } = definition.soundings;
  return {
    ...definition,
    soundings: { ...definition.soundings, scales: { ...scales, other: { ...scale, labels: [] } } },
    items: definition.items.map((item) =>
      item.code === code ? { ...item, metadata: { ...item.metadata, scale: "other" } } : item,
    ),
  };
}

describe("scoredItems", () => {
  it("are the items on an ordered scale, in the order asked", () => {
    expect(scoredItems(definition).map(({ item }) => item.code)).toEqual(["c1", "c2", "s1", "s2", "x1"]);
    expect(scoredItems(definition).filter(({ reverseKeyed }) => reverseKeyed).length).toBe(1);
  });

  it("leave out categories that have no more and less", () => {
    const codes = scoredItems(withScale("c1", { points: 3, ordered: false })).map(({ item }) => item.code);
    expect(codes).toEqual(["c2", "s1", "s2", "x1"]);
  });
});

describe("scoredDimensions", () => {
  it("name the points their items share, or none where these differ", () => {
    const points = (survey: SurveyDefinition) =>
      scoredDimensions(survey).map((dimension) => dimension.points);
    expect(points(definition)).toEqual([5, 5]);
    expect(points(withScale("c1", { points: 7, ordered: true }))).toEqual([undefined, 5]);
  });

  it("leave out dimensions without scored items", () => {
    const empty = definition360({ dimensions: { clarity: ["c1"], silence: [] } });
    expect(scoredDimensions(empty).map(({ dimension }) => dimension.code)).toEqual(["clarity"]);
  });
});
