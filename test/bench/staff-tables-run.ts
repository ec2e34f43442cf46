/** One measured run in a process of its own: invents a staff survey and makes its tables. */
import { buildStaffTables } from "../../analysis/staff-tables/build-staff-tables.ts";
import {
  inventedAnswers,
  inventedSurvey,
  type Person,
  policyOf,
} from "../analysis/staff-tables/invented-survey.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ITEMS = 40;
const DIMENSIONS = 8;
const POINTS = 5;
const GRADES = 8;
const SITES = 6;
const MINIMUM = 10;

const respondents = Number(process.argv[2]);
const units = Number(process.argv[3]);
/** How many sets of answerers there are: items are left out together. */
const patterns = Number(process.argv[4]);

const random = seededRandom(1);
const names = (count: number) => Array.from({ length: count }, (_, place) => `${place + 1}`);
const items = Array.from({ length: ITEMS }, (_, place) => `i${place}`);
const definition = inventedSurvey({
  choices: { unit: names(units), grade: names(GRADES), site: names(SITES) },
  scaleItems: Object.fromEntries(items.map((code, place) => [code, `d${place % DIMENSIONS}`])),
});

/** Later categories are the smaller. */
const category = (count: number) => 1 + Math.min(random(count), random(count));

function person(): Person {
  const left = Array.from({ length: patterns }, () => random(20) === 0);
  const answers = items.map((code, place) => [
    code,
    left[place % patterns] === true ? 0 : 1 + Math.floor((random(POINTS) + random(POINTS + 1)) / 2),
  ]);
  return {
    unit: random(50) === 0 ? 0 : category(units),
    grade: category(GRADES),
    site: category(SITES),
    ...Object.fromEntries(answers),
  };
}

const dataset = inventedAnswers(definition, Array.from({ length: respondents }, person));
const cuts = [["unit"], ["grade"], ["site"], ["unit", "grade"]];
const start = performance.now();
const tables = buildStaffTables({
  definition,
  dataset,
  policy: policyOf(MINIMUM, cuts),
  invited: respondents,
});
const seconds = (performance.now() - start) / 1000;
const cells = tables.items.flatMap((item) => [item.cells.total, ...item.cells.cuts.flat()]);
const eligible = cells.filter((cell) => cell.shown || cell.reason !== "too-few-answers");
console.log(
  JSON.stringify({
    seconds,
    shown: eligible.filter((cell) => cell.shown).length / eligible.length,
    method: tables.method,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
