/** Texts of the coach's screens other than the report, in British English. */

export const COACH_TEXTS = {
  title: "Your coachees",
  intro: "People you coach, with the summary of what colleagues said as soon as it is released.",
  empty: "No coachee is assigned to you yet.",
  emptyDetail:
    "A coordinator assigns coachees to you when a wave of feedback is prepared. They appear here by themselves.",
  open: (name: string) => `Read the summary of ${name}`,
  search: "Search by name",
  find: "Search",
  nobody: "None of your coachees has this name.",
  readyList: "Summaries to read",
  waitingList: "Still under way",
  releasedOn: (date: string) => `Released on ${date}`,
  states: {
    draft: "Being prepared. Nobody has been asked yet.",
    open: "Colleagues are answering.",
    closing: "Being closed.",
    closed: "Closed. The coordinator has not released the summaries yet.",
    releasing: "Being released.",
    released: "Ready to read",
  },
  openUntil: (date: string) => `Colleagues are answering until ${date}.`,
} as const;
