/** Every lint rule, seen to fire on the smallest file that breaks it. */
import { describe, expect, it } from "vitest";
import { definitionProblems } from "../../surveys/definition-problems.ts";
import { at, choices, formWith, small360 } from "../support/small-survey.ts";

type Json = Record<string, unknown>;

/** What is found after one change to the small 360. */
function after(change: (file: Json) => void): readonly string[] {
  const file = small360();
  change(file);
  return found(file);
}

function found(file: Json): readonly string[] {
  return [...new Set(definitionProblems(file).map(({ rule, pointer }) => `${rule} ${pointer}`))];
}

const inForm = (...elements: readonly Json[]) => found(formWith(elements));
const text = (name: string, more: Json = {}): Json => ({ type: "text", name, title: "Say it", ...more });
const radio = (name: string, more: Json = {}): Json => ({
  type: "radiogroup",
  name,
  title: "Pick one",
  choices: choices("a", "b"),
  ...more,
});
const MATRIX = "/pages/0/elements/0";

describe("definitionProblems", () => {
  it("finds nothing in a sound 360 and a sound form", () => {
    expect(found(small360())).toEqual([]);
    expect(inForm(text("a"), radio("b"))).toEqual([]);
  });

  it("says for every finding what is wrong and what to do", () => {
    const file = small360();
    at(file, "/soundings")["kind"] = "poll";
    at(file, MATRIX)["name"] = "question1";
    for (const { sentence, repair } of definitionProblems(file)) {
      expect(sentence).toMatch(/^[A-Z"“].*\.$/);
      expect(repair).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("rules of shape", () => {
  it.each([
    ["unknown-property", "/titel", (file: Json) => Object.assign(file, { titel: "x" })],
    ["missing-property", "", (file: Json) => delete file["title"]],
    [
      "wrong-value",
      "/soundings/kind",
      (file: Json) => Object.assign(at(file, "/soundings"), { kind: "poll" }),
    ],
    [
      "wrong-value",
      "/soundings/minutes",
      (file: Json) => Object.assign(at(file, "/soundings"), { minutes: "2" }),
    ],
    [
      "unknown-property",
      "/soundings/owner",
      (file: Json) => Object.assign(at(file, "/soundings"), { owner: "x" }),
    ],
    [
      "unstable-code",
      `${MATRIX}/name`,
      (file: Json) => Object.assign(at(file, MATRIX), { name: "Listening Skills" }),
    ],
    [
      "unknown-property",
      `${MATRIX}/choicesByUrl`,
      (file: Json) => Object.assign(at(file, MATRIX), { choicesByUrl: {} }),
    ],
  ])("%s at %s", (rule, pointer, change) => {
    expect(after(change)).toContain(`${rule} ${pointer}`);
  });

  it.each([
    "html",
    "image",
    "file",
    "expression",
    "matrixdynamic",
    "paneldynamic",
    "matrixdropdown",
    "signaturepad",
  ])("question-type refuses %s", (type) => {
    expect(inForm({ type, name: "a", title: "A" })).toContain("question-type /pages/0/elements/0/type");
  });

  it.each([
    "html",
    "defaultValueExpression",
    "setValueExpression",
    "valueName",
    "renderAs",
    "itemComponent",
    "enableIf",
  ])("unknown-property refuses %s, which could run or show something unchecked", (property) => {
    expect(inForm(text("a", { [property]: "x" }))).toContain(
      `unknown-property /pages/0/elements/0/${property}`,
    );
  });
});

describe("what is larger than rules are made for", () => {
  it("is refused as too-large, and not looked into any further", () => {
    const long = text("question1", { title: "<b>".repeat(1000) });
    expect(inForm(long)).toEqual(["too-large /pages/0/elements/0/title"]);
    const many = Array.from({ length: 201 }, (_, place) => text(`question${place}`));
    expect(inForm(...many)).toEqual(["too-large /pages/0/elements"]);
  });
});

describe("rules of codes", () => {
  it("duplicate-item-code, whatever the case", () => {
    expect(inForm(text("a"), text("a"))).toEqual(["duplicate-item-code /pages/0/elements/1/name"]);
  });

  it("clashing-rows, for codes and for texts", () => {
    const same = { value: "lets-finish", text: "Lets people finish" };
    expect(
      after((file) => Object.assign(at(file, MATRIX), { rows: [same, { ...same, text: "Other" }] })),
    ).toContain(`clashing-rows ${MATRIX}/rows/1`);
    expect(
      after((file) => Object.assign(at(file, MATRIX), { rows: [same, { ...same, value: "x" }] })),
    ).toContain(`clashing-rows ${MATRIX}/rows/1/text`);
  });

  it.each(["question1", "question12", "item3"])(
    "unstable-code refuses %s, which an editor made up",
    (name) => {
      expect(inForm(text(name))).toEqual(["unstable-code /pages/0/elements/0/name"]);
    },
  );

  it.each(["constructor", "prototype", "item", "row", "panel", "locale", "why-comment", "costs-total"])(
    "reserved-name refuses %s",
    (name) => {
      expect(inForm(text(name))).toEqual(["reserved-name /pages/0/elements/0/name"]);
    },
  );

  it("duplicate-page and clashing-pipe", () => {
    expect(after((file) => Object.assign(at(file, "/pages/1"), { name: "listening-page" }))).toEqual([
      "duplicate-page /pages/1/name",
    ]);
    expect(after((file) => Object.assign(at(file, "/pages/1/elements/0"), { name: "subject" }))).toContain(
      "clashing-pipe /soundings/pipes/0",
    );
  });
});

describe("rules of metadata", () => {
  const ITEM = "/soundings/items/listening.interrupts";
  it.each([
    ["unknown-dimension", `${ITEM}/dimension`, { dimension: "patience" }],
    ["unknown-scale", `${ITEM}/scale`, { scale: "agreement" }],
  ])("%s", (rule, pointer, change) => {
    expect(after((file) => Object.assign(at(file, ITEM), change))).toContain(`${rule} ${pointer}`);
  });

  it("item-in-no-dimension and dimension-without-scale", () => {
    expect(after((file) => delete at(file, ITEM)["dimension"])).toEqual([`item-in-no-dimension ${ITEM}`]);
    const items = { a: { dimension: "d" } };
    const file = formWith([radio("a")], items);
    at(file, "/soundings")["dimensions"] = [{ code: "d", label: { en: "D" }, minimumAnswered: 1 }];
    expect(found(file)).toEqual(["dimension-without-scale /soundings/items/a"]);
  });

  it("unknown-item, for an item that is not asked and for a matrix as a whole", () => {
    expect(found(formWith([text("a")], { b: { selfWording: { en: "B" } } }))).toEqual([
      "unknown-item /soundings/items/b",
    ]);
    expect(
      after((file) => Object.assign(at(file, "/soundings/items/listening"), { dimension: "listening" })),
    ).toContain("unknown-item /soundings/items/listening");
  });

  it("reverse-keyed-unordered", () => {
    const pointer = `reverse-keyed-unordered ${ITEM}/reverseKeyed`;
    expect(
      after((file) => Object.assign(at(file, "/soundings/scales/frequency"), { ordered: false })),
    ).toEqual([pointer]);
  });

  it("minimum-answered and empty-dimension", () => {
    const dimension = "/soundings/dimensions/0";
    expect(after((file) => Object.assign(at(file, dimension), { minimumAnswered: 3 }))).toEqual([
      `minimum-answered ${dimension}/minimumAnswered`,
    ]);
    const empty = { code: "pace", label: { en: "Pace" }, minimumAnswered: 1 };
    expect(after((file) => Object.assign(at(file, "/soundings/dimensions"), { 1: empty }))).toEqual([
      "empty-dimension /soundings/dimensions/1",
    ]);
  });

  it("duplicate-declaration and scale-labels", () => {
    expect(after((file) => Object.assign(at(file, "/soundings/groups/1"), { code: "self" }))).toContain(
      "duplicate-declaration /soundings/groups/1",
    );
    expect(after((file) => Object.assign(at(file, "/soundings/scales/frequency"), { points: 4 }))).toContain(
      "scale-labels /soundings/scales/frequency/labels",
    );
  });

  it("groups-fit-kind: none in a form, some in a 360, not all by name in an anonymous one", () => {
    const rule = "groups-fit-kind /soundings/groups";
    expect(after((file) => Object.assign(at(file, "/soundings"), { kind: "staff-survey" }))).toEqual([rule]);
    expect(after((file) => Object.assign(at(file, "/soundings"), { groups: [] }))).toEqual([rule]);
    expect(after((file) => Object.assign(at(file, "/soundings/groups/1"), { attributed: true }))).toEqual([
      rule,
    ]);
  });
});

describe("rules of choices", () => {
  it("duplicate-choice, also of the choices that SurveyJS adds", () => {
    expect(inForm(radio("a", { choices: choices("x", "x") }))).toEqual([
      "duplicate-choice /pages/0/elements/0/choices/1",
    ]);
    expect(inForm(radio("a", { showOtherItem: true, choices: choices("other", "x") }))).toEqual([
      "duplicate-choice /pages/0/elements/0/choices/0",
    ]);
  });

  it("choices-match-scale, for columns, labels, ratings and choices", () => {
    const columns = at(small360(), `${MATRIX}/columns`);
    const all = Object.values(columns);
    expect(after((file) => Object.assign(at(file, MATRIX), { columns: all.slice(0, 5) }))).toEqual([
      `choices-match-scale ${MATRIX}/columns`,
    ]);
    expect(after((file) => Object.assign(at(file, `${MATRIX}/columns/0`), { text: "Always" }))).toEqual([
      `choices-match-scale ${MATRIX}/columns/0/text`,
    ]);
    const rating = { type: "rating", name: "a", title: "A", rateMax: 7 };
    expect(found(formWith([rating], { a: { scale: "plain" } }))).toEqual([
      "choices-match-scale /pages/0/elements/0",
    ]);
    expect(found(formWith([{ ...rating, rateMax: 4 }], { a: { scale: "plain" } }))).toEqual([]);
    expect(found(formWith([radio("a")], { a: { scale: "plain" } }))).toContain(
      "choices-match-scale /pages/0/elements/0/choices",
    );
  });

  it("mixed-scales, missing-scale and scale-on-other-type", () => {
    const scales = "/soundings/scales";
    const mixed = after((file) => {
      Object.assign(at(file, scales), { second: at(file, `${scales}/frequency`) });
      at(file, "/soundings/items/listening.interrupts")["scale"] = "second";
    });
    expect(mixed).toEqual([`mixed-scales ${MATRIX}`]);
    expect(inForm({ type: "rating", name: "a", title: "A" })).toEqual(["missing-scale /pages/0/elements/0"]);
    expect(inForm(radio("a", { choices: choices(1, 2) }))).toEqual(["missing-scale /pages/0/elements/0"]);
    expect(inForm(radio("a", { choices: choices("x", "not-observed") }))).toEqual([
      "missing-scale /pages/0/elements/0/choices/1",
    ]);
    expect(found(formWith([text("a")], { a: { scale: "plain" } }))).toEqual([
      "scale-on-other-type /soundings/items/a/scale",
    ]);
  });

  it("impossible-bounds", () => {
    const bounds = ["impossible-bounds /pages/0/elements/0"];
    const box = { type: "checkbox", name: "a", title: "A", choices: choices("x", "y") };
    expect(inForm({ ...box, minSelectedChoices: 3 })).toEqual(bounds);
    expect(inForm(text("a", { inputType: "number", min: 5, max: 4 }))).toEqual(bounds);
    expect(inForm(text("a", { maxLength: 5, validators: [{ type: "text", minLength: 6 }] }))).toEqual(bounds);
  });
});
