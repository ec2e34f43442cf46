/** A published definition, read where nothing is to be found wrong with it any more. */
import { describe, expect, it } from "vitest";
import { loadDefinition } from "../../surveys/load-definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { small360 } from "../support/small-survey.ts";

describe("readDefinition", () => {
  it("gives from the canonical text what loading gave from the file", () => {
    const loaded = loadDefinition(JSON.stringify(small360(), null, 4));
    if ("problems" in loaded) throw new RangeError("the small 360 must load");
    expect(readDefinition(loaded.definition.canonical)).toEqual(loaded.definition);
  });

  it("refuses what is no definition at all", () => {
    expect(() => readDefinition("{}")).toThrow("readDefinition requires a file with a soundings block");
    expect(() => readDefinition("[]")).toThrow(RangeError);
    expect(() => readDefinition("{")).toThrow(SyntaxError);
  });
});
