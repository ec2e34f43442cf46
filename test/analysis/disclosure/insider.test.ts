/** Somebody who knows their own answer in a 360, tried over all answers of small groups: told, since no width cures it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distributionCell } from "../../../analysis/disclosure/distribution-cell.ts";
import { anonymousMean, codingWidth } from "../../../analysis/disclosure/mean-cell.ts";
import type { Tally } from "../../../analysis/scoring/tally.ts";
import { INSIDER_WIDTHS, insiderRows, insiders } from "../../worlds/insider-worlds.ts";

const POINTS = [3, 4, 5, 6, 7];
const SIZES = [3, 4, 5, 6, 7, 8];
const GROUPS = POINTS.flatMap((points) => SIZES.map((n) => ({ points, n })));

/** All ways in which so many answers can spread over so many points. */
function spreads(answers: number, points: number): readonly (readonly number[])[] {
  if (points === 1) return [[answers]];
  return Array.from({ length: answers + 1 }, (_, first) =>
    spreads(answers - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

function tallyOf(counts: readonly number[]): Tally {
  const n = counts.reduce((total, count) => total + count, 0);
  const sum = counts.reduce((total, count, index) => total + count * (index + 1), 0);
  return { points: counts.length, counts, n, sum };
}

/** Everything a report shows of one item of one group: the mean and how the answers spread. */
function shown(counts: readonly number[]): string {
  const tally = tallyOf(counts);
  const mean = anonymousMean(tally, 3);
  return JSON.stringify([mean, distributionCell(tally, mean)]);
}

/** Of all answers of a group, how many members are certain that all others gave the same, by what is shown. */
function certainByProduct(n: number, points: number): number {
  const others = spreads(n - 1, points);
  let certain = 0;
  for (let own = 0; own < points; own += 1) {
    const alike = new Map<string, boolean>();
    for (const spread of others) {
      const cell = shown(spread.map((count, index) => (index === own ? count + 1 : count)));
      alike.set(cell, (alike.get(cell) ?? true) && spread.includes(n - 1));
    }
    for (const spread of others.filter((one) => one.includes(n - 1)))
      if (alike.get(shown(spread.map((count, index) => (index === own ? count + 1 : count))))) certain += n;
  }
  return certain;
}

describe("what somebody who knows their own answer learns of one item", () => {
  it.each(GROUPS)(
    "of $n on $points points: the product tells as many as the rule for sums",
    ({ n, points }) => {
      const { certain } = insiders(n, points, codingWidth);
      expect(certainByProduct(n, points)).toBe(certain);
      expect(certain).toBeGreaterThan(0);
    },
  );

  it("is not cured by ends one point wider, but for scales of three points", () => {
    const wider = (points: number) => codingWidth(points) + 1;
    const cured = GROUPS.filter(({ n, points }) => insiders(n, points, wider).certain === 0);
    expect(new Set(cured.map(({ points }) => points))).toEqual(new Set([3]));
  });

  it("is cured by ends as wide as the scale from four answers on, and by nothing less", () => {
    const large = GROUPS.filter(({ n }) => n > 3);
    expect(large.filter(({ n, points }) => insiders(n, points, (width) => width).certain > 0)).toEqual([]);
    expect(large.filter(({ n, points }) => insiders(n, points, (width) => width - 1).certain === 0)).toEqual(
      [],
    );
  });

  it("costs what the README says", () => {
    const readme = readFileSync(
      join(import.meta.dirname, "../../../analysis/disclosure/README.md"),
      "utf8",
    ).split("\n");
    const rows = insiderRows();
    expect(rows).toHaveLength(3 * INSIDER_WIDTHS.length);
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });
});
