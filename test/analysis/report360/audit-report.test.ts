/** A report that was tampered with, or made by other rules, does not pass the last door. */
import { describe, expect, it } from "vitest";
import { auditReport } from "../../../analysis/report360/audit-report.ts";
import type { ItemRow, Report360 } from "../../../analysis/report360/report-model.ts";
import { definition360 } from "../../support/definition-360.ts";
import type { Answers } from "../../support/world-360.ts";
import { reportOf } from "../../support/world-360.ts";

const definition = definition360({ textItems: ["wishes"], looseItems: ["extra"] });
const answers = (place: number): Answers => ({
  c1: 1 + (place % 5),
  c2: 5,
  s1: 2 + (place % 2),
  s2: 3,
  extra: 1 + ((place * 2) % 5),
  wishes: `w${place}`,
});
const raters = (count: number) => Array.from({ length: count }, (_, place) => answers(place));
const own: Answers = { c1: 4, c2: 3, s1: 3, s2: 3, extra: 2 };
const report = reportOf(definition, {
  self: [own],
  manager: [own],
  peer: raters(9),
  report: raters(5),
  other: raters(2),
});

function kinds(tampered: Report360): readonly string[] {
  const audited = auditReport(tampered);
  return audited.publish ? [] : [...new Set(audited.findings.map(({ kind }) => kind))];
}

/** The report with one item changed. */
function withItem(code: string, change: (item: ItemRow) => Partial<ItemRow>): Report360 {
  const changed = (item: ItemRow) => (item.code === code ? { ...item, ...change(item) } : item);
  return {
    ...report,
    dimensions: report.dimensions.map((row) => ({ ...row, items: row.items.map(changed) })),
    otherItems: report.otherItems.map(changed),
  };
}

const mean = (value: number, n: number) =>
  ({ shown: true, n, value: { mean: value, bound: "exact" } }) as const;

describe("auditReport", () => {
  it("lets the report of our own rules pass, also with distributions, bounds and comments", () => {
    const bounds = JSON.stringify(report);
    expect(bounds).toContain("at-least");
    expect(report.dimensions[0]?.items[0]?.distributions["peer"]?.shown).toBe(true);
    expect(report.comments[0]?.lists.some(({ comments, attributed }) => comments.shown && !attributed)).toBe(
      true,
    );
    expect(auditReport(report)).toEqual({ publish: true });
  });

  it("lets every report on a scale of two points pass", () => {
    const yesOrNo = definition360({ points: 2, dimensions: { all: ["c1"] } });
    for (let n = 1; n <= 12; n++) {
      for (let yes = 0; yes <= n; yes++) {
        const peer = Array.from({ length: n }, (_, place) => ({ c1: place < yes ? 2 : 1 }));
        expect(auditReport(reportOf(yesOrNo, { self: [{ c1: 1 }], peer }))).toEqual({ publish: true });
      }
    }
  });

  it("finds a cell of fewer answers than the minimum", () => {
    expect(kinds(withItem("extra", (item) => ({ blocks: { ...item.blocks, peer: mean(3, 2) } })))).toContain(
      "few-persons",
    );
  });

  it("finds an exact mean at the end of the scale", () => {
    expect(kinds(withItem("c2", (item) => ({ blocks: { ...item.blocks, peer: mean(5, 9) } })))).toContain(
      "contradiction",
    );
  });

  it("finds a bound that is not the one of the rules", () => {
    const tight = { shown: true, n: 9, value: { mean: 4.9, bound: "at-least" } } as const;
    expect(kinds(withItem("c2", (item) => ({ blocks: { ...item.blocks, peer: tight } })))).toContain(
      "unexplained",
    );
  });

  it("finds a mean in finer steps than the rules display", () => {
    const fine = mean(3.44, 9);
    expect(kinds(withItem("c1", (item) => ({ blocks: { ...item.blocks, peer: fine } })))).toContain(
      "unexplained",
    );
  });

  it("finds all others, dimensions, gaps and highlights that are not made of displayed numbers", () => {
    expect(kinds(withItem("c1", () => ({ allOthers: mean(1.2, 14) })))).toContain("not-derived");
    expect(
      kinds(
        withItem("extra", (item) => ({ allOthers: { ...item.allOthers, n: 14 } as typeof item.allOthers })),
      ),
    ).toContain("not-derived");
    const [first, ...rest] = report.dimensions;
    if (first === undefined) throw new Error("the report has dimensions");
    const dimension = { ...first, blocks: { ...first.blocks, peer: mean(2.2, 9) } };
    expect(kinds({ ...report, dimensions: [dimension, ...rest] })).toContain("not-derived");
    const rows = report.gaps.rows.map((row) =>
      row.gap.shown ? { ...row, gap: { ...row.gap, value: 9 } } : row,
    );
    expect(kinds({ ...report, gaps: { ...report.gaps, rows } })).toEqual(["not-derived"]);
    const highest = report.highest.map((row) => ({ ...row, value: mean(4.4, 14) }));
    expect(kinds({ ...report, highest })).toEqual(["not-derived"]);
  });

  it("finds a distribution in which everybody chose the same", () => {
    const all = { shown: true, n: 9, value: [0, 0, 9, 0, 0] } as const;
    const found = kinds(withItem("s2", (item) => ({ distributions: { ...item.distributions, peer: all } })));
    expect(found).toContain("narrow-range");
  });

  it("finds a distribution that disagrees with its mean", () => {
    const other = { shown: true, n: 9, value: [5, 0, 0, 0, 4] } as const;
    const found = kinds(
      withItem("s1", (item) => ({ distributions: { ...item.distributions, peer: other } })),
    );
    expect(found).toContain("contradiction");
  });

  it("finds comments of too few", () => {
    const [section, ...rest] = report.comments;
    if (section === undefined) throw new Error("the report has comments");
    const list = {
      label: { en: "Peers" },
      attributed: false,
      comments: { shown: true, n: 2, value: ["a", "b"] },
    } as const;
    expect(kinds({ ...report, comments: [{ ...section, lists: [list] }, ...rest] })).toEqual(["few-texts"]);
  });

  it("finds a field it does not know, and a suppressed cell that carries its value", () => {
    expect(kinds({ ...report, medians: [3] } as Report360)).toEqual(["unexplained"]);
    const leaking = {
      shown: false,
      reason: "too-few-answers",
      n: 2,
      value: { mean: 3, bound: "exact" },
    } as const;
    expect(kinds(withItem("c1", (item) => ({ blocks: { ...item.blocks, peer: leaking } })))).toContain(
      "unexplained",
    );
  });

  it("finds anonymous groups passed off as attributed", () => {
    const blocks = report.blocks.map((block) =>
      block.code === "peer" ? { ...block, attributed: true } : block,
    );
    expect(kinds({ ...report, blocks })).toContain("unexplained");
  });

  it("finds a small group counted apart", () => {
    const two = { shown: true, n: 2, value: 2 } as const;
    const responses = report.responses.map((row) =>
      row.group === "other" ? { ...row, received: two } : row,
    );
    expect(kinds({ ...report, responses })).toEqual(["unexplained"]);
  });

  it("finds a minimum below the floor, and anything that breaks the audit, as not checked", () => {
    const policy = { ...report.policy, minimumGroupSize: 1 };
    expect(kinds({ ...report, policy })).toEqual(["not-checked"]);
    expect(kinds({ ...report, scales: {} })).toEqual(["not-checked"]);
  });

  it("finds earlier releases of other blocks or about somebody else", () => {
    const other = reportOf(definition, { self: [own], peer: raters(9) });
    expect(auditReport(report, { earlier: [other] }).publish).toBe(false);
    expect(auditReport(report, { earlier: [{ ...report, subject: "bob" }] }).publish).toBe(false);
    expect(auditReport(report, { earlier: [report] })).toEqual({ publish: true });
  });

  it("says in a sentence what is wrong, without telling an answer", () => {
    const audited = auditReport(withItem("s1", (item) => ({ blocks: { ...item.blocks, peer: mean(3, 2) } })));
    const sentences = audited.publish ? [] : audited.findings.map(({ sentence }) => sentence);
    expect(sentences).toContain(
      "“peer, item s1” rests on fewer persons than the minimum. Nothing was published, and no answer is lost.",
    );
    expect(sentences.join(" ")).not.toMatch(/\b\d/);
  });
});
