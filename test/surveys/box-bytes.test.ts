/** Boxes have one size whatever they hold. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { padToBox, unpadBox } from "../../surveys/box-bytes.ts";

test("what is padded has the size asked for and comes back unchanged", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const box = padToBox(bytes, 64);
      expect(box?.length).toBe(64);
      expect(box && Array.from(unpadBox(box) ?? [])).toEqual(Array.from(bytes));
    }),
  );
});

test("what does not fit is not padded", () => {
  expect(padToBox(new Uint8Array(61), 64)).toBeUndefined();
});

test("a length beyond the end and padding that is not zero are refused", () => {
  expect(unpadBox(Uint8Array.of(0, 0, 0, 5, 1, 2))).toBeUndefined();
  expect(unpadBox(Uint8Array.of(255, 255, 255, 255, 1, 2))).toBeUndefined();
  expect(unpadBox(Uint8Array.of(0, 0, 0, 1, 1, 2))).toBeUndefined();
  expect(unpadBox(new Uint8Array(3))).toBeUndefined();
});
