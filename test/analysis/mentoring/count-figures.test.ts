/** An evaluator's figures of mentoring: what they say, and that no few people follow from one or two looks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import {
  type CountedPair,
  countFigures,
  type RoundCounts,
} from "../../../analysis/mentoring/count-figures.ts";
import { EXIT_REASONS } from "../../../analysis/mentoring/exit-reasons.ts";
import { type HeldFigures, NOTHING_HELD } from "../../../analysis/mentoring/held-figures.ts";
import type { MentoringFigures } from "../../../analysis/mentoring/mentoring-figures-model.ts";

const MINIMUM = 5;
const AREAS = ["Finance", "Operations", "Planning"];
const REASONS = [...EXIT_REASONS, "not-said"];

function pair(more: Partial<CountedPair> = {}): CountedPair {
  return {
    score: 80,
    points: { areas: 45, "first-area": 20, site: 0, distance: 10, seniority: 5, mode: 10 },
    daysToMatch: 20,
    meetings: 3,
    menteePulses: 1,
    mentorPulses: 1,
    menteeGoing: 4,
    mentorGoing: 3,
    area: "Finance",
    sameSite: true,
    sameUnit: false,
    mentorShared: false,
    endedEarly: false,
    reason: null,
    ...more,
  };
}

function round(pairs: readonly CountedPair[]): RoundCounts {
  return {
    menteesAsked: 40,
    menteesSent: 30,
    mentorsAsked: 20,
    mentorsSent: 4,
    pairs,
    weights: USUAL_WEIGHTS,
    areas: AREAS,
    reasons: REASONS,
  };
}

const times = (count: number, more: Partial<CountedPair> = {}) =>
  Array.from({ length: count }, () => pair(more));
const left = (count: number, area: string, reason: string) =>
  times(count, { area, reason, endedEarly: true });
const count = (pairs: readonly CountedPair[], before: HeldFigures = NOTHING_HELD) =>
  countFigures(round(pairs), MINIMUM, before);

describe("figures", () => {
  test("say take-up, time, meetings and pulses, and hide what rests on too few", () => {
    const { figures } = count(times(10));
    expect(figures.takeUp.mentees.sent).toEqual({ shown: true, n: 30, value: 30 });
    expect(figures.takeUp.mentors.sent).toEqual({ shown: false, reason: "too-few-answers" });
    expect(figures.daysToMatch).toMatchObject({ value: 20 });
    expect(figures.meetings).toMatchObject({ value: 3 });
    expect(figures.pulses.mentees).toMatchObject({ n: 10, value: { mean: 4, bound: "exact" } });
    expect(figures.exits.all).toEqual({ shown: false, reason: "no-answers" });
  });

  test("show early ends by area and reason where each part is large enough", () => {
    const { figures } = count([
      ...left(6, "Finance", "no-time"),
      ...left(7, "Finance", "no-rapport"),
      ...left(6, "Operations", "no-time"),
      ...left(5, "Operations", "left"),
      ...times(8),
    ]);
    expect(figures.exits.all).toMatchObject({ value: 24 });
    expect(figures.exits.areas.map(({ values, all }) => [values, all.shown && all.value])).toEqual([
      [["Finance"], 13],
      [["Operations"], 11],
    ]);
    expect(figures.exits.reasons[0]).toEqual({
      values: ["no-time"],
      cell: { shown: true, n: 12, value: 12 },
    });
    expect(figures.exits.reasons).toHaveLength(2);
  });

  test("count areas together when one alone would be too small for its reasons", () => {
    const { figures } = count([...left(6, "Finance", "no-time"), ...left(5, "Planning", "left")]);
    expect(figures.exits.areas).toEqual([]);
    expect(figures.exits.reasons.map(({ values, cell }) => [values, cell.shown && cell.value])).toEqual([
      [["no-time"], 6],
      [["left"], 5],
    ]);
  });

  test("do not tell the reason when all gave the same one", () => {
    const { figures } = count(left(12, "Finance", "boundary"));
    expect(figures.exits.reasons).toEqual([{ values: REASONS, cell: { shown: true, n: 12, value: 12 } }]);
  });

  test("tell how many ended early before they tell why or where", () => {
    const { figures, held } = count(left(7, "Finance", "left"));
    expect(figures.exits).toEqual({ all: { shown: true, n: 7, value: 7 }, areas: [], reasons: [] });
    const soon = count([...left(7, "Finance", "left"), ...left(4, "Planning", "no-time")], held);
    expect(soon.figures.exits).toEqual(figures.exits);
    const later = count([...left(7, "Finance", "left"), ...left(5, "Planning", "no-time")], soon.held);
    expect(later.figures.exits.reasons).toHaveLength(2);
  });

  test("put into words what ended pairs share", () => {
    const { figures } = count([
      ...times(8, { endedEarly: true, reason: "left", sameSite: false, score: 50, mentorShared: true }),
      ...times(10),
    ]);
    expect(figures.mismatch.ended.score).toMatchObject({ value: 50 });
    expect(figures.mismatch.shared).toEqual([
      "Less often among pairs that ended early: Work at the same site (0 % against 100 %).",
      "More often among pairs that ended early: The mentor has two mentees or more (100 % against 0 %).",
    ]);
  });

  test("hide the profile of fewer ended pairs than the minimum", () => {
    const { figures } = count([...left(4, "Finance", "left"), ...times(10)]);
    expect(figures.mismatch.ended.score.shown).toBe(false);
    expect(figures.mismatch.shared).toEqual([]);
  });
});

/** Every count shown of early ends. */
function exitCounts({ exits }: MentoringFigures): readonly number[] {
  const cells = [
    exits.all,
    ...exits.areas.flatMap(({ all, reasons }) => [all, ...reasons.map(({ cell }) => cell)]),
    ...exits.reasons.map(({ cell }) => cell),
  ];
  return cells.flatMap((cell) => (cell.shown ? [cell.value] : []));
}

const exits = fc.array(fc.record({ area: fc.constantFrom(...AREAS), reason: fc.constantFrom(...REASONS) }), {
  maxLength: 40,
});

describe("two looks", () => {
  test("never show a count of few, and no change of few, whoever ended in between", () => {
    fc.assert(
      fc.property(exits, exits, (first, second) => {
        const pairsOf = (list: typeof first) => list.map((one) => pair({ ...one, endedEarly: true }));
        const one = count(pairsOf(first));
        const two = count(pairsOf([...first, ...second]), one.held);
        for (const shown of [...exitCounts(one.figures), ...exitCounts(two.figures)]) {
          expect(shown === 0 || shown >= MINIMUM).toBe(true);
        }
        const before = new Map(one.figures.exits.reasons.map(({ values, cell }) => [values.join(), cell]));
        for (const { values, cell } of two.figures.exits.reasons) {
          const last = before.get(values.join());
          if (!cell.shown || last?.shown !== true) continue;
          const change = cell.value - last.value;
          expect(change === 0 || change >= MINIMUM).toBe(true);
        }
      }),
    );
  });
});
