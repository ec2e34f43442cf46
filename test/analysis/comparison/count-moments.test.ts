/** Moments of a scale's items: three routes that agree. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMoments } from "../../../analysis/comparison/count-moments.ts";
import type { ScoreColumn } from "../../../analysis/comparison/score-column.ts";
import { idAt, scaleScores } from "../../../analysis/comparison/score-column.ts";
import { itemMoments } from "../../../analysis/statistics/item-moments.ts";
import { scaleScore } from "../../../analysis/statistics/scale-score.ts";

const POINTS = 4;
const persons = fc.array(fc.array(fc.integer({ min: -1, max: POINTS }), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 60,
});
const turned = [false, true, false];

function itemsOf(rows: readonly (readonly number[])[]) {
  return turned.map((reverseKeyed, item) => ({
    reverseKeyed,
    column: {
      kind: "scale" as const,
      code: `i${item}`,
      points: POINTS,
      values: Int8Array.from(rows, (row) => row[item] ?? 0),
    },
  }));
}

/** An answer as the plain route takes it. */
function plain(answer: number, item: number): number | null {
  if (answer < 1) return null;
  return turned[item] === true ? POINTS + 1 - answer : answer;
}

/** The score of each row; null where there is none. */
function scoresOf(column: ScoreColumn, rows: number): (number | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const id = idAt(column, row);
    return id > 0 ? (column.values[id] ?? null) : null;
  });
}

describe("counting a scale", () => {
  it("gives the same moments by rows, by patterns of answers, and from columns with nulls", () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const items = itemsOf(rows);
        const columns = items.map(({ column }, item) =>
          Array.from(column.values, (answer) => plain(answer, item)),
        );
        const expected = itemMoments(columns);
        expect(countMoments(items, rows.length)).toEqual(expected);
        const scored = scaleScores(items, rows.length, { minimumAnswered: 1 });
        expect(scored.moments?.()).toEqual(expected);
      }),
    );
  });

  it("gives each person the score that the person-mean rule gives", () => {
    fc.assert(
      fc.property(persons, fc.integer({ min: 1, max: 3 }), (rows, minimumAnswered) => {
        const column = scaleScores(itemsOf(rows), rows.length, { minimumAnswered });
        expect(scoresOf(column, rows.length)).toEqual(
          rows.map((row) => scaleScore(row.map(plain), minimumAnswered)),
        );
      }),
    );
  });

  it("scores long scales, whose patterns are too many, by the same rule", () => {
    const rows = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 12 }, (__, item) => (row * 7 + item * 3) % 5),
    );
    const items = Array.from({ length: 12 }, (_, item) => ({
      reverseKeyed: false,
      column: {
        kind: "scale" as const,
        code: `i${item}`,
        points: POINTS,
        values: Int8Array.from(rows, (row) => row[item] ?? 0),
      },
    }));
    const column = scaleScores(items, rows.length, { minimumAnswered: 6 });
    expect(column.moments).toBeUndefined();
    expect(scoresOf(column, rows.length)).toEqual(
      rows.map((row) =>
        scaleScore(
          row.map((answer) => (answer < 1 ? null : answer)),
          6,
        ),
      ),
    );
  });

  it("refuses items of different length", () => {
    const [one] = itemsOf([[1, 2, 3]]);
    if (one === undefined) expect.fail("no item");
    const other = { ...one, column: { ...one.column, points: 7 } };
    expect(() => scaleScores([one, other], 1, { minimumAnswered: 1 })).toThrow(RangeError);
  });
});
