/** The disclosure policy of a wave: what may be shown, frozen before anybody answers. */

/** Answers that nobody releases are destroyed so many days after the survey has closed, whatever the rule. */
export const UNRELEASED_KEPT_DAYS = 365;

/** The list of who was invited is deleted so many days after the survey has closed: fifteen months. */
export const LIST_KEPT_DAYS = 455;

/** When the dataset is destroyed: when reports are released, or on a date that respondents were told. */
export type RetentionRule =
  | { readonly rule: "until-release" }
  | { readonly rule: "until-date"; readonly date: string };

export interface DisclosurePolicy {
  /** Smallest number of answers behind a figure. */
  readonly minimumGroupSize: number;
  /** Smallest number of answers behind a list of comments. */
  readonly minimumComments: number;
  /** What happens to small groups that stay below the minimum even when merged. */
  readonly smallGroups: "merge" | "omit";
  readonly retention: RetentionRule;
  /**
   * The release plan of a staff survey: one or two codes of choice items each; figures are shown for these groups and
   * for no others. Absent: for everybody together only.
   */
  readonly cuts?: readonly (readonly string[])[] | undefined;
}

/** The lowest thresholds that any policy may name. They are promises of the product, so they are in code. */
export const POLICY_FLOORS = {
  "360": { minimumGroupSize: 3, minimumComments: 3 },
  "staff-survey": { minimumGroupSize: 5, minimumComments: 5 },
} as const;

export const DEFAULT_POLICIES: Readonly<Record<"360" | "staff-survey", DisclosurePolicy>> = {
  "360": {
    minimumGroupSize: 4,
    minimumComments: 5,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  },
  "staff-survey": {
    minimumGroupSize: 10,
    minimumComments: 10,
    smallGroups: "merge",
    retention: { rule: "until-release" },
  },
};
