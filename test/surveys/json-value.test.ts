/** JSON narrowed, pointed at and written in one way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, ownValue, pointerTo } from "../../surveys/json-value.ts";

describe("canonicalJson", () => {
  it("is JSON of the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(plain(value));
      }),
    );
  });

  it("does not depend on the order in which properties were written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(Object.fromEntries(Object.entries(value))));
      }),
    );
  });
});

describe("ownValue", () => {
  it("never reaches a prototype", () => {
    for (const key of ["toString", "constructor", "__proto__"])
      expect(ownValue({ a: 1 }, key)).toBeUndefined();
  });
});

describe("pointerTo", () => {
  it("writes slashes and tildes so that they can be read back", () => {
    expect(pointerTo("/pages", 0, "a/b~c")).toBe("/pages/0/a~1b~0c");
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
