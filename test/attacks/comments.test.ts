/** A reader who recognises one comment looks for the same author's other comments, ratings and group. */
import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../analysis/dataset.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { RandomBelow } from "../../analysis/shuffle.ts";
import { buildStaffTables } from "../../analysis/staff-tables/build-staff-tables.ts";
import { answersOf, definition360 } from "../support/definition-360.ts";
import { checkedOf, shipped } from "../support/survey-tables.ts";

const AUTHORS = 10;
const WAVES = 60;
const definition = definition360({ textItems: ["keep", "change"] });

/** Every author writes to both questions and rates with their number, as far as the scale goes. */
function folded(random: RandomBelow): Dataset {
  const responses = Array.from({ length: AUTHORS }, (_, author) => ({
    subject: "ann",
    group: "peer",
    answers: answersOf({ keep: `keep ${author}`, change: `change ${author}`, c1: (author % 5) + 1 }),
  }));
  const groups = definition.soundings.groups.map(({ code }) => code);
  return foldAnswers({ definition, subjects: ["ann"], groups, responses, random });
}

const authorsOf = (texts: readonly string[]) => texts.map((text) => Number(text.split(" ")[1]));

/** The two lists of comments as the report shows them, by author. */
function shownLists(dataset: Dataset): readonly (readonly number[])[] {
  const policy = {
    minimumGroupSize: 4,
    minimumComments: 5,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  } as const;
  const invited = [{ subject: "ann", group: "peer", invited: AUTHORS }];
  const [report] = reportAll({ definition, dataset, policy, invited });
  const lists = report?.comments.flatMap((section) => section.lists) ?? [];
  return lists.flatMap(({ comments }) => (comments.shown ? [authorsOf(comments.value)] : []));
}

/** How many authors stand at the same place in two lists, over many waves; by chance it is one a wave. */
function sameplaces(
  random: RandomBelow,
  lists: (dataset: Dataset) => readonly (readonly number[])[],
): number {
  let same = 0;
  for (let wave = 0; wave < WAVES; wave += 1) {
    const [one = [], other = []] = lists(folded(random));
    expect([one.length, other.length]).toEqual([AUTHORS, AUTHORS]);
    same += one.filter((author, place) => author === other[place]).length;
  }
  return same / WAVES;
}

const UNSHUFFLED: RandomBelow = (below) => below - 1;
/** Six standard deviations of the mean of as many waves. */
const BY_CHANCE = 1 + 6 / Math.sqrt(WAVES);

describe("comments of one author", () => {
  test("stand at the same place of both questions in a fold that does not shuffle, and by chance in ours", () => {
    expect(sameplaces(UNSHUFFLED, shownLists)).toBe(AUTHORS);
    expect(sameplaces(randomInt, shownLists)).toBeLessThan(BY_CHANCE);
  });

  test("stand at the row of their ratings in a fold that does not shuffle, and by chance in ours", () => {
    /** The list of comments and the column of ratings; ratings repeat, so places are compared by rating. */
    const withRows = (dataset: Dataset): number => {
      const texts = dataset.comments[0]?.comments.map(({ text }) => text) ?? [];
      const ratings = dataset.columns.find(({ code }) => code === "c1")?.values ?? [];
      return authorsOf(texts).filter((author, place) => (author % 5) + 1 === ratings[place]).length;
    };
    expect(withRows(folded(UNSHUFFLED))).toBe(AUTHORS);
    const hits = Array.from({ length: WAVES }, () => withRows(folded(randomInt)));
    const mean = hits.reduce((sum, hit) => sum + hit, 0) / WAVES;
    expect(Math.abs(mean - 2)).toBeLessThan(6 * Math.sqrt(2 / WAVES));
  });

  test("carry no reference to a row, an answer or another comment", () => {
    for (const { comments } of folded(randomInt).comments)
      for (const comment of comments)
        expect(Object.keys(comment).sort()).toEqual(["group", "subject", "text"]);
  });
});

const STAFF = 40;
const survey = shipped("staff-confidence");
const UNITS = ["area-a", "area-b"] as const;

/** Every member of staff writes to both questions, and half of them are of each unit. */
function staffFolded(random: RandomBelow): Dataset {
  const answers = Array.from({ length: STAFF }, (_, author) => ({
    area: UNITS[author % 2],
    "keep-doing": `keep ${author}`,
    "one-change": `change ${author}`,
  }));
  return foldAnswers({
    definition: survey,
    subjects: [""],
    groups: [""],
    responses: checkedOf(survey, answers),
    random,
  });
}

function staffTables(dataset: Dataset, cuts: readonly (readonly string[])[]) {
  const policy = {
    minimumGroupSize: 10,
    minimumComments: 10,
    smallGroups: "merge",
    retention: { rule: "until-date", date: "2027-03-01" },
    cuts,
  } as const;
  return buildStaffTables({ definition: survey, dataset, policy, invited: STAFF });
}

function staffLists(dataset: Dataset, cuts: readonly (readonly string[])[] = [["area"]]) {
  const lists = staffTables(dataset, cuts).comments ?? [];
  return lists.map(({ list }) => (list.shown ? authorsOf(list.value) : []));
}

describe("comments of one member of staff", () => {
  test("stand at the same place of both questions in a fold that does not shuffle, and by chance in ours", () => {
    const same = (random: RandomBelow) => {
      const [one = [], other = []] = staffLists(staffFolded(random));
      expect([one.length, other.length]).toEqual([STAFF, STAFF]);
      return one.filter((author, place) => author === other[place]).length;
    };
    expect(same(UNSHUFFLED)).toBe(STAFF);
    const waves = Array.from({ length: WAVES }, () => same(randomInt));
    expect(waves.reduce((sum, hits) => sum + hits, 0) / WAVES).toBeLessThan(BY_CHANCE);
  });

  test("stand at the row of their unit in a fold that does not shuffle, and by chance in ours", () => {
    const ofUnit = (dataset: Dataset) => {
      const units = dataset.columns.find(({ code }) => code === "area")?.values ?? [];
      const [authors = []] = staffLists(dataset);
      return authors.filter((author, place) => (author % 2) + 1 === units[place]).length;
    };
    expect(ofUnit(staffFolded(UNSHUFFLED))).toBe(STAFF);
    const waves = Array.from({ length: WAVES }, () => ofUnit(staffFolded(randomInt)));
    const mean = waves.reduce((sum, hits) => sum + hits, 0) / WAVES;
    expect(Math.abs(mean - STAFF / 2)).toBeLessThan(6 * Math.sqrt(STAFF / WAVES));
  });

  test("are the same list whatever the cuts, so that two releases tell no unit apart", () => {
    const dataset = staffFolded(randomInt);
    const [first, ...others] = [[], [["area"]], [["area"], ["grade-band"]]].map((cuts) =>
      staffLists(dataset, cuts),
    );
    for (const other of others) expect(other).toEqual(first);
    for (const one of staffTables(dataset, [["area"]]).comments ?? []) {
      expect(Object.keys(one).sort()).toEqual(["code", "label", "list", "minimum"]);
    }
  });
});
