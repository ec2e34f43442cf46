/** The policy as it arrives, and the floors no policy goes below. */
import { z } from "zod";
import type { SurveyKind } from "../../surveys/definition.ts";
import { DEFAULT_POLICIES, type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import { DomainError } from "../errors.ts";
import { MOST_CUTS } from "./check-cuts.ts";

/** One or two codes of questions each. */
export const cutsSchema = z
  .array(z.array(z.string().min(1).max(80)).min(1).max(2).readonly())
  .max(MOST_CUTS)
  .readonly();

export const policySchema = z
  .object({
    minimumGroupSize: z.number().int().min(1).max(100),
    minimumComments: z.number().int().min(1).max(100),
    smallGroups: z.enum(["merge", "omit"]),
    retention: z.union([
      z.object({ rule: z.literal("until-release") }).strict(),
      z.object({ rule: z.literal("until-date"), date: z.iso.date() }).strict(),
    ]),
    cuts: cutsSchema.optional(),
  })
  .strict();

/** Observations and forms are identified; the strictest floor stands in where nothing is ever shown in groups. */
function policyKind(kind: SurveyKind): "360" | "staff-survey" {
  return kind === "360" ? "360" : "staff-survey";
}

/** Only 360 feedback has reports whose release can end its dataset; a survey's is kept to a date, by default a year on. */
export function defaultPolicy(kind: SurveyKind, today: Date): DisclosurePolicy {
  const policy = DEFAULT_POLICIES[policyKind(kind)];
  if (kind === "360") return policy;
  const end = new Date(today);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return { ...policy, retention: { rule: "until-date", date: end.toISOString().slice(0, 10) } };
}

const WITHOUT_END = {
  path: "policy.retention",
  sentence:
    "A survey has no reports whose release could end its dataset. Name the date on which it is destroyed.",
};

/** @throws DomainError "bad-input" if the policy shows groups smaller than the product ever does, or has no end. */
export function requireFloors(policy: DisclosurePolicy, kind: SurveyKind): void {
  const floors = POLICY_FLOORS[policyKind(kind)];
  const tooSmall = (["minimumGroupSize", "minimumComments"] as const)
    .filter((field) => policy[field] < floors[field])
    .map((field) => ({
      path: `policy.${field}`,
      sentence: `At least ${floors[field]}: smaller groups are never shown, whatever a policy says.`,
    }));
  const endless = kind === "staff-survey" && policy.retention.rule === "until-release";
  const problems = [...tooSmall, ...(endless ? [WITHOUT_END] : [])];
  if (problems.length > 0) {
    throw new DomainError(
      "bad-input",
      "The policy would not protect those who answer. Nothing was changed.",
      problems,
    );
  }
}
