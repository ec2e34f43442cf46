/** What the demo's pages say. */

export const DEMO_TEXTS = {
  raters: {
    title: "Raters still open",
    intro:
      "These invented people were invited and have not sent their answers. Open a link as one of them, best on a phone or in a narrow window. Outside a demo nobody sees this list: the links stand in the mails alone.",
    none: "Everybody has sent their answers",
    noneDetail: "Close the wave as the coordinator to see what becomes of them.",
    about: "asked about",
    open: (name: string) => `Answer as ${name}`,
  },
  mentoring: {
    title: "Mentees and mentors",
    intro: "Each has a page of their own, opened by a link without an account, best on a phone.",
    sides: { mentee: "Mentee", mentor: "Mentor" },
    open: (name: string) => `Open the page of ${name}`,
  },
  entry: {
    title: "Opening the demo",
    coach: "You are signed in as the demo's coach.",
    coordinator: "You are signed in as the demo's coordinator.",
    evaluator: "You are signed in as the demo's evaluator.",
    going: "One moment.",
  },
} as const;
