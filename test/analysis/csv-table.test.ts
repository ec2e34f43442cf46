/** CSV as tools write it becomes rows that know their line, and faults that say theirs. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../analysis/csv-table.ts";

describe("reading CSV", () => {
  test.each([
    ["comma", "ref,name\n17,Ada\n"],
    ["semicolon", "ref;name\n17;Ada\n"],
    ["tab", "ref\tname\n17\tAda\n"],
    ["byte-order mark and CRLF", "\uFEFFref,name\r\n17,Ada\r\n"],
    ["a header with capitals and spaces", " Ref , Name \n17,Ada\n"],
  ])("%s gives the same row", (_name, text) => {
    expect(readCsv(text, ["ref", "name"])).toEqual({
      columns: ["ref", "name"],
      rows: [{ line: 2, cells: { ref: "17", name: "Ada" } }],
      problems: [],
    });
  });

  test("lines are counted through empty lines and breaks inside quotes", () => {
    const table = readCsv('a;b\n\n1;"x\ny"\n2;z\n');
    expect(table.rows.map((row) => row.line)).toEqual([3, 5]);
  });

  test("a row with a cell too many or too few is a problem of its line and left out", () => {
    const table = readCsv("a,b\n1,2,3\n1\n4,5\n");
    expect(table.problems.map((problem) => problem.line)).toEqual([2, 3]);
    expect(table.problems.map(({ sentence }) => sentence.includes("quotation marks"))).toEqual([true, false]);
    expect(table.rows).toEqual([{ line: 4, cells: { a: "4", b: "5" } }]);
  });

  test("an unclosed quotation mark is named with its line", () => {
    expect(readCsv('a,b\n1,2\n3,"4\n').problems[0]).toMatchObject({ line: 3 });
  });

  test("missing and doubled columns are problems of line 1", () => {
    const problems = readCsv("a,a\n1,2\n", ["b"]).problems;
    expect(problems.map((problem) => [problem.line, problem.column])).toEqual([
      [1, "b"],
      [1, "a"],
    ]);
  });

  test("a file without its header is one mistake, not one a row", () => {
    const table = readCsv("17,Ada\n18,Bo\n19\n", ["ref"]);
    expect(table.problems).toHaveLength(1);
    expect(table.rows).toEqual([]);
  });

  test("an empty file and letters of another encoding are said in a sentence", () => {
    expect(readCsv("").problems).toHaveLength(1);
    expect(readCsv("name\nJos\uFFFD\n").problems[0]?.sentence).toContain("UTF-8");
  });

  test("a column with a special name is an ordinary cell", () => {
    const row = readCsv("__proto__,b\n1,2\n").rows[0];
    expect(Object.keys(row?.cells ?? {})).toEqual(["__proto__", "b"]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test("what a CSV writer writes is read back, on any number of columns", () => {
    const cell = fc.string({ unit: "grapheme-ascii", maxLength: 8 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (cells) => {
        const filled = cells.filter((row) => row.some((value) => value !== ""));
        const text = Papa.unparse({ fields: ["first", "second"], data: filled });
        expect(readCsv(text).rows.map((row) => [row.cells["first"], row.cells["second"]])).toEqual(filled);
      }),
    );
  });
});
