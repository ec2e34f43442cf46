/** The scorecard, on counts that can be checked by hand. */

import { describe, expect, test } from "vitest";
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import {
  type AreaCount,
  buildScorecard,
  type MeanSource,
  type ShareSource,
} from "../../../analysis/scorecard/build-scorecard.ts";
import type { ScorecardFigure } from "../../../analysis/scorecard/scorecard-model.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";

const NAMES = ["North", "South", "East", "West", "Depot"];
const areas = NAMES.map((label) => ({ code: label.toLowerCase(), label, headcount: null }));

function shares(counts: Readonly<Record<string, AreaCount>>): ShareSource {
  return { code: "coaching-take-up", label: "Took up", areas: new Map(Object.entries(counts)) };
}

function only(source: ShareSource) {
  const [measure] = buildScorecard({ minimum: 5, areas, shares: [source], means: [] }).measures;
  if (measure === undefined) throw new RangeError("a measure was expected");
  return measure;
}

const usual = {
  north: { count: 20, of: 100 },
  south: { count: 50, of: 100 },
  east: { count: 45, of: 100 },
  west: { count: 5, of: 9 },
  depot: { count: 2, of: 4 },
};

describe("shares by area", () => {
  test("count the areas that are shown, and no others, into the whole", () => {
    const { overall } = only(shares(usual));
    expect(overall).toMatchObject({ shown: true, n: 309, value: { value: exactly(120 / 309) } });
  });

  test("leave out an area of fewer people than the minimum, and one without any", () => {
    const measure = only(shares({ ...usual, west: { count: 0, of: 0 } }));
    expect(measure.cells.map(({ figure }) => (figure.shown ? figure.n : figure.reason))).toEqual([
      100,
      100,
      100,
      "no-headcount",
      "few-people",
    ]);
    expect(measure.sentences.join(" ")).toContain("1 area has fewer than 5 people, or fewer who took part");
  });

  test("tell an area without people from one that nobody knows the number of", () => {
    const known = areas.map((area) => ({ ...area, headcount: 20 }));
    const source = shares({ ...usual, west: { count: 0, of: 0 } });
    const [measure] = buildScorecard({ minimum: 5, areas: known, shares: [source], means: [] }).measures;
    expect(measure?.cells[3]?.figure).toEqual({ shown: false, reason: "no-people" });
    expect(only(shares({ depot: { count: 2, of: 4 } })).overall).toEqual({
      shown: false,
      reason: "few-people",
    });
  });

  test("name the area far below, and judge none of fewer than ten people", () => {
    const measure = only(shares(usual));
    expect(measure.cells.map(({ position }) => position)).toEqual([
      "far-below",
      "above",
      "within",
      null,
      null,
    ]);
    expect(measure.sentences[0]).toBe(
      "North (20 %) lies far below the others; all areas together have 39 %.",
    );
  });

  test("say so when nothing is beyond chance, and when nothing can be judged", () => {
    const alike = { count: 40, of: 100 };
    expect(only(shares({ north: alike, south: alike, east: alike })).sentences).toContain(
      "No area lies further from the others than chance explains.",
    );
    expect(only(shares({ north: alike, south: alike })).sentences[0]).toMatch(/^No area is judged/);
  });

  test("hide a small count of those who took part, but not that nobody did", () => {
    const few = { ...usual, north: { count: 4, of: 100 }, east: { count: 0, of: 100 } };
    const shown = only(shares(few)).cells.map(({ figure }) => figure.shown);
    expect(shown).toEqual([false, true, true, true, false]);
  });

  test("draw limits that narrow with the number of people, and that agree with the verdicts", () => {
    const { limits } = only(shares(usual));
    expect(limits[0]?.n).toBe(9);
    expect(limits.at(-1)?.n).toBe(100);
    const widths = limits.map(({ far }) => far.upper - far.lower);
    expect(widths.at(-1)).toBeLessThan((widths[0] ?? 0) / 2);
    const last = limits.at(-1);
    expect(last?.far.lower).toBeGreaterThan(0.2);
    expect(last?.near.upper).toBeLessThan(0.5);
    expect(last?.far.upper).toBeGreaterThanOrEqual(0.5);
  });
});

describe("means by area", () => {
  const figure = (value: number, n: number) =>
    ({ shown: true, n, value: { value: exactly(value), interval: null } }) as const;
  const source: MeanSource = {
    code: "confidence-change",
    label: "Change",
    lowest: -100,
    highest: 100,
    overall: figure(4, 300),
    spread: 20,
    areas: new Map<string, Cell<ScorecardFigure>>([
      ["north", figure(-9, 40)],
      ["south", figure(5, 160)],
      ["east", figure(6, 100)],
      ["west", { shown: false, reason: "would-reveal-another" }],
    ]),
  };
  const measureOf = (one: MeanSource) =>
    buildScorecard({ minimum: 5, areas, shares: [], means: [one] }).measures[0];

  test("are repeated as they were released, with a verdict by the spread of everybody", () => {
    const measure = measureOf(source);
    expect(measure?.cells.map(({ position }) => position)).toEqual([
      "far-below",
      "within",
      "within",
      null,
      null,
    ]);
    expect(measure?.sentences).toEqual([
      "North (−9.0) lies far below the others; all areas together have +4.0.",
      "1 area is not shown, as in the survey's own results.",
    ]);
  });

  test("get no verdict where no spread was released", () => {
    const measure = measureOf({ ...source, spread: null });
    expect(measure?.limits).toEqual([]);
    expect(measure?.cells.every(({ position }) => position === null)).toBe(true);
  });
});

test("a scorecard without sources has areas and nothing to explain", () => {
  expect(buildScorecard({ minimum: 5, areas, shares: [], means: [] })).toEqual({
    format: 1,
    minimum: 5,
    areas,
    measures: [],
    methods: [],
  });
});
