/** Self minus all others, and the verdicts of the half-point rule. */
import { describe, expect, it } from "vitest";
import { gapVerdict } from "../../../analysis/report360/gap-rule.ts";
import { definition360 } from "../../support/definition-360.ts";
import { reportOf, times } from "../../support/world-360.ts";

describe("gapVerdict", () => {
  it("cuts at half a point of five, and in proportion on other scales", () => {
    expect([0.4, 0.5, -0.4, -0.5].map((gap) => gapVerdict(gap, "exact", 5))).toEqual([
      "in-agreement",
      "blind-spot",
      "in-agreement",
      "hidden-strength",
    ]);
    expect([0.7, 0.8].map((gap) => gapVerdict(gap, "exact", 7))).toEqual(["in-agreement", "blind-spot"]);
  });

  it("gives no verdict that a bound could undo", () => {
    expect(gapVerdict(0.6, "at-most", 5)).toBe("in-agreement");
    expect(gapVerdict(0.6, "at-least", 5)).toBe("blind-spot");
    expect(gapVerdict(-0.6, "at-least", 5)).toBe("in-agreement");
    expect(gapVerdict(-0.6, "at-most", 5)).toBe("hidden-strength");
    expect(gapVerdict(2, "about", 5)).toBe("in-agreement");
  });
});

describe("gaps of the report", () => {
  const definition = definition360();
  const report = reportOf(definition, {
    self: [{ c1: 5, c2: 2, s1: 5 }],
    manager: times(1, { c1: 1, c2: 1, s1: 1, s2: 1 }),
    peer: [3, 3, 4, 4].map((value) => ({ c1: value, c2: value, s1: 5, s2: value })),
  });
  const rowOf = (code: string) => report.gaps.rows.find((row) => row.code === code);

  it("are displayed numbers, self minus all others; the line manager is not one of the others", () => {
    expect(rowOf("c1")).toEqual({
      code: "c1",
      label: { en: "Item c1" },
      level: "item",
      gap: { shown: true, n: 4, value: 1.5 },
      bound: "exact",
      verdict: "blind-spot",
    });
    expect(rowOf("c2")?.verdict).toBe("hidden-strength");
    expect(rowOf("clarity")?.gap).toEqual({ shown: true, n: 4, value: 0 });
    expect(rowOf("clarity")?.verdict).toBe("in-agreement");
  });

  it("know that all others may be higher than a bound shows", () => {
    expect(rowOf("s1")).toMatchObject({ gap: { value: 0.5 }, bound: "at-most", verdict: "in-agreement" });
  });

  it("are not shown without a self-rating of the item", () => {
    expect(rowOf("s2")).toMatchObject({ gap: { shown: false, reason: "no-answers" }, verdict: "not-shown" });
  });

  it("name their rule and its source", () => {
    expect(report.gaps.rule).toBe("half-point rule");
    expect(report.gaps.source).toContain("Fleenor, McCauley & Brutus (1996)");
  });
});
