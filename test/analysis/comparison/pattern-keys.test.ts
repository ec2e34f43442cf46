/** Keys of answers: packed four rows a word, and one by one, are the same. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, newKeys, patternKeys, sumPatterns } from "../../../analysis/comparison/pattern-keys.ts";
import type { ScaleItem } from "../../../analysis/comparison/scale-item.ts";

/** Items of a survey; the columns begin anywhere in memory. */
const surveys = fc
  .record({
    points: fc.integer({ min: 2, max: 11 }),
    size: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 0, max: 41 }),
    offset: fc.integer({ min: 0, max: 5 }),
  })
  .chain(({ points, size, rows, offset }) =>
    fc
      .tuple(
        fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        fc.array(
          fc.array(fc.oneof(fc.integer({ min: -1, max: points }), fc.integer({ min: -128, max: 127 })), {
            minLength: rows,
            maxLength: rows,
          }),
          { minLength: size, maxLength: size },
        ),
      )
      .map(([turned, answers]) => ({
        rows,
        items: answers.map((values, place): ScaleItem => {
          const room = new Int8Array(rows + offset);
          room.set(values, offset);
          const column = { kind: "scale", code: `i${place}`, points, values: room.subarray(offset) } as const;
          return { column, reverseKeyed: turned[place] ?? false };
        }),
      })),
  );

/** One answer at a time, as given: what is no point of the scale is no answer. */
function keyOf(items: readonly ScaleItem[], row: number): number {
  return items.reduce((key, { column: { points, values } }, place) => {
    const value = values[row] ?? 0;
    const answer = value < 1 || value > points ? 0 : value;
    return key + answer * (points + 1) ** place;
  }, 0);
}

describe("patternKeys", () => {
  it("packs the answers 2 and 1 to items of five points as 2 + 6 × 1", () => {
    const items = [2, 1].map((answer, place): ScaleItem => {
      const column = { kind: "scale", code: `i${place}`, points: 5, values: Int8Array.of(answer) } as const;
      return { column, reverseKeyed: false };
    });
    expect(Array.from(patternKeys(items, 1))).toEqual([8]);
  });

  it("gives the same key as one answer after the other", () => {
    fc.assert(
      fc.property(surveys, ({ items, rows }) => {
        const expected = Array.from({ length: rows }, (_, row) => keyOf(items, row));
        expect(Array.from(patternKeys(items, rows))).toEqual(expected);
      }),
    );
  });

  it("leaves the columns as they are", () => {
    fc.assert(
      fc.property(surveys, ({ items, rows }) => {
        const before = items.map(({ column }) => Array.from(column.values));
        patternKeys(items, rows);
        expect(items.map(({ column }) => Array.from(column.values))).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe("sumPatterns", () => {
  it("gives each pattern what addUp gives a row of these answers", () => {
    fc.assert(
      fc.property(surveys, ({ items, rows }) => {
        const base = (items[0]?.column.points ?? 1) + 1;
        if (base ** items.length > 1 << 16) return;
        const worth = (answer: number, item: number): number => answer * (item + 2);
        const turned = items.map(({ reverseKeyed }) => reverseKeyed);
        const sums = sumPatterns({ base, turned }, newKeys(base ** items.length, 1000), worth);
        const known = items.map(({ column, reverseKeyed }) => ({
          column: { ...column, values: column.values.map((value) => (value < base ? value : 0)) },
          reverseKeyed,
        }));
        const looked = Array.from(patternKeys(items, rows), (key) => sums[key]);
        expect(looked).toEqual(Array.from(addUp(known, newKeys(rows, 1000), worth)));
      }),
    );
  });
});

describe("addUp", () => {
  it("adds what each answer is worth, and nothing for none", () => {
    const column = { kind: "scale", code: "i", points: 5, values: Int8Array.of(4, 0, -1, 1) } as const;
    const items = [
      { column, reverseKeyed: false },
      { column, reverseKeyed: true },
    ];
    expect(Array.from(addUp(items, newKeys(4, 1000), (answer) => 10 + answer))).toEqual([26, 0, 0, 26]);
  });
});
