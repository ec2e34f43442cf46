/** A letter's code survives paper, typing and mistaken letters. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterCodeOf, printedCode, readLetterCode } from "../../surveys/letter-code.ts";

const bytes = fc.uint8Array({ minLength: 13, maxLength: 32 });

describe("a letter's code", () => {
  test("is read as it was printed, in any capitals and with any blanks", () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (random, small) => {
        const code = letterCodeOf(random);
        const typed = printedCode(code).replaceAll("-", " - ");
        expect(readLetterCode(small ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  test("is read with O for 0, and I or L for 1", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom("I", "l", "i", "L"), (random, one) => {
        const code = letterCodeOf(random);
        expect(readLetterCode(code.replaceAll("0", "o").replaceAll("1", one))).toBe(code);
      }),
    );
  });

  test("holds a hundred bits: two that differ in any of them differ", () => {
    const codes = Array.from({ length: 100 }, (_, bit) => {
      const random = new Uint8Array(13);
      random[bit >> 3] = 0x80 >> (bit & 7);
      return letterCodeOf(random);
    });
    expect(new Set(codes).size).toBe(100);
  });

  test.each(["", "0000", "U".repeat(20), "0".repeat(21), "0000-0000-0000-0000-00!0"])(
    "%j is none",
    (typed) => {
      expect(readLetterCode(typed)).toBeUndefined();
    },
  );

  test("needs enough randomness", () => {
    expect(() => letterCodeOf(new Uint8Array(12))).toThrow(RangeError);
  });
});
