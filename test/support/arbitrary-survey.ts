/** Generated survey files and answers to them: mostly what a rater could give, partly what nobody should send. */
import fc from "fast-check";
import { choices, formWith } from "./small-survey.ts";

type Json = Record<string, unknown>;

export interface GeneratedSurvey {
  readonly file: Json;
  readonly answers: Json;
}

interface Sketch {
  readonly node: Json;
  readonly scale?: string;
  readonly rows?: readonly string[];
  readonly inDomain: fc.Arbitrary<unknown>;
}

const CODES = ["x", "y", "z"] as const;
const TEXTS = ["ab", "abcdef", " spaced ", "   ", "12", "line\none", "x".repeat(30)];
const STRANGE = fc.oneof(
  fc.constantFrom<unknown>(
    9,
    3.7,
    "3",
    "nope",
    ["x", "x"],
    ["nope"],
    { r: 1, q: 2 },
    [],
    {},
    null,
    "",
    true,
    -1,
  ),
  fc.constantFrom<unknown>(
    ["none", "x"],
    ["x", "y", "z"],
    { constructor: 1 },
    "2026-02-30",
    "not an address",
    "yes",
  ),
);

const point = fc.constantFrom(1, 2, 3, 4);
const code = fc.constantFrom<unknown>(...CODES);
const some = fc.uniqueArray(code, { minLength: 1, maxLength: 3 });

/** Each sketch is one sort of question; its name is put in later. */
const SKETCHES: fc.Arbitrary<Sketch> = fc.oneof(
  fc.constant({ node: { type: "rating", rateMin: 1, rateMax: 4 }, scale: "plain", inDomain: point }),
  fc.constant({
    node: {
      type: "radiogroup",
      choices: choices(1, 2, 3, 4).map((one, place) => ({ ...one, text: String(place + 1) })),
    },
    scale: "plain",
    inDomain: point,
  }),
  fc.boolean().map((showOtherItem) => ({
    node: { type: "radiogroup", choices: choices(...CODES), ...(showOtherItem ? { showOtherItem } : {}) },
    inDomain: fc.oneof(code, fc.constant(showOtherItem ? "other" : "x")),
  })),
  fc.constant({ node: { type: "dropdown", choices: choices(...CODES) }, inDomain: code }),
  fc
    .record({ least: fc.nat(2), most: fc.integer({ min: 2, max: 3 }), none: fc.boolean() })
    .map(({ least, most, none }) => ({
      node: {
        type: "checkbox",
        choices: choices(...CODES),
        ...(least > 0 ? { minSelectedChoices: least } : {}),
        maxSelectedChoices: most,
        ...(none ? { showNoneItem: true } : {}),
      },
      inDomain: some,
    })),
  fc.constant({ node: { type: "tagbox", choices: choices(...CODES) }, inDomain: some }),
  fc.constant({
    node: { type: "ranking", choices: choices(...CODES) },
    inDomain: fc.shuffledSubarray([...CODES], { minLength: 2 }),
  }),
  fc.constant({ node: { type: "boolean" }, inDomain: fc.boolean() }),
  fc.constant({
    node: { type: "text", inputType: "number", min: 0, max: 10 },
    inDomain: fc.integer({ min: -1, max: 11 }),
  }),
  fc.constant({
    node: { type: "text", inputType: "date" },
    inDomain: fc.constantFrom("2026-02-28", "2024-02-29"),
  }),
  fc.constant({
    node: { type: "text", inputType: "email" },
    inDomain: fc.constantFrom("ann@example.org", "ann"),
  }),
  fc.constant({
    node: { type: "text", maxLength: 20, validators: [{ type: "regex", regex: "^[a-z ]*$" }] },
    inDomain: fc.constantFrom(...TEXTS),
  }),
  fc.constant({
    node: { type: "comment", validators: [{ type: "text", minLength: 3 }] },
    inDomain: fc.constantFrom(...TEXTS),
  }),
  fc.boolean().map((eachRowRequired) => ({
    node: {
      type: "matrix",
      columns: [1, 2, 3, 4],
      rows: choices("r", "s"),
      ...(eachRowRequired ? { eachRowRequired } : {}),
    },
    scale: "plain",
    rows: ["r", "s"],
    inDomain: fc.record({ r: point, s: point }, { requiredKeys: [] }),
  })),
);

interface Drawn {
  readonly sketch: Sketch;
  readonly required: "no" | "always" | "if";
  /** Which earlier question a condition rests on, if any. */
  readonly restsOn: number | undefined;
  readonly negated: boolean;
  readonly where: "question" | "choice" | "panel";
  readonly answered: boolean;
  readonly strange: boolean;
}

const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  sketch: SKETCHES,
  required: fc.constantFrom("no", "no", "always", "if"),
  restsOn: fc.option(fc.nat(9), { nil: undefined }),
  negated: fc.boolean(),
  where: fc.constantFrom("question", "choice", "panel"),
  answered: fc.nat(4).map((chance) => chance > 0),
  strange: fc.nat(9).map((chance) => chance === 0),
});

/** A survey of one to six questions, free of problems, and answers to it. */
export function arbitrarySurvey(): fc.Arbitrary<GeneratedSurvey> {
  return fc.array(DRAWN, { minLength: 1, maxLength: 6 }).chain((drawn) => {
    const file = fileOf(drawn);
    const values = drawn.map(({ sketch, answered, strange }) => {
      if (!answered) return fc.constant(undefined);
      return strange ? STRANGE : sketch.inDomain;
    });
    const extras = fc.record({ comment: fc.constantFrom(undefined, "said", "  "), extra: fc.nat(15) });
    return fc.tuple(fc.tuple(...values), extras).map(([given, { comment, extra }]) => ({
      file,
      answers: answersOf(given, comment, extra === 0),
    }));
  });
}

function fileOf(drawn: readonly Drawn[]): Json {
  const items: Json = {};
  const elements = drawn.map(({ sketch, ...drawnOne }, place) => {
    const name = nameOf(place);
    const codes = sketch.rows?.map((row) => `${name}.${row}`) ?? [name];
    if (sketch.scale !== undefined) for (const one of codes) items[one] = { scale: sketch.scale };
    return elementOf({ ...sketch.node, name, title: `Title ${name}` }, drawnOne, conditionOf(drawn, place));
  });
  return formWith(elements, items);
}

function elementOf(
  node: Json,
  { required, where }: Pick<Drawn, "required" | "where">,
  condition: string | undefined,
): Json {
  const asked = {
    ...node,
    ...(required === "always" ? { isRequired: true } : {}),
    ...(required === "if" && condition !== undefined ? { requiredIf: condition } : {}),
  };
  if (condition === undefined || required === "if") return asked;
  if (where === "panel")
    return { type: "panel", name: `${String(node["name"])}-panel`, visibleIf: condition, elements: [asked] };
  const list = Array.isArray(node["choices"]) ? node["choices"] : [];
  const isCoded = list.some((one: Json) => one["value"] === "y") && node["type"] !== "ranking";
  if (where !== "choice" || !isCoded) return { ...asked, visibleIf: condition };
  return {
    ...asked,
    choices: list.map((one: Json) => (one["value"] === "y" ? { ...one, visibleIf: condition } : one)),
  };
}

function conditionOf(drawn: readonly Drawn[], place: number): string | undefined {
  const { restsOn, negated } = drawn[place] ?? {};
  if (restsOn === undefined || place === 0) return undefined;
  const other = restsOn % place;
  const sketch = drawn[other]?.sketch;
  const name = nameOf(other);
  const target = sketch?.rows === undefined ? name : `${name}.r`;
  if (sketch?.scale !== undefined) return negated ? `{${target}} < 3` : `{${target}} >= 2`;
  const type = sketch?.node["type"];
  if (type === "checkbox" || type === "tagbox")
    return negated ? `{${name}} notcontains 'x'` : `{${name}} contains 'x'`;
  if (type === "radiogroup" || type === "dropdown") return negated ? `{${name}} <> 'x'` : `{${name}} = 'x'`;
  return negated ? `{${name}} empty` : `{${name}} notempty`;
}

function nameOf(place: number): string {
  return `ask-${String.fromCharCode(97 + place)}`;
}

function answersOf(given: readonly unknown[], comment: string | undefined, extra: boolean): Json {
  const answers: Json = {};
  given.forEach((value, place) => {
    if (value !== undefined) answers[nameOf(place)] = value;
    if (value === "other" && comment !== undefined) answers[`${nameOf(place)}-Comment`] = comment;
  });
  if (extra) answers["surprise"] = 1;
  return answers;
}
