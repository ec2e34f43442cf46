/** A policy while it is typed, and the policy it means. */
import { expect, test } from "vitest";
import { DEFAULT_POLICIES } from "../../../surveys/disclosure-policy.ts";
import { draftOf, floorsOf, isComplete, policyOf } from "../../../web/coordinator/policy-draft.ts";

test("a policy survives being typed", () => {
  const dated = {
    ...DEFAULT_POLICIES["staff-survey"],
    smallGroups: "omit",
    retention: { rule: "until-date", date: "2027-01-31" },
  } as const;
  expect(policyOf(draftOf(dated))).toEqual(dated);
  expect(policyOf(draftOf(DEFAULT_POLICIES["360"]))).toEqual(DEFAULT_POLICIES["360"]);
});

test("no promise is previewed from fields that say no policy yet", () => {
  const draft = draftOf(DEFAULT_POLICIES["360"]);
  expect(isComplete(draft)).toBe(true);
  expect(isComplete({ ...draft, minimum: "" })).toBe(false);
  expect(isComplete({ ...draft, comments: "2.5" })).toBe(false);
  expect(isComplete({ ...draft, retention: "until-date", date: "" })).toBe(false);
});

test("kinds without floors of their own follow the stricter ones", () => {
  expect(floorsOf("360").minimumGroupSize).toBe(3);
  expect(floorsOf("form").minimumGroupSize).toBe(5);
});
