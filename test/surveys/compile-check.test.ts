/** The answer check: what it lets pass, what it refuses, and that no input makes it throw or slow. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerProblemSentence } from "../../surveys/answer-problem.ts";
import { type AnswerCheckResult, compileCheck } from "../../surveys/compile-check.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { arbitrarySurvey } from "../support/arbitrary-survey.ts";
import { choices, formWith, small360 } from "../support/small-survey.ts";

type Json = Record<string, unknown>;

function checkOf(file: Json) {
  const loaded = loadDefinition(JSON.stringify(file));
  if ("problems" in loaded) throw new RangeError(JSON.stringify(loaded.problems));
  return compileCheck(loaded.definition);
}

const checkForm = (elements: readonly Json[], items: Json = {}) => checkOf(formWith(elements, items));
const checkOne = (element: Json, items: Json = {}) =>
  checkForm([{ name: "a", title: "A", ...element }], items);
const kept = (result: AnswerCheckResult) => (result.ok ? Object.fromEntries(result.answers) : "refused");
const rules = (result: AnswerCheckResult) =>
  result.ok ? [] : result.problems.map(({ item, rule }) => `${item} ${rule}`);

describe("compileCheck", () => {
  it("gives answers by item code, a matrix row by row, unanswered items left out", () => {
    const check = checkOf(small360());
    const answers = { listening: { "lets-finish": 5, interrupts: "not-observed" }, more: "no" };
    expect(kept(check(answers))).toEqual({
      "listening.lets-finish": 5,
      "listening.interrupts": "not-observed",
      more: "no",
    });
    expect(kept(check({}))).toEqual({});
  });

  it("takes not-observed only where the scale offers it", () => {
    const columns = [1, 2, 3, 4];
    const matrix = { type: "matrix", columns, rows: choices("r") };
    expect(rules(checkOne(matrix, { "a.r": { scale: "plain" } })({ a: { r: "not-observed" } }))).toEqual([
      "a.r unknown-choice",
    ]);
    const offered = { ...matrix, columns: [...columns, 5, { value: "not-observed" }] };
    expect(kept(checkOne(offered, { "a.r": { scale: "frequency" } })({ a: { r: "not-observed" } }))).toEqual({
      "a.r": "not-observed",
    });
  });

  it("takes not-observed for a rating whose scale offers it", () => {
    const check = checkOne({ type: "rating", rateMin: 1, rateMax: 5 }, { a: { scale: "frequency" } });
    expect([kept(check({ a: "not-observed" })), kept(check({ a: 5 }))]).toEqual([
      { a: "not-observed" },
      { a: 5 },
    ]);
  });

  it.each<[string, Json]>([
    ["rating of 9", { a: 9 }],
    ["rating of 0", { a: 0 }],
    ["rating between points", { a: 2.5 }],
    ["rating as text", { a: "3" }],
    ["extra field", { a: 3, b: 1 }],
  ])("refuses a %s on a scale of 1 to 4", (_, answers) => {
    expect(checkOne({ type: "rating", rateMax: 4 }, { a: { scale: "plain" } })(answers).ok).toBe(false);
  });

  it("asks for required answers, also under a condition, and for every row where every row is required", () => {
    const check = checkForm([
      { type: "boolean", name: "a", title: "A", isRequired: true },
      { type: "comment", name: "b", title: "B", requiredIf: "{a} = true" },
      {
        type: "matrix",
        name: "c",
        title: "C",
        columns: choices("x"),
        rows: choices("r", "s"),
        eachRowRequired: true,
      },
    ]);
    expect(rules(check({}))).toEqual(["a required", "c.r required", "c.s required"]);
    expect(rules(check({ a: true, c: { r: "x" } }))).toEqual(["b required", "c.s required"]);
    expect(kept(check({ a: false, c: { r: "x", s: "x" } }))).toEqual({ a: false, "c.r": "x", "c.s": "x" });
  });

  it("drops what is hidden, question, row and choice alike, and asks for nothing there", () => {
    const check = checkForm([
      { type: "radiogroup", name: "a", title: "A", choices: choices("x", "y") },
      { type: "comment", name: "b", title: "B", visibleIf: "{a} = 'x'", isRequired: true },
      {
        type: "checkbox",
        name: "c",
        title: "C",
        choices: choices("p", "q").map((choice) => ({
          ...choice,
          visibleIf: choice["value"] === "p" ? "{a} = 'x'" : "{a} notempty",
        })),
      },
      {
        type: "matrix",
        name: "d",
        title: "D",
        columns: choices("x"),
        rows: choices("r", "s").map((row) => ({
          ...row,
          ...(row["value"] === "r" ? { visibleIf: "{a} = 'x'" } : {}),
        })),
        eachRowRequired: true,
      },
    ]);
    const answers = { a: "y", b: { nonsense: true }, c: ["p", "q"], d: { r: "x", s: "x" } };
    expect(kept(check(answers))).toEqual({ a: "y", c: ["q"], "d.s": "x" });
  });

  it("hides with a page all that is on it", () => {
    const file = formWith([{ type: "boolean", name: "a", title: "A" }]);
    const second = {
      name: "second",
      visibleIf: "{a} = true",
      elements: [{ type: "comment", name: "b", title: "B", isRequired: true }],
    };
    Object.assign(file, { pages: [...[file["pages"]].flat(), second] });
    expect(kept(checkOf(file)({ a: false, b: "said" }))).toEqual({ a: false });
    expect(rules(checkOf(file)({ a: true }))).toEqual(["b required"]);
  });

  it("decides a condition that looks ahead after the question it looks at", () => {
    const check = checkForm([
      { type: "comment", name: "a", title: "A", visibleIf: "{b} = true" },
      { type: "boolean", name: "b", title: "B" },
    ]);
    expect(kept(check({ a: "said", b: true }))).toEqual({ a: "said", b: true });
    expect(kept(check({ a: "said" }))).toEqual({});
  });

  it("asks for the text of the choice other, and keeps it as an item of its own", () => {
    const check = checkOne({ type: "checkbox", choices: choices("x"), showOtherItem: true });
    expect(rules(check({ a: ["other"] }))).toEqual(["a.other required"]);
    expect(rules(check({ a: ["other"], "a-Comment": "x".repeat(501) }))).toEqual(["a.other too-long"]);
    expect(kept(check({ a: ["other", "x"], "a-Comment": "mine" }))).toEqual({
      a: ["other", "x"],
      "a.other": "mine",
    });
    expect(checkOne({ type: "checkbox", choices: choices("x") })({ "a-Comment": "x" }).ok).toBe(false);
  });

  it("holds texts against the product's own limit where the definition names none", () => {
    expect(rules(checkOne({ type: "comment" })({ a: "x".repeat(4001) }))).toEqual(["a too-long"]);
    expect(checkOne({ type: "comment" })({ a: "x".repeat(4000) }).ok).toBe(true);
    expect(rules(checkOne({ type: "text" })({ a: "x".repeat(501) }))).toEqual(["a too-long"]);
  });

  it("cleans texts: one kind of line end, no control or half characters, one line where one is asked for", () => {
    const dirty = "a\r\nb\u0000\u202e\ud800c\u{1f600} ";
    expect(kept(checkOne({ type: "comment" })({ a: dirty }))).toEqual({ a: "a\nb\ufffdc\u{1f600}" });
    expect(kept(checkOne({ type: "text" })({ a: dirty }))).toEqual({ a: "a b\ufffdc\u{1f600}" });
  });

  it.each([
    ["2026-02-28", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["28.02.2026", false],
    ["2026-02-28T10:00", false],
  ])("takes the date %s: %s", (a, ok) => {
    expect(checkOne({ type: "text", inputType: "date" })({ a }).ok).toBe(ok);
  });

  it("lists problems in the order asked, and never what was answered", () => {
    const check = checkForm([
      { type: "comment", name: "b", title: "B", visibleIf: "{a} notempty", maxLength: 3 },
      { type: "text", name: "a", title: "A", inputType: "number", max: 10 },
    ]);
    const result = check({ a: 4711, b: "a secret" });
    expect(rules(result)).toEqual(["b too-long", "a too-large"]);
    expect(JSON.stringify(result)).not.toMatch(/4711|secret/);
    expect(JSON.stringify(check({ "Ann Lee": 1 }))).not.toContain("Ann");
  });

  it("has a sentence for every problem, with nothing left to fill in", () => {
    fc.assert(
      fc.property(arbitrarySurvey(), ({ file, answers }) => {
        const result = checkOf(file)(answers);
        for (const problem of result.ok ? [] : result.problems) {
          expect(answerProblemSentence(problem)).toMatch(/^[A-Z][^{}]*\.$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("compileCheck on hostile input", () => {
  const check = checkOf(small360());

  it("never throws, whatever it is given", () => {
    const keys = fc.constantFrom(
      "listening",
      "more",
      "keep-doing",
      "__proto__",
      "constructor",
      "more-Comment",
      "toString",
    );
    const hostile = fc.oneof(
      fc.anything({
        maxDepth: 4,
        withNullPrototype: true,
        withBigInt: true,
        withDate: true,
        withMap: true,
        withTypedArray: true,
      }),
      fc.dictionary(keys, fc.anything({ maxDepth: 4, withNullPrototype: true })),
      fc.json().map((text): unknown => JSON.parse(text)),
    );
    fc.assert(
      fc.property(hostile, (answers) => {
        const result = check(answers);
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps nothing that a prototype key brings in", () => {
    const polluted: unknown = JSON.parse('{"__proto__": {"more": "yes"}}');
    expect(rules(check(polluted))).toEqual([" unknown-question"]);
    const nested: unknown = JSON.parse('{"listening": {"__proto__": {"lets-finish": 1}}}');
    expect(rules(check(nested))).toEqual(["listening unknown-row"]);
    expect(kept(check(Object.create({ more: "yes" })))).toEqual({});
  });

  it("says one thing about a thousand unknown keys, and does not look into what they hold", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, place) => [`k${place}`, { deep: [[[1]]] }]),
    );
    expect(rules(check(many))).toEqual([" too-many-answers"]);
    const rows = {
      listening: Object.fromEntries(Array.from({ length: 1000 }, (_, place) => [`r${place}`, 1])),
    };
    expect(rules(check(rows))).toEqual(["listening unknown-row"]);
  });

  it("answers the same for equal input, however often it was used before", () => {
    fc.assert(
      fc.property(arbitrarySurvey(), ({ file, answers }) => {
        const used = checkOf(file);
        const first = used(answers);
        used({});
        used(null);
        expect(used(answers)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it("takes its own answers again: what was accepted is accepted unchanged", () => {
    const form = checkForm([
      { type: "text", name: "a", title: "A" },
      { type: "checkbox", name: "b", title: "B", choices: choices("x", "y") },
    ]);
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.subarray(["x", "y"]), (a, b) => {
        const once = form({ a, b });
        expect(once.ok && form(Object.fromEntries(once.answers))).toEqual(once);
      }),
    );
  });
});
