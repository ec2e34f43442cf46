/** Keys counted and added up two rows a step: the same as row by row. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Keys } from "../../../analysis/comparison/pattern-keys.ts";
import { addWorths, countKeys } from "../../../analysis/comparison/pattern-worths.ts";

const MOST = 50;
const columns = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([rows, count]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: MOST - 1 }), { minLength: rows, maxLength: rows }), {
      minLength: count,
      maxLength: count,
    }),
  );
const sorts = fc.constantFrom(Uint16Array, Uint32Array);

describe("countKeys", () => {
  it("counts each key, however many rows and however wide the keys", () => {
    fc.assert(
      fc.property(columns, sorts, ([keys = []], sort) => {
        const expected = Array.from({ length: MOST }, (_, key) => keys.filter((one) => one === key).length);
        expect(Array.from(countKeys(sort.from(keys), MOST))).toEqual(expected);
      }),
    );
  });
});

describe("addWorths", () => {
  it("adds what the keys of all columns are worth to what is there", () => {
    fc.assert(
      fc.property(columns, sorts, sorts, (keys, sortOfSums, sortOfKeys) => {
        const worths = new sortOfSums(Array.from({ length: MOST }, (_, key) => key * 37));
        const rows = keys[0]?.length ?? 0;
        const sums: Keys = new sortOfSums(Array.from({ length: rows }, (_, row) => row));
        addWorths(
          sums,
          keys.map((column) => sortOfKeys.from(column)),
          worths,
        );
        const expected = Array.from({ length: rows }, (_, row) =>
          keys.reduce((sum, column) => sum + (worths[column[row] ?? 0] ?? 0), row),
        );
        expect(Array.from(sums)).toEqual(expected);
      }),
    );
  });
});
