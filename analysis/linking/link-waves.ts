/** Links two datasets of one programme by personal code, and says how sure the links are. */
import type { CodeElement, Dataset } from "../dataset.ts";
import { UNANSWERED } from "../dataset.ts";
import { chanceOfAgreement, expectedFalseLinks } from "./expected-false-links.ts";
import type { CodesOfWaves } from "./link-codes.ts";
import { linkCodes } from "./link-codes.ts";

/** Fewer elements than these in common do not tell people apart. */
const FEWEST_ELEMENTS = 4;

/** The persons found in both waves: before[i] and after[i] are rows of one person. Never stored, never shown. */
export interface LinkedRows {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  /** Codes of the questions that were compared. */
  readonly elements: readonly string[];
  /** Pairs that agree in every element; the others differ in one, or miss one. */
  readonly exact: number;
  /** Rows whose code misses at most one element: the others cannot be linked. */
  readonly codes: { readonly before: number; readonly after: number };
  /** Expected number of pairs that are two different persons. */
  readonly expectedFalse: number;
}

/**
 * Links two waves. Both must be of the same programme, because the elements are hashed with the programme's salt.
 * @param before the earlier wave's dataset
 * @param after the later wave's dataset
 * @returns the linked rows; undefined when the waves do not share four elements or more
 * @see linkCodes for the rule, expectedFalseLinks for the estimate
 * @example linkWaves(first, second)?.before.length // how many are found in both
 */
export function linkWaves(before: Dataset, after: Dataset): LinkedRows | undefined {
  const later = new Map((after.personalCode ?? []).map((element) => [element.code, element]));
  const pairs = (before.personalCode ?? []).flatMap((element): [CodeElement, CodeElement][] => {
    const same = later.get(element.code);
    return same === undefined ? [] : [[element, same]];
  });
  if (pairs.length < FEWEST_ELEMENTS) return undefined;
  const whole = { before: pairs.map(([first]) => first), after: pairs.map(([, second]) => second) };
  const linked = linkCodes(whole);
  const usable = { before: usableRows(whole.before), after: usableRows(whole.after) };
  const codes = { before: usable.before.length, after: usable.after.length };
  const chance = chanceOfAgreement({
    before: onlyRows(whole.before, usable.before),
    after: onlyRows(whole.after, usable.after),
  });
  return {
    ...linked,
    elements: whole.before.map(({ code }) => code),
    codes,
    expectedFalse: expectedFalseLinks({ codes, linked: linked.before.length }, chance),
  };
}

function usableRows(elements: CodesOfWaves["before"]): Uint32Array {
  const rows: number[] = [];
  const count = elements[0]?.values.length ?? 0;
  for (let row = 0; row < count; row += 1) {
    let missing = 0;
    for (const { values } of elements) if (values[row] === UNANSWERED) missing += 1;
    if (missing <= 1) rows.push(row);
  }
  return Uint32Array.from(rows);
}

function onlyRows(elements: readonly CodeElement[], rows: Uint32Array): readonly CodeElement[] {
  return elements.map(({ code, values }) => ({
    code,
    values: Uint16Array.from(rows, (row) => values[row] ?? UNANSWERED),
  }));
}
