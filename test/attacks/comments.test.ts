/** A coach who recognises one comment looks for the same author's other comments and ratings. */
import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../analysis/dataset.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import type { RandomBelow } from "../../analysis/shuffle.ts";
import { answersOf, definition360 } from "../support/definition-360.ts";

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
