/** Questions in the order in which their conditions can be decided. */
import { describe, expect, it } from "vitest";
import { orderByConditions, questionOfVariable } from "../../surveys/condition-order.ts";
import type { Question } from "../../surveys/question.ts";

function asked(name: string, ...visibleIf: readonly string[]): Question {
  return { answer: "boolean", name, pointer: `/${name}`, title: { en: name }, visibleIf, required: false };
}

const names = (questions: readonly Question[]) => questions.map(({ name }) => name).join(" ");

describe("orderByConditions", () => {
  it("keeps the order asked where conditions look back", () => {
    const { ordered, circular } = orderByConditions([
      asked("a"),
      asked("b", "{a} = true"),
      asked("c", "{b} = true"),
    ]);
    expect([names(ordered), circular]).toEqual(["a b c", []]);
  });

  it("puts what a condition looks ahead to before it, through several steps", () => {
    const { ordered } = orderByConditions([asked("a", "{b} = true"), asked("b", "{c} notempty"), asked("c")]);
    expect(names(ordered)).toBe("c b a");
  });

  it("names those that stand in a circle, and still gives every question once", () => {
    const { ordered, circular } = orderByConditions([
      asked("a", "{b} = 1"),
      asked("b", "{a} = 1"),
      asked("c", "{c} = 1"),
    ]);
    expect(names(ordered)).toBe("b a c");
    expect(circular).toEqual(["a", "c"]);
  });

  it("knows which question a variable speaks of", () => {
    expect(["a", "a.row", "a.length", "a[0]"].map(questionOfVariable)).toEqual(["a", "a", "a", "a"]);
  });
});
