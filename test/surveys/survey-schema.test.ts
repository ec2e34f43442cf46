/** The published JSON Schema: good and bad files, and our own reading of it beside another implementation. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaProblems } from "../../surveys/schema-problems.ts";
import schema from "../../surveys/survey.schema.json" with { type: "json" };
import { at, choices, formWith, small360 } from "../support/small-survey.ts";

const LIBRARY = fileURLToPath(new URL("../../surveys/library/", import.meta.url));
const accepts = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);
const weAccept = (file: unknown) => schemaProblems(file, schema).length === 0;

/** One of each type of question, with the properties that belong to it. */
const EVERYTHING = formWith(
  [
    {
      type: "rating",
      name: "a",
      title: "A",
      rateMin: 1,
      rateMax: 4,
      displayMode: "buttons",
      visibleIf: "{b} = 'x'",
    },
    {
      type: "radiogroup",
      name: "b",
      title: "B",
      choices: choices("x"),
      showOtherItem: true,
      otherText: "More",
    },
    { type: "dropdown", name: "c", title: "C", choices: choices("x"), placeholder: "Choose" },
    { type: "checkbox", name: "d", title: "D", choices: [{ value: "x", text: "X", isExclusive: true }] },
    { type: "tagbox", name: "e", title: "E", choices: choices("x"), maxSelectedChoices: 2 },
    { type: "ranking", name: "f", title: "F", choices: choices("x", "y"), selectToRankEnabled: true },
    { type: "boolean", name: "g", title: "G", labelTrue: "Yes", labelFalse: "No" },
    { type: "text", name: "h", title: "H", inputType: "number", min: 0, max: 9 },
    { type: "comment", name: "i", title: "I", maxLength: 100, validators: [{ type: "text", minLength: 2 }] },
    {
      type: "panel",
      name: "p",
      elements: [
        {
          type: "matrix",
          name: "j",
          title: "J",
          columns: [1, 2, 3, 4],
          rows: choices("r"),
          eachRowRequired: true,
        },
      ],
    },
  ],
  { a: { scale: "plain" }, "j.r": { scale: "plain" } },
);

describe("survey.schema.json", () => {
  it("accepts every shipped instrument, and one question of each type", () => {
    for (const name of readdirSync(LIBRARY)) {
      const file: unknown = JSON.parse(readFileSync(`${LIBRARY}${name}`, "utf8"));
      expect([name, accepts(file), weAccept(file)]).toEqual([name, true, true]);
    }
    expect([accepts(EVERYTHING), weAccept(EVERYTHING)]).toEqual([true, true]);
  });

  it.each([
    ["/soundings", "kind", "poll"],
    ["/soundings", "languages", []],
    ["/soundings", "version", "1.0"],
    ["/soundings", "minutes", 0],
    ["/soundings/scales/frequency", "points", 1],
    ["/soundings/groups/0", "wording", "third"],
    ["/pages/0/elements/0", "type", "matrixdynamic"],
    ["/pages/0/elements/0", "rateMax", 5],
    ["/pages/0/elements/0", "name", "Not A Code"],
    ["/pages/1/elements/1", "maxLength", 1_000_000],
    ["", "triggers", []],
  ])("refuses at %j the property %s with the value %j", (pointer, key, value) => {
    const file = small360();
    at(file, pointer)[key] = value;
    expect([accepts(file), weAccept(file)]).toEqual([false, false]);
  });

  it("is read by us exactly as by another implementation, whatever is changed in a file", () => {
    const pointers = [...pointersOf(small360(), ""), ...pointersOf(EVERYTHING, "#")];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        "x",
        "Not a code",
        0,
        3,
        2.5,
        1_000_000,
        "",
        {},
        [],
        null,
        true,
        "rating",
        "panel",
      ),
    );
    const key = fc.option(fc.constantFrom("title", "rateMax", "choices", "isRequired", "extra", "type"), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.constantFrom(...pointers), value, key, (pointer, replacement, added) => {
        const file = structuredClone(pointer.startsWith("#") ? EVERYTHING : small360());
        const path = pointer.replace("#", "");
        const cut = path.lastIndexOf("/");
        const holder = at(file, path.slice(0, cut));
        if (added === undefined) holder[path.slice(cut + 1)] = replacement;
        else if (!Array.isArray(holder)) holder[added] = replacement;
        expect(weAccept(file)).toBe(accepts(file));
      }),
      { numRuns: 1000 },
    );
  });

  it("describes every property, so that an editor can explain it", () => {
    const { properties } = schema.$defs.soundings;
    for (const [name, property] of Object.entries(properties))
      expect([name, "description" in property]).toEqual([name, true]);
  });
});

describe("schemaProblems", () => {
  it("refuses schemas with keywords it does not know, instead of passing over them", () => {
    expect(() => schemaProblems(1, { multipleOf: 2 })).toThrow(
      "schemaProblems requires known keywords, not multipleOf",
    );
    expect(() => schemaProblems(1, { $ref: "#/$defs/nowhere" })).toThrow(RangeError);
  });

  it("tells of several alternatives the one that came nearest", () => {
    const alternatives = { anyOf: [{ type: "integer" }, { type: "object", required: ["value"] }] };
    expect(schemaProblems({}, alternatives)).toMatchObject([{ keyword: "required", expected: "value" }]);
  });
});

function pointersOf(node: unknown, pointer: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    `${pointer}/${key}`,
    ...pointersOf(value, `${pointer}/${key}`),
  ]);
}
