/** Figures as people read them. */
import { expect, test } from "vitest";
import { figureText, gapText, spokenFigure } from "../../../../web/coach/report/figure-text.ts";

test("a mean has one decimal, also when it is whole", () => {
  expect(figureText({ mean: 4, bound: "exact" })).toBe("4.0");
});

test("a bound keeps its sign in figures and its words in sentences", () => {
  expect(figureText({ mean: 4.7, bound: "at-least" })).toBe("≥ 4.7");
  expect(spokenFigure({ mean: 1.4, bound: "at-most" })).toBe("at most 1.4");
});

test("a gap says its direction with a plus or a real minus sign", () => {
  expect(gapText(0.8, "exact")).toBe("+0.8");
  expect(gapText(-0.62, "exact")).toBe("−0.6");
  expect(gapText(-0.04, "exact")).toBe("0.0");
  expect(gapText(0.4, "at-most")).toBe("≤ +0.4");
});
