/** Planning: what is typed, what it means, and how small a change it can show. */
import { expect, test } from "vitest";
import {
  answersNeeded,
  type Plan,
  planQuery,
  readPlan,
  readPlanDraft,
  smallestChange,
} from "../../../../web/evaluator/planning/plan.ts";

const PLAN: Plan = { before: 200, after: 200, linked: false, correlation: 0.5, sd: 0.8, points: 5 };

test("two samples of 64 find half a standard deviation with 80 %, as Cohen's table 2.4.1 has it", () => {
  const { change } = smallestChange({ ...PLAN, before: 64, after: 64, sd: 1 });
  expect(change).toBeCloseTo(0.5, 2);
});

test("linked people find as much with fewer", () => {
  const linked = smallestChange({ ...PLAN, linked: true, correlation: 0.7 });
  expect(linked.change).toBeLessThan(smallestChange(PLAN).change);
});

test("the number needed is the first that is enough", () => {
  const needed = answersNeeded(PLAN) ?? 0;
  expect(smallestChange({ ...PLAN, before: needed, after: needed }).change).toBeLessThanOrEqual(0.2);
  expect(smallestChange({ ...PLAN, before: needed - 1, after: needed - 1 }).change).toBeGreaterThan(0.2);
});

test("what differs from the plain plan stands in the address and comes back", () => {
  const draft = { ...readPlanDraft(new URLSearchParams()), before: "90", linked: true };
  expect(planQuery(draft)).toEqual({ before: "90", linked: "yes" });
  expect(readPlanDraft(new URLSearchParams(planQuery(draft)))).toEqual(draft);
});

test("fields that say no number are named; a comma is as good as a point", () => {
  const draft = readPlanDraft(new URLSearchParams("before=none&after=1&points=2.5&sd=0,7"));
  expect(readPlan(draft)).toEqual({ wrong: ["before", "after", "points"] });
  expect(readPlan(readPlanDraft(new URLSearchParams("sd=0,7")))).toMatchObject({ sd: 0.7 });
});
