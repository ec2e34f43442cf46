/** The dataset as bytes and back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeElement, Dataset } from "../../analysis/dataset.ts";
import { decodeDataset, encodeDataset } from "../../analysis/dataset-bytes.ts";

const text = fc.string({ unit: "binary", maxLength: 12 });
const datasets: fc.Arbitrary<Dataset> = fc
  .record({
    rows: fc.integer({ min: 0, max: 30 }),
    subjects: fc.array(text, { minLength: 1, maxLength: 4 }),
    groups: fc.array(text, { minLength: 1, maxLength: 4 }),
    id: text,
    points: fc.integer({ min: 2, max: 127 }),
    choices: fc.array(text, { maxLength: 4 }),
  })
  .chain(({ rows, subjects, groups, id, points, choices }) => {
    const place = (count: number) => fc.integer({ min: 0, max: count - 1 });
    const list = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: rows, maxLength: rows });
    const comment = fc.record({ subject: place(subjects.length), group: place(groups.length), text });
    const element: fc.Arbitrary<CodeElement> = fc.record({
      code: text,
      values: list(fc.integer({ min: 0, max: 0xffff })).map((values) => Uint16Array.from(values)),
    });
    const record = {
      format: fc.constant(1 as const),
      survey: fc.constant({ id, version: "1.2.3" }),
      subjects: fc.constant(subjects),
      groups: fc.constant(groups),
      rows: fc.constant(rows),
      subject: list(place(subjects.length)).map((values) => Uint16Array.from(values)),
      group: list(place(groups.length)).map((values) => Uint8Array.from(values)),
      columns: fc.tuple(
        list(fc.integer({ min: -1, max: points })).map((values) => ({
          kind: "scale" as const,
          code: "item",
          points,
          values: Int8Array.from(values),
        })),
        list(place(choices.length + 1)).map((values) => ({
          kind: "choice" as const,
          code: "Wähle",
          choices,
          values: Int16Array.from(values),
        })),
      ),
      comments: fc.array(fc.record({ code: text, comments: fc.array(comment, { maxLength: 5 }) }), {
        maxLength: 3,
      }),
    };
    return fc.oneof(
      fc.record(record),
      fc.record({ ...record, personalCode: fc.array(element, { maxLength: 3 }) }),
    );
  });

const [sample] = fc.sample(datasets, { numRuns: 1, seed: 3 });

describe("dataset bytes", () => {
  it("give the dataset back, and the same bytes every time", () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const bytes = encodeDataset(dataset);
        expect(decodeDataset(bytes)).toEqual(dataset);
        expect(encodeDataset(decodeDataset(bytes))).toEqual(bytes);
      }),
    );
  });

  it("keep long comments and every character", () => {
    if (sample === undefined) throw new Error("there is a sample");
    const long = `${"Ünïcødé 👩‍👧 ".repeat(1000)}\uD800`;
    const comments = [{ code: "wishes", comments: [{ subject: 0, group: 0, text: long }] }];
    expect(decodeDataset(encodeDataset({ ...sample, comments })).comments).toEqual(comments);
  });

  it("are refused when cut off anywhere, or longer than they should be", () => {
    if (sample === undefined) throw new Error("there is a sample");
    const bytes = encodeDataset(sample);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeDataset(bytes.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => decodeDataset(Uint8Array.from([...bytes, 0]))).toThrow(RangeError);
  });

  it("never become anything but a dataset or a RangeError, whatever bytes come", () => {
    fc.assert(
      fc.property(datasets, fc.nat(), fc.nat({ max: 255 }), (dataset, place, value) => {
        const bytes = encodeDataset(dataset);
        bytes[place % bytes.length] = value;
        try {
          expect(encodeDataset(decodeDataset(bytes))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
