/** Ratings collected elsewhere: maps, rows, and what is wrong with them. */
import { describe, expect, it } from "vitest";
import { readCsv } from "../../analysis/csv-table.ts";
import { importRatings } from "../../analysis/import-ratings.ts";
import { readRatingsMap } from "../../analysis/ratings-map.ts";
import type { Item } from "../../surveys/definition.ts";
import { definition360 } from "../support/definition-360.ts";

const choices = ["hq", "field"].map((value) => ({ value, label: { en: value } }));
const extra = (code: string, kind: Item["kind"]): Item => ({
  code,
  question: code,
  kind,
  title: { en: code },
  metadata: {},
  ...(kind === "choice" || kind === "choices" ? { choices } : {}),
});
const definition = definition360({
  textItems: ["wishes"],
  extraItems: [
    extra("site", "choice"),
    extra("places", "choices"),
    extra("met", "boolean"),
    extra("age", "number"),
  ],
});
const MAP = {
  subject: { column: "Leader ID", prefix: "leader-" },
  group: { column: "relation", values: { Staff: "report", Boss: "manager" } },
  items: { Q1: "c1", q2: "c2", text: "wishes", Site: "site", places: "places", met: "met" },
  answers: { "n/a": "not-observed", "99": null },
  ignore: ["row"],
};
const HEADER = "row,leader_id,relation,q1,q2,text,site,places,met";
const mapped = (json: unknown) => readRatingsMap(json, definition);
const run = (...rows: string[]) => {
  const read = mapped(MAP);
  if ("problems" in read) throw new Error(read.problems.join());
  return importRatings(readCsv([HEADER, ...rows].join("\n")), read.map, definition);
};
const problemsOf = (...rows: string[]) => {
  const imported = run(...rows);
  return "problems" in imported
    ? imported.problems.map(({ line, column }) => `${line} ${column ?? ""}`.trim())
    : [];
};

describe("importRatings", () => {
  it("turns rows into answered forms, with the map's translations", () => {
    const imported = run(
      "1,7,Staff,4,n/a,Well done,hq,hq;field,true",
      "2,10,Boss,99,5,,,,false",
      "3,7,Staff,1,,,,,",
    );
    if ("problems" in imported) throw new Error("the rows are right");
    expect(imported.subjects).toEqual(["leader-7", "leader-10"]);
    expect(imported.forms.map(({ subject, group }) => `${subject} ${group}`)).toEqual([
      "leader-7 report",
      "leader-10 manager",
      "leader-7 report",
    ]);
    expect(Object.fromEntries(imported.forms[0]?.answers ?? [])).toEqual({
      c1: 4,
      c2: "not-observed",
      wishes: "Well done",
      site: "hq",
      places: ["hq", "field"],
      met: true,
    });
    expect(Object.fromEntries(imported.forms[1]?.answers ?? [])).toEqual({ c2: 5, met: false });
  });

  it.each([
    ["a rating off the scale", "1,7,Staff,6,,,,,", "2 q1"],
    ["a rating with decimals", "1,7,Staff,3.5,,,,,", "2 q1"],
    ["a rating in words", "1,7,Staff,often,,,,,", "2 q1"],
    ["zero", "1,7,Staff,0,,,,,", "2 q1"],
    ["an unknown choice", "1,7,Staff,3,,,moon,,", "2 site"],
    ["a choice twice", "1,7,Staff,3,,,,hq;hq,", "2 places"],
    ["neither true nor false", "1,7,Staff,3,,,,,yes", "2 met"],
    ["no subject", "1,,Staff,3,,,,,", "2 leader_id"],
    ["a subject with control characters", "1,7\u0007,Staff,3,,,,,", "2 leader_id"],
    ["a group the map does not know", "1,7,Peer,3,,,,,", "2 relation"],
    ["no answer at all", "1,7,Staff,,,,,,", "2"],
    ["a missing cell", "1,7,Staff,3", "2"],
    ["a text without end", `1,7,Staff,3,,${"x".repeat(10_001)},,,`, "2 text"],
  ])("names the line and column of %s", (_, row, place) => {
    expect(problemsOf(row)).toEqual([place]);
  });

  it("imports nothing if one row of many is wrong, and names them all in order", () => {
    expect(
      problemsOf("1,7,Staff,4,,,,,", "2,7,Staff,9,x,,,,", "3,8,Staff,4,,,,,", "4,8,Nobody,4,,,,,"),
    ).toEqual(["3 q1", "3 q2", "5 relation"]);
  });

  it("does not repeat what stood in a cell", () => {
    const imported = run("1,7,Staff,My boss lies,,,,,");
    expect(JSON.stringify(imported)).not.toContain("lies");
  });

  it("wants every column of the file to be named, and every column of the map to be there", () => {
    const read = mapped({ ...MAP, items: { ...MAP.items, q9: "s1" }, ignore: [] });
    if ("problems" in read) throw new Error("the map is right");
    const imported = importRatings(readCsv(`${HEADER}\n1,7,Staff,4,,,,,`), read.map, definition);
    expect(
      "problems" in imported && imported.problems.map(({ line, column }) => `${line} ${column}`),
    ).toEqual(["1 q9", "1 row"]);
  });

  it("says that a file is empty", () => {
    const read = mapped(MAP);
    if ("problems" in read) throw new Error("the map is right");
    for (const text of ["", "\n", HEADER]) {
      const imported = importRatings(readCsv(text), read.map, definition);
      expect("problems" in imported && imported.problems.length > 0).toBe(true);
    }
  });
});

describe("readRatingsMap", () => {
  it.each([
    ["no object", [], /not a JSON object/],
    ["no subject", { ...MAP, subject: undefined }, /subject is neither/],
    [
      "a subject both fixed and from a column",
      { ...MAP, subject: { column: "a", value: "b" } },
      /subject is neither/,
    ],
    ["an unknown part", { ...MAP, colour: 1 }, /a part "colour"/],
    ["a group the survey does not have", { ...MAP, group: { value: "client" } }, /group "client"/],
    ["an item the survey does not have", { ...MAP, items: { q1: "zz" } }, /does not have/],
    ["an item twice", { ...MAP, items: { q1: "c1", q2: "c1" } }, /"c1" twice/],
    ["a number that would tell who answered", { ...MAP, items: { q1: "age" } }, /tell who answered/],
    ["no items", { ...MAP, items: {} }, /has no items/],
    ["a column twice", { ...MAP, ignore: ["q1"] }, /a column twice/],
    ["answers that are none", { ...MAP, answers: { x: [1] } }, /not a number/],
    ["something else to ignore", { ...MAP, ignore: [1] }, /not a list/],
    [
      "a name that reaches a prototype",
      { ...MAP, items: JSON.parse('{"__proto__": "constructor"}') },
      /does not have/,
    ],
  ])("refuses %s", (_, json, sentence) => {
    const read = mapped(json);
    expect("problems" in read ? read.problems.join(" ") : "").toMatch(sentence);
  });

  it("wants neither subject nor group for a staff survey", () => {
    const survey = {
      ...definition,
      soundings: { ...definition.soundings, kind: "staff-survey" as const, groups: [] },
    };
    const { items } = MAP;
    expect("map" in readRatingsMap({ items }, survey)).toBe(true);
    expect("problems" in readRatingsMap({ items, subject: { value: "a" } }, survey)).toBe(true);
  });
});
