/** What a lint rule is given and what it finds. */
import type { Item, SoundingsBlock, SurveyJson } from "../definition.ts";
import type { Question } from "../question.ts";
import type { PlacedObject, PlacedQuestion } from "../walk-questions.ts";

/** One problem, before its line is known. */
export interface Finding {
  readonly rule: string;
  /** Where it stands in the file, as a JSON pointer. */
  readonly pointer: string;
  /** What is wrong. */
  readonly sentence: string;
  /** What to do about it. */
  readonly repair: string;
}

/** A definition whose soundings block has the right shape; the rest may still be wrong in any way. */
export interface Draft {
  readonly survey: SurveyJson;
  readonly soundings: SoundingsBlock;
  /** Every element that is no panel, as it stands in the file. */
  readonly placed: readonly PlacedQuestion[];
  /** Pages and panels. */
  readonly containers: readonly PlacedObject[];
  readonly questions: readonly Question[];
  readonly items: readonly Item[];
}

/** A lint rule: what it looks for is said above each; it returns findings, none when all is well. */
export type LintRule = (draft: Draft) => readonly Finding[];

/**
 * Text of the file inside a sentence: in quotation marks and not longer than a line.
 * @param text a string, or any JSON value
 * @returns the quoted text, at most 60 characters between the marks
 * @example quoted("pace") // '"pace"'
 */
export function quoted(text: unknown): string {
  const plain = typeof text === "string" ? text : (JSON.stringify(text) ?? "nothing");
  return `"${plain.length > 60 ? `${plain.slice(0, 57)}…` : plain}"`;
}

/**
 * The values that occur more than once, compared without regard to case.
 * @param values codes or texts
 * @returns place and value of each repetition; the first occurrence is none
 * @example repetitions(["a", "b", "A"]) // [[2, "A"]]
 */
export function repetitions(values: readonly string[]): readonly (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, place) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return [[place, value] as const];
    seen.add(key);
    return [];
  });
}
