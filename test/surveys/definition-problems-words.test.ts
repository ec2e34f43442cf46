/** Lint rules for conditions, patterns, texts and the promise, each seen to fire. */
import { describe, expect, it } from "vitest";
import { definitionProblems } from "../../surveys/definition-problems.ts";
import { at, choices, formWith, small360 } from "../support/small-survey.ts";

type Json = Record<string, unknown>;

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
const FIRST = "/pages/0/elements/0";
const SECOND = "/pages/0/elements/1";

describe("rules of conditions", () => {
  it.each(["{a} = = 'a'", "{a} and", "iif(", "a = 'a'", "true"])(
    "condition-syntax refuses %s",
    (visibleIf) => {
      expect(inForm(radio("a"), text("b", { visibleIf }))).toContain(`condition-syntax ${SECOND}/visibleIf`);
    },
  );

  it.each(["{z} = 1", "{a.row} = 1", "{a-Comment} notempty", "{$a.isVisible} = true", "{a.length} > 1"])(
    "condition-unknown-item refuses %s",
    (visibleIf) => {
      expect(inForm(radio("a"), text("b", { visibleIf }))).toEqual([
        `condition-unknown-item ${SECOND}/visibleIf`,
      ]);
    },
  );

  it("knows rows of a matrix and the length of a list", () => {
    expect(
      after((file) =>
        Object.assign(at(file, "/pages/1/elements/1"), { requiredIf: "{listening.interrupts} > 3" }),
      ),
    ).toEqual([]);
    const box = { type: "checkbox", name: "a", title: "A", choices: choices("x", "y") };
    expect(inForm(box, text("b", { visibleIf: "{a.length} > 1" }))).toEqual([]);
  });

  it("finds conditions of pages, rows and choices", () => {
    expect(after((file) => Object.assign(at(file, "/pages/0"), { visibleIf: "{z} = 1" }))).toEqual([
      "condition-unknown-item /pages/0/visibleIf",
    ]);
    const [one, two] = choices("x", "y");
    expect(inForm(radio("a", { choices: [one, { ...two, visibleIf: "{z} = 1" }] }))).toEqual([
      `condition-unknown-item ${FIRST}/choices/1/visibleIf`,
    ]);
  });

  it("condition-function refuses what rests on the clock or the screen", () => {
    expect(inForm(radio("b"), text("a", { visibleIf: "today() > {b}" }))).toEqual([
      `condition-function ${SECOND}/visibleIf`,
    ]);
  });

  it("condition-circle, through other questions too", () => {
    expect(inForm(radio("a", { visibleIf: "{a} = 'a'" }))).toEqual([`condition-circle ${FIRST}`]);
    expect(
      inForm(radio("a", { visibleIf: "{b} = 'a'" }), radio("b", { visibleIf: "{a} = 'a'" })),
    ).toHaveLength(1);
  });

  it("condition-unknown-choice", () => {
    expect(inForm(radio("a"), text("b", { visibleIf: "{a} anyof ['a', 'c']" }))).toEqual([
      `condition-unknown-choice ${SECOND}/visibleIf`,
    ]);
  });
});

describe("dangerous-pattern", () => {
  const withPattern = (regex: string) => inForm(text("a", { validators: [{ type: "regex", regex }] }));
  it.each([
    "^(a+)+$",
    "^(a|a)*$",
    "(x+x+)+y",
    "^(a?){30}$",
    "a*a*a*b",
    "(?=a)b",
    "(a)\\1",
    "([",
    "^(\\w+\\s?)*$",
  ])("refuses %s", (regex) => {
    expect(withPattern(regex)).toEqual([`dangerous-pattern ${FIRST}/validators/0/regex`]);
  });

  it.each([
    "^[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}$",
    "^\\d{4}-\\d{2}$",
    "^(yes|no)$",
    "^[a-z]+\\.[a-z]+$",
    "^(?:ab){2,5}$",
  ])("lets %s pass", (regex) => {
    expect(withPattern(regex)).toEqual([]);
  });
});

describe("rules of texts", () => {
  const titled = (title: unknown) => inForm(text("a", { title }));

  it.each([
    "<b>Bold</b>",
    "A <img src=x onerror=y>",
    "<script",
    "&lt;b&gt;",
    "[here](https://example.org)",
    "**really**",
    "javascript:alert(1)",
  ])("html-in-text refuses %s", (title) => {
    expect(titled(title)).toEqual([`html-in-text ${FIRST}/title`]);
  });

  it("lets a comparison in words and signs pass", () => {
    expect(titled("Is 3 < 5 & 5 > 3? Ours & theirs; a*b")).toEqual([]);
  });

  it("unknown-pipe, for anything in braces that is not declared", () => {
    expect(titled("Hello {name}")).toEqual([`unknown-pipe ${FIRST}/title`]);
    expect(titled("Hello {")).toEqual([`unknown-pipe ${FIRST}/title`]);
    expect(after((file) => Object.assign(at(file, "/pages/1"), { title: "{listening.interrupts}" }))).toEqual(
      ["unknown-pipe /pages/1/title"],
    );
  });

  it("missing-translation and unknown-language, a plain string being the first language", () => {
    const file = formWith([text("a", { title: { default: "Say it", de: "Sag es" } })]);
    expect(found(file)).toEqual([`unknown-language ${FIRST}/title/de`]);
    Object.assign(at(file, "/soundings"), { languages: ["en", "de"], scales: {} });
    expect(found(file)).toEqual(["missing-translation /title"]);
  });

  it("group-without-wording, for items and for titles with a name in them", () => {
    const item = "/soundings/items/listening.interrupts";
    expect(after((file) => delete at(file, item)["selfWording"])).toEqual([`group-without-wording ${item}`]);
    expect(after((file) => delete at(file, "/soundings/items")["listening"])).toEqual([
      `group-without-wording ${FIRST}/title`,
    ]);
  });
});

describe("rules of the promise", () => {
  const anonymous = (question: Json) => {
    const file = formWith([question]);
    at(file, "/soundings")["identity"] = "anonymous";
    return found(file);
  };

  it.each([
    text("a", { inputType: "email" }),
    text("a", { inputType: "date" }),
    text("a", { autocomplete: "name" }),
    text("first-name"),
    text("staff-number"),
    text("a", { title: "Your name" }),
    text("a", { title: "Name:" }),
    text("a", { title: "What is your full name?" }),
    text("a", { title: "E-mail" }),
    text("a", { validators: [{ type: "email" }] }),
    { type: "comment", name: "a", title: "Please give your date of birth" },
  ])("anonymous-asks-identity refuses $name $title $inputType", (question) => {
    expect(anonymous(question)).toEqual([`anonymous-asks-identity ${FIRST}`]);
    expect(inForm(question)).toEqual([]);
  });

  it("anonymous-asks-number", () => {
    expect(anonymous(text("a", { inputType: "number" }))).toEqual([
      `anonymous-asks-number ${FIRST}/inputType`,
    ]);
  });

  it("lets questions pass that only use such words", () => {
    expect(anonymous({ type: "comment", name: "a", title: "Name one thing that should stay." })).toEqual([]);
    expect(anonymous(text("a", { title: "What would you call this place?" }))).toEqual([]);
  });
});
