/** The report of one subject, from folded answers. */
import { describe, expect, it } from "vitest";
import { definition360, raterGroup } from "../../support/definition-360.ts";
import { reportOf, times } from "../../support/world-360.ts";

const definition = definition360({ reverseKeyed: ["c2"], textItems: ["wishes"], looseItems: ["x1"] });
const same = (value: number) => ({ c1: value, c2: 6 - value, s1: value, s2: value, x1: value });
const figure = (n: number, mean: number, bound = "exact") => ({ shown: true, n, value: { mean, bound } });

describe("reportAll", () => {
  const report = reportOf(definition, {
    self: [same(4)],
    manager: [same(3), { ...same(3), c1: 4 }],
    peer: [same(2), same(3), same(3), same(4)],
    report: times(6, same(5)),
    other: [same(1)],
  });

  it("shows blocks in the order of the groups, each group's response, and the merged rest", () => {
    expect(report.blocks.map(({ code }) => code)).toEqual(["self", "manager", "others-merged", "report"]);
    expect(report.blocks[2]).toEqual({
      code: "others-merged",
      label: { en: "peer + other", de: "peer (de) + other (de)" },
      groups: ["peer", "other"],
      attributed: false,
      invited: 5,
      received: { shown: true, n: 5, value: 5 },
    });
    expect(
      report.responses.map(({ group, invited, received, block }) => [group, invited, received, block]),
    ).toEqual([
      ["self", 1, { shown: true, n: 1, value: 1 }, "self"],
      ["manager", 2, { shown: true, n: 2, value: 2 }, "manager"],
      ["peer", 4, { shown: false, reason: "too-few-answers" }, "others-merged"],
      ["report", 6, { shown: true, n: 6, value: 6 }, "report"],
      ["other", 1, { shown: false, reason: "too-few-answers" }, "others-merged"],
    ]);
    expect(report.notes).toContainEqual({ code: "groups-merged", groups: ["peer", "other"] });
  });

  it("shows items per block, attributed ones exactly and the ends as bounds", () => {
    const c1 = report.dimensions[0]?.items[0];
    expect(c1?.blocks).toEqual({
      self: figure(1, 4),
      manager: figure(2, 3.5),
      "others-merged": figure(5, 2.6),
      report: figure(6, 4.6, "at-least"),
    });
    expect(c1?.allOthers).toEqual(figure(11, 3.7, "at-least"));
    expect(report.notes).toContainEqual({ code: "bounds-shown", groups: [] });
  });

  it("turns reverse-keyed items, so that high always means much", () => {
    const c2 = report.dimensions[0]?.items[1];
    expect(c2?.reverseKeyed).toBe(true);
    expect(c2?.blocks["others-merged"]).toEqual(figure(5, 2.6));
  });

  it("makes dimensions of displayed items and lists items without a dimension apart", () => {
    expect(report.dimensions.map(({ code }) => code)).toEqual(["clarity", "support"]);
    expect(report.dimensions[0]?.blocks["manager"]).toEqual(figure(2, 3.3));
    expect(report.dimensions[0]?.allOthers).toEqual(figure(11, 3.7, "at-least"));
    expect(report.otherItems.map(({ code }) => code)).toEqual(["x1"]);
  });

  it("is the same whatever the order of arrival", () => {
    const raters = [same(2), same(3), same(4), same(5)];
    expect(reportOf(definition, { peer: raters.toReversed() })).toEqual(
      reportOf(definition, { peer: raters }),
    );
  });

  it("shows only attributed answers where all others are too few", () => {
    const few = reportOf(definition, {
      self: [same(4)],
      manager: [same(3)],
      peer: [same(2)],
      other: [same(2)],
    });
    expect(few.blocks.map(({ code }) => code)).toEqual(["self", "manager"]);
    expect(few.notes.map(({ code }) => code)).toEqual(["groups-left-out", "attributed-only"]);
    expect(few.dimensions[0]?.allOthers).toEqual({ shown: false, reason: "group-not-shown" });
    expect(few.highest).toEqual([]);
    expect(few.gaps.rows.every(({ verdict }) => verdict === "not-shown")).toBe(true);
  });

  it("counts skipped and not observed answers per item, and shows no figure below the minimum", () => {
    const skipping = reportOf(definition, {
      peer: [same(3), same(4), { ...same(2), c1: undefined }, { ...same(2), c1: "not-observed" }, same(2)],
    });
    const items = skipping.dimensions[0]?.items;
    expect(items?.[0]?.blocks["peer"]).toEqual({ shown: false, reason: "too-few-answers" });
    expect(items?.[1]?.blocks["peer"]).toEqual(figure(5, 2.6));
    expect(skipping.dimensions[0]?.blocks["peer"]).toEqual(figure(5, 2.6));
    expect(skipping.notes).toContainEqual({ code: "figures-suppressed", groups: ["peer"] });
  });

  it("says of an attributed group that nobody answered, and is silent on groups nobody was asked in", () => {
    const empty = reportOf(definition, { self: [], peer: [same(3), same(3), same(2), same(4)] });
    expect(empty.dimensions[0]?.blocks).toEqual({ peer: figure(4, 3) });
    expect(empty.responses.find(({ group }) => group === "other")?.received).toEqual({
      shown: false,
      reason: "no-answers",
    });
  });

  it("shows no mean over scales of different length, and says so", () => {
    const mixed = definition360({ dimensions: { clarity: ["c1", "c2"] } });
    const long = { ...mixed.soundings.scales["agreement"], points: 7, ordered: true, labels: [] };
    const [first, second] = mixed.items;
    if (first === undefined || second === undefined) throw new Error("the definition has two items");
    const changed = {
      ...mixed,
      soundings: { ...mixed.soundings, scales: { ...mixed.soundings.scales, long } },
      items: [first, { ...second, metadata: { ...second.metadata, scale: "long" } }],
    };
    const shown = reportOf(changed, { peer: [2, 3, 4, 3].map((c1) => ({ c1, c2: c1 + 1 })) });
    expect(shown.dimensions[0]?.allOthers).toEqual({ shown: false, reason: "mixed-scales" });
    expect(shown.dimensions[0]?.items[1]?.allOthers).toEqual(figure(4, 4));
    expect(shown.notes).toContainEqual({ code: "mixed-scales", groups: ["clarity"] });
  });

  it("refuses a policy below what the product promises", () => {
    expect(() => reportOf(definition, {}, { minimumGroupSize: 2 })).toThrow(/requires a minimum group size/);
    expect(() => reportOf(definition, {}, { minimumComments: 1 })).toThrow(/requires a comment minimum/);
    expect(() => reportOf(definition, {}, { minimumGroupSize: Number.NaN })).toThrow(RangeError);
  });

  it("gives a group that is called self but not attributed no place of its own", () => {
    const open = definition360({ groups: [raterGroup("self"), raterGroup("peer")] });
    const shown = reportOf(open, { self: [{ c1: 5 }], peer: times(4, { c1: 3 }) });
    expect(shown.blocks.map(({ groups }) => groups)).toEqual([["self", "peer"]]);
    expect(shown.gaps.rows).toEqual([]);
  });
});

describe("comments of the report", () => {
  const wish = (text: string) => ({ wishes: text });
  const texts = (count: number, name: string) =>
    Array.from({ length: count }, (_, place) => wish(`${name} ${place}`));

  it("stand by name for attributed groups and pooled for all others, those left out not at all", () => {
    const report = reportOf(
      definition,
      {
        self: [wish("mine")],
        manager: [{}],
        peer: texts(4, "peer"),
        report: texts(4, "report"),
        other: texts(1, "other"),
      },
      { smallGroups: "omit" },
    );
    const lists = report.comments[0]?.lists ?? [];
    expect(lists.map(({ label, attributed }) => [label["en"], attributed])).toEqual([
      ["self", true],
      ["manager", true],
      ["peer + report", false],
    ]);
    expect(lists[0]?.comments).toEqual({ shown: true, n: 1, value: ["mine"] });
    expect(lists[1]?.comments).toEqual({ shown: false, reason: "no-answers" });
    const pooled = lists[2]?.comments;
    expect(pooled?.shown === true && pooled.value.length).toBe(8);
    expect(JSON.stringify(report)).not.toContain("other 0");
  });
});
