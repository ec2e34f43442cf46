/** Texts of the evaluator's screens, in British English. */

export const EVALUATOR_TEXTS = {
  title: "Comparisons",
  empty: "Waves cannot be compared here yet.",
  emptyDetail:
    "This version collects answers and gives coaches their summaries. Comparing one wave with another is not part of it.",
} as const;
