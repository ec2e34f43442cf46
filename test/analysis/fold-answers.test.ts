/** Folding answers into a dataset. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOT_OBSERVED_CODE, UNANSWERED } from "../../analysis/dataset.ts";
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import type { Item } from "../../surveys/definition.ts";
import { answersOf, definition360 } from "../support/definition-360.ts";
import { seededRandom } from "../support/seeded-random.ts";

const choices = ["de", "fr", "en"].map((value) => ({ value, label: { en: value } }));
const extraItem = (code: string, kind: Item["kind"]): Item => ({
  code,
  question: code,
  kind,
  title: { en: code },
  metadata: {},
  ...(kind === "choice" || kind === "choices" || kind === "ranking" ? { choices } : {}),
});
const definition = definition360({
  textItems: ["strengths", "wishes"],
  extraItems: [
    extraItem("site", "choice"),
    extraItem("languages", "choices"),
    extraItem("order", "ranking"),
    extraItem("met", "boolean"),
    extraItem("age", "number"),
    extraItem("since", "date"),
  ],
});
const subjects = ["ann", "bob"];
const groups = ["self", "manager", "peer", "report", "other"];
const fold = (responses: Iterable<AnsweredForm>, seed = 1) =>
  foldAnswers({ definition, subjects, groups, responses, random: seededRandom(seed) });
const column = (dataset: ReturnType<typeof fold>, code: string) => {
  const found = dataset.columns.find((entry) => entry.code === code);
  return found === undefined ? undefined : [...found.values];
};

describe("foldAnswers", () => {
  it("turns each kind of answer into small integers", () => {
    const dataset = fold([
      {
        subject: "bob",
        group: "peer",
        answers: answersOf({
          c1: 4,
          c2: "not-observed",
          site: "fr",
          languages: ["de", "en"],
          order: ["en", "de"],
          met: true,
        }),
      },
    ]);
    expect([...dataset.subject, ...dataset.group]).toEqual([1, 2]);
    expect(column(dataset, "c1")).toEqual([4]);
    expect(column(dataset, "c2")).toEqual([NOT_OBSERVED_CODE]);
    expect(column(dataset, "s1")).toEqual([UNANSWERED]);
    expect(column(dataset, "site")).toEqual([2]);
    expect(["de", "fr", "en"].map((value) => column(dataset, `languages=${value}`))).toEqual([[2], [1], [2]]);
    expect(["de", "fr", "en"].map((value) => column(dataset, `order=${value}`))).toEqual([[2], [0], [1]]);
    expect(column(dataset, "met")).toEqual([2]);
  });

  it("keeps no exact numbers and dates, which would tell who answered", () => {
    const answers = answersOf({ c1: 3, age: 57, since: "1999-01-02" });
    const dataset = fold([{ subject: "ann", group: "peer", answers }]);
    expect(dataset.columns.map(({ code }) => code)).not.toContain("age");
    expect(JSON.stringify(dataset)).not.toContain("1999");
    expect(JSON.stringify(dataset)).not.toContain("57");
  });

  it("keeps the personal code apart from the columns and the comments, as the numbers of its hashes", () => {
    const asked = definition360({
      extraItems: [extraItem("code-mother", "code"), extraItem("code-day", "code")],
    });
    const responses = [
      { subject: "ann", group: "peer", answers: answersOf({ "code-mother": "0a3f", "code-day": "ffff" }) },
    ];
    const dataset = foldAnswers({ definition: asked, subjects, groups, responses, random: seededRandom(1) });
    expect(dataset.personalCode).toEqual([
      { code: "code-mother", values: Uint16Array.of(0x0a3f) },
      { code: "code-day", values: Uint16Array.of(0xffff) },
    ]);
    expect([...dataset.columns, ...dataset.comments].filter(({ code }) => code.startsWith("code-"))).toEqual(
      [],
    );
    expect(fold([])).not.toHaveProperty("personalCode");
  });

  it("refuses a personal code that was not hashed, and keeps it out of the message", () => {
    const asked = definition360({ extraItems: [extraItem("code-mother", "code")] });
    const responses = [{ subject: "ann", group: "peer", answers: answersOf({ "code-mother": "Maria" }) }];
    const folding = () =>
      foldAnswers({ definition: asked, subjects, groups, responses, random: seededRandom(1) });
    expect(folding).toThrow("a dataset requires checked answers: code-mother");
    expect(folding).not.toThrow("Maria");
  });

  it("keeps every answer of a response together, in any shuffle", () => {
    const response = fc.record({
      subject: fc.constantFrom(...subjects),
      group: fc.constantFrom(...groups),
      c1: fc.integer({ min: 1, max: 5 }),
      s1: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(response, { maxLength: 40 }), fc.integer(), (responses, seed) => {
        const dataset = fold(
          responses.map(({ subject, group, c1, s1 }) => ({ subject, group, answers: answersOf({ c1, s1 }) })),
          seed,
        );
        const rows = Array.from({ length: dataset.rows }, (_, row) =>
          [
            subjects[dataset.subject[row] ?? -1],
            groups[dataset.group[row] ?? -1],
            column(dataset, "c1")?.[row],
            column(dataset, "s1")?.[row],
          ].join(),
        );
        const given = responses.map(({ subject, group, c1, s1 }) => [subject, group, c1, s1 ?? 0].join());
        expect(rows.toSorted()).toEqual(given.toSorted());
      }),
    );
  });

  it("shuffles rows, and the comments of each question apart from them and from each other", () => {
    const responses = Array.from(
      { length: 200 },
      (_, place): AnsweredForm => ({
        subject: subjects[Math.floor(place / 100)] ?? "",
        group: "peer",
        answers: answersOf({ c1: 1 + (place % 5), strengths: `strong ${place}`, wishes: `wish ${place}` }),
      }),
    );
    const dataset = fold(responses, 7);
    const numbers = dataset.comments.map((list) =>
      list.comments.map(({ text }) => Number(text.split(" ")[1])),
    );
    const arrival = Array.from({ length: 200 }, (_, place) => place);
    for (const order of numbers) {
      expect(order).not.toEqual(arrival);
      expect(order.toSorted((a, b) => a - b)).toEqual(arrival);
    }
    expect(numbers[0]).not.toEqual(numbers[1]);
    const sameRow = numbers[0]?.filter(
      (place, row) => 1 + (place % 5) === column(dataset, "c1")?.[row],
    ).length;
    expect(sameRow).toBeLessThan(80);
    expect(Object.keys(dataset.comments[0]?.comments[0] ?? {})).toEqual(["subject", "group", "text"]);
  });

  it("puts every response in every place about equally often", () => {
    const responses = ["self", "manager", "peer"].map((group) => ({
      subject: "ann",
      group,
      answers: answersOf({}),
    }));
    const random = seededRandom(11);
    const seen = new Map<string, number>();
    for (let run = 0; run < 3000; run++) {
      const key = foldAnswers({ definition, subjects, groups, responses, random }).group.join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 500)).toBeLessThan(100);
  });

  it("leaves blank comments out", () => {
    const responses = [" ", "\n\t", "Thank you."].map((strengths) => ({
      subject: "ann",
      group: "peer",
      answers: answersOf({ strengths }),
    }));
    expect(fold(responses).comments[0]?.comments).toEqual([{ subject: 0, group: 2, text: "Thank you." }]);
  });

  it.each([
    ["an unknown subject", { subject: "eve", group: "peer", answers: answersOf({}) }],
    ["an unknown group", { subject: "ann", group: "client", answers: answersOf({}) }],
    ["a rating beyond the scale", { subject: "ann", group: "peer", answers: answersOf({ c1: 6 }) }],
    ["a rating in words", { subject: "ann", group: "peer", answers: answersOf({ c1: "secret" }) }],
    ["an unknown choice", { subject: "ann", group: "peer", answers: answersOf({ site: "it" }) }],
  ])("refuses %s without repeating the answer", (_, response) => {
    expect(() => fold([response])).toThrow(/^a dataset requires (?!.*secret)/);
  });

  it("folds a wave without answers", () => {
    expect(fold([]).rows).toBe(0);
  });
});
