/** Which waves are chosen: released ones of one programme, kept in the address. */
import { expect, test } from "vitest";
import type { SurveyWave } from "../../../../web/evaluator/evaluator-api.ts";
import { chosenWaves, comparisonHref, toggled } from "../../../../web/evaluator/surveys/chosen-waves.ts";

function wave(id: string, programme: string, closedAt: string | null): SurveyWave {
  return {
    wave: id,
    title: id,
    programme,
    programmeName: programme,
    kind: "staff-survey",
    state: closedAt === null ? "open" : "released",
    survey: { id: "staff-confidence", version: "1.0.0", title: "Confidence" },
    openedAt: null,
    closedAt,
    releasedAt: closedAt,
    invited: 100,
    answered: null,
    minimum: null,
    releases: 1,
  };
}

const WAVES = [
  wave("new", "p", "2026-05-01"),
  wave("old", "p", "2025-05-01"),
  wave("open", "p", null),
  wave("far", "q", "2024-05-01"),
];

test("only released waves of one programme can be chosen, whatever the address says", () => {
  const chosen = chosenWaves(WAVES, new URLSearchParams("waves=open,new,far,gone,old"));
  expect(chosen.map((one) => one.wave)).toEqual(["new", "old"]);
});

test("a comparison's address has the earliest wave first", () => {
  expect(comparisonHref(WAVES.slice(0, 2))).toBe("/staff/comparisons?waves=old,new");
});

test("a wave chosen twice is chosen no more", () => {
  expect(toggled(WAVES.slice(0, 2), "new")).toEqual(["old"]);
  expect(toggled(WAVES.slice(0, 1), "old")).toEqual(["new", "old"]);
});
