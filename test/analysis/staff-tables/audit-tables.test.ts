/** Staff tables that were tampered with, or complete what was released before, do not pass the last door. */
import { describe, expect, it } from "vitest";
import { exactScale } from "../../../analysis/staff-tables/answer-bounds.ts";
import { type AuditedTogether, auditTables } from "../../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../../analysis/staff-tables/audited-classes.ts";
import { buildStaffTables } from "../../../analysis/staff-tables/build-staff-tables.ts";
import { withCuts } from "../../../analysis/staff-tables/one-cut.ts";
import type { StaffItem, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";

const definition = inventedSurvey({
  choices: { unit: ["a", "b", "c"], grade: ["x", "y"] },
  scaleItems: { calm: "mood", glad: "mood", rest: "" },
});
const CODES = ["unit", "grade"];

/** Of a unit and a grade, so many persons with all sorts of answers. */
function persons(unit: number, grade: number, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, place) => ({
    unit,
    grade,
    calm: 1 + ((place * 2 + unit) % 5),
    glad: 1 + ((place + grade) % 5),
    rest: place % 4 === 0 ? 0 : 1 + ((place * 3) % 5),
  }));
}

/** In each unit and grade enough, but for three of unit c who are of grade y. */
const staff = [
  ...persons(1, 1, 14),
  ...persons(1, 2, 12),
  ...persons(2, 1, 15),
  ...persons(2, 2, 11),
  ...persons(3, 1, 22),
  ...persons(3, 2, 3),
];

function tablesOf(all: readonly Person[], cuts: readonly (readonly string[])[]): StaffTables {
  const dataset = inventedAnswers(definition, all);
  return buildStaffTables({ definition, dataset, policy: policyOf(5, cuts), invited: 90 });
}

function classesOf(all: readonly Person[]) {
  return auditedClasses(definition, inventedAnswers(definition, all), CODES);
}

const tables = tablesOf(staff, [["unit"], ["grade"]]);
const classes = classesOf(staff);

function audited(changed: StaffTables, together: AuditedTogether = {}) {
  return auditTables(changed, { classes, ...together });
}

function kinds(changed: StaffTables, together: AuditedTogether = {}): readonly string[] {
  return [...new Set(audited(changed, together).findings.map(({ kind }) => kind))];
}

function withItem(code: string, change: (item: StaffItem) => Partial<StaffItem>): StaffTables {
  const items = tables.items.map((item) => (item.code === code ? { ...item, ...change(item) } : item));
  return { ...tables, items };
}

function points(counts: readonly number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return { shown: true, n, value: exactScale(counts) } as const;
}

/** All two-way groups shown, whatever they tell. */
function careless(): StaffTables {
  const dataset = inventedAnswers(definition, staff);
  const policy = policyOf(5, [["unit", "grade"]]);
  const whole = buildStaffTables({ definition, dataset, policy, invited: 90 });
  const column = (code: string) => dataset.columns.find((own) => own.code === code)?.values ?? [];
  const cellOf = (code: string, unit: number, grade: number) => {
    const counts = [1, 2, 3, 4, 5].map(
      (point) =>
        [...column(code)].filter(
          (answer, row) => answer === point && column("unit")[row] === unit && column("grade")[row] === grade,
        ).length,
    );
    const cell = points(counts);
    return cell.n < 5 ? ({ shown: false, reason: "too-few-answers" } as const) : cell;
  };
  const groups = [1, 2, 3].flatMap((unit) => [1, 2].map((grade) => [unit, grade] as const));
  return {
    ...whole,
    items: whole.items.map(({ rest: _, ...item }) => {
      const cells = {
        total: item.cells.total,
        cuts: [groups.map(([unit, grade]) => cellOf(item.code, unit, grade))],
      };
      return { ...item, cells };
    }),
    scales: [],
    index: null,
  };
}

describe("auditTables", () => {
  it("lets the tables of our own rules pass", () => {
    expect(audited(tables)).toEqual({ publish: true, findings: [], sentence: "" });
    expect(tables.scales[0]?.cells.total).toMatchObject({ shown: true });
  });

  it("finds the few that the shown groups leave, and says what could be released instead", () => {
    const { publish, findings, sentence } = audited(careless());
    expect(publish).toBe(false);
    expect(findings.map(({ kind }) => kind)).toContain("few-persons");
    expect(sentence).toContain("would tell something about fewer persons than the minimum");
    expect(sentence).toContain("It could be released for everybody together only.");
  });

  it("finds a group in which all gave one answer", () => {
    const all = points([0, 0, 0, 0, 26]);
    const found = kinds(
      withItem("calm", (item) => ({ cells: { ...item.cells, total: item.cells.total, cuts: [[all], []] } })),
    );
    expect(found).toContain("unexplained");
    const [unit, grade] = tables.items.find(({ code }) => code === "calm")?.cells.cuts ?? [];
    if (unit === undefined || grade === undefined) throw new Error("the item has cells for both cuts");
    const uniform = withItem("calm", () => ({
      cells: {
        total: { shown: false, reason: "too-uniform" },
        cuts: [unit.with(0, all), grade.map(() => none)],
      },
    }));
    expect(kinds({ ...uniform, scales: [], index: null })).toContain("narrow-range");
  });

  it("finds counts that cannot be, and means that are not made of them", () => {
    expect(
      kinds(withItem("rest", ({ cells }) => ({ cells: { ...cells, total: points([40, 1, 1, 1, 1]) } }))),
    ).toEqual(["contradiction"]);
    const scales = tables.scales.map((scale) => ({
      ...scale,
      cells: {
        ...scale.cells,
        total: { shown: true, n: 77, value: { mean: { low: 2.5, high: 2.5 }, sdAtMost: 1.1 } } as const,
      },
    }));
    expect(kinds({ ...tables, scales })).toEqual(["not-derived"]);
  });

  it("finds fields it does not know, and a suppressed cell that carries its value", () => {
    expect(kinds({ ...tables, medians: [3] } as StaffTables)).toEqual(["unexplained"]);
    const leaking = { shown: false, reason: "too-few-answers", n: 3 } as const;
    expect(kinds(withItem("rest", ({ cells }) => ({ cells: { ...cells, total: leaking } })))).toContain(
      "unexplained",
    );
  });

  it("does not publish what it cannot check", () => {
    expect(kinds({ ...tables, minimum: 2 })).toEqual(["not-checked"]);
    const alone = auditTables(tables);
    expect(alone.findings.map(({ kind, figures }) => [kind, ...figures])).toEqual([
      ["not-checked", "several cuts at once"],
    ]);
  });

  it("can check the tables of one cut from themselves alone", () => {
    const byUnit = withCuts(tables, ({ codes }) => codes[0] === "unit");
    expect(auditTables(byUnit).publish).toBe(true);
    expect(auditTables(careless()).publish).toBe(false);
  });
});

const none = { shown: false, reason: "would-reveal-another" } as const;

describe("the audit of a further release", () => {
  const first = { name: "release 1", tables: withCuts(tables, ({ codes }) => codes[0] === "unit") };

  it("lets the same figures pass again, and another cut that tells nothing new", () => {
    expect(audited(tables, { earlier: [{ name: "release 1", tables }] }).publish).toBe(true);
    expect(audited(tables, { earlier: [first] }).publish).toBe(true);
  });

  it("names the earlier release that a new cut completes, and what could be released instead", () => {
    // By itself each is harmless; together they leave the three of unit c and grade y.
    const byUnit = tablesOf(staff, [["unit"]]);
    const both = careless();
    const mixed: StaffTables = {
      ...both,
      width: null,
      items: both.items.map((item) => ({ ...item, cells: { ...item.cells, total: none } })),
    };
    const withoutSmall = { name: "release 1", tables: { ...byUnit, width: null } };
    expect(audited(byUnit).publish).toBe(true);
    expect(audited(mixed).publish).toBe(true);
    const { publish, sentence } = audited(mixed, { earlier: [withoutSmall] });
    expect(publish).toBe(false);
    expect(sentence).toContain("Set beside release 1, these figures would complete what was left out there.");
    expect(sentence).toMatch(/It could be released for everybody together only\.|There is nothing of it/);
  });

  it("finds late answers that are few, and says how many more are needed where", () => {
    const later = [...staff, ...persons(1, 1, 1)];
    const second = tablesOf(later, [["unit"]]);
    const before = { name: "release 1", tables: tablesOf(staff, [["unit"]]), classes };
    const { publish, sentence } = audited(second, { classes: classesOf(later), earlier: [before] });
    expect(publish).toBe(false);
    expect(sentence).toContain("Set beside release 1");
    expect(sentence).toContain("after more answers: 4 more in all and 4 more in “A”");
  });

  it("lets late answers pass if everywhere nobody or enough came", () => {
    const later = [...staff, ...[1, 2].flatMap((grade) => [1, 2].flatMap((unit) => persons(unit, grade, 9)))];
    const second = tablesOf(later, [["unit"]]);
    const before = { name: "release 1", tables: tablesOf(staff, [["unit"]]), classes };
    expect(audited(second, { classes: classesOf(later), earlier: [before] }).sentence).toBe("");
  });

  it("finds somebody who was moved to another unit afterwards", () => {
    const moved = staff.map((person, place) => (place === 0 ? { ...person, unit: 2 } : person));
    const second = tablesOf(moved, [["unit"]]);
    const before = { name: "release 1", tables: tablesOf(staff, [["unit"]]), classes };
    const found = kinds(second, { classes: classesOf(moved), earlier: [before] });
    expect(found).toContain("few-persons");
  });

  it("does not accept tables of another survey as released earlier", () => {
    const other = { ...tables, survey: { ...tables.survey, version: "2.0.0" } };
    expect(kinds(tables, { earlier: [{ name: "release 1", tables: other }] })).toEqual(["unexplained"]);
  });
});
