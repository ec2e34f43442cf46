/** The words around a form's questions, in English. */

export const SURVEY_TEXTS = {
  required: "(required)",
  clear: "Clear",
  choose: "Choose…",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  minutesLeft: (minutes: number) => (minutes <= 1 ? "about 1 minute left" : `about ${minutes} minutes left`),
  nothingLeft: "nothing left to answer",
  back: "Back",
  next: "Next",
  review: "Check and send",
  progress: "Progress through the form",
  problems: (count: number) =>
    count === 1
      ? "One answer on this page needs another look. Nothing is lost."
      : `${count} answers on this page need another look. Nothing is lost.`,
} as const;
