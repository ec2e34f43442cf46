/** No policy goes below the floors, and every dataset has an end. */
import { describe, expect, test } from "vitest";
import { defaultPolicy, requireFloors } from "../../../api/waves/policy-schema.ts";

const TODAY = new Date("2026-03-02T09:00:00Z");

describe("policies", () => {
  test("of 360 feedback end with the release, of surveys a year on", () => {
    expect(defaultPolicy("360", TODAY).retention).toEqual({ rule: "until-release" });
    expect(defaultPolicy("staff-survey", TODAY).retention).toEqual({
      rule: "until-date",
      date: "2027-03-02",
    });
  });

  test.each(["360", "staff-survey", "observation", "form"] as const)("the default of %s passes", (kind) => {
    expect(() => requireFloors(defaultPolicy(kind, TODAY), kind)).not.toThrow();
  });

  test("below the floors are refused, each field by name", () => {
    const policy = { ...defaultPolicy("360", TODAY), minimumGroupSize: 2, minimumComments: 1 };
    expect(() => requireFloors(policy, "360")).toThrow(
      expect.objectContaining({
        code: "bad-input",
        problems: [
          expect.objectContaining({ path: "policy.minimumGroupSize" }),
          expect.objectContaining({ path: "policy.minimumComments" }),
        ],
      }),
    );
  });

  test("of a survey that would never lose its dataset are refused", () => {
    const policy = { ...defaultPolicy("staff-survey", TODAY), retention: { rule: "until-release" } as const };
    expect(() => requireFloors(policy, "staff-survey")).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ path: "policy.retention" })] }),
    );
  });
});
