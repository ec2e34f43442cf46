/** What changed between two versions of a survey, and what stays comparable. */
import { describe, expect, it } from "vitest";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import { definitionChanges } from "../../surveys/definition-changes.ts";
import { definition360 } from "../support/definition-360.ts";

const first = definition360({ dimensions: { clarity: ["c1", "c2"], support: ["s1", "s2"] } });

function withItem(
  definition: SurveyDefinition,
  code: string,
  change: (item: Item) => Item,
): SurveyDefinition {
  return { ...definition, items: definition.items.map((item) => (item.code === code ? change(item) : item)) };
}

function kindsOf(before: SurveyDefinition, after: SurveyDefinition, equivalent?: Map<string, string | null>) {
  const { items } = definitionChanges(before, after, equivalent);
  return Object.fromEntries(items.map((one) => [one.after ?? one.before, [one.kind, one.comparable]]));
}

describe("definitionChanges", () => {
  it("finds every item of a survey the same as itself", () => {
    const { items, dimensions } = definitionChanges(first, first);
    expect(items.every(({ kind, comparable }) => kind === "same" && comparable)).toBe(true);
    expect(dimensions.map(({ broken }) => broken)).toEqual([false, false]);
  });

  it("finds items that are gone and new, and marks the break of their dimension", () => {
    const second = definition360({ dimensions: { clarity: ["c1", "c3"], support: ["s1", "s2"] } });
    expect(kindsOf(first, second)).toMatchObject({
      c1: ["same", true],
      c3: ["new", false],
      c2: ["gone", false],
    });
    expect(definitionChanges(first, second).dimensions).toEqual([
      { code: "clarity", common: ["c1"], broken: true },
      { code: "support", common: ["s1", "s2"], broken: false },
    ]);
  });

  it("does not compare another wording, unless the author says that it means the same", () => {
    const second = withItem(first, "c1", (item) => ({ ...item, title: { en: "Another wording" } }));
    expect(kindsOf(first, second)["c1"]).toEqual(["wording-changed", false]);
    expect(kindsOf(first, second, new Map([["c1", "c1"]]))["c1"]).toEqual(["wording-changed", true]);
  });

  it("takes spaces for no change of wording, and a language less neither", () => {
    const german = withItem(first, "c1", (item) => ({ ...item, title: { en: " Item  c1", de: "Frage" } }));
    expect(kindsOf(first, german)["c1"]).toEqual(["same", true]);
  });

  it("never compares another scale, whatever the author says", () => {
    const second = definition360({ points: 7 });
    expect(kindsOf(first, second, new Map([["c1", "c1"]]))["c1"]).toEqual(["scale-changed", false]);
    expect(definitionChanges(first, second).items[0]?.reasons[0]).toBe("The scale had 5 points and has 7.");
  });

  it("takes an item that was turned round for another scale", () => {
    expect(kindsOf(first, definition360({ reverseKeyed: ["s2"] }))["s2"]).toEqual(["scale-changed", false]);
  });

  it("follows an item that got another code, by the equivalence map", () => {
    const renamed = withItem(first, "s1", (item) => ({ ...item, code: "s9" }));
    const changes = definitionChanges(first, renamed, new Map([["s9", "s1"]]));
    expect(changes.items.find(({ after }) => after === "s9")).toMatchObject({
      before: "s1",
      comparable: true,
    });
    expect(changes.items.some(({ kind }) => kind === "gone")).toBe(false);
    expect(changes.dimensions[1]).toEqual({ code: "support", common: ["s9", "s2"], broken: false });
  });

  it("takes an item apart from its namesake when the map says null", () => {
    expect(kindsOf(first, first, new Map([["c1", null]]))["c1"]).toEqual(["gone", false]);
    const { items } = definitionChanges(first, first, new Map([["c1", null]]));
    expect(items.filter((one) => one.after === "c1" || one.before === "c1").map(({ kind }) => kind)).toEqual([
      "new",
      "gone",
    ]);
  });

  it("does not continue one older item twice", () => {
    const { items } = definitionChanges(first, first, new Map([["c2", "c1"]]));
    expect(items.filter(({ before }) => before === "c1")).toHaveLength(1);
  });
});
