/** `npm run worlds [COUNT]`: sets the auditor on random worlds, 10,000 for each engine unless told otherwise. */
import fc from "fast-check";
import { certainty } from "../analysis/staff-tables/backwards-attacker.ts";
import {
  CHOICES,
  OUR_RULES,
  PASSING,
  SCALES,
  TWO_CUTS,
  UNITS,
  WEAKER,
} from "../analysis/staff-tables/small-survey-rules.ts";
import {
  ANEW,
  GROUPS,
  ONE_GROUP,
  POINTS,
  SWAPS,
  THREE_WAVES,
  WEAKER_WAVES,
} from "../analysis/staff-tables/two-wave-rules.ts";
import { wavesShown } from "../analysis/staff-tables/two-wave-worlds.ts";
import { worlds as reportWorlds } from "../support/attacked-world.ts";
import type { Engine } from "./engine.ts";
import { isAsItShould, measure, measuredLine, shareShown } from "./engine.ts";
import { insiderRows } from "./insider-worlds.ts";
import { answersShown, REPORT_ENGINES } from "./report-engines.ts";
import { staffEngines } from "./staff-engines.ts";
import { cellsShown, staffTablesOf, staffWorlds } from "./staff-worlds.ts";

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
if (!(Number.isInteger(count) && count > 0 && Number.isInteger(seed))) {
  console.error("npm run worlds -- [COUNT [SEED]], whole numbers");
  process.exit(2);
}

function run<W>(title: string, engines: readonly Engine<W>[], sampled: readonly W[]): boolean {
  console.log(title);
  return engines
    .map((engine) => {
      const measured = measure(engine, sampled);
      const fine = isAsItShould(measured);
      console.log(`${measuredLine(measured)}${fine ? "" : "   NOT AS IT SHOULD"}`);
      return fine;
    })
    .every((fine) => fine);
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const reports = fc.sample(reportWorlds, { numRuns: count, seed });
const staff = fc.sample(staffWorlds, { numRuns: count, seed });
const fine = [run("360 reports", REPORT_ENGINES, reports), run("staff tables", staffEngines(), staff)];
console.log("small surveys, all worlds: certainty about anybody, and for somebody who knows one answer");
const small = [...UNITS, ...TWO_CUTS, ...SCALES, ...CHOICES, ...PASSING].map((survey) => {
  const { worlds, certain, insider } = certainty(survey, OUR_RULES(survey));
  console.log(`  ${survey.name.padEnd(62)} ${certain} and ${insider} of ${worlds}`);
  return certain + insider === 0;
});
const weaker = WEAKER.map(({ name, survey, rule }) => {
  const { worlds, certain, insider } = certainty(survey, rule(survey));
  console.log(`  ${name.padEnd(62)} ${certain} and ${insider} of ${worlds}`);
  return certain + insider > 0;
});
console.log(
  "small surveys asked twice and three times, all worlds, if all who answered twice answered alike",
);
const waves = [...ONE_GROUP, ...GROUPS, ...SWAPS, ...POINTS, ...ANEW, ...THREE_WAVES].map((tried) => {
  const { worlds, certain, insider } = certainty(tried, wavesShown(tried));
  console.log(`  ${tried.name.padEnd(62)} ${certain} and ${insider} of ${worlds}`);
  return certain + insider === 0;
});
const weakerWaves = WEAKER_WAVES.map(({ name, tried, rule }) => {
  const { worlds, certain, insider } = certainty(tried, wavesShown(tried, rule));
  console.log(`  ${name.padEnd(62)} ${certain} and ${insider} of ${worlds}`);
  return certain + insider > 0;
});
console.log("360, one group: answers | width | certain insiders and exact means, usual | the same, agreeing");
for (const row of insiderRows()) console.log(`  ${row}`);
console.log(`360: ${percent(shareShown(reports.map(answersShown)))} of answers stand in a shown cell`);
const cells = shareShown(staff.map((world) => cellsShown(world, staffTablesOf(world))));
console.log(`staff tables: ${percent(cells)} of cells with enough answers are shown`);
process.exitCode = [...fine, ...small, ...weaker, ...waves, ...weakerWaves].every((one) => one) ? 0 : 1;
