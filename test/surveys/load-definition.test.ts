/** From the text of a file to a definition or its problems; no text makes it throw. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { at, small360 } from "../support/small-survey.ts";

const text = (file: unknown = small360()) => JSON.stringify(file, null, 2);

function problemsOf(source: string) {
  const loaded = loadDefinition(source);
  return "problems" in loaded ? loaded : { problems: [], unreadable: false };
}

describe("loadDefinition", () => {
  it("gives the definition with its items in the order asked", () => {
    const loaded = loadDefinition(text());
    expect(
      "definition" in loaded && loaded.definition.items.map(({ code, kind }) => `${code} ${kind}`),
    ).toEqual([
      "listening.lets-finish scale",
      "listening.interrupts scale",
      "more choice",
      "keep-doing text",
    ]);
  });

  it("keeps the SurveyJS part apart from the metadata, and a text of the whole that does not depend on layout", () => {
    const one = loadDefinition(text());
    const two = loadDefinition(JSON.stringify(Object.fromEntries(Object.entries(small360()).reverse())));
    if (!("definition" in one) || !("definition" in two)) throw new RangeError("the small 360 must load");
    expect(Object.keys(one.definition.survey)).toEqual(["title", "pages"]);
    expect(one.definition.title).toEqual({ en: "Feedback for {subject}" });
    expect(two.definition.canonical).toBe(one.definition.canonical);
    expect(JSON.parse(one.definition.canonical)).toEqual(small360());
  });

  it("names the line of what is wrong, and for something missing the line of what it is missing in", () => {
    const file = small360();
    Object.assign(at(file, "/pages/1/elements/1"), { visibleIf: "{z} = 1" });
    const source = text(file);
    const line = source.slice(0, source.indexOf("{z} = 1")).split("\n").length;
    expect(problemsOf(source).problems).toMatchObject([{ rule: "condition-unknown-item", line }]);
    delete at(file, "/soundings/groups/1")["label"];
    const missing = text(file).slice(0, text(file).indexOf('"code": "peer"')).split("\n").length - 1;
    expect(problemsOf(text(file)).problems).toMatchObject([{ rule: "missing-property", line: missing }]);
  });

  it("lists problems by line", () => {
    const file = small360();
    Object.assign(at(file, "/pages/1/elements/1"), { visibleIf: "{z} = 1" });
    Object.assign(at(file, "/pages/0/elements/0"), { name: "question1" });
    const lines = problemsOf(text(file)).problems.map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines).toEqual([...lines].sort((one, two) => one - two));
  });

  it.each([
    ["", 1],
    ["{", 1],
    ['{\n"title": }', 2],
    ["// a comment\n{}", 1],
    ['{"a": 1,}', 1],
    ["[]", 1],
    ["null", 1],
    ['"text"', 1],
  ])("calls %j unreadable at line %i", (source, line) => {
    expect(problemsOf(source)).toMatchObject({ unreadable: true, problems: [{ rule: "unreadable", line }] });
  });

  it("refuses what is nested or long beyond all forms before parsing it", () => {
    expect(problemsOf("[".repeat(200_000))).toMatchObject({ unreadable: true });
    expect(problemsOf(`{"a":${"[".repeat(60)}${"]".repeat(60)}}`).problems[0]?.sentence).toContain(
      "deeper than 40",
    );
    expect(problemsOf(`"${"x".repeat(500_001)}"`).problems[0]?.sentence).toContain("half a million");
    expect(problemsOf(`{"a":"${"x".repeat(25_001)}"}`).problems[0]?.sentence).toContain("longer than 25000");
  });

  it("finds a property that is written twice, which parsers pass over", () => {
    const source = text().replace('"title": "Feedback', '"title": "Lost",\n  "title": "Feedback');
    expect(problemsOf(source).problems).toMatchObject([{ rule: "duplicate-key", pointer: "/title" }]);
  });

  it.each(["__proto__", "constructor", "prototype"])(
    "refuses %s as a property, wherever it stands",
    (name) => {
      const top = text().replace('"title": "Feedback', `"${name}": {}, "title": "Feedback`);
      const deep = text().replace('"rows": [', `"${name}": {"isAdmin": true}, "rows": [`);
      for (const source of [top, deep])
        expect(problemsOf(source).problems.map(({ rule }) => rule)).toContain("reserved-name");
      expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    },
  );

  it("reads a file that begins with a byte order mark", () => {
    expect("definition" in loadDefinition(`\ufeff${text()}`)).toBe(true);
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (source) => void loadDefinition(source)));
  });

  it("never throws when any one value of a sound file is replaced by anything", () => {
    const sound = small360();
    const pointers = pointersOf(sound, "");
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.jsonValue({ maxDepth: 3 }), (pointer, value) => {
        const file = small360();
        const cut = pointer.lastIndexOf("/");
        at(file, pointer.slice(0, cut))[pointer.slice(cut + 1)] = value;
        const loaded = loadDefinition(JSON.stringify(file));
        expect("definition" in loaded || loaded.problems.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

function pointersOf(node: unknown, pointer: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    `${pointer}/${key}`,
    ...pointersOf(value, `${pointer}/${key}`),
  ]);
}
