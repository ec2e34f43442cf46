/** The form one rater gets: in the words of the group, in one language, with names that stay names. */
import fc from "fast-check";
import { Model, QuestionMatrixModel } from "survey-core";
import { describe, expect, it } from "vitest";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { type FormFor, formFor } from "../../surveys/form.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { at, choices, formWith, small360 } from "../support/small-survey.ts";

type Json = Record<string, unknown>;

function load(file: Json = small360()): SurveyDefinition {
  const loaded = loadDefinition(JSON.stringify(file));
  if ("problems" in loaded) throw new RangeError(JSON.stringify(loaded.problems));
  return loaded.definition;
}

const ANN = { language: "en", pipes: { subject: "Ann Lee" } };
const modelFor = (rater: FormFor, definition = load()) => new Model(formFor(definition, rater));

function rowTexts(model: Model): readonly string[] {
  const matrix = model.getQuestionByName("listening");
  if (!(matrix instanceof QuestionMatrixModel)) throw new RangeError("the small 360 must have its matrix");
  return matrix.rows.map((row: { readonly text: string }) => row.text);
}

describe("formFor", () => {
  it("asks others in the wording for others, with the subject's name", () => {
    const model = modelFor({ ...ANN, group: "peer" });
    expect(model.title).toBe("Feedback for Ann Lee");
    expect(model.getQuestionByName("listening").title).toBe("How does Ann Lee listen?");
    expect(rowTexts(model)).toEqual(["Lets people finish", "Interrupts"]);
  });

  it("asks those who rate themselves in the self wording, the title of a matrix included", () => {
    const model = modelFor({ ...ANN, group: "self" });
    expect(model.getQuestionByName("listening").title).toBe("How often do you do this?");
    expect(rowTexts(model)).toEqual(["I let people finish", "I interrupt"]);
  });

  it("shows a tagbox as a list of all its choices", () => {
    const tagbox = { type: "tagbox", name: "areas", title: "Areas", choices: choices("north", "south") };
    const model = modelFor({ language: "en", pipes: {} }, load(formWith([tagbox])));
    expect(model.getQuestionByName("areas").getType()).toBe("checkbox");
  });

  it("refuses a group that the definition does not have", () => {
    expect(() => formFor(load(), { ...ANN, group: "nobody" })).toThrow(
      "formFor requires a group of the definition",
    );
  });

  it("shows a name as text, whatever is in it: never an expression, never HTML", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("{more}", "{{more}}", "<b>x</b>", "{", "$& $1")),
        (name) => {
          const model = modelFor({ language: "en", group: "peer", pipes: { subject: name } });
          model.setValue("more", "yes");
          const title = model.getQuestionByName("listening").locTitle.renderedHtml;
          expect(title).not.toContain("Yes");
          expect(title).not.toMatch(/[{}]/);
          expect(title.startsWith("How does ")).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
    const model = modelFor({ language: "en", group: "peer", pipes: { subject: "<b>A</b> {more}" } });
    expect(model.getQuestionByName("listening").title).toBe("How does <b>A</b> (more) listen?");
    expect(model.getQuestionByName("listening").locTitle.hasHtml).toBe(false);
  });

  it("cuts a name that is too long for a title, and leaves a missing one empty", () => {
    const long = formFor(load(), { language: "en", pipes: { subject: "x".repeat(5000) } });
    expect(String(long["title"]).length).toBeLessThan(200);
    expect(formFor(load(), { language: "en", pipes: {} })["title"]).toBe("Feedback for ");
  });

  it("gives every text in the language asked for, and in the first language where that is missing", () => {
    const file = formWith([
      {
        type: "radiogroup",
        name: "a",
        title: { default: "Say", de: "Sag" },
        choices: [{ value: "x", text: { en: "Ex", de: "Iks" } }],
      },
    ]);
    Object.assign(at(file, "/soundings"), { languages: ["en", "de"], scales: {} });
    file["title"] = { en: "A form", de: "Ein Formular" };
    const form = formFor(load(file), { language: "de", pipes: {} });
    expect(form["title"]).toBe("Ein Formular");
    expect(at({ ...form }, "/pages/0/elements/0")).toMatchObject({
      title: "Sag",
      choices: [{ value: "x", text: "Iks" }],
    });
    expect(formFor(load(file), { language: "fr", pipes: {} })["title"]).toBe("A form");
  });

  it("labels the choices of an item on a scale from the scale, also where the definition gives numbers only", () => {
    const matrix = { type: "matrix", name: "a", title: "A", rows: choices("r") };
    const columnsAsNumbers = [1, 2, 3, 4, 5, { value: "not-observed" }];
    const file = formWith([{ ...matrix, columns: columnsAsNumbers }], { "a.r": { scale: "frequency" } });
    const columns = at({ ...formFor(load(file), { language: "en", pipes: {} }) }, "/pages/0/elements/0")[
      "columns"
    ];
    expect(columns).toEqual([
      { value: 1, text: "Never" },
      { value: 2, text: "Rarely" },
      { value: 3, text: "Sometimes" },
      { value: 4, text: "Often" },
      { value: 5, text: "Always" },
      { value: "not-observed", text: "Not observed" },
    ]);
  });

  it("asks a rating with not-observed as a list of labelled choices, and a plain one as a rating", () => {
    const rating = {
      type: "rating",
      name: "a",
      title: "A",
      rateMin: 1,
      minRateDescription: "Never",
      displayMode: "buttons",
    };
    const typed = (scale: string, rateMax: number) => {
      const file = formWith([{ ...rating, rateMax }], { a: { scale } });
      return at({ ...formFor(load(file), { language: "en", pipes: {} }) }, "/pages/0/elements/0");
    };
    expect(typed("plain", 4)).toEqual({ ...rating, rateMax: 4 });
    const listed = typed("frequency", 5);
    expect(listed).toMatchObject({ type: "radiogroup", name: "a", title: "A" });
    expect(Object.keys(listed).sort()).toEqual(["choices", "name", "title", "type"]);
  });

  it("lets nobody write more than the answer check takes", () => {
    const form = formWith([
      { type: "comment", name: "a", title: "A" },
      { type: "text", name: "b", title: "B" },
      { type: "comment", name: "c", title: "C", maxLength: 10 },
      { type: "text", name: "d", title: "D", inputType: "number" },
    ]);
    const json = { ...formFor(load(form), { language: "en", pipes: {} }) };
    const limits = [0, 1, 2, 3].map((place) => at(json, `/pages/0/elements/${place}`)["maxLength"]);
    expect(limits).toEqual([4000, 500, 10, undefined]);
    expect(json["maxOthersLength"]).toBe(500);
  });

  it("changes nothing in the definition", () => {
    const definition = load();
    const before = JSON.stringify(definition);
    formFor(definition, { ...ANN, group: "self" });
    expect(JSON.stringify(definition)).toBe(before);
  });

  it("gives JSON that SurveyJS takes without a complaint", () => {
    const model = modelFor({ ...ANN, group: "peer" });
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual(["listening", "more", "keep-doing"]);
  });
});
