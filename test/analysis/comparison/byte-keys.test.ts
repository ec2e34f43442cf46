/** Keys kept as bytes: the same as a map of texts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteKeys } from "../../../analysis/comparison/byte-keys.ts";
import { cellText, isReadable, textOf, trimEnd, trimStart } from "../../../analysis/comparison/cell-text.ts";
import { linkRows, numberPersons } from "../../../analysis/comparison/link-rows.ts";

function keysOf(texts: readonly string[]): ByteKeys {
  const keys = new ByteKeys();
  for (const text of texts) {
    const bytes = Buffer.from(text);
    keys.add(bytes, 0, bytes.length);
  }
  return keys;
}

const texts = fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 40 });

describe("ByteKeys", () => {
  it("gives every text its place, and finds no other", () => {
    fc.assert(
      fc.property(texts, fc.string(), (known, other) => {
        const keys = keysOf([...known, ...known]);
        expect(keys.size).toBe(known.length);
        known.forEach((text, place) => {
          const bytes = Buffer.from(`--${text}--`);
          expect(keys.find(bytes, 2, bytes.length - 2)).toBe(place);
        });
        const bytes = Buffer.from(other);
        expect(keys.find(bytes, 0, bytes.length)).toBe(
          known.findIndex((text) => bytes.equals(Buffer.from(text))),
        );
      }),
    );
  });

  it("keeps a hundred thousand codes apart", () => {
    const codes = Array.from({ length: 100_000 }, (_, row) => `p${(row * 7919) % 100_000}`);
    const keys = keysOf(codes);
    expect(keys.size).toBe(100_000);
    expect([0, 1, 54_321, 99_999].map((place) => keys.text(place))).toEqual(
      [0, 1, 54_321, 99_999].map((place) => codes[place]),
    );
  });
});

describe("linkRows", () => {
  it("links the rows of those who are in both waves", () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const { before, after } = linkRows(keysOf(first), keysOf(second));
        const expected = first.flatMap((text, row) =>
          second.includes(text) ? [[row, second.indexOf(text)]] : [],
        );
        expect(Array.from(before, (row, place) => [row, after[place]])).toEqual(expected);
      }),
    );
  });

  it("numbers the same person alike in all waves", () => {
    const waves = numberPersons([keysOf(["a", "b"]), keysOf(["c", "a"]), keysOf(["b", "c"])]);
    expect(waves.map((wave) => Array.from(wave))).toEqual([
      [0, 1],
      [2, 0],
      [1, 2],
    ]);
  });
});

describe("cellText", () => {
  it("reads UTF-8 as the platform does", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), fc.string({ unit: "grapheme" }), (bytes, text) => {
        const written = Buffer.from(text);
        expect(textOf(written, 0, written.length)).toBe(text);
        const readable = Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString()));
        const replaced = Buffer.from(bytes).toString().includes("\uFFFD");
        expect(isReadable(bytes, 0, bytes.length)).toBe(readable && !replaced);
      }),
    );
  });

  it("leaves out blanks at both ends, as bytes and as text", () => {
    const bytes = Buffer.from(" \u00A0\t7 8 \r\u00A0");
    const start = trimStart(bytes, 0, bytes.length);
    expect(textOf(bytes, start, trimEnd(bytes, start, bytes.length))).toBe("7 8");
    expect(cellText(bytes, 0, bytes.length)).toBe("7 8");
    const blank = Buffer.from("  ");
    expect(trimEnd(blank, trimStart(blank, 0, 2), 2)).toBe(2);
  });
});
