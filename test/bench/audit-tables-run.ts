/** One measured run in a process of its own: makes and audits the tables of an invented staff survey. */
import { auditTables } from "../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../analysis/staff-tables/audited-classes.ts";
import { buildStaffTables } from "../../analysis/staff-tables/build-staff-tables.ts";
import { inventedAnswers, inventedSurvey, policyOf } from "../analysis/staff-tables/invented-survey.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ITEMS = 40;
const SKIP_PATTERNS = 3;
const UNITS = 8;
const GRADES = 5;
const TENURES = 4;

const choices = (count: number) => Array.from({ length: count }, (_, place) => `v${place}`);
const codes = Array.from({ length: ITEMS }, (_, place) => `i${place}`);
const definition = inventedSurvey({
  choices: { unit: choices(UNITS), grade: choices(GRADES), tenure: choices(TENURES) },
  scaleItems: Object.fromEntries(codes.map((code, place) => [code, `d${place % 8}`])),
});

const persons = Number(process.argv[2]);
const random = seededRandom(1);
const dataset = inventedAnswers(
  definition,
  Array.from({ length: persons }, () => {
    const skips = Array.from({ length: SKIP_PATTERNS }, (_, pattern) => pattern > 0 && random(12) === 0);
    const demographic = (count: number) =>
      random(40) === 0 ? 0 : 1 + Math.min(random(count), random(count));
    const answers = codes.map((code, place) => [
      code,
      skips[place % SKIP_PATTERNS] === true ? 0 : 1 + Math.max(random(5), random(5)),
    ]);
    return {
      unit: demographic(UNITS),
      grade: demographic(GRADES),
      tenure: demographic(TENURES),
      ...Object.fromEntries(answers),
    };
  }),
);
const policy = policyOf(10, [["unit"], ["grade"], ["tenure"], ["unit", "grade"]]);
const start = performance.now();
const tables = buildStaffTables({ definition, dataset, policy, invited: persons });
const made = performance.now();
const classes = auditedClasses(definition, dataset, ["unit", "grade", "tenure"]);
const { publish, sentence } = auditTables(tables, { classes });
const end = performance.now();
const said = tables.items.flatMap(({ cells }) =>
  [cells.total, ...cells.cuts.flat()].flatMap((cell) =>
    cell.shown && cell.value.kind === "scale" ? cell.value.borders : [],
  ),
);
const exact = said.filter(({ low, high }) => low === high);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    publish,
    sentence,
    method: tables.method,
    makeSeconds: (made - start) / 1000,
    auditSeconds: (end - made) / 1000,
    processorSeconds: (user + system) / 1e6,
    exact: exact.length / said.length,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
