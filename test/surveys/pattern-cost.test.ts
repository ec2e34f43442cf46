/** The bound on what a regular expression can cost, held against the real matcher. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternCost } from "../../surveys/pattern-cost.ts";

const steps = (source: string) => patternCost(source, 200).steps;

describe("patternCost", () => {
  it("counts the ways of each repetition, and the places a pattern may start at", () => {
    expect(steps("^abc$")).toBe(200);
    expect(steps("^a{2,4}$")).toBe(3 * 200);
    expect(steps("^a?b?$")).toBe(4 * 200);
    expect(steps("^(ab|cd|e)$")).toBe(3 * 200 * 200);
    expect(steps("abc")).toBe(200 * 200);
  });

  it("gives up on a repeated group that can match in several ways", () => {
    for (const source of ["(a+)+", "(a|b)*", "(a?b)+", "((ab){1,2})*"]) {
      expect(patternCost(source, 200)).toEqual({
        steps: Number.POSITIVE_INFINITY,
        reason: "repeats a group that can match in several ways",
      });
    }
    expect(steps("^(?:ab)+$")).toBeLessThan(1e6);
  });

  it.each(["(?=a)", "(?<!a)b", "(?<name>a)", "(a)\\1", "\\p{L}", "(", "[", "a{2,1}"])(
    "gives up on %s",
    (source) => {
      expect(steps(source)).toBe(Number.POSITIVE_INFINITY);
    },
  );

  it("does not take what stands in a class or behind a backslash for a sign", () => {
    expect(steps("^[(+*?]$")).toBe(200);
    expect(steps("^\\(\\+\\d$")).toBe(200);
    expect(steps("^[\\]a]b$")).toBe(200);
  });

  it("never throws, whatever the pattern", () => {
    const sign = fc.constantFrom(
      "a",
      "(",
      ")",
      "[",
      "]",
      "|",
      "*",
      "+",
      "?",
      "{1,2}",
      "{",
      "\\",
      "^",
      "$",
      "(?:",
      ".",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        expect(patternCost(signs.join(""), 200).steps).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
