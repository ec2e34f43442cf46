/** Lint rules that the JSON Schema decides: properties, types and values that the format does not know. */
import type { JsonObject } from "../json-value.ts";
import { PROTOTYPE_KEYS } from "../json-value.ts";
import { QUESTION_TYPES } from "../read-questions.ts";
import { type SchemaProblem, schemaProblems } from "../schema-problems.ts";
import schema from "../survey.schema.json" with { type: "json" };
import { type Finding, quoted } from "./finding.ts";

const TOO_LARGE = new Set(["maxLength", "maxItems", "maxProperties"]);
const CODES = new Set(["code", "questionCode", "itemCode"]);

/**
 * Everything in a file that survey.schema.json refuses.
 * @param file the parsed JSON of the whole file
 * @returns findings; empty if the file has the right shape
 * @example findShape({}).map((finding) => finding.rule) // ["missing-property", …]
 */
export function findShape(file: JsonObject): readonly Finding[] {
  return schemaProblems(file, schema).map((problem) => ({
    ...explain(problem),
    pointer: problem.pointer,
  }));
}

type Explanation = Omit<Finding, "pointer">;

function explain(problem: SchemaProblem): Explanation {
  const { keyword, definition, expected, found, pointer } = problem;
  if (keyword === "additionalProperties") return explainUnknown(String(found));
  if (keyword === "required")
    return {
      rule: "missing-property",
      sentence: `The property ${quoted(found)} is missing.`,
      repair: `Add ${quoted(found)}.`,
    };
  if (keyword === "enum" && definition === "element") return explainType(found);
  if (keyword === "pattern" && CODES.has(definition)) return explainCode(found);
  if (keyword === "pattern" && definition === "language")
    return {
      rule: "unknown-language",
      sentence: `${quoted(found)} is no language tag.`,
      repair: 'Use a BCP 47 tag such as "en" or "de-CH".',
    };
  return {
    rule: TOO_LARGE.has(keyword) ? "too-large" : "wrong-value",
    sentence: `${quoted(found)} does not fit ${quoted(lastStep(pointer))}: ${demandOf(keyword, expected)}.`,
    repair: `Give a value that is: ${demandOf(keyword, expected)}.`,
  };
}

function explainUnknown(name: string): Explanation {
  if (PROTOTYPE_KEYS.has(name))
    return {
      rule: "reserved-name",
      sentence: `${quoted(name)} is a name that JavaScript treats specially.`,
      repair: "Take it out, or choose another name.",
    };
  return {
    rule: "unknown-property",
    sentence: `${quoted(name)} is no property that is allowed here.`,
    repair: "Take it out, or correct its spelling; survey.schema.json lists what is allowed.",
  };
}

function explainType(found: unknown): Explanation {
  return {
    rule: "question-type",
    sentence: `${quoted(found)} is no type of question that can be checked safely.`,
    repair: `Use panel or one of: ${QUESTION_TYPES.join(", ")}. Text that is only read belongs in a description.`,
  };
}

function explainCode(found: unknown): Explanation {
  return {
    rule: "unstable-code",
    sentence: `${quoted(found)} is no stable code.`,
    repair: "Use lower-case letters, digits and single hyphens, beginning with a letter for a question.",
  };
}

function lastStep(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1) || "the file";
}

const DEMANDS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  exclusiveMinimum: "more than",
  minLength: "characters at least",
  maxLength: "characters at most",
  minItems: "entries at least",
  maxItems: "entries at most",
  minProperties: "properties at least",
  maxProperties: "properties at most",
};

function demandOf(keyword: string, expected: unknown): string {
  if (keyword === "type")
    return `of type ${Array.isArray(expected) ? expected.join(" or ") : String(expected)}`;
  if (keyword === "enum" && Array.isArray(expected)) return `one of ${expected.join(", ")}`;
  if (keyword === "const") return `exactly ${JSON.stringify(expected)}`;
  if (keyword === "uniqueItems") return "without repetition";
  if (keyword === "pattern") return `of the form ${String(expected)}`;
  return `${DEMANDS[keyword] ?? keyword} ${String(expected)}`;
}
