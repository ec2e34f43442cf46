/** One measured run in a process of its own: folds invented answers and makes every report. */
import { decodeDataset, encodeDataset } from "../../analysis/dataset-bytes.ts";
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { ItemAnswer } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { definition360 } from "../support/definition-360.ts";
import { seededRandom } from "../support/seeded-random.ts";

const ITEMS = 40;
const DIMENSIONS = 8;
const RATERS = ["self", "manager", ...Array<string>(5).fill("peer"), ...Array<string>(5).fill("report")];

const dimensions = Object.fromEntries(
  Array.from({ length: DIMENSIONS }, (_, dimension) => [
    `d${dimension}`,
    Array.from({ length: ITEMS / DIMENSIONS }, (__, item) => `d${dimension}.i${item}`),
  ]),
);
const definition = definition360({ dimensions, textItems: ["keep", "change", "else"] });

/** Made one at a time, as boxes are opened at the close of a wave. */
function* answers(subjects: readonly string[]): Generator<AnsweredForm> {
  const random = seededRandom(1);
  for (const subject of subjects) {
    for (const group of RATERS) {
      const given = new Map<string, ItemAnswer>();
      for (const { code, kind } of definition.items) {
        if (kind === "text")
          given.set(code, `What ${subject} does well, in some sixty characters or so: ${random(1e6)}`);
        else if (random(20) > 0) given.set(code, 1 + random(5));
      }
      yield { subject, group, answers: given };
    }
  }
}

const count = Number(process.argv[2]);
const subjects = Array.from({ length: count }, (_, place) => `s${place}`);
const invited = subjects.flatMap((subject) =>
  [...new Set(RATERS)].map((group) => ({
    subject,
    group,
    invited: RATERS.filter((code) => code === group).length,
  })),
);
const start = performance.now();
const folded = foldAnswers({
  definition,
  subjects,
  groups: definition.soundings.groups.map(({ code }) => code),
  responses: answers(subjects),
  random: seededRandom(2),
});
const bytes = encodeDataset(folded);
const afterFold = performance.now();
const dataset = decodeDataset(bytes);
let stored = 0;
for (const report of reportAll({ definition, dataset, policy: DEFAULT_POLICIES["360"], invited })) {
  stored += JSON.stringify(report).length;
}
const end = performance.now();
console.log(
  JSON.stringify({
    foldSeconds: (afterFold - start) / 1000,
    reportSeconds: (end - afterFold) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    datasetMegabytes: bytes.length / 1e6,
    reportMegabytes: stored / 1e6,
  }),
);
