/** Lists of comments that were tampered with, are too short, or differ from an earlier release do not pass. */
import { describe, expect, it } from "vitest";
import { type AuditedTogether, auditTables } from "../../../analysis/staff-tables/audit-tables.ts";
import { auditedClasses } from "../../../analysis/staff-tables/audited-classes.ts";
import { classesOfCut } from "../../../analysis/staff-tables/one-cut.ts";
import type { StaffComments, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { commentedDataset, commentedSurvey, commentedTables, commentsTo } from "./commented-survey.ts";

const dataset = commentedDataset(40, (author) => ({
  bullied: author < 25 ? "yes" : "no",
  cause: author % 3 === 0 ? "work" : "home",
  ...(author < 18 ? { change: `More time, ${author}` } : {}),
  ...(author < 12 ? { happened: `Shouted at, ${author}` } : {}),
}));
const tables = commentedTables(dataset);
const classes = auditedClasses(commentedSurvey, dataset, ["unit"]);

function kinds(changed: StaffTables, together: AuditedTogether = {}): readonly string[] {
  const { findings } = auditTables(changed, { classes, ...together });
  return [...new Set(findings.map(({ kind }) => kind))];
}

/** The tables with another list to one question. */
function withList(code: string, change: Partial<StaffComments>): StaffTables {
  const comments = tables.comments?.map((one) => (one.code === code ? { ...one, ...change } : one)) ?? [];
  return { ...tables, comments };
}

function listOf(texts: readonly string[]): StaffComments["list"] {
  return { shown: true, n: texts.length, value: texts };
}

const texts = (count: number) => Array.from({ length: count }, (_, author) => `Words ${author}`);
const before = (code: string, list: StaffComments["list"]) => ({
  earlier: [{ name: "release 1", tables: withList(code, { list }) }],
});

describe("the audit of comments", () => {
  it("lets our own lists pass, beside the same lists released before, and beside a release without any", () => {
    expect(commentsTo(tables, "change").list).toMatchObject({ shown: true, n: 18 });
    expect(commentsTo(tables, "happened").list).toMatchObject({ shown: true, n: 12 });
    expect(kinds(tables)).toEqual([]);
    expect(kinds(tables, { earlier: [{ name: "release 1", tables }] })).toEqual([]);
    const { comments: _none, ...old } = tables;
    expect(kinds(old)).toEqual([]);
    expect(kinds(tables, { earlier: [{ name: "release 1", tables: old }] })).toEqual([]);
  });

  it("finds lists of too few, and minimums below the floor", () => {
    expect(kinds(withList("change", { list: listOf(texts(9)) }))).toEqual(["few-texts"]);
    expect(kinds(withList("change", { minimum: 4 }))).toEqual(["few-texts"]);
    expect(kinds(withList("change", { minimum: Number.NaN }))).toEqual(["few-texts"]);
    expect(kinds(withList("change", { list: listOf([...texts(9), "-", "…"]) }))).toEqual(["few-texts"]);
  });

  it("finds lists that tell how many took part, where that is not shown", () => {
    const hidden = { ...tables, answered: { shown: false, reason: "too-few-answers" } } as const;
    expect(kinds(hidden)).toContain("few-texts");
    expect(kinds(withList("change", { list: listOf(texts(41)) }))).toEqual(["contradiction"]);
  });

  it("finds lists of those asked by their answer, where too few wrote or too few did not", () => {
    expect(kinds(withList("happened", { minimum: 5, list: listOf(texts(9)) }))).toEqual(["few-texts"]);
    expect(kinds(withList("happened", { list: listOf(texts(31)) }))).toEqual(["few-texts"]);
    expect(kinds(withList("change", { list: listOf(texts(31)) }))).toEqual([]);
    const { ofSome: _unknown, ...less } = classes;
    expect(kinds(withList("change", { list: listOf(texts(31)) }), { classes: less })).toEqual([
      "not-checked",
    ]);
    expect(classesOfCut(tables).ofSome).toBeUndefined();
  });

  it("finds what two releases tell that differ by few comments, or in their order", () => {
    const { list } = commentsTo(tables, "change");
    const all = list.shown ? list.value : [];
    expect(kinds(tables, before("change", listOf(all.slice(1))))).toEqual(["few-texts"]);
    expect(kinds(tables, before("change", listOf([...all.slice(1), "gone"])))).toEqual(["contradiction"]);
    expect(kinds(tables, before("change", listOf(all.toReversed())))).toEqual(["contradiction"]);
    const many = withList("change", { list: listOf([...all, ...texts(10)]) });
    expect(kinds(many, before("change", list))).toEqual([]);
  });

  it("finds counts that disagree, controls, fields nobody knows, and a second list", () => {
    const { list } = commentsTo(tables, "change");
    const all = list.shown ? list.value : [];
    expect(kinds(withList("change", { list: { shown: true, n: 17, value: all } }))).toEqual([
      "contradiction",
    ]);
    expect(kinds(withList("change", { list: listOf([...all, "more\u0000"]) }))).toEqual(["unexplained"]);
    const byUnit: Partial<StaffComments> & { readonly unit: string } = { unit: "north" };
    expect(kinds(withList("change", byUnit))).toEqual(["unexplained"]);
    const twice = [...(tables.comments ?? []), commentsTo(tables, "change")];
    expect(kinds({ ...tables, comments: twice })).toEqual(["unexplained"]);
  });

  it("refuses with words about the list, and quotes no comment", () => {
    const { sentence } = auditTables(withList("change", { list: listOf(texts(9)) }), { classes });
    expect(sentence).toContain("“comments to Which one change?” would show the words of too few persons");
    expect(sentence).not.toContain("Words");
  });
});
