/** Which comments of a staff survey are shown, and where a list would tell more than its words. */
import { describe, expect, it } from "vitest";
import { askedOfSome } from "../../../surveys/asked-of-some.ts";
import { commentedDataset, commentedSurvey, commentedTables, commentsTo } from "./commented-survey.ts";

const writing = (authors: number) => (author: number) =>
  author < authors ? { change: `More time, ${author}` } : {};

/** Everybody was bullied; so many of them say how. */
const telling = (authors: number) => (author: number) =>
  author < authors ? { bullied: "yes", happened: `Shouted at, ${author}` } : { bullied: "yes" };

describe("comments of everybody", () => {
  it("are shown word for word from the minimum on, and not below it, nor how many there are", () => {
    const shown = commentsTo(commentedTables(commentedDataset(30, writing(10))), "change");
    const texts = Array.from({ length: 10 }, (_, author) => `More time, ${author}`);
    expect(shown).toMatchObject({ label: "Which one change?", minimum: 10, list: { shown: true, n: 10 } });
    expect(shown.list.shown && [...shown.list.value].sort()).toEqual(texts);
    const few = commentsTo(commentedTables(commentedDataset(30, writing(9))), "change");
    expect(few.list).toEqual({ shown: false, reason: "too-few-answers" });
    const none = commentsTo(commentedTables(commentedDataset(30, writing(0))), "change");
    expect(none.list).toEqual(few.list);
  });

  it("stand in the order of the dataset, whatever the cuts", () => {
    const dataset = commentedDataset(30, writing(20));
    const order = dataset.comments.find(({ code }) => code === "change")?.comments.map(({ text }) => text);
    const lists = [[], [["unit"]], [["unit"], ["bullied"]]].map(
      (cuts) => commentsTo(commentedTables(dataset, { cuts }), "change").list,
    );
    for (const list of lists) expect(list).toEqual({ shown: true, n: 20, value: order });
  });

  it("are no dashes and dots, among which a single comment would be alone", () => {
    const dashes = ["-", "…", "--", ".", "- / -"];
    const dataset = commentedDataset(30, (author) => ({
      change: author < 3 ? `More time, ${author}` : (dashes[author % dashes.length] ?? "-"),
    }));
    expect(commentsTo(commentedTables(dataset), "change").list.shown).toBe(false);
    const pictures = commentedDataset(30, () => ({ change: "👍" }));
    expect(commentsTo(commentedTables(pictures), "change").list).toMatchObject({ n: 30 });
  });

  it("hold no controls and nothing that turns the direction of a line, even from elsewhere", () => {
    const dataset = commentedDataset(30, writing(12));
    const dirty = {
      ...dataset,
      comments: dataset.comments.map((list) => ({
        ...list,
        comments: list.comments.map((one) => ({ ...one, text: ` \u202e${one.text}\u0007\r\nand more ` })),
      })),
    };
    const { list } = commentsTo(commentedTables(dirty), "change");
    expect(list.shown && list.value[0]).toMatch(/^More time, \d+\nand more$/);
  });

  it("are hidden where the number who took part is: their number would tell it", () => {
    const tables = commentedTables(commentedDataset(9, writing(9)), { minimumComments: 5 });
    expect(tables.answered.shown).toBe(false);
    expect(commentsTo(tables, "change").list).toEqual({ shown: false, reason: "too-few-answers" });
  });

  it("need a policy that keeps the floor of the product", () => {
    expect(() => commentedTables(commentedDataset(30, writing(10)), { minimumComments: 4 })).toThrow(
      RangeError,
    );
  });
});

describe("comments of those who gave some other answer", () => {
  it("are known by conditions of the question and its panel, and by the choice “other”", () => {
    expect([...askedOfSome(commentedSurvey)].sort()).toEqual(["cause.other", "happened"]);
  });

  it("need as many authors as any figure, even where fewer comments would do", () => {
    const list = (authors: number) =>
      commentsTo(commentedTables(commentedDataset(60, telling(authors)), { minimumComments: 5 }), "happened");
    expect(list(9)).toMatchObject({ minimum: 10, list: { shown: false, reason: "too-few-answers" } });
    expect(list(10)).toMatchObject({ minimum: 10, list: { shown: true, n: 10 } });
  });

  it("are hidden where nearly everybody wrote, so that nobody is known to have been bullied", () => {
    const list = (authors: number) =>
      commentsTo(commentedTables(commentedDataset(30, telling(authors))), "happened").list;
    expect(list(20)).toMatchObject({ shown: true, n: 20 });
    expect(list(21)).toEqual({ shown: false, reason: "too-uniform" });
    expect(list(30)).toEqual({ shown: false, reason: "too-uniform" });
  });
});
