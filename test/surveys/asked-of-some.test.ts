/** Items that only some people are asked, however the condition is written. */
import { describe, expect, it } from "vitest";
import { askedOfSome } from "../../surveys/asked-of-some.ts";
import { definitionOf } from "../../surveys/read-definition.ts";
import { formWith, small360 } from "../support/small-survey.ts";

const comment = (name: string, more: object = {}) => ({ type: "comment", name, title: name, ...more });

describe("what is asked of some", () => {
  it("waits for a condition of its own or of its panel, and nothing else does", () => {
    const form = formWith([
      { type: "boolean", name: "more", title: "More?" },
      comment("always", { isRequired: true }),
      comment("blank", { visibleIf: " " }),
      comment("own", { visibleIf: "{more} = true" }),
      { type: "panel", name: "panel", visibleIf: "{more} = true", elements: [comment("within")] },
      { type: "panel", name: "open", elements: [comment("beside", { requiredIf: "{more} = true" })] },
    ]);
    expect([...askedOfSome(definitionOf(form))]).toEqual(["own", "within"]);
  });

  it("is the text beside the choice “other” as well, and a comment behind an answer", () => {
    const scale = {
      type: "radiogroup",
      name: "cause",
      title: "Cause",
      choices: ["a", "b"],
      showOtherItem: true,
    };
    expect([...askedOfSome(definitionOf(formWith([scale])))]).toEqual(["cause.other"]);
    expect([...askedOfSome(definitionOf(small360()))]).toEqual(["keep-doing"]);
  });
});
