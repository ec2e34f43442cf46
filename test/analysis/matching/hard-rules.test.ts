/** Which pairs are never made, and by which rule. */
import { describe, expect, test } from "vitest";
import { brokenRules, openRuleBook } from "../../../analysis/matching/hard-rules.ts";
import type { MenteeRequest, MentorOffer } from "../../../analysis/matching/match-people.ts";
import { namedInText } from "../../../analysis/matching/named-in-text.ts";
import { offer, PEOPLE, request, roundOf } from "./small-round.ts";

const { d1, g1, h1, h2, o1, o2, x1, x2 } = PEOPLE;

function broken(mentee: MenteeRequest, mentor: MentorOffer, ended = [{ mentee: "o1", mentor: "x2" }]) {
  const book = openRuleBook(roundOf([mentee], [mentor], { ended }));
  return brokenRules(mentee, mentor, book).map(({ code, basis }) => `${code} ${basis}`);
}

describe("a hard rule", () => {
  test.each([
    [
      "nobody mentors themselves",
      request(g1),
      offer(g1),
      ["SELF roster", "SAME_TEAM roster", "GRADE_GAP roster"],
    ],
    ["no line manager", request(o1), offer(g1), ["LINE_MANAGER roster"]],
    ["nobody further up the line", request(o1), offer(d1), ["REPORTING_LINE roster"]],
    ["nobody further down the line", request(h1), offer(o1), ["REPORTING_LINE roster", "GRADE_GAP roster"]],
    ["nobody of the same team", request(o1), offer(o2), ["SAME_TEAM roster"]],
    ["nobody of the same or a lower grade", request(x2), offer(o2), ["GRADE_GAP roster"]],
    ["nobody with whom it ended before", request(o1), offer(x2), ["PREVIOUS_EXIT roster"]],
    [
      "another site, when the mentee must meet in person",
      request(o1, { mode: "in-person" }),
      offer(h2),
      ["LOCATION mentee"],
    ],
    [
      "another site, when the mentor must meet in person",
      request(o1),
      offer(h2, { mode: "in-person" }),
      ["LOCATION mentor"],
    ],
    [
      "a language that the mentor does not speak",
      request(o1, { language: "urdu" }),
      offer(x1),
      ["LANGUAGE_REQUEST mentee"],
    ],
    [
      "whom the mentee named",
      request(o1, { "not-these-people": "Zoe O’Hara" }),
      offer(x1),
      ["EXCLUSION mentee"],
    ],
    [
      "a unit that the mentee named",
      request(o1, { "not-these-areas": "public health" }),
      offer(x1),
      ["EXCLUSION mentee"],
    ],
    [
      "whom the mentor named",
      request(o1),
      offer(x1, { "not-these-people": "Shah, Priya" }),
      ["EXCLUSION mentor"],
    ],
  ])("%s", (_name, mentee, mentor, rules) => {
    expect(broken(mentee, mentor)).toEqual(rules);
  });

  test("leaves everybody else alone", () => {
    expect(broken(request(o1, { language: "polish", mode: "in-person" }), offer(x1))).toEqual([]);
    expect(broken(request(o1, { mode: "remote" }), offer(h2, { mode: "remote" }))).toEqual([]);
    expect(broken(request({ ...o1, grade: "unknown" }), offer({ ...x1, grade: "" }))).toEqual([]);
  });

  test("survives a line of management that runs in a circle", () => {
    const one = { ...o1, lineManagerRef: "o2" };
    const two = { ...o2, lineManagerRef: "o1" };
    const book = openRuleBook(roundOf([], [], { roster: [one, two] }));
    expect(book.above("o1")).toEqual(["o2", "o1"]);
  });
});

describe("a name in a text", () => {
  const directory = [
    { key: "o1", name: "Priya Shah" },
    { key: "g1", name: "Tom Walsh" },
    { key: "t2", name: "Tom Walsh-Grant" },
  ];
  const named = (written: string) => {
    const { keys, unclear } = namedInText(written, directory);
    return [[...keys].sort(), unclear];
  };

  test.each([
    ["Priya Shah", ["o1"], []],
    ["shah, priya", ["o1"], []],
    ["Mrs P. Shah", ["o1"], []],
    ["o1", ["o1"], []],
    ["Walsh", ["g1", "t2"], []],
    ["Priya Shah, Tom Walsh", ["g1", "o1", "t2"], []],
    ["Priya Shah and T Walsh", ["g1", "o1", "t2"], []],
    ["Priya Shah\nmy old boss", ["o1"], ["my old boss"]],
    ["P", [], ["P"]],
    ["None.", [], []],
    ["", [], []],
  ])("%j is found however it is written", (written, keys, unclear) => {
    expect(named(written)).toEqual([keys, unclear]);
  });
});
