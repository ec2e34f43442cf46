/** How many answered is said without telling a small number. */
import { describe, expect, it } from "vitest";
import { answeredText } from "../../../../web/evaluator/figures/answered-text.ts";

describe("how many answered", () => {
  const few = { shown: false, reason: "too-few-answers" } as const;

  it("says the number and the share where it is shown", () => {
    const answered = { shown: true, n: 50, value: 50 } as const;
    expect(answeredText({ answered, invited: 200, minimum: 10 })).toBe("50 of 200 (25 %)");
    expect(answeredText({ answered, invited: null, minimum: 10 })).toBe("50 answers");
  });

  it("says fewer than the minimum where few is the reason, and nothing of answers for any other", () => {
    expect(answeredText({ answered: few, invited: 469, minimum: 10 })).toBe("fewer than 10 of 469");
    expect(answeredText({ answered: few, invited: null, minimum: 10 })).toBe("fewer than 10");
    const follows = { shown: false, reason: "group-not-shown" } as const;
    expect(answeredText({ answered: follows, invited: 469, minimum: 10 })).toBe("469 invited");
  });

  it("says who was asked before anything is released", () => {
    expect(answeredText({ answered: null, invited: 469, minimum: null })).toBe("469 invited");
    expect(answeredText({ answered: null, invited: null, minimum: null })).toBe("–");
  });
});
