/** The auditor in random staff surveys: silent about our tables, loud about each careless way of making them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAsItShould, measure, measuredLine, shareShown } from "../../worlds/engine.ts";
import { staffEngines } from "../../worlds/staff-engines.ts";
import { cellsShown, staffTablesOf, staffWorlds } from "../../worlds/staff-worlds.ts";

const RUNS = Number(process.env["AUDIT_WORLDS"] ?? 300);
const sampled = fc.sample(staffWorlds, { numRuns: RUNS, seed: 7 });
const NAMES = [
  "our rules",
  "threshold only",
  "threshold and next smallest",
  "size of the group, whoever skipped",
  "cuts without a small category, all points",
  "a cut by two releases",
  "a second release with one late answer",
];

/** The least that the rules showed of eligible cells when they were tried out. */
const LEAST_SHOWN = 0.55;

const engines = staffEngines();

describe("the auditor on all sorts of staff tables", () => {
  it("is set on every engine there is", () => {
    expect(engines.map(({ name }) => name)).toEqual(NAMES);
  });

  it.each(NAMES)("judges as it should: %s", { timeout: 300_000 }, (name) => {
    const engine = engines.find((candidate) => candidate.name === name);
    if (engine === undefined) throw new Error("every engine is listed");
    const measured = measure(engine, sampled);
    console.log(measuredLine(measured));
    expect(isAsItShould(measured)).toBe(true);
  });

  it("shows enough of the cells that may be shown", { timeout: 300_000 }, () => {
    const share = shareShown(sampled.map((world) => cellsShown(world, staffTablesOf(world))));
    console.log(`staff tables: ${(100 * share).toFixed(1)} % of cells with enough answers are shown`);
    expect(share).toBeGreaterThan(LEAST_SHOWN);
  });
});
