/** What files hold: released cells only, every one of them, with codebook, policy, methods and content hash. */
import { describe, expect, it } from "vitest";
import { comparisonBook } from "../../../analysis/files/comparison-book.ts";
import { codedCsv } from "../../../analysis/files/csv-file.ts";
import type { FileBook, FileRow } from "../../../analysis/files/file-book.ts";
import { compareTables } from "../../../analysis/staff-comparison/compare-tables.ts";
import { partsOf } from "../../../analysis/staff-tables/answer-bounds.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import { AFTER } from "../../support/invented-staff-tables.ts";
import { coachBook, comparedBook, source, staffConfidence, tablesBook } from "./written-books.ts";

const rowsOf = (book: FileBook, where: FileRow): readonly FileRow[] =>
  book.tables[0].rows.filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
const notesOf = (book: FileBook): string =>
  book.notes.map(({ about, text }) => `${about}: ${text}`).join("\n");

describe("the book of released tables", () => {
  it("has a row for each part of each shown cell, whose counts are those released", () => {
    const [item] = AFTER.items;
    if (item === undefined || !item.cells.total.shown) throw new Error("the first item is shown");
    const rows = rowsOf(tablesBook(), { record: 2, code: item.code, cut: null });
    expect(rows.map((row) => row["count"])).toEqual(partsOf(item, item.cells.total).map(({ low }) => low));
    expect(rows.map((row) => row["answer"])).toEqual(item.points);
  });

  it("has one row without figures for each suppressed cell, with the reason", () => {
    const hidden = rowsOf(tablesBook(), { record: 2, cut: "area" }).filter((row) => row["status"] !== 0);
    const cells = AFTER.items.flatMap(({ cells: of }) => of.cuts.flat().filter(({ shown }) => !shown));
    expect(hidden.length).toBe(cells.length);
    expect(new Set(hidden.map((row) => row["status"]))).toEqual(new Set([1, 5]));
    for (const row of hidden)
      for (const name of ["n", "count", "percent", "mean"]) expect(row[name]).toBeUndefined();
  });

  it("gives no mean where points are shown together, and says so in words", () => {
    const merged = structuredClone(AFTER);
    const borders = [{ above: 3, ...exactly(180) }];
    const value = { kind: "scale", given: exactly(280), borders } as const;
    const [item, ...others] = merged.items;
    if (item === undefined) throw new Error("there are items");
    const changed = {
      ...item,
      cells: { ...item.cells, total: { shown: true as const, n: 280, value } },
    };
    const book = tablesBook({ ...merged, items: [changed, ...others] });
    expect(rowsOf(book, { record: 3, code: item.code, cut: null })).toEqual([]);
    expect(rowsOf(book, { record: 2, code: item.code, cut: null }).map((row) => row["answer"])).toEqual([
      `${item.points[0]} to ${item.points[2]}`,
      `${item.points[3]} to ${item.points[4]}`,
    ]);
  });

  it("holds comments in a table of their own, one a row, and a hidden list's reason; old releases have none", () => {
    const about = { code: "one-change", label: "Which one change?", minimum: 10 };
    const texts = ["=SUM(1)", "More time,\nand “calm”"];
    const book = tablesBook({
      ...AFTER,
      comments: [
        { ...about, list: { shown: true, n: 2, value: texts } },
        { ...about, code: "keep-doing", list: { shown: false, reason: "too-few-answers" } },
      ],
    });
    const table = book.tables.find(({ name }) => name === "comments");
    expect(table?.rows.map((row) => [row["code"], row["status"], row["comment"]])).toEqual([
      ["one-change", 0, texts[0]],
      ["one-change", 0, texts[1]],
      ["keep-doing", 1, undefined],
    ]);
    if (table === undefined) throw new RangeError("the book has comments");
    const file = codedCsv(table);
    expect(file).toContain("one-change,Which one change?,10,0,'=SUM(1)\r\n");
    expect(file).toContain('10,0,"More time, and “calm”"');
    expect(file).toContain("keep-doing,Which one change?,10,1,\r\n");
    expect(tablesBook().tables.map(({ name }) => name)).not.toContain("comments");
  });

  it("carries policy, methods, content hash and release, and what linking found", () => {
    const notes = notesOf(tablesBook());
    for (const words of [
      "at least 10 answers",
      "area",
      "hash-of-the-dataset",
      "release 1",
      "linking:",
      "Leading well",
    ]) {
      expect(notes).toContain(words);
    }
    const linked = tablesBook().tables.find(({ name }) => name === "linked");
    expect(linked?.rows.find(({ code }) => code === "leavers")).toMatchObject({ status: 1 });
    expect(linked?.rows.find(({ code }) => code === "treatment")).toMatchObject({ n: 110, difference: 0.31 });
    expect(tablesBook(AFTER, null).tables.map(({ name }) => name)).toEqual(["figures", "codebook"]);
  });

  it("explains every answer in the codebook, not observed and missing too", () => {
    const codebook = tablesBook().tables.find(({ name }) => name === "codebook");
    const rows = codebook?.rows.filter(({ code }) => code === "treatment.respected") ?? [];
    expect(rows.map(({ value, value_label }) => [value, value_label])).toEqual([
      [1, "Strongly disagree"],
      [2, "Disagree"],
      [3, "Neither agree nor disagree"],
      [4, "Agree"],
      [5, "Strongly agree"],
      [-8, "Don't know"],
      [-9, "No answer"],
    ]);
    expect(codebook?.rows.some(({ code }) => String(code).startsWith("code-"))).toBe(false);
  });
});

describe("the book of a comparison", () => {
  it("has both waves' figures and the change of each measure, with verdicts", () => {
    const book = comparedBook();
    const scale = { code: "treatment", cut: null };
    expect(rowsOf(book, { ...scale, record: 3 }).map(({ wave }) => wave)).toEqual([
      "First survey",
      "Second survey",
    ]);
    const [change] = rowsOf(book, { ...scale, record: 7 });
    expect(change).toMatchObject({ from_wave: "First survey", wave: "Second survey", family: "scales" });
    expect(["significant", "not significant"]).toContain(change?.["verdict"]);
    const hidden = rowsOf(book, { record: 3, cut: "area" }).filter(({ status }) => status !== 0);
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row["mean"]).toBeUndefined();
  });

  it("is of one category where that was asked, and refuses waves without sources", () => {
    const definitions = [staffConfidence(), staffConfidence()];
    const of = { codes: ["area"], values: ["area-a"] };
    const parts = {
      definitions,
      comparison: compareTables([AFTER, AFTER], { definitions, of }),
      rates: [],
      linked: null,
      hash: "h",
    };
    const sources = [source("One"), source("Two")];
    expect(
      rowsOf(comparisonBook({ ...parts, sources }), { record: 3, category: "area-a" }).length,
    ).toBeGreaterThan(0);
    expect(() => comparisonBook({ ...parts, sources: [source("One")] })).toThrow(RangeError);
  });

  it("names the columns of every table, and fills no other", () => {
    for (const book of [comparedBook(), tablesBook(), coachBook()]) {
      for (const { columns, rows } of book.tables) {
        const names = new Set(columns.map(({ name }) => name));
        expect([...names].every((name) => /^[a-z][a-z0-9_]{0,31}$/.test(name))).toBe(true);
        expect(names.size).toBe(columns.length);
        for (const row of rows) for (const name of Object.keys(row)) expect(names).toContain(name);
      }
    }
  });
});

describe("the book of a 360 report", () => {
  it("has what the coach reads: responses, dimensions, items, gaps and comments", () => {
    const book = coachBook();
    const records = new Set(book.tables[0].rows.map(({ record }) => record));
    expect(records).toEqual(new Set(["response", "dimension", "item", "answers", "gap"]));
    const comments = book.tables.find(({ name }) => name === "comments");
    expect(comments?.rows.length).toBeGreaterThan(0);
    expect(notesOf(book)).toContain("At least");
  });
});
