/** A disclosure policy while it is being typed: texts of fields, and the policy they mean. */
import { type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";

export interface PolicyDraft {
  readonly minimum: string;
  readonly comments: string;
  readonly smallGroups: DisclosurePolicy["smallGroups"];
  readonly retention: DisclosurePolicy["retention"]["rule"];
  readonly date: string;
  /** One or two codes of questions each; none for everybody together only. */
  readonly cuts: readonly (readonly string[])[];
}

export function draftOf(policy: DisclosurePolicy): PolicyDraft {
  return {
    minimum: String(policy.minimumGroupSize),
    comments: String(policy.minimumComments),
    smallGroups: policy.smallGroups,
    retention: policy.retention.rule,
    date: policy.retention.rule === "until-date" ? policy.retention.date : "",
    cuts: policy.cuts ?? [],
  };
}

/** What the server will refuse it may refuse: these are only numbers where texts were. */
export function policyOf(draft: PolicyDraft): DisclosurePolicy {
  return {
    minimumGroupSize: Math.round(Number(draft.minimum)),
    minimumComments: Math.round(Number(draft.comments)),
    smallGroups: draft.smallGroups,
    retention:
      draft.retention === "until-date" ? { rule: "until-date", date: draft.date } : { rule: "until-release" },
    ...(draft.cuts.length === 0 ? {} : { cuts: draft.cuts }),
  };
}

/** Whether the fields say a policy at all, so that its promise can be shown. */
export function isComplete(draft: PolicyDraft): boolean {
  const numbers = [draft.minimum, draft.comments].map(Number);
  const dated = draft.retention === "until-release" || draft.date !== "";
  return dated && numbers.every((number) => Number.isInteger(number) && number > 0);
}

/** Which floors hold: forms that show no figures of groups follow those of surveys. */
export function floorsOf(kind: string): (typeof POLICY_FLOORS)["360" | "staff-survey"] {
  return kind === "360" ? POLICY_FLOORS["360"] : POLICY_FLOORS["staff-survey"];
}
