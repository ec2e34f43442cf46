/** Areas are spoken of in the words that people ticked. */
import { expect, test } from "vitest";
import { areaText } from "../../../analysis/mentoring/area-words.ts";

test("an area of the form has the form's words, another one its own", () => {
  expect(areaText("presenting")).toBe("Speaking to an audience");
  expect(areaText("budgets-and-resources")).toBe("Budgets and resources");
  expect(areaText("beekeeping-at-night")).toBe("beekeeping at night");
});
