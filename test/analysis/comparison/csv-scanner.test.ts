/** The scanner of CSV bytes: whatever the pieces, the same cells, and the same as another reader's. */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../analysis/comparison/cell-text.ts";
import { CsvScanner } from "../../../analysis/comparison/csv-scanner.ts";

interface Scanned {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly string[];
}

/** Reads a file in pieces of so many bytes; digits of the first column go without a call. */
function scan(bytes: Uint8Array, piece: number, withDigits = true): Scanned {
  let names: readonly string[] = [];
  const rows: string[][] = [];
  const problems: string[] = [];
  let current: string[] = [];
  const digits = { values: new Int8Array(1), most: 5 };
  const scanner = new CsvScanner({
    header: (cells) => {
      names = cells;
      return cells.map((_, place) => ({
        read: (from, start, end) => {
          current[place] = textOf(from, start, end);
        },
        ...(place === 0 && withDigits ? { digits } : {}),
      }));
    },
    begin: () => {
      current = [];
      digits.values[0] = 0;
      return 0;
    },
    end: () => {
      rows.push(Array.from(names, (_, place) => current[place] ?? String(digits.values[0])));
    },
    problem: ({ line, sentence }) => problems.push(`${line}: ${sentence}`),
  });
  // The piece's memory is used again, as a reader of files does.
  const room = new Uint8Array(piece);
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    room.set(part);
    scanner.push(room.subarray(0, part.length));
    room.fill(63);
  }
  scanner.finish();
  return { names, rows, problems };
}

const cells = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.constantFrom("", "a b", 'say "so"', "x,y", "two\nlines", "é", "日本", "🙂", " 3 ", '"', "a\r\nb"),
);
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );
const lineBreaks = fc.constantFrom("\n", "\r\n");

function fileOf(rows: readonly (readonly string[])[], newline: string, quotes: boolean): Uint8Array {
  const names = (rows[0] ?? []).map((_, place) => `c${place}`);
  return Buffer.from(Papa.unparse([names, ...rows.map((row) => [...row])], { newline, quotes }));
}

describe("CsvScanner", () => {
  it("gives back the cells that another tool wrote, in pieces of any size", () => {
    fc.assert(
      fc.property(
        tables,
        lineBreaks,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, newline, quotes, piece) => {
          const expected = rows.filter((row) => row.some((cell) => cell !== ""));
          const { rows: found, problems } = scan(fileOf(rows, newline, quotes), piece);
          expect(problems).toEqual([]);
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it("says the same of broken files, whatever the pieces", () => {
    const bytes = fc.array(
      fc.constantFrom(...'1,2\n\r";a\t'.split("").map((one) => one.charCodeAt(0)), 0xc3, 0xa9, 0xff),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (found, piece) => {
        const file = Uint8Array.from([..."a,b\n"].map((one) => one.charCodeAt(0)).concat(found));
        expect(scan(file, piece)).toEqual(scan(file, 1000));
        expect(scan(file, 1000, false).problems).toEqual(scan(file, 1000).problems);
      }),
      { numRuns: 400 },
    );
  });

  it("needs no room for a file that has been read", () => {
    const row = new TextEncoder().encode(`1,${"x".repeat(30)}\n`);
    const big = new Uint8Array(row.length * 2000);
    for (let at = 0; at < big.length; at += row.length) big.set(row, at);
    expect(scan(Buffer.concat([Buffer.from("a,b\n"), big]), 1 << 12).rows.length).toBe(2000);
  });

  it("gives up on a quotation mark that is never closed", () => {
    const open = Buffer.from(`a,b\n"${"x".repeat(1_100_000)}`);
    expect(scan(open, 1 << 16).problems).toEqual([
      "2: A quotation mark is not closed. Close it, or double it inside the text.",
    ]);
  });
});
