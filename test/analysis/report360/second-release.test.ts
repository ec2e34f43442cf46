/** When a report may be released a second time. */
import { describe, expect, it } from "vitest";
import { judgeSecondRelease } from "../../../analysis/report360/second-release.ts";
import { definition360 } from "../../support/definition-360.ts";
import type { Answers } from "../../support/world-360.ts";
import { reportOf } from "../../support/world-360.ts";

const definition = definition360({ textItems: ["wishes"] });
const peers = (count: number, more: Answers = {}) =>
  Array.from(
    { length: count },
    (_, place): Answers => ({ c1: 2 + (place % 3), s1: 2, wishes: `w${place}`, ...more }),
  );
const first = reportOf(definition, { peer: peers(5) });
const judge = (peer: readonly Answers[], others: Readonly<Record<string, readonly Answers[]>> = {}) =>
  judgeSecondRelease(first, reportOf(definition, { peer, ...others }));

describe("judgeSecondRelease", () => {
  it("allows the same report, and one with at least k more answers in each displayed cell", () => {
    expect(judge(peers(5))).toEqual({ allowed: true });
    expect(judge(peers(10))).toEqual({ allowed: true });
  });

  it("refuses a report that gained fewer than k answers", () => {
    expect(judge(peers(8))).toMatchObject({ allowed: false, reason: "too-few-new-answers" });
  });

  it("refuses it although the block gained enough, if one item did not", () => {
    const later = [...peers(5), ...peers(5, { c1: undefined, wishes: undefined }).with(0, { c1: 5, s1: 2 })];
    expect(judge(later)).toEqual({ allowed: false, reason: "too-few-new-answers", code: "c1" });
  });

  it("refuses it if few comments were added", () => {
    const later = [
      ...peers(5),
      ...peers(5).map((answers, place) => (place < 2 ? answers : { ...answers, wishes: " " })),
    ];
    expect(judge(later)).toEqual({ allowed: false, reason: "too-few-new-comments", code: "wishes" });
  });

  it("refuses other blocks, another policy, lost or changed answers", () => {
    expect(judge(peers(5), { report: peers(4) })).toMatchObject({ reason: "blocks-differ" });
    expect(judge(peers(4))).toMatchObject({ reason: "answers-lost" });
    expect(judge(peers(5).with(0, { c1: 5, s1: 3, wishes: "w" }))).toMatchObject({
      reason: "figure-changed",
    });
    const stricter = reportOf(definition, { peer: peers(5) }, { minimumGroupSize: 5 });
    expect(judgeSecondRelease(first, stricter)).toMatchObject({ reason: "other-policy" });
    expect(judgeSecondRelease(first, { ...first, subject: "bob" })).toMatchObject({ reason: "other-survey" });
  });

  it("lets attributed answers change", () => {
    const before = reportOf(definition, { self: [{ c1: 3 }], peer: peers(5) });
    const after = reportOf(definition, { self: [{ c1: 4 }], peer: peers(5) });
    expect(judgeSecondRelease(before, after)).toEqual({ allowed: true });
  });
});
