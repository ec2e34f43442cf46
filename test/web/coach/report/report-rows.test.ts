/** The lines that a coach's first five minutes are made of. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Report360 } from "../../../../analysis/report360/report-model.ts";
import { firstOfRanking, gapLines, isNotable, turnout } from "../../../../web/coach/report/report-rows.ts";

/** The file was written by the analysis, so its report has the shape it claims. */
function fixtureReport(): Report360 {
  return (JSON.parse(readFileSync("test/fixtures/report-360.json", "utf8")) as { report: Report360 }).report;
}

const report = fixtureReport();

test("gaps come largest first, with the figures they are made of", () => {
  const lines = gapLines(report, "dimension");
  const sizes = lines.flatMap(({ gap }) => (gap.gap.shown ? [Math.abs(gap.gap.value)] : []));
  expect(lines).toHaveLength(report.dimensions.length);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(lines[0]?.self?.mean).toBe(report.dimensions[0]?.blocks["self"]?.shown === true ? 4.6 : undefined);
  expect(lines[0]?.selfN).toBe(1);
});

test("gaps that are not shown come last and are not notable", () => {
  const [first, ...others] = report.gaps.rows;
  if (first === undefined) throw new RangeError("the fixture has gaps");
  const hidden = { ...first, gap: { shown: false, reason: "no-answers" }, verdict: "not-shown" } as const;
  const lines = gapLines({ ...report, gaps: { ...report.gaps, rows: [hidden, ...others] } }, "dimension");
  expect(lines.at(-1)?.gap.code).toBe(first.code);
  expect(lines.filter(isNotable).some(({ gap }) => gap.code === first.code)).toBe(false);
});

test("a ranking cut in the middle of a tie says how many more there are", () => {
  const row = (code: string, rank: number) => ({
    code,
    label: { en: code },
    value: { shown: true, n: 5, value: { mean: 4, bound: "exact" } } as const,
    rank,
    scale: "agreement",
  });
  const ranking = [row("a", 1), row("b", 2), row("c", 3), row("d", 3), row("e", 3)];
  expect(firstOfRanking(ranking, 3).tied).toBe(2);
  expect(firstOfRanking(ranking, 2).tied).toBe(0);
  expect(firstOfRanking([], 3)).toEqual({ first: [], tied: 0 });
});

test("answers are counted over blocks, so that small groups are in the sum without being told apart", () => {
  expect(turnout(report)).toEqual({ invited: 19, received: 16 });
});
