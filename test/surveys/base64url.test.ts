/** Base64url: agrees with Node's, and no two texts stand for the same bytes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";

test("bytes are written as Node writes them and read back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test("a text that reads as bytes is the only text of those bytes", () => {
  const letters = fc.constantFrom(..."AQgw-_z9".split(""));
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const bytes = fromBase64url(text);
      if (bytes !== undefined) expect(toBase64url(bytes)).toBe(text);
    }),
  );
});

test.each(["A", "AA=", "AA==", "A A", "AB", "////", "é", "AAB"])("%j is refused", (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});
