/** The shipped 360 from answers as SurveyJS holds them to a report: check, fold, bytes, disclosure. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeDataset, encodeDataset } from "../../../analysis/dataset-bytes.ts";
import { foldAnswers } from "../../../analysis/fold-answers.ts";
import { reportAll } from "../../../analysis/report360/build-report.ts";
import { compileCheck } from "../../../surveys/compile-check.ts";
import type { Item } from "../../../surveys/definition.ts";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { loadDefinition } from "../../../surveys/load-definition.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const file = new URL("../../../surveys/library/leadership-360.json", import.meta.url);
const loaded = loadDefinition(readFileSync(file, "utf8"));
if ("problems" in loaded) throw new Error("the shipped instrument is right");
const { definition } = loaded;
const check = compileCheck(definition);
const GROUPS = definition.soundings.groups;

/** As a form holds it: a value a question, an object of rows for a matrix. */
function formOf(answer: (item: Item) => unknown): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  const matrices = new Map<string, Record<string, unknown>>();
  for (const item of definition.items) {
    const value = answer(item);
    if (value === undefined) continue;
    if (item.row === undefined) form[item.question] = value;
    else matrices.set(item.question, { ...matrices.get(item.question), [item.row]: value });
  }
  return { ...form, ...Object.fromEntries(matrices) };
}

function reportOnAnn(random = seededRandom(9)) {
  const counts = new Map(GROUPS.map(({ code, attributed }) => [code, attributed ? 1 : 5]));
  const responses = GROUPS.flatMap(({ code: group }) =>
    Array.from({ length: counts.get(group) ?? 0 }, () => {
      const result = check(
        formOf((item) => {
          if (item.kind === "text") return `Keep on: ${random(1000)}`;
          if (item.kind !== "scale") return undefined;
          return random(15) === 0 ? "not-observed" : 2 + random(4);
        }),
      );
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return { subject: "ann", group, answers: result.answers };
    }),
  );
  const groups = GROUPS.map(({ code }) => code);
  const folded = foldAnswers({ definition, subjects: ["ann"], groups, responses, random });
  const invited = groups.map((group) => ({ subject: "ann", group, invited: counts.get(group) ?? 0 }));
  const dataset = decodeDataset(encodeDataset(folded));
  const [report] = reportAll({ definition, dataset, policy: DEFAULT_POLICIES["360"], invited });
  if (report === undefined) throw new Error("one subject has one report");
  return report;
}

describe("the shipped 360", () => {
  const report = reportOnAnn();

  it("has eight dimensions of some forty items, a cell in every block", () => {
    expect(report.dimensions.length).toBe(8);
    const items = report.dimensions.flatMap((dimension) => dimension.items);
    expect(items.length).toBeGreaterThanOrEqual(36);
    for (const row of [...report.dimensions, ...items]) {
      expect(Object.keys(row.blocks).toSorted()).toEqual(report.blocks.map(({ code }) => code).toSorted());
    }
  });

  it("shows dimensions, gaps, highlights and comments", () => {
    expect(report.dimensions.every(({ allOthers }) => allOthers.shown)).toBe(true);
    expect(report.gaps.rows.some(({ verdict }) => verdict !== "not-shown")).toBe(true);
    expect(report.highest.length).toBeGreaterThan(0);
    expect(report.lowest.length).toBeGreaterThan(0);
    expect(report.comments.length).toBeGreaterThan(0);
    expect(report.comments[0]?.lists.some(({ comments }) => comments.shown)).toBe(true);
  });

  it("holds nothing that is not a finite number, and survives the way through JSON", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.stringify(report)).not.toContain("null");
  });
});
