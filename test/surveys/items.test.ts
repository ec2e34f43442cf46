/** From pages, panels and matrix rows to one flat list of items. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../surveys/definition.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { choices, formWith } from "../support/small-survey.ts";

function itemsOf(elements: readonly Record<string, unknown>[], items = {}): readonly Item[] {
  const loaded = loadDefinition(JSON.stringify(formWith(elements, items)));
  if ("problems" in loaded) throw new RangeError(JSON.stringify(loaded.problems));
  return loaded.definition.items;
}

describe("itemsOf", () => {
  it("gives each type of question its kind", () => {
    const ask = (name: string, type: string, more = {}) => ({ type, name, title: name, ...more });
    const listed = { choices: choices("x", "y") };
    const items = itemsOf(
      [
        ask("a", "rating", { rateMax: 4 }),
        ask("b", "radiogroup", listed),
        ask("c", "dropdown", listed),
        ask("d", "checkbox", listed),
        ask("e", "tagbox", listed),
        ask("f", "ranking", listed),
        ask("g", "boolean"),
        ask("h", "text"),
        ask("i", "text", { inputType: "number" }),
        ask("j", "text", { inputType: "date" }),
        ask("k", "comment"),
      ],
      { a: { scale: "plain" } },
    );
    expect(items.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      "a scale",
      "b choice",
      "c choice",
      "d choices",
      "e choices",
      "f ranking",
      "g boolean",
      "h text",
      "i number",
      "j date",
      "k text",
    ]);
  });

  it("makes one item of each row of a matrix, wherever panels put it", () => {
    const matrix = { type: "matrix", name: "m", title: "M", columns: choices("x"), rows: choices("r", "s") };
    const panel = (name: string, ...elements: readonly Record<string, unknown>[]) => ({
      type: "panel",
      name,
      elements,
    });
    const items = itemsOf([panel("p", panel("q", matrix), { type: "comment", name: "c", title: "C" })]);
    expect(items.map(({ code, question, row, title }) => [code, question, row, title["en"]])).toEqual([
      ["m.r", "m", "r", "Text r"],
      ["m.s", "m", "s", "Text s"],
      ["c", "c", undefined, "C"],
    ]);
  });

  it("lists the choices that SurveyJS adds, and makes an item of the text of other", () => {
    const items = itemsOf([
      {
        type: "checkbox",
        name: "a",
        title: "A",
        choices: choices("x"),
        showNoneItem: true,
        showOtherItem: true,
        otherText: "More",
      },
    ]);
    expect(items.map(({ code, kind }) => `${code} ${kind}`)).toEqual(["a choices", "a.other text"]);
    expect(items[0]?.choices?.map(({ value }) => value)).toEqual(["x", "none", "other"]);
    expect(items[1]?.title).toEqual({ en: "More" });
  });

  it("gives an item on a scale no choices of its own: its points are those of the scale", () => {
    const [item] = itemsOf([{ type: "radiogroup", name: "a", title: "A", choices: [1, 2, 3, 4] }], {
      a: { scale: "plain" },
    });
    expect(item).toEqual({
      code: "a",
      question: "a",
      kind: "scale",
      title: { en: "A" },
      metadata: { scale: "plain" },
    });
  });
});
