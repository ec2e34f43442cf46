/** Sums and cross products of items. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  correlations,
  covariances,
  itemMoments,
  pairwiseCovariances,
  pairwiseMoments,
} from "../../../analysis/statistics/item-moments.ts";
import { columnsOf, rows } from "./answer-arbitraries.ts";

describe("item moments", () => {
  it("give the covariances and correlations of raw columns", () => {
    fc.assert(
      fc.property(rows(3, 3), (table) => {
        const columns = columnsOf(table);
        const covariance = covariances(itemMoments(columns));
        const [a = [], b = []] = columns;
        expect(covariance[0]?.[1]).toBeCloseTo(other.sampleCovariance(a, b), 10);
        expect(covariance[1]?.[1]).toBeCloseTo(other.sampleVariance(b), 10);
        const correlation = correlations(covariance);
        if (correlation !== null) expect(correlation[1]?.[0]).toBeCloseTo(other.sampleCorrelation(a, b), 9);
      }),
    );
  });

  it("agree between pairs and complete rows when nothing is missing", () => {
    fc.assert(
      fc.property(rows(4, 2), (table) => {
        const columns = columnsOf(table);
        expect(pairwiseCovariances(pairwiseMoments(columns))).toEqual(covariances(itemMoments(columns)));
      }),
    );
  });

  it("leave out persons with a missing answer, pair by pair or altogether", () => {
    const columns = [
      [1, 2, 3, null],
      [2, null, 4, 5],
    ];
    expect(itemMoments(columns)).toMatchObject({ n: 2, sums: [4, 6] });
    expect(pairwiseMoments(columns)).toMatchObject({
      answeredAny: 4,
      n: [
        [3, 2],
        [2, 3],
      ],
    });
    expect(
      pairwiseCovariances(
        pairwiseMoments([
          [1, null],
          [null, 2],
        ]),
      ),
    ).toBeNull();
    expect(
      correlations([
        [0, 0],
        [0, 1],
      ]),
    ).toBeNull();
  });

  it("refuse a single item, unequal columns and a single person", () => {
    expect(() => itemMoments([[1, 2]])).toThrow("item moments require at least two items");
    expect(() => pairwiseMoments([[1], [1, 2]])).toThrow("item moments require equal columns");
    expect(() => covariances(itemMoments([[1], [2]]))).toThrow(RangeError);
  });
});
