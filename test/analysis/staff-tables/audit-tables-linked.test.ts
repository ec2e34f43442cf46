/** Changes of linked persons that would tell of joiners, leavers or few stayers do not pass. */
import { describe, expect, it } from "vitest";
import type { LinkedRows } from "../../../analysis/linking/link-waves.ts";
import { linkedChanges } from "../../../analysis/linking/linked-changes.ts";
import type { LinkedChanges } from "../../../analysis/linking/linked-changes-model.ts";
import { auditLinkedChanges } from "../../../analysis/staff-tables/audit-tables-linked.ts";
import { inventedAnswers, inventedSurvey, type Person, policyOf } from "./invented-survey.ts";

const MINIMUM = 5;
const CUTS = [["unit"]];
const definition = inventedSurvey({
  choices: { unit: ["a", "b"] },
  scaleItems: { calm: "mood", glad: "mood" },
});

function persons(unit: number, count: number, lift = 0): readonly Person[] {
  return Array.from({ length: count }, (_, place) => ({
    unit,
    calm: 1 + ((place + lift * (place % 3)) % 5),
    glad: 1 + ((place * 2 + lift * (place % 4)) % 5),
  }));
}

/** The first `stayers` persons of both waves are the same. */
function world(stayers: number, leavers: number, joiners: number) {
  const dataset = (all: readonly Person[]) => inventedAnswers(definition, all);
  const before = dataset([...persons(1, stayers), ...persons(1, leavers)]);
  const after = dataset([...persons(1, stayers, 1), ...persons(1, joiners)]);
  const rows: LinkedRows = {
    before: Uint32Array.from({ length: stayers }, (_, place) => place),
    after: Uint32Array.from({ length: stayers }, (_, place) => place),
    elements: ["a", "b", "c", "d"],
    exact: stayers,
    codes: { before: stayers + leavers, after: stayers + joiners },
    expectedFalse: 0,
  };
  const policy = policyOf(MINIMUM, CUTS);
  const changes = linkedChanges(
    { definition, dataset: before, policy },
    { definition, dataset: after, policy },
    rows,
  );
  const audited = {
    before: { dataset: before, cuts: CUTS },
    after: { dataset: after, cuts: CUTS },
    pairs: rows,
    minimum: MINIMUM,
  };
  return { changes, audited };
}

function kinds(changes: LinkedChanges, audited: ReturnType<typeof world>["audited"]): readonly string[] {
  return [...new Set(auditLinkedChanges(changes, audited).map(({ kind }) => kind))];
}

describe("auditLinkedChanges", () => {
  it("lets the changes of our rules pass, whoever joined or left", () => {
    let shown = 0;
    for (const leavers of [0, 2, 6]) {
      for (const joiners of [0, 3, 8]) {
        for (const stayers of [4, 9, 12, 30]) {
          const { changes, audited } = world(stayers, leavers, joiners);
          expect(kinds(changes, audited)).toEqual([]);
          shown += changes.items.filter(({ change }) => change.shown).length;
        }
      }
    }
    expect(shown).toBeGreaterThan(10);
  });

  it("finds a change that leaves few leavers or joiners, or is of few stayers", () => {
    const fine = world(30, 6, 8);
    expect(kinds(fine.changes, fine.audited)).toEqual([]);
    for (const other of [world(30, 2, 8), world(30, 6, 3)]) {
      expect(kinds({ ...fine.changes, ...countsOf(other.changes) }, other.audited)).toContain("few-persons");
    }
    const few = world(9, 6, 8);
    const items = fine.changes.items.map((item) =>
      item.change.shown ? { ...item, change: { ...item.change, n: 9 } } : item,
    );
    expect(kinds({ ...fine.changes, ...countsOf(few.changes), items }, few.audited)).toContain("few-persons");
  });

  it("finds a change of nearly those whose change with a third wave is released", () => {
    const { changes, audited } = world(30, 6, 8);
    const { dataset } = audited.before;
    const linkedBefore = (rows: number, codes = 36) => {
      const own = Uint32Array.from({ length: rows }, (_, place) => place);
      const others = [{ own, theirs: own, dataset, codes }];
      return { ...audited, before: { ...audited.before, others } };
    };
    expect(kinds(changes, linkedBefore(12))).toEqual([]);
    expect(kinds(changes, linkedBefore(36))).toEqual([]);
    for (const rows of [28, 30, 32]) expect(kinds(changes, linkedBefore(rows))).toContain("few-persons");
    // The six others of the wave have a code by the questions of this pair.
    expect(kinds(changes, linkedBefore(12, 33))).toEqual(["few-persons"]);
  });

  it("finds a change of all but a group that is too small to be shown", () => {
    const fine = world(30, 6, 8);
    const unit = fine.audited.before.dataset.columns.find(({ code }) => code === "unit");
    const columns = fine.audited.before.dataset.columns.map((column) =>
      column === unit && column.kind === "choice"
        ? { ...column, values: column.values.map((value, row) => (row < 32 ? value : 2)) }
        : column,
    );
    const dataset = {
      ...fine.audited.before.dataset,
      columns: columns.map((column) =>
        column.kind === "scale"
          ? { ...column, values: column.values.map((value, row) => (row < 30 || row > 32 ? value : 0)) }
          : column,
      ),
    };
    const before = { ...fine.audited.before, dataset };
    expect(kinds(fine.changes, { ...fine.audited, before })).toEqual(["few-persons"]);
  });

  it("finds counts that leave few, changes in finer steps, and scales that their items do not give", () => {
    const { changes, audited } = world(30, 2, 8);
    const leavers = { shown: true, n: 2, value: 2 } as const;
    expect(kinds({ ...changes, leavers }, audited)).toEqual(["few-persons"]);
    const fine = world(30, 6, 8);
    const finer = (of: LinkedChanges["items"]) =>
      of.map((item) =>
        item.change.shown
          ? { ...item, change: { ...item.change, value: { ...item.change.value, mean: 0.12345 } } }
          : item,
      );
    expect(kinds({ ...fine.changes, items: finer(fine.changes.items) }, fine.audited)).toContain(
      "unexplained",
    );
    expect(kinds({ ...fine.changes, scales: finer(fine.changes.scales) }, fine.audited)).toEqual([
      "not-derived",
    ]);
  });
});

function countsOf({ stayers, leavers, joiners, withoutCode }: LinkedChanges) {
  return { stayers, leavers, joiners, withoutCode };
}
