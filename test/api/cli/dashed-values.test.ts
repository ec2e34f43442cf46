/** Values that begin with a dash are read as values. */
import { describe, expect, it } from "vitest";
import { joinDashedValues } from "../../../api/cli/dashed-values.ts";
import { readImportArguments } from "../../../api/cli/import-arguments.ts";

const OPTIONS = { programme: { type: "string" }, json: { type: "boolean" } } as const;

describe("joinDashedValues", () => {
  it("joins an option with a value that begins with a dash", () => {
    expect(joinDashedValues(["a.csv", "--programme", "-x7", "--json"], OPTIONS)).toEqual([
      "a.csv",
      "--programme=-x7",
      "--json",
    ]);
  });

  it("joins a value with two dashes that is no option", () => {
    expect(joinDashedValues(["--programme", "--x7"], OPTIONS)).toEqual(["--programme=--x7"]);
  });

  it("leaves an option whose value was forgotten", () => {
    expect(joinDashedValues(["--programme", "--json"], OPTIONS)).toEqual(["--programme", "--json"]);
    expect(joinDashedValues(["--programme"], OPTIONS)).toEqual(["--programme"]);
  });
});

describe("readImportArguments", () => {
  it("takes the identifier of a programme that begins with a dash", () => {
    const files = ["a.csv", "--survey", "s.json", "--map", "m.json"];
    const target = ["--data", "folder", "--programme", "-x7Q", "--title", "Climate", "--coach", "-C1"];
    expect(readImportArguments([...files, ...target])).toMatchObject({
      target: { programme: "-x7Q", coach: "-C1" },
    });
    expect(readImportArguments([...files, ...target, "--dry-run"])).not.toHaveProperty("sentence");
  });
});
