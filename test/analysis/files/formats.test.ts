/** The formats: each file is opened again, and labels, missing codes and reasons are all there. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../../analysis/csv-table.ts";
import { csvFile } from "../../../analysis/files/csv-file.ts";
import type { FileBook, FileRow, FileTable } from "../../../analysis/files/file-book.ts";
import { rBundle } from "../../../analysis/files/r-bundle.ts";
import { savFile } from "../../../analysis/files/sav-file.ts";
import { STATUS_LABELS } from "../../../analysis/files/status-codes.ts";
import { xlsxFile } from "../../../analysis/files/xlsx-file.ts";
import { readSav } from "../../support/read-sav.ts";
import { readXlsx, readZip } from "../../support/read-zip.ts";
import { coachBook, comparedBook, tablesBook } from "./written-books.ts";

const FORMATS = { csv: csvFile, xlsx: xlsxFile, sav: savFile, r: rBundle } as const;

/** A book of one table whose texts and figures are given. */
function bookOf(rows: readonly FileRow[], label = "Wording"): FileBook {
  const table: FileTable = {
    name: "figures",
    title: "Figures",
    columns: [
      { name: "record", label: "Record", kind: "number", labels: [{ value: 1, label: "item" }] },
      { name: "code", label: "Code", kind: "text" },
      { name: "label", label, kind: "text" },
      { name: "status", label: "Status", kind: "number", labels: STATUS_LABELS },
      { name: "count", label: "Count", kind: "number", figure: true },
      { name: "mean", label: "Mean", kind: "number", decimals: 2, figure: true },
    ],
    rows,
  };
  return { title: "Title", tables: [table], notes: [{ about: "policy", text: "At least 10 answers." }] };
}

const columnOf = (cells: readonly unknown[][] | readonly (readonly unknown[])[], place: number) =>
  cells.map((row) => row[place]);

describe.each(Object.entries(FORMATS))("a file of format %s", (_, write) => {
  it("has the same bytes whenever it is written from the same inputs", () => {
    for (const book of [tablesBook, comparedBook, coachBook]) {
      expect(Buffer.compare(Buffer.from(write(book())), Buffer.from(write(book())))).toBe(0);
    }
  });

  it("never holds a figure of a row that is not shown, even if the row has one", () => {
    const secret = 987_654_321;
    const book = bookOf([{ record: 1, code: "a", label: "b", status: 1, count: secret, mean: secret }]);
    const written = write(book);
    expect(write(bookOf([{ record: 1, code: "a", label: "b", status: 1 }]))).toEqual(written);
    expect(write(bookOf([{ record: 1, code: "a", label: "b", status: 0, count: secret }]))).not.toEqual(
      written,
    );
  });
});

describe("CSV", () => {
  it("reads back as it was written, with reasons in words and the notes as rows", () => {
    const rows = [
      { record: 1, code: "a", label: 'Quoted "text", and more', status: 0, count: 12, mean: -0.5 },
      { record: 1, code: "b", label: "Two\nlines", status: 5 },
    ];
    const text = csvFile(bookOf(rows));
    const table = readCsv(text);
    expect(table.problems).toEqual([]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      {
        record: "item",
        code: "a",
        label: 'Quoted "text", and more',
        status: "shown",
        count: "12",
        mean: "-0.5",
      },
      {
        record: "item",
        code: "b",
        label: "Two lines",
        status: "not shown: would tell of too few people",
        count: "",
        mean: "",
      },
      { record: "note", code: "policy", label: "At least 10 answers.", status: "", count: "", mean: "" },
    ]);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it("puts an apostrophe before everything that a spreadsheet would run", () => {
    for (const label of ["=1+1", "+1", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x", "\u00a0=1"]) {
      const [, line = ""] = csvFile(bookOf([{ record: 1, code: "a", label, status: 0 }])).split("\r\n");
      expect(line).toMatch(/^item,a,"?'/);
    }
  });
});

describe("XLSX", () => {
  it("opens again with a sheet a table and one of notes, labels in the place of codes", () => {
    const sheets = readXlsx(xlsxFile(tablesBook()));
    expect([...sheets.keys()]).toEqual(["Figures", "Codebook", "Linked persons", "Notes"]);
    const figures = sheets.get("Figures") ?? [];
    expect(figures.length).toBe(tablesBook().tables[0].rows.length + 1);
    expect(figures[0]?.slice(0, 3)).toEqual(["What the row is", "Item or scale", "Wording"]);
    const status = columnOf(figures.slice(1), 7);
    expect(status).toContain("not shown: too few answers");
    expect(columnOf(sheets.get("Codebook") ?? [], 7)).toContain("Don't know");
    expect(columnOf(sheets.get("Notes") ?? [], 1).join(" ")).toContain("hash-of-the-dataset");
    expect(readXlsx(xlsxFile(comparedBook())).get("Figures")?.length).toBeGreaterThan(100);
    expect([...readXlsx(xlsxFile(coachBook())).keys()]).toEqual(["Figures", "Comments", "Codebook", "Notes"]);
  });

  it("gives every text back, whatever is in it, and makes no formula of any", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (label) => {
        const sheet = readXlsx(xlsxFile(bookOf([{ record: 1, code: "a", label, status: 0, count: -3 }]))).get(
          "Figures",
        );
        const shown = label.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ");
        expect(sheet?.[1]).toEqual(["item", "a", shown, "shown", -3]);
      }),
    );
  });
});

describe("SPSS", () => {
  it("opens again with labels of variables and values, missing codes, and notes as documents", () => {
    const file = readSav(savFile(tablesBook()));
    const rows = tablesBook().tables[0].rows;
    expect(file.encoding).toBe("UTF-8");
    expect(file.cases.length).toBe(rows.length);
    const place = (name: string): number => file.variables.findIndex((variable) => variable.name === name);
    const variable = (name: string) => file.variables[place(name)];
    expect(variable("percent")).toMatchObject({
      label: "Per cent of the answers",
      decimals: 1,
      missing: [-9999, -9991],
    });
    expect(variable("record")?.labels.get(2)).toBe("answers to an item");
    expect(variable("answer_from")?.labels.get(-8)).toBe("not observed: in no count");
    expect(variable("count")?.labels.get(-9991)).toBe("not shown: too few answers");
    expect(variable("status")?.labels.size).toBe(STATUS_LABELS.length);
    file.cases.forEach((cells, line) => {
      const row = rows[line] ?? {};
      const status = Number(row["status"]);
      expect(cells[place("status")]).toBe(status);
      const missing = status === 0 ? null : -9990 - status;
      expect(cells[place("count")]).toBe(status === 0 ? (row["count"] ?? null) : missing);
      expect(cells[place("mean")]).toBe(status === 0 ? (row["mean"] ?? null) : missing);
      expect(cells[place("code")]).toBe(row["code"] ?? "");
    });
    expect(file.documents.join(" ")).toContain("dataset: Content hash of the dataset");
    expect(file.documents.join(" ")).toContain("policy:");
  });

  it("keeps every number and text that fits, and cuts a longer text between characters", () => {
    const number = fc.oneof(
      fc.integer({ min: -200, max: 300 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 90 }),
        fc.array(number, { maxLength: 20 }),
        (label, numbers) => {
          const rows = numbers.map((mean) => ({ record: 1, code: "a", label, status: 0, mean }));
          const { cases } = readSav(savFile(bookOf(rows, label)));
          expect(cases.map((cells) => cells[5])).toEqual(numbers);
          const shown = label.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ").trimEnd();
          for (const cells of cases) {
            const text = String(cells[2]);
            const fits = Buffer.byteLength(shown) <= 255;
            expect(fits ? text : text.endsWith("…") && shown.startsWith(text.slice(0, -1))).toBe(
              fits ? shown : true,
            );
          }
        },
      ),
    );
    const long = "ä".repeat(200);
    const { cases } = readSav(savFile(bookOf([{ record: 1, code: "a", label: long, status: 0 }])));
    expect(cases[0]?.[2]).toBe(`${"ä".repeat(126)}…`);
  });
});

const R = "Rscript";
/** Whether this machine has R with the package that reads SPSS files. */
const hasR = spawnSync(R, ["-e", "library(foreign)"]).status === 0;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "soundings-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks the archive. @returns the folder */
function unpacked(archive: Uint8Array, name: string): string {
  const target = join(folder, name);
  mkdirSync(target);
  for (const [file, bytes] of readZip(archive)) writeFileSync(join(target, file), bytes);
  return target;
}

function runR(script: string): string {
  return execFileSync(R, ["-e", script], {
    encoding: "utf8",
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

describe("R", () => {
  it("gets a folder with the tables, what their codes mean, the notes and the script that reads them", () => {
    const files = readZip(rBundle(tablesBook()));
    expect([...files.keys()]).toEqual([
      "read.R",
      "figures.csv",
      "codebook.csv",
      "linked.csv",
      "variables.csv",
      "notes.txt",
    ]);
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    expect(text("variables.csv")).toContain("figures,status,");
    expect(text("notes.txt")).toContain("hash-of-the-dataset");
    expect(text("figures.csv").split("\r\n")[0]).not.toContain("\ufeff");
  });

  it.runIf(hasR)("reads them with its own means: factors, labels, and NA for what is not shown", () => {
    const target = unpacked(rBundle(tablesBook()), "tables");
    const printed = runR(`
      source("${target}/read.R", chdir = TRUE)
      cat(nrow(figures), levels(figures$status)[1], attr(figures$percent, "label"), sep = "|")
      cat("|", sum(figures$status != "shown"), sum(is.na(figures$n)), sum(is.na(figures$count[figures$record == "answers to an item"])), sep = "|")
      cat("|", codebook$value_label[codebook$value == -8][1], linked$difference[linked$code == "treatment"], sep = "|")`);
    const rows = tablesBook().tables[0].rows;
    const hidden = rows.filter(({ status }) => status !== 0);
    const unanswered = hidden.filter(({ record }) => record === 2);
    expect(printed).toBe(
      `${rows.length}|shown|Per cent of the answers||${hidden.length}|${hidden.length}|${unanswered.length}||Don't know|0.31`,
    );
  });

  it.runIf(hasR)("reads the SPSS file with the package foreign, with labels and missing codes", () => {
    const path = join(folder, "tables.sav");
    writeFileSync(path, savFile(tablesBook()));
    const printed = runR(`
      suppressWarnings(x <- foreign::read.spss("${path}", use.value.labels = FALSE, use.missings = TRUE))
      about <- attr(x, "variable.labels")
      cat(length(x$count), about[["percent"]], names(attr(x$status, "value.labels"))[attr(x$status, "value.labels") == 1], sep = "|")
      cat("|", sum(x$status != 0), sum(x$status != 0 & is.na(x$n)), sep = "|")
      y <- suppressWarnings(foreign::read.spss("${path}", use.value.labels = FALSE))
      cat("|", attr(y, "missings")$count$value, sep = "|")`);
    const rows = tablesBook().tables[0].rows;
    const hidden = rows.filter(({ status }) => status !== 0).length;
    expect(printed).toBe(
      `${rows.length}|Per cent of the answers|not shown: too few answers||${hidden}|${hidden}||-9999|-9991`,
    );
  });
});

const PSPP = "pspp";
const hasPspp = spawnSync(PSPP, ["--version"]).status === 0;

describe("PSPP", () => {
  it.runIf(hasPspp)("reads the SPSS file with its labels, missing codes and documents", () => {
    const path = join(folder, "pspp.sav");
    writeFileSync(path, savFile(tablesBook()));
    const syntax = join(folder, "look.sps");
    writeFileSync(
      syntax,
      `GET FILE="${path}".\nDISPLAY DOCUMENTS.\nFREQUENCIES status count /STATISTICS=NONE.\nDISPLAY DICTIONARY /VARIABLES=count answer_from.\n`,
    );
    const printed = execFileSync(PSPP, ["-O", "format=csv", syntax], { encoding: "utf8" });
    const rows = tablesBook().tables[0].rows;
    const few = rows.filter(({ status }) => status === 1).length;
    expect(printed).toMatch(new RegExp(`not shown: too few answers,${few},`));
    expect(printed).toContain("-9999 THRU -9991");
    expect(printed).toContain("not observed: in no count");
    expect(printed).toContain("dataset: Content hash of the dataset");
    expect(printed).not.toMatch(/warning|error/i);
  });
});
