/** Before a survey opens: the warning that nothing at all will probably be shown. */
import { describe, expect, it } from "vitest";
import { nothingShown } from "../../../web/coordinator/load-forecast.ts";

describe("a survey of few people", () => {
  it("is warned of where fewer answers are expected than are needed", () => {
    const sentence = nothingShown({ invited: 14, response: 60, minimum: 10 });
    expect(sentence).toContain("not even for everybody together");
    expect(sentence).toContain("60 % of 14 people");
  });

  it("is not where enough are expected, exactly enough included", () => {
    expect(nothingShown({ invited: 20, response: 50, minimum: 10 })).toBeUndefined();
    expect(nothingShown({ invited: 14, response: 90, minimum: 10 })).toBeUndefined();
  });
});
