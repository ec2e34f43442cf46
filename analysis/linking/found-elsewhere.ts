/** Persons who were found in a further wave as well: a mark by which those of one wave can be told apart. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { commonMeasures, type Measure } from "../comparison/measures.ts";
import { idAt } from "../comparison/score-column.ts";
import type { Dataset } from "../dataset.ts";
import type { LinkedRows } from "./link-waves.ts";

type Side = "before" | "after";

/** A wave of a pair whose changes were released. */
interface WaveOfPair {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
}

/** A released pair that one wave of the pair that is weighed belongs to. */
export interface ReleasedPair {
  readonly before: WaveOfPair;
  readonly after: WaveOfPair;
  readonly rows: LinkedRows;
  /** Which of the two is the wave in question. */
  readonly side: Side;
}

/** What the pair that is weighed asks of one of its waves. */
export interface MarkedMeasure {
  readonly measure: Measure;
  readonly side: Side;
}

/**
 * Makes the step that splits the classes of one wave's persons by released pairs: whose change of the same item, scale
 * or index is in the released figure, and whose is not.
 *
 * What is known of a pair is a sum over its linked persons. A combination that uses the sum of a further pair leaves, of
 * all persons who are equal in their class and in every other released sum, those in the new sum or those outside: so
 * the other pairs are one cut more each, and nothing else has to be weighed.
 *
 * @param pairs the released pairs that the wave belongs to
 * @returns from the wave's classes, one number a row, to the split ones
 * @example markedBy(pairs)(classes, { measure, side: "before" })
 */
export function markedBy(
  pairs: readonly ReleasedPair[],
): (classes: Uint32Array, asked: MarkedMeasure) => Uint32Array {
  const known = pairs.map((pair) => ({ pair, measures: measuresOf(pair) }));
  return (classes, { measure, side }) =>
    known.reduce((split, { pair, measures }) => {
      const same = measures.find(
        (one) => one.kind === measure.kind && codeOn(pair.side, one) === codeOn(side, measure),
      );
      return same === undefined ? split : splitBy(split, rowsBehind(same, pair));
    }, classes);
}

function measuresOf({ before, after }: ReleasedPair): readonly Measure[] {
  const { items, scales, index } = commonMeasures(before.dataset, after.dataset, {
    definition: after.definition,
    beforeDefinition: before.definition,
  });
  return [...items, ...scales, ...(index === null ? [] : [index])];
}

/** An item may have been renamed from wave to wave. */
function codeOn(side: Side, { kind, code, items }: Measure): string {
  return kind === "item" ? (items[0]?.[side].column.code ?? code) : code;
}

/** The wave's rows that the released change is made of. */
function rowsBehind(measure: Measure, { rows, side }: ReleasedPair): ReadonlySet<number> {
  const before = measure.before();
  const after = measure.after();
  const found = new Set<number>();
  for (let place = 0; place < rows.before.length; place += 1) {
    const isIn = idAt(before, rows.before[place] ?? 0) > 0 && idAt(after, rows.after[place] ?? 0) > 0;
    if (isIn) found.add(rows[side][place] ?? 0);
  }
  return found;
}

function splitBy(classes: Uint32Array, marked: ReadonlySet<number>): Uint32Array {
  const numbers = new Map<number, number>();
  return classes.map((place, row) => {
    const split = place * 2 + (marked.has(row) ? 1 : 0);
    const number = numbers.get(split) ?? numbers.size;
    numbers.set(split, number);
    return number;
  });
}
