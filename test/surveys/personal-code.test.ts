/** The personal code: what is typed becomes a short hash, and nothing else leaves the browser. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileCheck } from "../../surveys/compile-check.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { definitionChanges } from "../../surveys/definition-changes.ts";
import { definitionProblems } from "../../surveys/definition-problems.ts";
import { formFor } from "../../surveys/form.ts";
import {
  elementOfDigest,
  elementsWithDigits,
  isCodeElement,
  plainElement,
  sealPersonalCode,
  textOfElement,
  withoutCodePage,
  withoutPersonalCode,
} from "../../surveys/personal-code.ts";
import { definitionOf } from "../../surveys/read-definition.ts";
import { walkQuestions } from "../../surveys/walk-questions.ts";

type Json = Record<string, unknown>;

/** Guarantee: the shipped file holds an object. */
function staffConfidence(): Json {
  return JSON.parse(readFileSync("surveys/library/staff-confidence.json", "utf8")) as Json;
}

/** Guarantee: the schema accepted the shipped file, and tests name places of it that hold objects. */
function part(file: Json, ...steps: readonly string[]): Json {
  return steps.reduce<Json>((node, step) => node[step] as Json, file);
}

/** Guarantee: as above, for lists. */
function list(node: Json, key: string): Json[] {
  return node[key] as Json[];
}

const MORE = { type: "boolean", name: "more", title: "More?" };
const definition = (): SurveyDefinition => definitionOf(staffConfidence());
const LAST = String(list(staffConfidence(), "pages").length - 1);
const codePage = (file: Json): Json => part(file, "pages", LAST);
const element = (file: Json, place: string): Json => part(codePage(file), "elements", place);
const hash = async (question: string, answer: unknown): Promise<string | undefined> => {
  const text = textOfElement("c2FsdA", question, answer);
  return text === undefined ? undefined : elementOfDigest(createHash("sha256").update(text).digest());
};

describe("an element", () => {
  it("is the same however it is typed: case, accents, blanks and marks do not count", () => {
    expect(["É", " e", "é.", "E"].map(plainElement)).toEqual(["e", "e", "e", "e"]);
    expect(["Ø", "ß", "12", 12, "Ж"].map(plainElement)).toEqual(["ø", "ß", "12", "12", "ж"]);
    expect(["", "  ", "-", null, true, ["a"]].map(plainElement)).toEqual(["", "", "", "", "", ""]);
  });

  it("differs between questions and between programmes, so that codes tell nothing across them", () => {
    expect(textOfElement("one", "code-mother", "a")).not.toBe(textOfElement("one", "code-father", "a"));
    expect(textOfElement("one", "code-mother", "a")).not.toBe(textOfElement("two", "code-mother", "a"));
    expect(textOfElement("one", "code-mother", " ")).toBeUndefined();
  });

  it("is four hexadecimal digits, and never the four noughts that stand for no answer", () => {
    expect(elementOfDigest(Uint8Array.of(10, 63, 1))).toBe("0a3f");
    expect(elementOfDigest(new Uint8Array(32))).toBe("0001");
    expect(["0a3f", "ffff"].every(isCodeElement)).toBe(true);
    for (const wrong of ["0000", "a3f", "0A3F", "0a3f ", "Anna", 12, null])
      expect(isCodeElement(wrong)).toBe(false);
  });
});

describe("answers with a personal code", () => {
  const answers = { "code-mother": "Á", "code-birth-day": "7", "code-father": " ", "keep-doing": "Á" };

  it("leave the browser with hashes in the place of what was typed, and are accepted by the check", async () => {
    const sealed = await sealPersonalCode(answers, definition(), hash);
    expect(Object.keys(sealed).sort()).toEqual(["code-birth-day", "code-mother", "keep-doing"]);
    expect(sealed["keep-doing"]).toBe("Á");
    expect(sealed["code-mother"]).toBe(await hash("code-mother", "a"));
    const checked = compileCheck(definition())(sealed);
    expect(checked.ok && checked.answers.get("code-birth-day")).toBe(sealed["code-birth-day"]);
  });

  it("are refused by the check in clear, whatever the server's page would send", () => {
    const check = compileCheck(definition());
    for (const value of ["A", "7", 7, ["a"], { a: 1 }, "0000", "Anna"]) {
      expect(check({ "code-mother": value })).toMatchObject({
        ok: false,
        problems: [{ item: "code-mother" }],
      });
    }
    expect(check({}).ok).toBe(true);
  });

  it("are checked without the code while it is still in clear", () => {
    expect(withoutPersonalCode(answers, definition())).toEqual({ "keep-doing": "Á" });
    expect(withoutPersonalCode("nonsense", definition())).toBe("nonsense");
  });
});

describe("a digit where a letter is asked", () => {
  const wrong = (answers: unknown): readonly string[] => elementsWithDigits(answers, definition());

  it.each(["7", " 7 ", "٣", "½", "①", "a7"])("is found in %j", (answer) => {
    expect(wrong({ "code-mother": answer })).toEqual(["code-mother"]);
  });

  it.each(["a", "Ø", "ß", "Ж", "ع", "中", "か", "क", "𞤀", "é", " ", "-", "Ⅷ", undefined])(
    "is not found in %j",
    (answer) => {
      expect(wrong({ "code-mother": answer })).toEqual([]);
    },
  );

  it("is not looked for where numbers are asked, in other questions, or in nonsense", () => {
    const numbers = { "code-birth-day": "7", "code-older-siblings": "7-or-more", "keep-doing": "7" };
    expect(wrong(numbers)).toEqual([]);
    expect(wrong("7")).toEqual([]);
    expect(wrong(null)).toEqual([]);
  });

  it("changes no element that letters gave before: codes of earlier rounds still link", async () => {
    const before = { a: "0bd3", Ø: "36b5", "Ж.": "cb73", ع: "965d" };
    const elements = await Promise.all(Object.keys(before).map((letter) => hash("code-mother", letter)));
    expect(elements).toEqual(Object.values(before));
  });
});

describe("the form", () => {
  it("asks for the code on a page of its own at the end, or not at all", () => {
    const form = formFor(definition(), { language: "en", pipes: {} });
    const names = (json: typeof form) => walkQuestions(json).map(({ node }) => node["name"]);
    const without = withoutCodePage(form, definition());
    expect(names(form).filter((name) => !names(without).includes(name))).toEqual(
      definition().soundings.personalCode,
    );
    const first = walkQuestions(form).find(({ node }) => node["name"] === "code-mother")?.node;
    expect(first).toMatchObject({ type: "text", maxLength: 1 });
  });
});

describe("definitions with and without a code", () => {
  it("stay comparable: the code is new, everything else is the same", () => {
    const file = staffConfidence();
    delete part(file, "soundings")["personalCode"];
    list(file, "pages").pop();
    const changes = definitionChanges(definitionOf(file), definition());
    expect(
      changes.items.filter(({ kind }) => kind !== "same").map(({ after, kind }) => [after, kind]),
    ).toEqual(definition().soundings.personalCode?.map((code) => [code, "new"]));
    expect(changes.dimensions.every(({ broken }) => !broken)).toBe(true);
  });
});

describe("lint rules of the personal code", () => {
  const found = (change: (file: Json) => void): readonly string[] => {
    const file = staffConfidence();
    change(file);
    return definitionProblems(file).map(({ rule, pointer }) => `${rule} ${pointer}`);
  };

  it.each<readonly [string, string, (file: Json) => void]>([
    [
      "personal-code-kind",
      "/soundings/personalCode",
      (file) => Object.assign(part(file, "soundings"), { kind: "form" }),
    ],
    [
      "personal-code-kind",
      "/soundings/personalCode",
      (file) => Object.assign(part(file, "soundings"), { identity: "identified" }),
    ],
    [
      "personal-code-unknown",
      "/soundings/personalCode/0",
      (file) => Object.assign(element(file, "0"), { name: "mother" }),
    ],
    [
      "personal-code-question",
      "/pages/6/elements/0",
      (file) => Object.assign(element(file, "0"), { maxLength: 20 }),
    ],
    ["personal-code-question", "/pages/6/elements/0", (file) => delete element(file, "0")["maxLength"]],
    [
      "personal-code-question",
      "/pages/6/elements/0",
      (file) => Object.assign(element(file, "0"), { isRequired: true }),
    ],
    [
      "personal-code-question",
      "/pages/6/elements/0",
      (file) => Object.assign(element(file, "0"), { inputType: "number" }),
    ],
    [
      "personal-code-question",
      "/pages/6/elements/3",
      (file) => Object.assign(element(file, "3"), { type: "checkbox" }),
    ],
    [
      "personal-code-question",
      "/pages/6/elements/3",
      (file) => Object.assign(element(file, "3"), { showOtherItem: true }),
    ],
    [
      "personal-code-question",
      "/pages/6/elements/0",
      (file) => Object.assign(codePage(file), { visibleIf: "{bullied} = 'no'" }),
    ],
    ["personal-code-page", "/pages/6", (file) => delete codePage(file)["description"]],
    ["personal-code-page", "/pages/6", (file) => list(codePage(file), "elements").push(MORE)],
    [
      "personal-code-page",
      "/pages/6",
      (file) => list(file, "pages").push({ name: "after", elements: [MORE] }),
    ],
    [
      "personal-code-condition",
      "/pages/0/elements/0/visibleIf",
      (file) =>
        Object.assign(part(file, "pages", "0", "elements", "0"), { visibleIf: "{code-mother} notempty" }),
    ],
    [
      "wrong-value",
      "/soundings/personalCode",
      (file) => Object.assign(part(file, "soundings"), { personalCode: ["code-mother"] }),
    ],
  ])("%s at %s", (rule, pointer, change) => {
    expect(found(change)).toContain(`${rule} ${pointer}`);
  });

  it("find nothing in the shipped surveys that ask for one, although it asks for letters of names", () => {
    expect(found(() => undefined)).toEqual([]);
  });
});
