/** Questions and answers in the words of the forms. */
import { describe, expect, it } from "vitest";
import {
  answerText,
  areaText,
  choicesOfQuestion,
  questionText,
  scaleWords,
} from "../../../web/ui/mentoring-words.ts";

describe("the words of the forms of mentoring", () => {
  it("are those of the forms", () => {
    expect(questionText("offer", "capacity")).toBe("How many people could you mentor now?");
    expect(answerText("request", "areas", ["presenting", "confidence"])).toBe(
      "Speaking to an audience, Gaining confidence",
    );
    expect(areaText("new-in-role")).toBe("Being new in a role");
  });

  it("tell the same code apart by its question", () => {
    expect(answerText("review", "again", "yes")).toBe("Yes");
    expect(answerText("request", "consent", "yes")).toBe("I agree");
  });

  it("leave texts and unknown codes as they are", () => {
    expect(answerText("request", "goal", "To lead")).toBe("To lead");
    expect(questionText("request", "new-question")).toBe("new-question");
    expect(answerText("request", "goal", null)).toBe("");
  });

  it("give the two taps of a pulse", () => {
    expect(scaleWords("pulse", "going")).toEqual([
      "Not working",
      "Difficult",
      "All right",
      "Good",
      "Very good",
    ]);
    expect(choicesOfQuestion("pulse", "met").map(([code]) => code)).toEqual(["yes", "date-set", "no"]);
  });
});
