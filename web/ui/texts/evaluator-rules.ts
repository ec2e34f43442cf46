/** Texts of the page that explains what is shown of a staff survey and what not, in British English. */

export const RULES_TEXTS = {
  title: "What is shown, and what not",
  up: "Results",
  counts: "In this survey",
  countsIntro:
    "How many figures the results could hold, for everybody and for each group, and how many are shown.",
  notReleased: "Nothing is released yet, so nothing can be counted.",
  figures: "Figures",
  share: "Share that is shown",
  shareSentence: (kind: string, share: string) => `${kind}: ${share} shown`,
  shown: "Shown",
  bounded: "Of these, with bounds",
  all: "All",
  kinds: { answered: "How many answered", items: "Questions", scales: "Themes and index" },
  reasons: "Why figures are not shown",
  reason: "Reason",
  everythingShown: "Every figure is shown.",
} as const;
