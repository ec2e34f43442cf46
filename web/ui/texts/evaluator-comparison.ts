/** Texts of the evaluator's comparison of waves, in British English. */

export const COMPARISON_TEXTS = {
  sortBy: (label: string) => `Sort by ${label}`,
  notAsked: "Not asked: this survey did not have the question, or this group.",
  notAskedShort: "not asked",
} as const;
