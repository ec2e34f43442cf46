/** From the text of a file to a survey definition, or to its problems with their lines. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { SurveyDefinition } from "./definition.ts";
import { definitionProblems } from "./definition-problems.ts";
import { isJsonObject, PROTOTYPE_KEYS, pointerTo } from "./json-value.ts";
import { type Finding, quoted } from "./problems/finding.ts";
import { definitionOf } from "./read-definition.ts";

export interface DefinitionProblem extends Finding {
  /** 1-based line of the file. */
  readonly line: number;
}

export type LoadedDefinition =
  | { readonly definition: SurveyDefinition }
  | { readonly problems: readonly DefinitionProblem[]; readonly unreadable: boolean };

/** Longest file that is read, in UTF-16 code units. */
const LONGEST_FILE = 500_000;
/** Longest single text in a file; more than any rule lets pass, so that rules never meet a longer one. */
const LONGEST_STRING = 25_000;
/** More problems than this are not listed: they have few causes. */
const MOST_PROBLEMS = 500;
/** Deepest nesting of objects and arrays that is read. */
const DEEPEST = 40;

/**
 * Loads a definition from the text of its file.
 * @param text the whole file
 * @returns the definition; or its problems by line (at most 500), with `unreadable` when the text is no JSON object at all
 * @example
 * const loaded = loadDefinition(text);
 * if ("problems" in loaded) for (const { line, sentence } of loaded.problems) report(line, sentence);
 */
export function loadDefinition(text: string): LoadedDefinition {
  const source = text.replace(/^\ufeff/, "");
  const outsize = findOutsize(source);
  if (outsize !== undefined) return { unreadable: true, problems: [{ ...outsize, line: 1 }] };
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const lineAt = lineFinder(source);
  if (tree === undefined || errors.length > 0)
    return {
      unreadable: true,
      problems: unreadable(errors).map(([error, offset]) => ({ ...error, line: lineAt(offset) })),
    };
  const file: unknown = JSON.parse(source);
  if (!isJsonObject(file)) return { unreadable: true, problems: [{ ...NO_OBJECT, line: 1 }] };
  const keys = findKeys(tree, "");
  const found = [...keys.map(([finding]) => finding), ...definitionProblems(file)];
  if (found.length === 0) return { definition: definitionOf(file) };
  const keyOffsets = new Map(keys);
  const problems = distinct(found)
    .slice(0, MOST_PROBLEMS)
    .map((finding) => ({
      ...finding,
      line: lineAt(keyOffsets.get(finding) ?? offsetOf(tree, finding.pointer)),
    }));
  return { unreadable: false, problems: problems.sort((one, two) => one.line - two.line) };
}

const NO_OBJECT: Finding = {
  rule: "unreadable",
  pointer: "",
  sentence: "The file holds no JSON object.",
  repair: "A definition is one JSON object with the properties soundings, title and pages.",
};

/** Checked before parsing, because parsers call themselves for every level. */
function findOutsize(text: string): Finding | undefined {
  if (text.length > LONGEST_FILE) return outsize("longer than half a million characters");
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token.length > LONGEST_STRING)
      return outsize(`made of texts longer than ${LONGEST_STRING} characters`);
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > DEEPEST) return outsize(`nested deeper than ${DEEPEST} levels`);
  }
  return undefined;
}

function outsize(how: string): Finding {
  return {
    rule: "unreadable",
    pointer: "",
    sentence: `The file is ${how}.`,
    repair: "Split the survey into several definitions, and shorten its texts.",
  };
}

function unreadable(errors: readonly ParseError[]): readonly (readonly [Finding, number])[] {
  const [first] = errors;
  const code = first === undefined ? "empty file" : printParseErrorCode(first.error);
  const words = code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const finding: Finding = {
    rule: "unreadable",
    pointer: "",
    sentence: `The file is not JSON: ${words}.`,
    repair: "Correct it here; the rest of the file was not looked at.",
  };
  return [[finding, first?.offset ?? 0]];
}

/** What is lost once the text has become objects: keys written twice, and keys that reach a prototype. */
function findKeys(node: Node, pointer: string): readonly (readonly [Finding, number])[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, place) => {
    if (node.type === "array") return findKeys(child, pointerTo(pointer, place));
    const [key, value] = child.children ?? [];
    const name = String(key?.value ?? "");
    const here = pointerTo(pointer, name);
    const own: (readonly [Finding, number])[] = [];
    if (seen.has(name)) own.push([repeatedKey(name, here), child.offset]);
    if (PROTOTYPE_KEYS.has(name)) own.push([reservedKey(name, here), child.offset]);
    seen.add(name);
    return [...own, ...(value === undefined ? [] : findKeys(value, here))];
  });
}

function repeatedKey(name: string, pointer: string): Finding {
  return {
    rule: "duplicate-key",
    pointer,
    sentence: `The property ${quoted(name)} is written twice; only the last one counts.`,
    repair: "Take one of them out.",
  };
}

function reservedKey(name: string, pointer: string): Finding {
  return {
    rule: "reserved-name",
    pointer,
    sentence: `${quoted(name)} is a name that JavaScript treats specially.`,
    repair: "Take it out, or choose another name.",
  };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, pointer, sentence }) => {
    const key = `${rule} ${pointer} ${sentence}`;
    return !seen.has(key) && seen.add(key);
  });
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let place = text.indexOf("\n"); place >= 0; place = text.indexOf("\n", place + 1))
    starts.push(place + 1);
  return (offset) => starts.filter((start) => start <= offset).length;
}

/** Offset of the value a pointer names, or of the nearest thing around it that exists. */
function offsetOf(tree: Node, pointer: string): number {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, segments(tree, steps.slice(0, length)));
    if (node !== undefined) return node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return 0;
}

/** Pointers do not tell array places from property names; the tree does. */
function segments(tree: Node, steps: readonly string[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (const step of steps) {
    const holder = findNodeAtLocation(tree, path);
    path.push(holder?.type === "array" ? Number(step) : step);
  }
  return path;
}
