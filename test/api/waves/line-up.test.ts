/** Line-ups are read whole, with every bad row named. */
import { describe, expect, test } from "vitest";
import { readParticipants, readRaters, readSubjects } from "../../../api/waves/line-up.ts";

const people = [
  { id: "a", ref: "A", name: "Ann", mail: "a@example.org" },
  { id: "b", ref: "B", name: "Ben", mail: "b@example.org" },
  { id: "c", ref: "C", name: "Cid", mail: null },
  { id: "d", ref: "D", name: "Dee", mail: "d@example.org" },
];
const group = (code: string, wording: "self" | "other") => ({
  code,
  label: { en: code },
  attributed: wording === "self",
  wording,
});
const groups = [group("self", "self"), group("peer", "other")];
const frame = {
  people,
  subjects: new Map([["a", "d"]]),
  coordinators: new Set<string>(),
  groups,
  identity: "anonymous" as const,
};

const lines = (problems: readonly { readonly path: string }[]) => problems.map((problem) => problem.path);

describe("subjects", () => {
  test("are found by staff number or mail address", () => {
    expect(readSubjects("subject,coach\nA,b@example.org\n", people)).toEqual({
      rows: [{ personId: "a", coachPersonId: "b" }],
      problems: [],
    });
  });

  test("unknown people, own coaches, coaches without mail and doubles are problems of their lines", () => {
    const { problems } = readSubjects("subject,coach\nZ,B\nA,A\nA,C\nB,A\nB,A\n", people);
    expect(lines(problems)).toEqual(["line 2", "line 3", "line 4", "line 6"]);
  });
});

describe("a file without its header", () => {
  test("is named as such, its first cells short enough to be read", () => {
    const { rows, problems } = readRaters(`${"A".repeat(90)},B,peer,north,9\nA,B,peer,north,9\n`, frame);
    expect(rows).toEqual([]);
    expect(problems.map(({ sentence }) => sentence).filter((one) => one.includes("missing"))).toHaveLength(3);
    expect(problems.at(-1)?.sentence).toBe(
      `The columns "${"a".repeat(40)}", "b", "peer" and 2 more are not known. Columns are subject, rater, group.`,
    );
  });
});

describe("raters", () => {
  test("have a subject of the wave and one of the survey's groups", () => {
    expect(readRaters("subject,rater,group\nA,B,peer\n", frame).rows).toEqual([
      { subjectPersonId: "a", raterPersonId: "b", group: "peer" },
    ]);
  });

  test.each([
    ["a subject outside the wave", "B,A,peer"],
    ["an unknown rater", "A,Z,peer"],
    ["a rater no mail reaches", "A,C,peer"],
    ["an unknown group", "A,B,friend"],
    ["a subject among the peers", "A,A,peer"],
    ["somebody else in the self group", "A,B,self"],
    ["the coach among the anonymous raters", "A,D,peer"],
  ])("%s is a problem", (_name, row) => {
    const { rows, problems } = readRaters(`subject,rater,group\n${row}\n`, frame);
    expect(rows).toEqual([]);
    expect(lines(problems)).toEqual(["line 2"]);
  });

  test("the coach may answer where answers carry names", () => {
    const named = { ...frame, identity: "identified" as const };
    expect(readRaters("subject,rater,group\nA,D,peer\n", named).problems).toEqual([]);
  });

  test("one rater in two groups of one subject is a problem: they could be counted twice", () => {
    const three = { ...frame, groups: [...groups, group("other", "other")] };
    const { problems } = readRaters("subject,rater,group\nA,B,peer\nA,B,other\n", three);
    expect(lines(problems)).toEqual(["line 3"]);
  });
});

describe("participants", () => {
  test("are people with a mail address, each once", () => {
    const { rows, problems } = readParticipants("person\nA\nC\nA\n", people);
    expect(rows.map((row) => row.raterPersonId)).toEqual(["a"]);
    expect(lines(problems)).toEqual(["line 3", "line 4"]);
  });

  test("need no mail address where letters are printed", () => {
    expect(readParticipants("person\nA\nC\n", people, true)).toMatchObject({
      rows: [{ raterPersonId: "a" }, { raterPersonId: "c" }],
      problems: [],
    });
  });

  test("an unknown column is a problem of the first line", () => {
    expect(lines(readParticipants("person,age\nA,30\n", people).problems)).toEqual(["line 1"]);
  });
});
