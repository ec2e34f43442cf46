/** Words for bytes: one each, told apart by four letters, read back as people type them. */
import { expect, test } from "vitest";
import { bytesOfWords, wordsOfBytes } from "../../surveys/fingerprint-words.ts";

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test("every byte has a word of its own, and its first four letters are its own too", () => {
  const words = wordsOfBytes(everyByte);
  expect(words.every((word) => /^[a-z]{4,7}$/.test(word))).toBe(true);
  expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(256);
});

test("words are read back in any case, with any separators and with mistyped ends", () => {
  expect(bytesOfWords(wordsOfBytes(everyByte).join(" "))).toEqual({ ok: true, bytes: everyByte });
  expect(bytesOfWords("  Acorn-ZIGZAG,\n zigz ")).toEqual({ ok: true, bytes: Uint8Array.of(0, 255, 255) });
});

test("an unknown word is named by its place", () => {
  expect(bytesOfWords("acorn proto zigzag")).toEqual({ ok: false, unknownWord: 1 });
});
