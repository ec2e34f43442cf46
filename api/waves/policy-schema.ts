/** The policy as it arrives, and the floors no policy goes below. */
import { z } from "zod";
import type { SurveyKind } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES, type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import { DomainError } from "../errors.ts";

export const policySchema = z
  .object({
    minimumGroupSize: z.number().int().min(1).max(100),
    minimumComments: z.number().int().min(1).max(100),
    smallGroups: z.enum(["merge", "omit"]),
    retention: z.union([
      z.object({ rule: z.literal("until-release") }).strict(),
      z.object({ rule: z.literal("until-date"), date: z.iso.date() }).strict(),
    ]),
  })
  .strict();

/** Observations and forms are identified; the strictest floor stands in where nothing is ever shown in groups. */
function policyKind(kind: SurveyKind): "360" | "staff-survey" {
  return kind === "360" ? "360" : "staff-survey";
}

export function defaultPolicy(kind: SurveyKind): DisclosurePolicy {
  return DEFAULT_POLICIES[policyKind(kind)];
}

/** @throws DomainError "bad-input" if the policy shows groups smaller than the product ever does. */
export function requireFloors(policy: DisclosurePolicy, kind: SurveyKind): void {
  const floors = POLICY_FLOORS[policyKind(kind)];
  const problems = (["minimumGroupSize", "minimumComments"] as const)
    .filter((field) => policy[field] < floors[field])
    .map((field) => ({
      path: `policy.${field}`,
      sentence: `At least ${floors[field]}: smaller groups are never shown, whatever a policy says.`,
    }));
  if (problems.length > 0) {
    throw new DomainError(
      "bad-input",
      "The policy would show groups that are too small to protect anybody.",
      problems,
    );
  }
}
