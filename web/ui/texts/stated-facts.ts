/** Texts of what a coordinator states for comparisons: counted events and renamed groups, in British English. */

export const STATED_TEXTS = {
  savedList: {
    undo: "Undo",
    undone: "Taken back: it is as it was before.",
    changedMeanwhile: {
      title: "Somebody else changed this meanwhile",
      detail:
        "Nothing was saved, and what you typed is still here. Load the page again, look at theirs, then make your change.",
    },
  },
  events: {
    title: "Complaints and other events",
    intro:
      "Events that the organisation counted in the time this survey speaks of, such as complaints of bullying or grievances. Comparisons show them per 100 staff, beside what people answered.",
    whole:
      "Give the numbers of the whole organisation only. One complaint out of a small group would name somebody.",
    none: "None are stated yet. Comparisons show no rates before two surveys have the same kind of event.",
    new: "New kind of event",
    name: "What was counted",
    nameHint: "The same words in every survey, for instance “Complaints of harassment”.",
    count: "How many",
    staff: "Staff at the time",
    staffHint: "All staff who could have complained, not only those invited.",
    remove: (name: string) => (name === "" ? "Remove this row" : `Remove ${name}`),
    add: "Add a kind of event",
    others: "Counted for other surveys of this programme, but not for this one:",
    addNamed: (name: string) => `Add “${name}”`,
    save: "Save",
    saving: "Saving…",
    saved: (kinds: number) =>
      kinds === 0
        ? "Saved: no events are stated."
        : kinds === 1
          ? "Saved: 1 kind of event."
          : `Saved: ${kinds} kinds of events.`,
    back: "Back to the wave",
  },
  renamed: {
    up: "Programme",
    title: "Groups that were renamed",
    intro:
      "Where a group of an earlier survey goes on under another name, say so here. From then on every comparison of this programme shows the two as one. What was released stays as it is.",
    stated: "What is stated",
    nothing: "Nothing is stated yet.",
    isNow: (earlier: string, later: string) => `“${earlier}” is now called “${later}”.`,
    remove: (earlier: string) => `Take back “${earlier}”`,
    saved: (earlier: string, later: string) => `Saved: “${earlier}” and “${later}” are compared as one.`,
    removed: (earlier: string, later: string) =>
      `Taken back: “${earlier}” and “${later}” are not compared as one any more.`,
    add: "State a new name",
    question: "Question",
    earlier: "Group of an earlier survey",
    later: "Is now called",
    choose: "Choose a group",
    oneHint:
      "Only where the people are the same. A group that was split, or put together with another, is a new one.",
    save: "Compare them as one",
    saving: "Saving…",
    moved: "Names that not every survey has",
    allSame: "Every group has the same name in every survey. There is nothing to state.",
    tooFew: (waves: number) =>
      waves === 0
        ? "No staff survey of this programme has been opened yet."
        : "Only one staff survey of this programme has been opened yet. Names can differ from the second on.",
    group: "Group",
    surveys: "In these surveys",
  },
} as const;
