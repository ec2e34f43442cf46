/** The shipped instruments: all there, at full length, comparable where they must be, and answerable. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileCheck } from "../../surveys/compile-check.ts";
import { type Item, NOT_OBSERVED, type SurveyDefinition } from "../../surveys/definition.ts";
import { formFor } from "../../surveys/form.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";

const FOLDER = fileURLToPath(new URL("../../surveys/library/", import.meta.url));
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length))
  .sort();

const DIMENSIONS = [
  "listening",
  "clarity",
  "support",
  "pace-and-patience",
  "inspiring",
  "responsibility",
  "developing-people",
  "working-with-partners",
];

const ANONYMOUS_SURVEYS = [
  "coaching-evaluation",
  "event-feedback",
  "learning-set-review",
  "manager-confidence",
  "programme-readiness",
  "staff-confidence",
];

const textOf = (name: string): string => readFileSync(`${FOLDER}${name}.json`, "utf8");
const instrument = (name: string): SurveyDefinition => readDefinition(textOf(name));
const ofDimension = (definition: SurveyDefinition, code: string): readonly Item[] =>
  definition.items.filter((item) => item.metadata.dimension === code);
const ofKind = (definition: SurveyDefinition, kind: Item["kind"]): readonly Item[] =>
  definition.items.filter((item) => item.kind === kind);
const wordings = (items: readonly Item[]) =>
  items.map(({ code, title, metadata }) => [code, title, metadata]);
const choicesOf = (definition: SurveyDefinition, code: string) =>
  definition.items.find((item) => item.code === code)?.choices?.map(({ value }) => value);

test("the library holds exactly the fourteen instruments", () => {
  expect(NAMES).toEqual(
    [
      ...ANONYMOUS_SURVEYS,
      "coaching-goals",
      "development-request",
      "leadership-360",
      "mentee-request",
      "mentor-offer",
      "mentoring-check-in",
      "mentoring-review",
      "observation",
    ].sort(),
  );
});

describe.each(NAMES)("%s", (name) => {
  const definition = instrument(name);

  test("loads without a problem", () => {
    const loaded = loadDefinition(textOf(name));
    expect("problems" in loaded ? loaded.problems : []).toEqual([]);
  });

  test("is understood by SurveyJS, every question and page, without an error", () => {
    const groups = definition.soundings.groups.map(({ code }) => ({ group: code }));
    for (const group of groups.length === 0 ? [{}] : groups) {
      const model = new Model(
        formFor(definition, { ...group, language: "en", pipes: { subject: "Ann Lee" } }),
      );
      expect(model.jsonErrors ?? []).toEqual([]);
      const asked = new Set(definition.items.map(({ question }) => question));
      expect(new Set(model.getAllQuestions().map((question) => question.name))).toEqual(asked);
    }
  });

  test("is named as its file and points to the format's schema", () => {
    expect(definition.soundings.id).toBe(name);
    expect(textOf(name)).toContain('"$schema": "../survey.schema.json"');
  });

  test("accepts a form that leaves out all that may be left out, and one that answers everything", () => {
    const check = compileCheck(definition);
    const nothing = check({});
    const required = nothing.ok ? [] : nothing.problems.map(({ rule }) => rule);
    expect(new Set(required)).toEqual(new Set(required.length === 0 ? [] : ["required"]));
    expect(check(fullAnswers(definition, 0))).toMatchObject({ ok: true });
    expect(check(fullAnswers(definition, 1))).toMatchObject({ ok: true });
  });

  test("labels every point of its scales, and uses every scale and dimension it declares", () => {
    const { scales, dimensions } = definition.soundings;
    for (const scale of Object.values(scales)) expect(scale.labels).toHaveLength(scale.points);
    const used = definition.items.map(({ metadata }) => metadata);
    expect(new Set(used.flatMap(({ scale }) => scale ?? []))).toEqual(new Set(Object.keys(scales)));
    expect(new Set(used.flatMap(({ dimension }) => dimension ?? []))).toEqual(
      new Set(dimensions.map(({ code }) => code)),
    );
  });

  test("has no text that is HTML, and limits the length of everything written", () => {
    expect(textOf(name)).not.toMatch(/<[a-z/]|&[a-z]+;|\]\(/i);
    const written = ofKind(definition, "text").filter(({ code }) => !code.endsWith(".other"));
    const letters = ofKind(definition, "code").filter(({ code }) => !/day|siblings/.test(code));
    expect(textOf(name).match(/"maxLength"/g) ?? []).toHaveLength(written.length + letters.length);
  });
});

describe("leadership-360", () => {
  const definition = instrument("leadership-360");

  test("asks forty items, five in each of the eight dimensions, and three comments", () => {
    expect(definition.soundings.dimensions.map(({ code }) => code)).toEqual(DIMENSIONS);
    for (const code of DIMENSIONS) expect(ofDimension(definition, code)).toHaveLength(5);
    expect(ofKind(definition, "scale")).toHaveLength(40);
    expect(ofKind(definition, "text")).toHaveLength(3);
    expect(definition.items).toHaveLength(43);
  });

  test("has one reverse-keyed item in each dimension", () => {
    for (const code of DIMENSIONS) {
      const reversed = ofDimension(definition, code).filter(({ metadata }) => metadata.reverseKeyed);
      expect(reversed).toHaveLength(1);
    }
  });

  test("has a wording of its own for self-raters on every item", () => {
    for (const { code, title, metadata } of definition.items) {
      expect(metadata.selfWording?.["en"], code).toMatch(/\b(I|me)\b/);
      expect(metadata.selfWording, code).not.toEqual(title);
    }
  });

  test("offers not observed on every item", () => {
    const check = compileCheck(definition);
    const answers = Object.fromEntries(
      DIMENSIONS.map((code) => [
        code,
        Object.fromEntries(ofDimension(definition, code).map(({ row }) => [row, NOT_OBSERVED])),
      ]),
    );
    const checked = check(answers);
    expect(checked.ok && [...checked.answers.values()]).toEqual(Array(40).fill(NOT_OBSERVED));
  });

  test("names the subject to others, and leaves no brace open for any group", () => {
    for (const { code, wording } of definition.soundings.groups) {
      const form = formFor(definition, { group: code, language: "en", pipes: { subject: "Ann Lee" } });
      const text = JSON.stringify(form);
      expect(text).not.toContain("{subject}");
      expect(text.includes("I let people finish")).toBe(wording === "self");
      if (wording === "other") expect(text).toContain("Ann Lee");
    }
  });

  test("shows self and line manager by name, and peers, direct reports and others never", () => {
    const attributed = definition.soundings.groups.filter((group) => group.attributed);
    expect(attributed.map(({ code }) => code)).toEqual(["self", "line-manager"]);
    const anonymous = definition.soundings.groups.filter((group) => !group.attributed);
    expect(anonymous.map(({ code }) => code)).toEqual(["peer", "direct-report", "other"]);
  });
});

describe("observation", () => {
  const definition = instrument("observation");

  test("rates the eight dimensions of the 360 on as many points, each with evidence", () => {
    const other = instrument("leadership-360");
    expect(definition.soundings.dimensions.map(({ code, label }) => [code, label])).toEqual(
      other.soundings.dimensions.map(({ code, label }) => [code, label]),
    );
    expect(ofKind(definition, "scale").map(({ code }) => code)).toEqual(DIMENSIONS);
    expect(definition.soundings.scales["seen"]?.points).toBe(other.soundings.scales["frequency"]?.points);
    const codes = definition.items.map(({ code }) => code);
    for (const code of DIMENSIONS) expect(codes).toContain(`${code}-evidence`);
  });

  test("names the six situations", () => {
    expect(choicesOf(definition, "situation")).toHaveLength(6);
  });
});

describe("anonymous surveys", () => {
  test.each(ANONYMOUS_SURVEYS)("%s is an anonymous staff survey with reverse-keyed items", (name) => {
    const { soundings, items } = instrument(name);
    expect(soundings).toMatchObject({ kind: "staff-survey", identity: "anonymous", groups: [] });
    expect(items.some(({ metadata }) => metadata.reverseKeyed)).toBe(true);
    for (const { code } of soundings.dimensions)
      expect(items.filter(({ metadata }) => metadata.dimension === code).length).toBeGreaterThanOrEqual(4);
  });

  test.each(ANONYMOUS_SURVEYS)("%s writes no more than two comments and no dates or numbers", (name) => {
    const definition = instrument(name);
    expect(ofKind(definition, "text").length).toBeLessThanOrEqual(2);
    expect([...ofKind(definition, "number"), ...ofKind(definition, "date")]).toEqual([]);
  });

  test("event-feedback asks about senior management in the very words of staff-confidence", () => {
    const [event, staff] = [instrument("event-feedback"), instrument("staff-confidence")];
    expect(wordings(ofDimension(event, "senior-management"))).toEqual(
      wordings(ofDimension(staff, "senior-management")),
    );
    expect(ofDimension(event, "senior-management")).toHaveLength(8);
    expect(event.soundings.scales).toEqual(staff.soundings.scales);
  });

  test("staff-confidence lets nobody be pressed about bullying, harassment or themselves", () => {
    const definition = instrument("staff-confidence");
    const asked = ["bullied", "harassed", "source", "told-someone", "dealt-with", "witnessed"];
    const about = ["area", "grade-band", "length-of-service", "working-pattern"];
    for (const code of [...asked, ...about])
      expect(choicesOf(definition, code), code).toContain("prefer-not-to-say");
    expect(textOf("staff-confidence")).not.toContain("isRequired");
  });

  test("staff-confidence asks what happened next only of those to whom it happened", () => {
    const check = compileCheck(instrument("staff-confidence"));
    const next = { source: ["more-senior"], "told-someone": "yes", "dealt-with": "partly" };
    const kept = (answers: object) => {
      const checked = check({ ...answers, ...next });
      return checked.ok && [...checked.answers.keys()];
    };
    expect(kept({ bullied: "no" })).toEqual(["bullied"]);
    expect(kept({ harassed: "once" })).toEqual(["harassed", ...Object.keys(next)]);
    const untold = check({ harassed: "once", ...next, "told-someone": "no" });
    expect(untold.ok && [...untold.answers.keys()]).not.toContain("dealt-with");
  });

  test("manager-confidence asks the same of middle and of first-line managers", () => {
    const definition = instrument("manager-confidence");
    const rows = (code: string) => ofDimension(definition, code).map(({ row }) => row);
    expect(rows("middle-managers")).toEqual(rows("first-line-managers"));
    expect(rows("middle-managers")).toHaveLength(9);
  });
});

describe("identified forms", () => {
  const identified = NAMES.filter((name) => instrument(name).soundings.identity === "identified");

  test.each(identified)("%s says who sees the answers before anything is asked", (name) => {
    expect(instrument(name).survey["description"]).toMatch(/Who sees this: /);
  });

  test("mentor-offer has four questions and mentoring-check-in two", () => {
    expect(instrument("mentor-offer").items).toHaveLength(4);
    expect(instrument("mentoring-check-in").items).toHaveLength(2);
  });

  test("mentee and mentor choose from the same areas and ways to meet", () => {
    const [mentee, mentor] = [instrument("mentee-request"), instrument("mentor-offer")];
    expect(choicesOf(mentee, "areas")).toEqual(choicesOf(mentor, "areas"));
    expect(choicesOf(mentee, "first-area")).toEqual(choicesOf(mentor, "areas"));
    expect(choicesOf(mentee, "mode")).toEqual(choicesOf(mentor, "mode"));
  });

  test("mentor-offer refuses a sixth area", () => {
    const definition = instrument("mentor-offer");
    const areas = choicesOf(definition, "areas") ?? [];
    const check = compileCheck(definition);
    expect(check({ capacity: "1", areas: areas.slice(0, 5) }).ok).toBe(true);
    expect(check({ capacity: "1", areas: areas.slice(0, 6) }).ok).toBe(false);
  });

  test("mentee-request needs areas, a way to meet and consent, and nothing more", () => {
    const result = compileCheck(instrument("mentee-request"))({});
    expect(result.ok ? [] : result.problems.map(({ item }) => item)).toEqual(["areas", "mode", "consent"]);
  });

  test("mentee-request lets the first area be one of those chosen, and no other", () => {
    const check = compileCheck(instrument("mentee-request"));
    const request = { areas: ["presenting", "confidence"], mode: "either", consent: ["yes"] };
    const first = ["confidence", "new-in-role"].map((area) => {
      const checked = check({ ...request, "first-area": area });
      return checked.ok && checked.answers.get("first-area");
    });
    expect(first).toEqual(["confidence", undefined]);
  });

  test("mentoring-review asks why it ended only when it ended early", () => {
    const check = compileCheck(instrument("mentoring-review"));
    const reasons = ["as-planned", "early-faded"].map((ended) => {
      const checked = check({ role: "mentee", ended, reason: "no-time" });
      return checked.ok && checked.answers.get("reason");
    });
    expect(reasons).toEqual([undefined, "no-time"]);
  });

  test("coaching-goals keeps goals two and three for those who have them", () => {
    const check = compileCheck(instrument("coaching-goals"));
    const one = check({ occasion: "set", "how-many": "one", "goal-1-name": "a", "goal-2-name": "b" });
    expect(one.ok && [...one.answers.keys()]).toEqual(["occasion", "how-many", "goal-1-name"]);
    const three = check({
      occasion: "review",
      "how-many": "three",
      "goal-3-attained": 5,
      "goal-3-name": "b",
    });
    expect(three.ok && [...three.answers.keys()]).toEqual(["occasion", "how-many", "goal-3-attained"]);
  });
});

test("the definition of the real upward ratings loads, and its map names every item and column once", () => {
  const read = (file: string): string =>
    readFileSync(new URL(`../fixtures/leadership-climate/${file}`, import.meta.url), "utf8");
  const loaded = loadDefinition(read("leadership-climate.json"));
  expect("problems" in loaded ? loaded.problems : []).toEqual([]);
  const codes = "definition" in loaded ? loaded.definition.items.map(({ code }) => code) : [];
  expect(codes).toHaveLength(11);
  const { subject, items, ignore } = mapIn(read("map.json"));
  expect(Object.values(items)).toEqual(codes);
  const [header = ""] = read("data.csv").split(/\r?\n/, 1);
  expect([subject.column, ...Object.keys(items), ...ignore].sort()).toEqual(header.split(",").sort());
});

interface FixtureMap {
  readonly subject: { readonly column: string };
  readonly items: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
}

/** Guarantee: the text is the fixture's own map.json, which has this shape. */
function mapIn(text: string): FixtureMap {
  return JSON.parse(text) as FixtureMap;
}

/** Answers to every item; `turn` takes the first or the second choice, so that both ways of conditions are walked. */
function fullAnswers(definition: SurveyDefinition, turn: 0 | 1): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  const rows: Record<string, Record<string, unknown>> = {};
  for (const item of definition.items) {
    const answer = answerTo(item, turn);
    if (answer === undefined) continue;
    if (item.row === undefined) answers[item.question] = answer;
    else rows[item.question] = { ...rows[item.question], [item.row]: answer };
  }
  return { ...answers, ...rows };
}

function answerTo(item: Item, turn: 0 | 1): unknown {
  const choice = item.choices?.[Math.min(turn, item.choices.length - 1)]?.value;
  switch (item.kind) {
    case "scale":
      return turn + 3;
    case "choice":
      return choice;
    case "choices":
      return [choice];
    case "date":
      return "2031-05-14";
    case "text":
      return item.code.endsWith(".other") ? undefined : "A sentence.";
    default:
      return undefined;
  }
}
