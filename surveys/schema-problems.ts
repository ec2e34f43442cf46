/** Holds a value against a JSON Schema: the part of draft 2020-12 that survey.schema.json uses. */
import { isJsonObject, type JsonObject, ownValue, pointerTo } from "./json-value.ts";

export interface SchemaProblem {
  readonly pointer: string;
  /** The keyword that refused the value. */
  readonly keyword: string;
  /** What the keyword asks for. */
  readonly expected: unknown;
  /** The value, or for required and additionalProperties the property's name. */
  readonly found: unknown;
  /** Name of the innermost definition ($defs) the keyword belongs to; "" at the top. */
  readonly definition: string;
}

interface Place {
  readonly root: JsonObject;
  readonly pointer: string;
  readonly definition: string;
}

interface Outcome {
  readonly problems: readonly SchemaProblem[];
  /** Names of properties that some keyword has looked at. */
  readonly evaluated: ReadonlySet<string>;
}

type Keyword = (value: unknown, expected: unknown, place: Place, schema: JsonObject) => Outcome;

/**
 * Every way in which a value does not fit a schema. Schemas may use: $ref into $defs, type, enum, const, pattern,
 * lengths, bounds, items, uniqueItems, required, properties, additionalProperties, propertyNames, property counts,
 * anyOf, allOf, if/then and unevaluatedProperties: false.
 * @param value any JSON value
 * @param schema the schema, with its $defs
 * @returns problems in the order found; empty if the value fits
 * @throws RangeError when the schema uses another keyword
 * @see JSON Schema, draft 2020-12, Core sections 10 and 11, and Validation section 6
 * @example schemaProblems(3, { type: "string" })[0]?.keyword // "type"
 */
export function schemaProblems(value: unknown, schema: JsonObject): readonly SchemaProblem[] {
  return evaluate(value, schema, { root: schema, pointer: "", definition: "" }).problems;
}

const NOTHING: Outcome = { problems: [], evaluated: new Set() };
const WITHOUT_MEANING = new Set(["$schema", "$id", "$defs", "title", "description", "then"]);

function evaluate(value: unknown, schema: unknown, place: Place): Outcome {
  if (!isJsonObject(schema)) return NOTHING;
  const outcomes = Object.keys(schema)
    .filter((name) => !WITHOUT_MEANING.has(name) && name !== "unevaluatedProperties")
    .map((name) => {
      const keyword = KEYWORDS[name];
      if (keyword === undefined) throw new RangeError(`schemaProblems requires known keywords, not ${name}`);
      return keyword(value, schema[name], place, schema);
    });
  const all = together(outcomes);
  if (schema["unevaluatedProperties"] !== false || !isJsonObject(value)) return all;
  const unknown = Object.keys(value).filter((key) => !all.evaluated.has(key));
  return {
    problems: [...all.problems, ...unknown.map((key) => strange(key, place))],
    evaluated: new Set(Object.keys(value)),
  };
}

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    problems: outcomes.flatMap(({ problems }) => problems),
    evaluated: new Set(outcomes.flatMap(({ evaluated }) => [...evaluated])),
  };
}

function strange(key: string, place: Place): SchemaProblem {
  const pointer = pointerTo(place.pointer, key);
  return { ...at({ ...place, pointer }), keyword: "additionalProperties", expected: false, found: key };
}

function at({ pointer, definition }: Place) {
  return { pointer, definition };
}

/** A keyword that asks one yes-or-no question. */
function demand(name: string, holds: (value: unknown, expected: unknown) => boolean): [string, Keyword] {
  return [
    name,
    (value, expected, place) =>
      holds(value, expected)
        ? NOTHING
        : { problems: [{ ...at(place), keyword: name, expected, found: value }], evaluated: new Set() },
  ];
}

/** A keyword that bounds a number which it takes from the value; a value without that number is not its business. */
function bound(
  name: string,
  measure: (value: unknown) => number | undefined,
  fits: (a: number, b: number) => boolean,
) {
  return demand(name, (value, expected) => {
    const measured = measure(value);
    return measured === undefined || typeof expected !== "number" || fits(measured, expected);
  });
}

const numberIn = (value: unknown) => (typeof value === "number" ? value : undefined);
const lengthOf = (value: unknown) => (typeof value === "string" ? [...value].length : undefined);
const entriesOf = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const membersOf = (value: unknown) => (isJsonObject(value) ? Object.keys(value).length : undefined);
const atLeast = (measured: number, expected: number) => measured >= expected;
const atMost = (measured: number, expected: number) => measured <= expected;

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function hasType(value: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return expected.some((one: unknown) => hasType(value, one));
  return expected === "integer" ? Number.isInteger(value) : typeOf(value) === expected;
}

const KEYWORDS: Readonly<Record<string, Keyword>> = Object.fromEntries([
  demand("type", hasType),
  demand("enum", (value, expected) => Array.isArray(expected) && expected.includes(value)),
  demand("const", (value, expected) => value === expected),
  demand(
    "pattern",
    (value, expected) =>
      typeof value !== "string" || typeof expected !== "string" || new RegExp(expected, "u").test(value),
  ),
  demand(
    "uniqueItems",
    (value, expected) =>
      expected !== true ||
      !Array.isArray(value) ||
      new Set(value.map((one) => JSON.stringify(one))).size === value.length,
  ),
  bound("minLength", lengthOf, atLeast),
  bound("maxLength", lengthOf, atMost),
  bound("minimum", numberIn, atLeast),
  bound("maximum", numberIn, atMost),
  bound("exclusiveMinimum", numberIn, (measured, expected) => measured > expected),
  bound("minItems", entriesOf, atLeast),
  bound("maxItems", entriesOf, atMost),
  bound("minProperties", membersOf, atLeast),
  bound("maxProperties", membersOf, atMost),
  ["$ref", evaluateReference],
  ["items", evaluateItems],
  ["required", evaluateRequired],
  ["properties", evaluateProperties],
  ["additionalProperties", evaluateAdditional],
  ["propertyNames", evaluateNames],
  ["anyOf", evaluateAnyOf],
  ["allOf", (value, expected, place) => together(listOf(expected).map((one) => evaluate(value, one, place)))],
  ["if", evaluateIf],
] satisfies (readonly [string, Keyword])[]);

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function evaluateReference(value: unknown, expected: unknown, place: Place): Outcome {
  const name = typeof expected === "string" ? expected.replace("#/$defs/", "") : "";
  const definitions = place.root["$defs"];
  const schema = isJsonObject(definitions) ? ownValue(definitions, name) : undefined;
  if (schema === undefined) throw new RangeError(`schemaProblems requires references to $defs, not ${name}`);
  return evaluate(value, schema, { ...place, definition: name });
}

function evaluateItems(value: unknown, expected: unknown, place: Place): Outcome {
  const outcomes = listOf(value).map((entry, index) =>
    evaluate(entry, expected, { ...place, pointer: pointerTo(place.pointer, index) }),
  );
  return { problems: together(outcomes).problems, evaluated: new Set() };
}

function evaluateRequired(value: unknown, expected: unknown, place: Place): Outcome {
  if (!isJsonObject(value)) return NOTHING;
  const problems = listOf(expected)
    .filter((key) => typeof key === "string" && !Object.hasOwn(value, key))
    .map((key) => ({ ...at(place), keyword: "required", expected: key, found: key }));
  return { problems, evaluated: new Set() };
}

function evaluateProperties(value: unknown, expected: unknown, place: Place): Outcome {
  if (!isJsonObject(value) || !isJsonObject(expected)) return NOTHING;
  const names = Object.keys(expected).filter((key) => Object.hasOwn(value, key));
  const outcomes = names.map((key) =>
    evaluate(value[key], expected[key], { ...place, pointer: pointerTo(place.pointer, key) }),
  );
  return { problems: together(outcomes).problems, evaluated: new Set(names) };
}

function evaluateAdditional(value: unknown, expected: unknown, place: Place, schema: JsonObject): Outcome {
  if (!isJsonObject(value)) return NOTHING;
  const properties = schema["properties"];
  const known = isJsonObject(properties) ? properties : {};
  const names = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
  const problems = names.flatMap((key) =>
    expected === false
      ? [strange(key, place)]
      : evaluate(value[key], expected, { ...place, pointer: pointerTo(place.pointer, key) }).problems,
  );
  return { problems, evaluated: new Set(names) };
}

function evaluateNames(value: unknown, expected: unknown, place: Place): Outcome {
  if (!isJsonObject(value)) return NOTHING;
  const problems = Object.keys(value).flatMap(
    (key) => evaluate(key, expected, { ...place, pointer: pointerTo(place.pointer, key) }).problems,
  );
  return { problems, evaluated: new Set() };
}

/** Of several refusals the one of the branch that came furthest is told: an author meant that one. */
function evaluateAnyOf(value: unknown, expected: unknown, place: Place): Outcome {
  const outcomes = listOf(expected).map((one) => evaluate(value, one, place));
  const accepting = outcomes.filter(({ problems }) => problems.length === 0);
  if (accepting.length > 0) return together(accepting);
  const depth = ({ problems }: Outcome) =>
    Math.max(...problems.map(({ keyword }) => (keyword === "type" ? 0 : 1)));
  const [nearest] = [...outcomes].sort(
    (one, two) => depth(two) - depth(one) || one.problems.length - two.problems.length,
  );
  return nearest ?? NOTHING;
}

function evaluateIf(value: unknown, expected: unknown, place: Place, schema: JsonObject): Outcome {
  const condition = evaluate(value, expected, place);
  if (condition.problems.length > 0) return NOTHING;
  return together([condition, evaluate(value, schema["then"], place)]);
}
