/** Books for the tests of every format: tables, a comparison and a report as they are released. */
import { readFileSync } from "node:fs";
import { comparisonBook } from "../../../analysis/files/comparison-book.ts";
import type { FileBook } from "../../../analysis/files/file-book.ts";
import type { FileSource } from "../../../analysis/files/file-notes.ts";
import { reportBook } from "../../../analysis/files/report-book.ts";
import { staffTablesBook } from "../../../analysis/files/staff-tables-book.ts";
import type { LinkedChanges } from "../../../analysis/linking/linked-changes-model.ts";
import type { Report360 } from "../../../analysis/report360/report-model.ts";
import { compareTables } from "../../../analysis/staff-comparison/compare-tables.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { SurveyDefinition } from "../../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";
import { AFTER, BEFORE } from "../../support/invented-staff-tables.ts";

export const staffConfidence = (): SurveyDefinition =>
  readDefinition(readFileSync("surveys/library/staff-confidence.json", "utf8"));

export const source = (title: string): FileSource => ({
  programme: "Leading well",
  wave: "w1",
  title,
  survey: { id: "staff-confidence", version: "1.1.0" },
  release: 1,
  datasetHash: "hash-of-the-dataset",
  policy: { ...DEFAULT_POLICIES["staff-survey"], cuts: [["area"]] },
});

const LINKED: LinkedChanges = {
  format: 1,
  elements: ["code-mother", "code-father", "code-birthplace", "code-birth-day"],
  stayers: { shown: true, n: 120, value: 120 },
  leavers: { shown: false, reason: "too-few-answers" },
  joiners: { shown: true, n: 40, value: 40 },
  withoutCode: {
    before: { shown: false, reason: "too-few-answers" },
    after: { shown: true, n: 12, value: 12 },
  },
  linkedShare: null,
  falseShare: 0.004,
  items: [],
  scales: [
    {
      kind: "scale",
      code: "treatment",
      label: "Treatment at work",
      lowest: 1,
      highest: 5,
      change: {
        shown: true,
        n: 110,
        value: { mean: 0.31, sd: 0.8, interval: { lower: 0.16, upper: 0.46 }, dZ: 0.38 },
      },
      verdict: {
        state: "significant",
        test: "paired-t",
        statistic: 4.06,
        df: 109,
        p: 0.0001,
        pAdjusted: 0.0003,
        family: "scales",
      },
      band: null,
    },
  ],
  index: null,
  methods: ["Persons were linked by a personal code."],
};

export function tablesBook(tables: StaffTables = AFTER, linked: LinkedChanges | null = LINKED): FileBook {
  return staffTablesBook({ source: source("Second survey"), definition: staffConfidence(), tables, linked });
}

export function comparedBook(): FileBook {
  const definitions = [staffConfidence(), staffConfidence()];
  return comparisonBook({
    sources: [source("First survey"), source("Second survey")],
    definitions,
    comparison: compareTables([BEFORE, AFTER], { definitions }),
    rates: [],
    linked: LINKED,
    hash: "hash-of-the-comparison",
  });
}

/** Guarantee: the fixture holds a released report. */
function report360(): Report360 {
  return (JSON.parse(readFileSync("test/fixtures/report-360.json", "utf8")) as { report: Report360 }).report;
}

export function coachBook(): FileBook {
  const definition = readDefinition(readFileSync("surveys/library/leadership-360.json", "utf8"));
  const report = report360();
  return reportBook({
    source: { ...source("360"), release: null, policy: report.policy },
    definition,
    report,
  });
}
